import { detailOf } from '../detail.ts'
import type { FileResult, Finding } from '../result.ts'
import type { ChecklistPoint } from '../types.ts'
import { readAnswers } from './answers.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { checklistPoints, type PointDefinition } from './points.ts'

/** How a point stands: settled, to look over, or a question that only a person can answer. */
export type PointState = 'ok' | 'se över' | 'fråga till dig'

/** A question with its answer from the front matter. */
export interface AnsweredQuestion {
  id: string
  question: string
  /** Null where the front matter has none. */
  answer: string | null
}

/** One point of the checklist, half filled in. */
export interface CheckedPoint {
  point: ChecklistPoint
  title: string
  state: PointState
  evidence: Evidence[]
  /** Findings that serve the point, in text order. */
  findings: Finding[]
  questions: AnsweredQuestion[]
}

/** Suggestions on a point for every hundred words from which it is worth looking over. */
const manySuggestions = 1.5

/** Fewer suggestions than this never make a point worth looking over. */
const fewSuggestions = 2

/**
 * The eleven points of Hällefors kommun's checklist for a text. A machine's point is to look over where a warning or
 * an error serves it, or many suggestions do. A person's point is a question until the front matter answers it.
 *
 * @throws TypeError for a result that did not come from `lint` in this process
 */
export function checklistOf(result: FileResult): CheckedPoint[] {
  const answers = readAnswers(detailOf(result).document.frontMatter)
  const evidence = evidenceOf(result)
  return checklistPoints.map((definition) => {
    const { point, title } = definition
    const findings = result.findings.filter(({ checklist }) => checklist.includes(point))
    const questions = definition.questions.map(({ id, question }) => ({
      id,
      question,
      answer: answers.get(id) ?? null,
    }))
    const state = stateOf(definition, findings, questions, result.metrics.words)
    const facts = evidence.get(point) ?? []
    return { point, title, state, evidence: [...facts, ...explanationOf(state, findings)], findings, questions }
  })
}

/** Why a point stands as it does, where its findings seem to say something else. */
function explanationOf(state: PointState, findings: readonly Finding[]): Evidence[] {
  if (state !== 'ok' || findings.length === 0) return []
  return [{ text: `Här finns ${findings.length}\u00a0förslag, men inget som du måste ändra.`, places: [] }]
}

function stateOf(
  { asksFirst }: PointDefinition,
  findings: readonly Finding[],
  questions: readonly AnsweredQuestion[],
  words: number,
): PointState {
  const suggestions = findings.filter(({ severity }) => severity === 'suggestion').length
  const isMuch = suggestions >= Math.max(fewSuggestions, (manySuggestions * words) / 100)
  if (findings.length > suggestions || isMuch) return 'se över'
  return words === 0 || (asksFirst && questions[0]?.answer == null) ? 'fråga till dig' : 'ok'
}
