import { fromMarkdown } from 'mdast-util-from-markdown'

/** The headings that every page has, in this order. */
export const headings = [
  'Det här hittar regeln',
  'Varför',
  'Exempel',
  'Skriv hellre',
  'Flaggas inte',
  'Inställningar',
  'Är rättningen säker?',
  'Källa',
  'Så säker är regeln',
] as const

/** A text to lint, with what the rule under test must mark in it. */
export interface Example {
  /** The markers taken out. */
  text: string
  format: 'markdown' | 'html' | 'text'
  /** Offsets into `text`, end exclusive, in order of start. */
  marks: { start: number; end: number }[]
  /** What a fence says after its language: `profil=rapport maxOrd=30`. */
  settings: Record<string, string>
  /** Line of the page, from 1. */
  line: number
}

/** A text before and after its suggestions are taken. */
interface FixExample {
  before: string
  after: string
  line: number
}

export interface Page {
  title: string
  /** The headings of level 2, as written. */
  headings: string[]
  examples: Example[]
  rewrites: Example[]
  quiet: Example[]
  fixes: FixExample[]
}

type Node = ReturnType<typeof fromMarkdown>['children'][number]
type ListItem = Extract<Node, { type: 'list' }>['children'][number]

/**
 * Reads a rule's page. Under *Exempel*, *Skriv hellre* and *Flaggas inte* every list item is one example:
 * a line of Markdown whose **bold** words are the marked ones, or a fenced document whose marked words
 * stand in `[[…]]`. A reason in italics and parentheses at the end of a line is no part of the example.
 *
 * @throws Error that names the line, where the page does not follow the format
 */
export function readPage(source: string): Page {
  const tree = fromMarkdown(source)
  const page: Page = { title: '', headings: [], examples: [], rewrites: [], quiet: [], fixes: [] }
  let section = ''
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const text = slice(source, node)
        .replace(/^#+\s*/, '')
        .trim()
      if (node.depth === 1) page.title = text
      else if (node.depth === 2) {
        section = text
        page.headings.push(text)
      }
      continue
    }
    if (node.type !== 'list') continue
    if (section === 'Exempel') page.examples.push(...node.children.map((item) => readExample(source, item)))
    else if (section === 'Skriv hellre') page.rewrites.push(...node.children.map((item) => readExample(source, item)))
    else if (section === 'Flaggas inte') page.quiet.push(...node.children.map((item) => readExample(source, item)))
    else if (section === 'Är rättningen säker?')
      page.fixes.push(...node.children.flatMap((item) => readFix(source, item)))
  }
  return page
}

function readExample(source: string, item: ListItem): Example {
  const line = item.position!.start.line
  const fence = item.children.find((child) => child.type === 'code')
  if (fence) {
    const format = fence.lang ?? 'markdown'
    if (format !== 'markdown' && format !== 'html' && format !== 'text')
      throw new Error(`rad ${line}: okänt format ”${format}” på exemplet`)
    return { ...stripMarkers(fence.value, '[[', ']]', line), format, settings: readSettings(fence.meta ?? ''), line }
  }
  const paragraph = item.children[0]
  if (paragraph?.type !== 'paragraph' || item.children.length > 1)
    throw new Error(`rad ${line}: ett exempel är en rad text eller ett kodblock`)
  const children = [...paragraph.children]
  const last = children.at(-1)
  let end = paragraph.position!.end.offset!
  if (last?.type === 'emphasis' && /^[*_]\(.*\)[*_]$/.test(slice(source, last))) end = last.position!.start.offset!
  let text = ''
  let at = paragraph.position!.start.offset!
  const marks: Example['marks'] = []
  for (const child of children) {
    if (child.type !== 'strong') continue
    const [from, to] = [child.position!.start.offset!, child.position!.end.offset!]
    text += source.slice(at, from)
    const words = source.slice(from + 2, to - 2)
    marks.push({ start: text.length, end: text.length + words.length })
    text += words
    at = to
  }
  text = (text + source.slice(at, end)).trimEnd()
  if (text.includes('\n')) throw new Error(`rad ${line}: skriv exemplet på en rad`)
  return { text, format: 'markdown', marks, settings: {}, line }
}

function readFix(source: string, item: ListItem): FixExample[] {
  const line = item.position!.start.line
  const parts = slice(source, item)
    .replace(/^(?:[-*+]|\d+[.)])\s+/, '')
    .split(' → ')
  if (parts.length === 1) return []
  if (parts.length !== 2) throw new Error(`rad ${line}: skriv ”före → efter” med en pil`)
  const [before, after] = parts.map((part) => part.trim().replace(/^`([^`]*)`$/, '$1'))
  return [{ before: before!, after: after!, line }]
}

/** Takes the markers out of a text; markers may nest. */
function stripMarkers(value: string, open: string, close: string, line: number): Pick<Example, 'text' | 'marks'> {
  const marks: Example['marks'] = []
  const opened: number[] = []
  let text = ''
  for (let at = 0; at < value.length; ) {
    // Of three brackets the first is the link's own: `[[[words]]](/address)`.
    if (value.startsWith(open, at) && !value.startsWith(open[0] + open, at)) {
      opened.push(text.length)
      at += open.length
    } else if (value.startsWith(close, at) && opened.length > 0) {
      marks.push({ start: opened.pop()!, end: text.length })
      at += close.length
    } else text += value[at++]
  }
  if (opened.length > 0) throw new Error(`rad ${line}: ”${open}” saknar ”${close}”`)
  return { text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) }
}

function readSettings(meta: string): Record<string, string> {
  return Object.fromEntries(
    meta
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}

function slice(source: string, node: { position?: { start: { offset?: number }; end: { offset?: number } } }): string {
  return source.slice(node.position!.start.offset, node.position!.end.offset)
}
