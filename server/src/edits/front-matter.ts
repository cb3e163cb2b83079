import type { Document } from '@klarsprak/documents'
import { isMap, parseDocument } from 'yaml'

/** What is put in the source. Offsets are UTF-16 code units, end exclusive. */
export interface FrontMatterEdit {
  start: number
  end: number
  text: string
}

/**
 * The edit that keeps a value in the front matter: YAML in Markdown, `<meta name="klarsprak:…">` in HTML. The empty
 * value takes the key away. Undefined in plain text, which has no front matter, and where the YAML cannot be read.
 *
 * @param keys the key, and those that it stands below: `['checklista', 'ordning']`
 */
export function setFrontMatter(
  document: Document,
  keys: readonly string[],
  value: string,
): FrontMatterEdit | undefined {
  if (document.format === 'markdown') return setYaml(document, keys, value)
  if (document.format === 'html') return setMeta(document, keys.join('.'), value)
  return undefined
}

function setYaml(
  { source, frontMatter }: Document,
  keys: readonly string[],
  value: string,
): FrontMatterEdit | undefined {
  const lineEnd = /\r\n|\n|\r/u.exec(source)?.[0] ?? '\n'
  const { range, error } = frontMatter
  if (error) return undefined
  const head = range ? source.slice(range.start, range.end) : '---\n---'
  const [, opening, yaml, closing] = /^(---[ \t]*(?:\r\n|\n|\r))([\s\S]*?)(---[ \t]*)$/u.exec(head)!
  const document = parseDocument(yaml!)
  const [group] = keys
  // A value stands where the group should.
  if (keys.length > 1 && document.has(group) && !isMap(document.get(group))) return undefined
  if (value === '') {
    if (document.contents === null || !document.hasIn(keys)) return undefined
    document.deleteIn(keys)
    const rest = document.toJS() as Record<string, unknown> | null
    const left = rest?.[group!]
    if (keys.length > 1 && typeof left === 'object' && left !== null && Object.keys(left).length === 0)
      document.delete(group)
  } else document.setIn(keys, value)
  const isEmpty = document.contents === null || Object.keys((document.toJS() as object | null) ?? {}).length === 0
  const body = isEmpty && document.commentBefore == null ? '' : document.toString({ lineWidth: 0 })
  const text = (opening! + body.replace(/\n?$/u, body === '' ? '' : '\n') + closing!).replace(/\r\n|\n|\r/gu, lineEnd)
  return range ? { ...range, text } : { start: 0, end: 0, text: text + lineEnd + lineEnd }
}

function setMeta({ source, frontMatter }: Document, key: string, value: string): FrontMatterEdit | undefined {
  const known = Object.hasOwn(frontMatter.keys, key) ? frontMatter.keys[key] : undefined
  if (value === '') {
    if (!known) return undefined
    const after = /^[ \t]*(?:\r\n|\n|\r)/u.exec(source.slice(known.end))?.[0].length ?? 0
    return { start: known.start, end: known.end + after, text: '' }
  }
  const element = `<meta name="klarsprak:${key}" content="${escapeAttribute(value)}">`
  if (known) return { ...known, text: element }
  const head = /<head(?:\s[^>]*)?>/iu.exec(source)
  const at = head ? head.index + head[0].length : afterDoctype(source)
  const lineEnd = /\r\n|\n|\r/u.exec(source)?.[0] ?? '\n'
  return { start: at, end: at, text: at === 0 ? element + lineEnd : lineEnd + element }
}

/** A fragment has no head: its answers stand first. */
function afterDoctype(source: string): number {
  const before = /^\s*<!doctype[^>]*>(?:\s*<html(?:\s[^>]*)?>)?/iu.exec(source)
  return before ? before[0].length : 0
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
