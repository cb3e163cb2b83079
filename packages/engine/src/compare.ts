import { newSince } from './new-findings.ts'
import type { Figures } from './readability/figures.ts'
import { readabilityOf } from './readability/readability.ts'
import type { FileResult, Finding } from './result.ts'

/** What became of a text from one version to the next. */
export interface Comparison {
  /** Findings of the old version that the new one no longer has. */
  gone: Finding[]
  /** Findings that only the new version has. */
  added: Finding[]
  /** Findings that both have, as they stand in the new version. */
  kept: Finding[]
  /** By rule, those that changed, the greatest change first. */
  rules: { ruleId: string; before: number; after: number }[]
  before: Figures
  after: Figures
  /** Mean difficulty of the sentences, weighed by their words, 0–100. */
  difficulty: { before: number; after: number }
}

/**
 * Compares two versions of a text. A finding is known again by its fingerprint, or by rule and words in the sentence
 * that an edited one came from.
 *
 * @throws TypeError for results that did not come from `lint` in this process
 */
export function compare(before: FileResult, after: FileResult): Comparison {
  const added = newSince(after, before)
  const gone = newSince(before, after)
  const isNew = new Set(added)
  return {
    gone,
    added,
    kept: after.findings.filter((finding) => !isNew.has(finding)),
    rules: countsByRule(before, after),
    before: readabilityOf(before).whole,
    after: readabilityOf(after).whole,
    difficulty: { before: meanDifficulty(before), after: meanDifficulty(after) },
  }
}

function countsByRule(before: FileResult, after: FileResult): Comparison['rules'] {
  const counts = new Map<string, { before: number; after: number }>()
  const add = (side: 'before' | 'after', findings: readonly Finding[]) => {
    for (const { ruleId } of findings) {
      const count = counts.get(ruleId) ?? { before: 0, after: 0 }
      count[side]++
      counts.set(ruleId, count)
    }
  }
  add('before', before.findings)
  add('after', after.findings)
  return [...counts]
    .map(([ruleId, count]) => ({ ruleId, ...count }))
    .filter((count) => count.before !== count.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.ruleId < b.ruleId ? -1 : 1))
}

/** Weighed by words, so that cutting a sentence in two hard ones gains nothing. */
function meanDifficulty(result: FileResult): number {
  let words = 0
  let points = 0
  for (const sentence of readabilityOf(result).sentences) {
    words += sentence.words
    points += sentence.words * sentence.difficulty.score
  }
  return words === 0 ? 0 : Number((points / words).toFixed(1))
}
