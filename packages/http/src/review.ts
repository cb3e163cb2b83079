import {
  type AnsweredQuestion,
  bestEdits,
  type ChecklistPoint,
  checklistOf,
  detailOf,
  type Engine,
  type Evidence,
  type Figures,
  type FileResult,
  type Finding,
  type LintRequest,
  type PointState,
  type Range,
  readabilityOf,
  type Verdict,
} from '@klarsprak/engine'

/**
 * All that the web page shows of a text, in one answer. Findings are listed once; the checklist and the edits name them
 * by their place in `findings`. Offsets and lines are those of the text, as in every other answer.
 */
export interface Review extends FileResult {
  verdict: Verdict
  /** What said which kind of text it is, in Swedish. */
  profileOrigin: string
  checklist: ReviewedPoint[]
  figures: Figures
  /** The sentences of the running text, in order. */
  sentences: ReviewedSentence[]
  /** The changes that help the reader most, the most helpful first. */
  edits: ReviewedEdit[]
  /** What the rules of the findings are called, by id. */
  ruleTitles: Record<string, string>
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
  /** Offsets into the text, end exclusive. */
  start: number
  end: number
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
 * Lints a text and works out what the page shows of it. Runs in Node and in a browser alike.
 *
 * @param linter made ready for the request by `prepare`
 * @throws ConfigError, DocumentError as `lint`
 */
export function reviewText(linter: Engine, request: LintRequest): Review {
  const result = linter.lint(request)
  const { findings } = result
  const places = new Map<Finding, number>(findings.map((finding, index) => [finding, index]))
  const indices = (list: readonly Finding[]): number[] => list.map((finding) => places.get(finding)!)
  const { whole, sentences } = readabilityOf(result)
  const found = new Set(findings.map(({ ruleId }) => ruleId))
  return {
    ...result,
    verdict: linter.verdict(result),
    profileOrigin: detailOf(result).profile.origin,
    checklist: checklistOf(result).map((point) => ({ ...point, findings: indices(point.findings) })),
    figures: whole,
    sentences: sentences.map(({ range, words, difficulty }) => ({
      start: range.start.offset,
      end: range.end.offset,
      words,
      difficulty: difficulty.score,
    })),
    edits: bestEdits(result).map(({ range, text, difficulty, reasons, findings: list }) => ({
      range,
      text,
      difficulty: difficulty ?? null,
      reasons,
      findings: indices(list),
    })),
    ruleTitles: Object.fromEntries(
      linter.rules.filter(({ id }) => found.has(id)).map(({ id, title }): [string, string] => [id, title]),
    ),
  }
}
