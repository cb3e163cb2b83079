/** One figure. */
export interface Measure {
  readonly id: string
  readonly what: string
  readonly value: number
  readonly unit: '×' | 'ms' | 'MB' | 'words/s' | 'bytes'
  /** What design.md §7 asks for; in milliseconds as the reference machine has them. */
  readonly budget?: Budget
  /** Kept in the snapshot, and may not get worse than it by more than this share. */
  readonly tolerance?: number
}

interface Budget {
  readonly must: number
  readonly aim: number
  readonly better: 'lower' | 'higher'
}

/** What `snapshot.json` holds. */
export interface Snapshot {
  /** Figures as they were when the snapshot was written. */
  readonly values: Readonly<Record<string, number>>
  /** Budgets that are not met, with the figure that is tolerated and the reason. */
  readonly knownShortfalls: Readonly<Record<string, { readonly figure: number; readonly why: string }>>
}

export interface Verdict {
  readonly id: string
  readonly ok: boolean
  /** To be told aloud though it is no failure: a known shortfall. */
  readonly loud: boolean
  readonly message: string
}

/** Judges figures by the budgets, and against the snapshot. */
export function judge(measures: readonly Measure[], snapshot: Snapshot): Verdict[] {
  const verdicts = measures.flatMap((measure) => [...judgeBudget(measure, snapshot), ...judgeChange(measure, snapshot)])
  const known = new Set(measures.map(({ id }) => id))
  for (const id of [...Object.keys(snapshot.values), ...Object.keys(snapshot.knownShortfalls)])
    if (!known.has(id))
      verdicts.push({ id, ok: false, loud: false, message: `${id} is in the snapshot but not measured` })
  return verdicts
}

function judgeBudget({ id, value, budget, what, unit }: Measure, { knownShortfalls }: Snapshot): Verdict[] {
  if (!budget) return []
  const { must, better } = budget
  const figures = `${what}: ${show(value, unit)}, must be ${better === 'lower' ? 'at most' : 'at least'} ${show(must, unit)}`
  if (isWithin(value, must, better)) return [{ id, ok: true, loud: false, message: figures }]
  const shortfall = knownShortfalls[id]
  if (!shortfall) return [{ id, ok: false, loud: false, message: `${figures}. NOT MET` }]
  if (!isWithin(value, shortfall.figure, better))
    return [{ id, ok: false, loud: false, message: `${figures}. WORSE than the known ${show(shortfall.figure, unit)}` }]
  return [{ id, ok: true, loud: true, message: `${figures}. KNOWN SHORTFALL: ${shortfall.why}` }]
}

function judgeChange({ id, value, tolerance, what, unit, budget }: Measure, { values }: Snapshot): Verdict[] {
  if (tolerance === undefined) return []
  const before = values[id]
  if (before === undefined) return [{ id, ok: false, loud: false, message: `${what}: not in the snapshot` }]
  const better = budget?.better ?? 'lower'
  const limit = better === 'lower' ? before * (1 + tolerance) : before / (1 + tolerance)
  const ok = isWithin(value, limit, better)
  const message = `${what}: ${show(value, unit)}, was ${show(before, unit)} in the snapshot`
  return [
    { id, ok, loud: false, message: ok ? message : `${message}. WORSE by more than ${Math.round(tolerance * 100)} %` },
  ]
}

function isWithin(value: number, limit: number, better: Budget['better']): boolean {
  return better === 'lower' ? value <= limit : value >= limit
}

/** A figure with its unit. */
export function show(value: number, unit: Measure['unit']): string {
  if (unit === '×') return `${value.toFixed(2)} ×`
  if (unit === 'bytes') return `${(value / 1e6).toFixed(2)} MB`
  if (unit === 'words/s') return `${Math.round(value / 1000)} 000 words/s`
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`
}

/** The figures of a run that a snapshot keeps. */
export function snapshotValues(measures: readonly Measure[]): Record<string, number> {
  return Object.fromEntries(
    measures
      .filter(({ tolerance }) => tolerance !== undefined)
      .map(({ id, value }) => [id, Number(value.toPrecision(4))]),
  )
}
