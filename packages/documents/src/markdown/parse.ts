import { parse, postprocess, preprocess } from 'micromark'
import { gfm } from 'micromark-extension-gfm'
import type { Event, ParseContext } from 'micromark-util-types'

/** Where a link reference points. */
export interface Definition {
  href: string
  title: string
}

/** What the link references and footnote calls of a document may refer to, by normalised label. */
export interface Definitions {
  links: ReadonlyMap<string, Definition>
  footnotes: ReadonlySet<string>
}

const parser: ParseContext = parse({ extensions: [gfm()] })

/**
 * micromark's events for a piece of Markdown, offsets counted from its beginning.
 *
 * @param definitions what stands elsewhere in the document
 */
export function markdownEvents(text: string, definitions: Definitions): Event[] {
  parser.defined = [...definitions.links.keys()]
  parser.gfmFootnotes = [...definitions.footnotes]
  parser.lazy = {}
  // micromark drops a byte order mark without counting it. Here it is a character like others.
  const counted = text.charCodeAt(0) === 0xfeff ? `\u2060${text.slice(1)}` : text
  return postprocess(parser.document().write(preprocess()(counted, undefined, true)))
}
