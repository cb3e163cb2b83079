import { analyse, type Sentence } from 'retext-swedish'
import { BlockCache } from '../block-cache.ts'
import { detailOf } from '../detail.ts'
import { LineIndex } from '../line-index.ts'
import type { BlockStats } from '../metrics.ts'
import type { FileResult, Range } from '../result.ts'
import { type Difficulty, difficultyOf } from './difficulty.ts'
import { type Sample, sampleOf } from './figures.ts'

/** A sentence of the running text, measured. */
interface ReadSentence extends MeasuredSentence {
  readonly text: string
  /** The number of its block. */
  readonly block: number
  /** In the source. */
  readonly range: Range
}

/** What is kept of a sentence. */
interface MeasuredSentence {
  /** Offsets into the block's text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly words: number
  readonly sample: Sample
  readonly difficulty: Difficulty
}

/** A heading and the running text below it, up to the next heading. */
export interface ReadSection {
  /** Undefined for what stands before the first heading. */
  readonly heading: string | undefined
  /** 1–6; 0 where there is no heading. */
  readonly level: number
  /** Of the heading; of the first sentence where there is none. */
  readonly range: Range
  readonly sentences: readonly ReadSentence[]
  readonly stats: readonly BlockStats[]
}

/** Characters of text whose measures are kept whatever the size of the documents. */
const keptText = 500_000

/**
 * The measures of blocks by their text: all words are analysed and all sentences parsed for them, and a text that is
 * read again is much the same.
 */
const known = new BlockCache<readonly MeasuredSentence[]>(keptText)

/**
 * The running text of a result, section by section.
 *
 * @throws TypeError for a result that did not come from `lint` in this process
 */
export function readSections(result: FileResult): ReadSection[] {
  const { document, blocks: stats } = detailOf(result)
  const lines = new LineIndex(document.source)
  const sections: { -readonly [K in keyof ReadSection]: ReadSection[K] }[] = []
  const open = { sentences: [] as ReadSentence[], stats: [] as BlockStats[] }
  known.makeRoom(document.source.length)
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      open.sentences = []
      open.stats = []
      const range = lines.range(block.map.start(0), block.map.end(block.text.length))
      sections.push({ heading: block.text, level: block.level, range, ...open })
      continue
    }
    const own = stats[block.index]
    if (own?.body === undefined) continue
    for (const sentence of measuredSentences(block.text)) {
      const { start, end } = sentence
      const range = lines.range(block.map.start(start), block.map.end(end))
      if (sections.length === 0) sections.push({ heading: undefined, level: 0, range, ...open })
      open.sentences.push({ ...sentence, text: block.text.slice(start, end), block: block.index, range })
    }
    open.stats.push(own)
  }
  return sections
}

/** The sentences of a text that have words. */
function measuredSentences(text: string): readonly MeasuredSentence[] {
  let sentences = known.get(text)
  if (!sentences) {
    sentences = analyse(text)
      .sentences.filter(({ wordCount }) => wordCount > 0)
      .map(measure)
    known.set(text, sentences)
  }
  return sentences
}

function measure(sentence: Sentence): MeasuredSentence {
  const { start, end, wordCount } = sentence
  return { start, end, words: wordCount, sample: sampleOf(sentence), difficulty: difficultyOf(sentence) }
}
