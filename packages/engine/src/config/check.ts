import type { ConfigProblem } from './config-error.ts'
import { didYouMean, nearestName } from './nearest.ts'
import type { ParsedConfig } from './parse.ts'
import { levelList, levels, type NumberShape, type ObjectShape, type Shape, type StringShape } from './shape.ts'
import type { ConfigNode } from './tree.ts'

/** Everything in a settings file that its shape does not allow, in text order. */
export function checkShape({ file, tree, lines }: ParsedConfig, shape: Shape, placed = true): ConfigProblem[] {
  const problems: { offset: number; problem: ConfigProblem }[] = []
  new Checker((offset, reason, nearest) => {
    const place = placed ? lines.position(offset) : undefined
    problems.push({
      offset,
      problem: {
        file,
        ...(place ? { line: place.line, column: place.column } : {}),
        reason: reason + didYouMean(nearest),
        ...(nearest === undefined ? {} : { nearest }),
      },
    })
  }).check(tree, shape, 'Inställningarna')
  return problems.sort((one, other) => one.offset - other.offset).map(({ problem }) => problem)
}

type Tell = (offset: number, reason: string, nearest?: string) => void

class Checker {
  readonly #tell: Tell

  constructor(tell: Tell) {
    this.#tell = tell
  }

  /** @param name what the value is called in messages */
  check(node: ConfigNode, shape: Shape, name: string): void {
    switch (shape.type) {
      case 'string':
        this.#checkString(node, shape, name)
        break
      case 'boolean':
        if (node.type !== 'boolean') this.#tell(node.start, `${name} ska vara true eller false.`)
        break
      case 'array':
        this.#checkArray(node, shape.items, name, shape.atLeastOne === true)
        break
      case 'object':
        this.#checkObject(node, shape, name)
        break
      case 'either':
        if (node.type === 'string') this.check(node, shape.one, name)
        else if (node.type === 'array') this.check(node, shape.many, name)
        else this.#tell(node.start, `${name} ska vara en text eller en lista med texter.`)
        break
      case 'level':
        this.#checkLevel(node, shape.options, name)
        break
      default:
        this.#checkNumber(node, shape, name)
    }
  }

  #checkString(node: ConfigNode, { values, noun = 'värde', pattern, names = [] }: StringShape, name: string): void {
    if (node.type !== 'string') {
      this.#tell(node.start, `${name} ska vara en text inom citattecken.`)
      return
    }
    const text = String(node.value)
    if (values && !values.includes(text)) {
      const list = values.length <= 12 ? ` Välj bland ${values.join(', ')}.` : ''
      this.#tell(
        node.start,
        `${name} kan inte vara ”${text}”: ${noun} med det namnet finns inte.${list}`,
        nearestName(text, values),
      )
    } else if (pattern && !new RegExp(pattern.source, 'u').test(text)) {
      this.#tell(node.start, `${name} ${pattern.says}, men är ”${text}”.`, nearestName(text, names))
    }
  }

  #checkNumber(node: ConfigNode, { type, minimum, maximum }: NumberShape, name: string): void {
    const value = node.type === 'number' ? Number(node.value) : Number.NaN
    const whole = type === 'integer'
    const fits =
      (whole ? Number.isInteger(value) : !Number.isNaN(value)) &&
      value >= (minimum ?? Number.NEGATIVE_INFINITY) &&
      value <= (maximum ?? Number.POSITIVE_INFINITY)
    if (fits) return
    const kind = whole ? 'ett heltal' : 'ett tal'
    this.#tell(
      node.start,
      `${name} ska vara ${kind}${limits(minimum, maximum)}${node.type === 'number' ? `, men är ${value}` : ''}.`,
    )
  }

  #checkArray(node: ConfigNode, items: Shape, name: string, atLeastOne: boolean): void {
    if (node.type !== 'array') {
      this.#tell(node.start, `${name} ska vara en lista inom [ ].`)
      return
    }
    if (atLeastOne && node.items.length === 0) this.#tell(node.start, `${name} får inte vara en tom lista.`)
    for (const item of node.items) this.check(item, items, `Värdet i ${name}`)
  }

  #checkObject(node: ConfigNode, shape: ObjectShape, name: string): void {
    if (node.type !== 'object') {
      this.#tell(node.start, `${name} ska stå inom { }.`)
      return
    }
    const seen = new Set<string>()
    for (const { key, keyStart, value } of node.entries) {
      const inner = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined
      if (inner) this.check(value, inner, key)
      else this.#tell(keyStart, shape.unknownKey(key), nearestName(key, Object.keys(shape.properties)))
      if (seen.has(key)) this.#tell(keyStart, `Nyckeln ”${key}” står två gånger.`)
      seen.add(key)
    }
    for (const key of shape.required ?? []) if (!seen.has(key)) this.#tell(node.start, `Här saknas nyckeln ”${key}”.`)
  }

  #checkLevel(node: ConfigNode, options: ObjectShape, name: string): void {
    const [level, values] = node.type === 'array' && node.items.length <= 2 ? node.items : [node, undefined]
    if (level?.type === 'object' && level === node) this.check(node, options, `Inställningarna för ${name}`)
    else this.#checkLevelName(level ?? node, name)
    if (values) this.check(values, options, `Inställningarna för ${name}`)
  }

  #checkLevelName(node: ConfigNode, name: string): void {
    if (node.type === 'string' && levels.some((level) => level === node.value)) return
    const written = node.type === 'string' ? `, inte ”${node.value}”` : ', eller [nivå, { inställningar }]'
    const nearest = node.type === 'string' ? nearestName(String(node.value), levels) : undefined
    this.#tell(node.start, `Nivån för ${name} ska vara ${levelList()}${written}.`, nearest)
  }
}

function limits(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` mellan ${minimum} och ${maximum}`
  if (minimum !== undefined) return ` som är minst ${minimum}`
  return maximum === undefined ? '' : ` som är högst ${maximum}`
}
