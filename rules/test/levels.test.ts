import { readFileSync } from 'node:fs'
import type { RuleMeta, Severity } from '@klarsprak/engine'
import { describe, expect, it } from 'vitest'
import { rules } from '../generated/index.ts'
import { highestLevel, precisionOf, readJudged } from '../scripts/judged.ts'

const rank: Record<Severity | 'off', number> = { off: 0, suggestion: 1, warning: 2, error: 3 }
const judged = readJudged()

/** The levels that a rule has where nobody has set any. */
function levelsOf({ enabled, severity, profiles = {} }: RuleMeta): (Severity | 'off')[] {
  const own: Severity | 'off' = enabled ? severity : 'off'
  return [own, ...Object.values(profiles).map((profile) => profile?.severity ?? own)]
}

/**
 * Rules that are on, or louder, before readers have said enough of them, or in spite of what they said. A rule leaves the
 * list when it has been mended and judged again; it may not join it.
 */
const waiting: ReadonlySet<string> = new Set(
  readFileSync(new URL('../judged/waiting.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== ''),
)

describe('a rule is on, and as loud as what readers of real texts said of it allows', () => {
  it.each(rules.map(({ meta }) => [meta.id, meta] as const))('%s', (id, meta) => {
    const highest = highestLevel(judged.get(id))
    const isTooLoud = levelsOf(meta).some((level) => rank[level] > rank[highest])
    expect(isTooLoud).toBe(waiting.has(id))
  })

  it('and every row of the verdicts is of a rule', () => {
    const ids = new Set(rules.map(({ meta }) => meta.id))
    expect([...judged.keys()].filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('what readers said', () => {
  it('gives an interval by Wilson', () => {
    const { count, share, low, high } = precisionOf({ right: 27, idle: 2, wrong: 1 })
    expect([count, share, Number(low.toFixed(3)), Number(high.toFixed(3))]).toEqual([30, 0.9, 0.744, 0.965])
  })

  it('allows a level by the lower end of it, and never more than a suggestion for few', () => {
    expect(highestLevel(undefined)).toBe('suggestion')
    expect(highestLevel({ right: 29, idle: 0, wrong: 0 })).toBe('suggestion')
    expect(highestLevel({ right: 10, idle: 5, wrong: 0 })).toBe('off')
    expect(highestLevel({ right: 30, idle: 0, wrong: 0 })).toBe('error')
    expect(highestLevel({ right: 28, idle: 2, wrong: 0 })).toBe('warning')
    expect(highestLevel({ right: 27, idle: 2, wrong: 1 })).toBe('off')
  })
})
