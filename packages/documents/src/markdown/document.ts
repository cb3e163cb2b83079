import { type Change, rebuild, recut, wholeOf } from '../changes.ts'
import { readFrontMatter } from '../front-matter.ts'
import { onItsOwn } from '../own-text.ts'
import { type Piece, type PieceStart, pieceOf } from '../pieces.ts'
import { refineBlocks } from '../refine.ts'
import type { Block, Document, FrontMatter } from '../types.ts'
import { addDefinitions, type Definitions, MarkdownParser, noDefinitions } from './parse.ts'
import { MAX_MARKED, writePiece } from './read.ts'
import { endOfPiece } from './split.ts'

interface References {
  /** What the piece defines for the whole document; undefined where that is nothing. */
  readonly definitions: Definitions | undefined
  /** True where the piece may refer to definitions. */
  readonly refers: boolean
}

/** What a Markdown document is made of: what is needed to read it again after an edit. */
export interface MarkdownState {
  readonly frontMatter: FrontMatter
  readonly pieces: readonly Piece<References>[]
}

const parser = new MarkdownParser()

/** Reads Markdown; after a change, only what it concerns. */
export function readMarkdown(
  source: string,
  previous?: MarkdownState,
  change: Change = wholeOf(source),
): { document: Document; state: MarkdownState } {
  const kept = previous && keepsFrontMatter(source, previous.frontMatter, change) ? previous : undefined
  const frontMatter = kept?.frontMatter ?? readFrontMatter(source)
  const from = frontMatter.range?.end ?? 0
  const old = kept?.pieces ?? []
  const cuts = recut(old, source, from, kept ? change : wholeOf(source), (start) => endOfPiece(source, start))

  const leaving = old.slice(cuts.before, cuts.after)
  const coming = new Map<number, Definitions | undefined>()
  let start = leaving[0]?.start ?? from
  for (const end of cuts.ends) {
    coming.set(start, definitionsIn(source, start, end))
    start = end
  }
  const definitions = noDefinitions()
  for (const piece of old.slice(0, cuts.before)) addDefinitions(definitions, piece.data.definitions)
  for (const some of coming.values()) addDefinitions(definitions, some)
  for (const piece of old.slice(cuts.after)) addDefinitions(definitions, piece.data.definitions)
  const redefined = [...coming.values()].some(Boolean) || leaving.some((piece) => piece.data.definitions)
  parser.define(definitions)

  const lang = languageOf(frontMatter)
  const read = (place: PieceStart, end: number): Piece<References> =>
    pieceOf(place, end, writePiece(source, place, end, parser, definitions, lang), {
      definitions: coming.has(place.start) ? coming.get(place.start) : definitionsIn(source, place.start, end),
      refers: source.slice(place.start, end).includes('['),
    })
  const pieces = rebuild(old, from, cuts, read, (piece) => redefined && piece.data.refers)
  return { document: documentOf(source, pieces, frontMatter, lang), state: { frontMatter, pieces } }
}

/** The definitions in a piece; undefined where there are none. */
function definitionsIn(source: string, start: number, end: number): Definitions | undefined {
  if (end - start > MAX_MARKED) return undefined
  const text = onItsOwn(source.slice(start, end))
  return text.includes(']:') ? parser.definitions(text) : undefined
}

/** True where a change stands below the front matter, and the text did not get one by it. */
function keepsFrontMatter(source: string, frontMatter: FrontMatter, change: Change): boolean {
  return frontMatter.range ? change.start > frontMatter.range.end : !frontMatter.error && !source.startsWith('---')
}

/** The language that the front matter names. */
function languageOf({ data }: FrontMatter): string | undefined {
  const lang = data.lang ?? data.language ?? data.språk ?? data.sprak
  return typeof lang === 'string' && lang !== '' ? lang : undefined
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = []
  for (const piece of pieces) {
    if (piece.embedsFirst && blocks.length > 0) blocks.push({ ...blocks.pop()!, embeds: true })
    for (const block of piece.blocks) blocks.push(block)
  }
  return blocks
}

function documentOf(
  source: string,
  pieces: readonly Piece<References>[],
  frontMatter: FrontMatter,
  lang: string | undefined,
): Document {
  const blocks = blocksOf(pieces)
  refineBlocks(blocks)
  const directives = pieces.flatMap((piece) => piece.directives)
  return { source, format: 'markdown', blocks, directives, frontMatter, lang, fragment: false }
}
