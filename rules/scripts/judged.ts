import { readFileSync } from 'node:fs'
import type { Severity } from '@klarsprak/engine'

/** What a reader who sees only the text, the finding and the rule's page says of findings in real texts. */
export interface Judged {
  /** Right, and a good editor would want the writer to see it. */
  readonly right: number
  /** Defensible, and of little use. */
  readonly idle: number
  readonly wrong: number
}

/** Fewer findings than this say too little. */
export const fewestFindings = 30

/** The lower end of the 95 per cent interval that a rule needs: to be on at all, and to be an error. */
const needed = { on: 0.75, error: 0.85 }

/** The verdicts of `judged/lasare.tsv`, by rule. Rows of the same rule add up. */
export function readJudged(): ReadonlyMap<string, Judged> {
  const text = readFileSync(new URL('../judged/lasare.tsv', import.meta.url), 'utf8')
  const judged = new Map<string, Judged>()
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const [id = '', right, idle, wrong] = line.split('\t')
    const before = judged.get(id) ?? { right: 0, idle: 0, wrong: 0 }
    judged.set(id, {
      right: before.right + Number(right),
      idle: before.idle + Number(idle),
      wrong: before.wrong + Number(wrong),
    })
  }
  return judged
}

/** How many of a rule's findings were judged, the share that was right, and its 95 per cent interval (Wilson). */
export function precisionOf({ right, idle, wrong }: Judged): {
  count: number
  share: number
  low: number
  high: number
} {
  const count = right + idle + wrong
  if (count === 0) return { count, share: 0, low: 0, high: 1 }
  const z = 1.96
  const share = right / count
  const middle = (share + (z * z) / (2 * count)) / (1 + (z * z) / count)
  const half = (z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))) / (1 + (z * z) / count)
  return { count, share, low: middle - half, high: middle + half }
}

/** The highest level that a rule may have where it is on; `off` where it may not be on by default. */
export function highestLevel(judged: Judged | undefined): Severity | 'off' {
  const { count, share, low } = precisionOf(judged ?? { right: 0, idle: 0, wrong: 0 })
  if (count < fewestFindings) return count >= 10 && share < needed.on ? 'off' : 'suggestion'
  if (low < needed.on) return 'off'
  return low < needed.error ? 'warning' : 'error'
}
