import type { FileResult, Range } from '../result.ts'
import type { Difficulty } from './difficulty.ts'
import { type Figures, figuresOf } from './figures.ts'
import { readSections } from './reading.ts'

/** How a text reads: as a whole, section by section and sentence by sentence. */
export interface Readability {
  whole: Figures
  /** By heading, in text order; what stands before the first heading has none. Sections without running text are left out. */
  sections: SectionFigures[]
  /** In text order. */
  sentences: SentenceFigures[]
}

export interface SectionFigures {
  heading: string | undefined
  /** 1–6; 0 where there is no heading. */
  level: number
  range: Range
  figures: Figures
}

export interface SentenceFigures {
  text: string
  range: Range
  /** The number of its block, and offsets into the block's text, end exclusive. */
  block: number
  start: number
  end: number
  words: number
  difficulty: Difficulty
}

const known = new WeakMap<FileResult, Readability>()

/**
 * Measures a text that has been linted. Worked out when first asked for, and kept with the result.
 *
 * @throws TypeError for a result that did not come from `lint` in this process
 */
export function readabilityOf(result: FileResult): Readability {
  let readability = known.get(result)
  if (!readability) {
    const sections = readSections(result)
    const all = sections.flatMap(({ sentences }) => sentences)
    readability = {
      whole: figuresOf(
        all,
        sections.flatMap(({ stats }) => stats),
      ),
      sections: sections
        .filter(({ sentences }) => sentences.length > 0)
        .map(({ heading, level, range, sentences, stats }) => ({
          heading,
          level,
          range,
          figures: figuresOf(sentences, stats),
        })),
      sentences: all.map(({ sample, ...sentence }) => sentence),
    }
    known.set(result, readability)
  }
  return readability
}
