import { parse, postprocess, preprocess } from 'micromark'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Create, Event, Extension, ParseContext } from 'micromark-util-types'
import { calmContainers, calmText } from './limits.ts'
import { decodeString } from './strings.ts'

/** Where a link reference points. */
interface Definition {
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

/** Labels as micromark wants them, found without going through them all. */
class Labels extends Array<string> {
  readonly #labels: Set<string>

  constructor(labels: Iterable<string>) {
    super()
    this.#labels = new Set(labels)
  }

  override includes(label: string): boolean {
    return this.#labels.has(label)
  }

  override push(label: string): number {
    this.#labels.add(label)
    return this.#labels.size
  }
}

const SYNTAX = [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()]

/** What an address that stands by itself cannot do without. */
const ADDRESS = /@|www\.|https?:\/\//i
/** The address of a link, which is found anyway. */
const LINK_ADDRESS = /(?<!\\)(?:\[[^[\]\\]*\]\([^()\s]*\)|<https?:[^<>\s]*>)/g
/** Beyond this length, looking for addresses takes more than its share: the time grows with the square. */
const MAX_ADDRESS_LENGTH = 20_000

/** A parser that can be used for one piece after another. */
export class MarkdownParser {
  readonly #plain = createParser(SYNTAX)
  /** Looks for addresses at the beginning of every word, which takes its time. */
  readonly #withAddresses = createParser([gfmAutolinkLiteral(), ...SYNTAX])

  /** Sets what references may refer to. */
  define(definitions: Definitions): void {
    for (const parser of [this.#plain, this.#withAddresses]) {
      parser.defined = new Labels(definitions.links.keys())
      parser.gfmFootnotes = new Labels(definitions.footnotes)
    }
  }

  /** micromark's events for a piece of Markdown, offsets counted from its beginning. */
  events(text: string): Event[] {
    const parser = hasAddresses(text) ? this.#withAddresses : this.#plain
    parser.lazy = {}
    // micromark drops a byte order mark without counting it. Here it is a character like others.
    const counted = text.charCodeAt(0) === 0xfeff ? `\u2060${text.slice(1)}` : text
    return postprocess(parser.document().write(preprocess()(calmContainers(counted), undefined, true)))
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

function hasAddresses(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text) && ADDRESS.test(text.replace(LINK_ADDRESS, ''))
}

function createParser(extensions: Extension[]): ParseContext {
  const parser = parse({ extensions })
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
