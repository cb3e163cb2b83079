import { parse, postprocess, preprocess } from 'micromark'
import { gfm } from 'micromark-extension-gfm'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Create, Event, ParseContext } from 'micromark-util-types'
import { calmContainers, calmText } from './limits.ts'
import { decodeString } from './strings.ts'

/** Where a link reference points. */
export interface Definition {
  href: string
  title: string | undefined
}

/** What link references and footnote calls may refer to, by normalised label. The first definition counts. */
export interface Definitions {
  links: Map<string, Definition>
  footnotes: Set<string>
}

export function noDefinitions(): Definitions {
  return { links: new Map(), footnotes: new Set() }
}

/** Adds definitions that stand later in the document. */
export function addDefinitions(all: Definitions, more: Definitions | undefined): void {
  if (!more) return
  for (const [label, definition] of more.links) if (!all.links.has(label)) all.links.set(label, definition)
  for (const label of more.footnotes) all.footnotes.add(label)
}

/** A parser that can be used for one piece after another. */
export class MarkdownParser {
  readonly #parser: ParseContext = createParser()

  /** Sets what references may refer to. */
  define(definitions: Definitions): void {
    this.#parser.defined = [...definitions.links.keys()]
    this.#parser.gfmFootnotes = [...definitions.footnotes]
  }

  /** micromark's events for a piece of Markdown, offsets counted from its beginning. */
  events(text: string): Event[] {
    this.#parser.lazy = {}
    // micromark drops a byte order mark without counting it. Here it is a character like others.
    const counted = text.charCodeAt(0) === 0xfeff ? `\u2060${text.slice(1)}` : text
    return postprocess(this.#parser.document().write(preprocess()(calmContainers(counted), undefined, true)))
  }

  /** The definitions in a piece of Markdown. */
  definitions(text: string): Definitions {
    const definitions = noDefinitions()
    let label = ''
    let definition: Definition = { href: '', title: undefined }
    for (const [action, token] of this.events(text)) {
      if (action === 'enter') continue
      const content = () => text.slice(token.start.offset, token.end.offset)
      switch (token.type as string) {
        case 'definitionLabelString':
          label = normalizeIdentifier(content())
          definition = { href: '', title: undefined }
          break
        case 'definitionDestinationString':
          definition.href = decodeString(content())
          break
        case 'definitionTitleString':
          definition.title = decodeString(content())
          break
        case 'definition':
          if (!definitions.links.has(label)) definitions.links.set(label, definition)
          break
        case 'gfmFootnoteDefinitionLabelString':
          definitions.footnotes.add(normalizeIdentifier(content()))
          break
      }
    }
    return definitions
  }
}

function createParser(): ParseContext {
  const parser = parse({ extensions: [gfm()] })
  const create = parser.text
  const createCalm: Create = (from) => {
    const tokenizer = create(from)
    const write = tokenizer.write
    const calm = calmText()
    tokenizer.write = (slice) => write(slice.map((chunk) => (typeof chunk === 'string' ? calm(chunk) : chunk)))
    return tokenizer
  }
  parser.text = createCalm
  return parser
}
