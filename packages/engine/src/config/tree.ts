/** A value read from a settings file, with its place in the text. Offsets are UTF-16 code units, end exclusive. */
export type ConfigNode = ObjectNode | ArrayNode | ScalarNode

interface Placed {
  readonly start: number
  readonly end: number
}

interface ObjectNode extends Placed {
  readonly type: 'object'
  readonly entries: readonly ConfigEntry[]
}

export interface ConfigEntry {
  readonly key: string
  readonly keyStart: number
  readonly value: ConfigNode
}

interface ArrayNode extends Placed {
  readonly type: 'array'
  readonly items: readonly ConfigNode[]
}

interface ScalarNode extends Placed {
  readonly type: 'string' | 'number' | 'boolean' | 'null'
  readonly value: string | number | boolean | null
}

/** The plain value of a tree. */
export function toValue(node: ConfigNode): unknown {
  if (node.type === 'object') return Object.fromEntries(node.entries.map(({ key, value }) => [key, toValue(value)]))
  if (node.type === 'array') return node.items.map(toValue)
  return node.value
}

/** A tree of a plain value: settings that stand in no file have no places. Anything that JSON lacks becomes null. */
export function toTree(value: unknown): ConfigNode {
  const place = { start: 0, end: 0 }
  if (Array.isArray(value)) return { type: 'array', items: value.map(toTree), ...place }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => ({ key, keyStart: 0, value: toTree(inner) }))
    return { type: 'object', entries, ...place }
  }
  if (typeof value === 'string') return { type: 'string', value, ...place }
  if (typeof value === 'boolean') return { type: 'boolean', value, ...place }
  if (typeof value === 'number' && Number.isFinite(value)) return { type: 'number', value, ...place }
  return { type: 'null', value: null, ...place }
}

/** The value under a key; of keys that stand twice, the last. */
export function child(node: ConfigNode | undefined, key: string): ConfigNode | undefined {
  return node?.type === 'object' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined
}

/** Where a key of an object is written. */
export function keyStart(node: ConfigNode | undefined, key: string): number {
  return (node?.type === 'object' && node.entries.findLast((entry) => entry.key === key)?.keyStart) || 0
}
