import type { Block, BlockKind, ListPlace, TablePlace } from '@klarsprak/documents'
import { type AnsweredQuestion, checklistOf, type PointState } from './checklist/checklist.ts'
import type { Evidence } from './checklist/evidence.ts'
import { detailOf } from './detail.ts'
import type { Engine } from './engine.ts'
import type { Verdict } from './gate.ts'
import { bestEdits } from './readability/best-edits.ts'
import type { Figures } from './readability/figures.ts'
import { readabilityOf, type SectionFigures } from './readability/readability.ts'
import type { LintRequest } from './request.ts'
import type { FileResult, Finding, Range } from './result.ts'
import type { ChecklistPoint } from './types.ts'

/**
 * All that can be shown of a text, in one answer. Findings are listed once; everything else names them by their place
 * in `findings`.
 */
export interface Review extends FileResult {
  verdict: Verdict
  /** The text as its reader meets it, in text order. */
  blocks: ReviewedBlock[]
  figures: Figures
  sections: SectionFigures[]
  /** The sentences of the running text, in order. */
  sentences: ReviewedSentence[]
  checklist: ReviewedPoint[]
  /** The changes that help the reader most, the most helpful first. */
  edits: ReviewedEdit[]
}

export interface ReviewedBlock {
  kind: BlockKind
  level: number
  text: string
  /** Of the whole block in the source, end exclusive. */
  start: number
  end: number
  quoted: boolean
  list?: Pick<ListPlace, 'id' | 'index' | 'depth' | 'ordered'>
  table?: TablePlace
  /** Offsets into the block's text, end exclusive. */
  findings: { finding: number; start: number; end: number }[]
}

export interface ReviewedPoint {
  point: ChecklistPoint
  title: string
  state: PointState
  evidence: Evidence[]
  findings: number[]
  questions: AnsweredQuestion[]
}

export interface ReviewedSentence {
  range: Range
  words: number
  /** 0–100: under 20 easy, from 40 hard, from 60 very hard. */
  difficulty: number
}

export interface ReviewedEdit {
  range: Range
  text: string
  /** Null for a change of more than a sentence. */
  difficulty: number | null
  reasons: string[]
  findings: number[]
}

/**
 * Lints a text and works out all that can be shown of it. Runs in Node and in a browser alike.
 *
 * @param linter made ready for the request by `prepare`
 * @throws ConfigError, DocumentError as `lint`
 */
export function reviewText(linter: Engine, request: LintRequest): Review {
  const result = linter.lint(request)
  return reviewOf(result, linter.verdict(result))
}

/**
 * Works out all that can be shown of a text that has been linted.
 *
 * @throws TypeError for a result that did not come from `lint` in this process
 */
export function reviewOf(result: FileResult, verdict: Verdict): Review {
  const { findings } = result
  const indexes = new Map<Finding, number>(findings.map((finding, index) => [finding, index]))
  const indexesOf = (list: readonly Finding[]): number[] => list.map((finding) => indexes.get(finding)!)
  const { document } = detailOf(result)
  const { whole, sections, sentences } = readabilityOf(result)
  return {
    ...result,
    verdict,
    blocks: blocksOf(result, document.blocks),
    figures: whole,
    sections,
    sentences: sentences.map(({ range, words, difficulty }) => ({ range, words, difficulty: difficulty.score })),
    checklist: checklistOf(result).map((point) => ({ ...point, findings: indexesOf(point.findings) })),
    edits: bestEdits(result).map(({ range, text, difficulty, reasons, findings: list }) => ({
      range,
      text,
      difficulty: difficulty ?? null,
      reasons,
      findings: indexesOf(list),
    })),
  }
}

function blocksOf(result: FileResult, blocks: readonly Block[]): ReviewedBlock[] {
  const reviewed = blocks.map(
    ({ kind, level, text, source, quoted, list, table }): ReviewedBlock => ({
      kind,
      level,
      text,
      ...source,
      quoted,
      ...(list && { list: { id: list.id, index: list.index, depth: list.depth, ordered: list.ordered } }),
      ...(table && { table }),
      findings: [],
    }),
  )
  for (const [finding, { block, start, end }] of detailOf(result).places.entries())
    reviewed[block]?.findings.push({ finding, start, end })
  return reviewed
}
