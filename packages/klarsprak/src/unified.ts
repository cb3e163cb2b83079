import { type Document, formatOf, OffsetMap, readDocument } from '@klarsprak/documents'
import type { Config, FileResult, Finding, Severity } from '@klarsprak/engine'
import type { Nodes, Paragraph, Root } from 'nlcst'
import type { VFile } from 'vfile'
import { createLinter } from './create-linter.ts'

const fatal: Readonly<Record<Severity, boolean | undefined>> = { error: true, warning: false, suggestion: undefined }

/**
 * Unified plugin: `unified().use(retextSwedish).use(retextKlarsprak, config)`. Every finding becomes a message of the
 * file, with `ruleId`, `source` (`klarsprak`), `url`, `expected`, `actual`, `note` and place; errors are `fatal: true`,
 * warnings `false`, suggestions neither.
 *
 * Where the tree is the whole file, the file is read anew by its extension, headings and lists and all. A tree that
 * another format was turned into (remark-retext, rehype-retext) is linted paragraph by paragraph at its own positions.
 *
 * @param config what `klarsprak.config.json` may hold; settings files are not looked for
 * @throws ConfigError where the settings cannot be used
 */
export function retextKlarsprak(config: Readonly<Config> = {}): (tree: Root, file: VFile) => Promise<void> | undefined {
  const linter = createLinter()
  return (tree, file) => {
    const request = { config, ...(file.path === undefined ? {} : { filename: file.path }) }
    const run = (): void => addMessages(file, linter.lint({ ...request, document: documentOf(tree, file) }))
    if (!linter.isReady(request)) return linter.prepare(request).then(run)
    run()
    return undefined
  }
}

function addMessages(file: VFile, { findings }: FileResult): void {
  const source = String(file)
  for (const finding of findings) {
    const { ruleId, message: reason, range, severity, url, text, why, suggestions } = finding
    const message = file.message(reason, { place: range, ruleId, source: 'klarsprak' })
    message.fatal = fatal[severity]
    message.url = url
    message.actual = text
    message.expected = expectedTexts(finding, source)
    message.note = [why, ...suggestions.map(({ title }) => `- ${title}`)].join('\n')
  }
}

/** What the marked words become by each suggestion that changes them alone. */
function expectedTexts({ range, suggestions }: Finding, source: string): string[] {
  const { start, end } = range
  return suggestions
    .filter(
      ({ edits }) => edits.length > 0 && edits.every((edit) => edit.start >= start.offset && edit.end <= end.offset),
    )
    .map(({ edits }) => {
      let text = ''
      let at = start.offset
      for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
        text += source.slice(at, edit.start) + edit.text
        at = edit.end
      }
      return text + source.slice(at, end.offset)
    })
}

function documentOf(tree: Root, file: VFile): Document {
  const source = String(file)
  const format = file.path === undefined ? 'text' : formatOf(file.path)
  return format !== 'text' || textOf(tree) === source ? readDocument(source, { format }) : documentOfTree(tree, source)
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : node.children.map(textOf).join('')
}

/** A document whose blocks are the paragraphs of a tree, at the tree's positions. */
function documentOfTree(tree: Root, source: string): Document {
  const blocks = paragraphsOf(tree).flatMap((paragraph) => {
    const leaves = leavesOf(paragraph)
    const segments: [number, number, number, number][] = []
    let text = ''
    for (const { value, position } of leaves) {
      const start = position?.start.offset
      const end = position?.end.offset
      if (start === undefined || end === undefined) return []
      segments.push([text.length, start, end - start, value.length])
      text += value
    }
    const [first] = segments
    const last = segments.at(-1)
    if (!first || !last) return []
    const map = new OffsetMap(segments)
    return [{ text, map, source: { start: first[1], end: last[1] + last[2] } }]
  })
  return {
    source,
    format: 'text',
    fragment: true,
    directives: [],
    frontMatter: { data: {}, keys: {} },
    blocks: blocks.map((block, index) => ({ ...block, index, kind: 'paragraph', level: 0, marks: [], quoted: false })),
  }
}

function paragraphsOf(node: Nodes): Paragraph[] {
  if (node.type === 'ParagraphNode') return [node]
  return 'children' in node ? (node.children as Nodes[]).flatMap(paragraphsOf) : []
}

function leavesOf(node: Nodes): Extract<Nodes, { value: string }>[] {
  return 'value' in node ? [node] : (node.children as Nodes[]).flatMap(leavesOf)
}
