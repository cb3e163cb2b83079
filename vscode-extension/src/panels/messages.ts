import type { checklistFor, comparisonFor, LintResult, metricsFor, Range } from '@klarsprak/server'

/** What a panel is told. */
export type ToPanel<State> = { type: 'state'; state: State } | { type: 'said'; text: string }

export interface ChecklistState {
  title: string
  uri: string
  checklist: ReturnType<typeof checklistFor>
  /** Why answers cannot be kept; null where they can. */
  locked: string | null
}

export interface MetricsState {
  title: string
  uri: string
  metrics: ReturnType<typeof metricsFor>
}

export interface ComparisonState {
  title: string
  uri: string
  /** What the text is compared with: the saved file, or the last version in Git. */
  before: string
  comparison: ReturnType<typeof comparisonFor>
}

export interface FolderState {
  title: string
  files: { name: string; uri: string; file: LintResult['files'][number] }[]
  summary: LintResult['summary']
}

/** What a panel asks for. */
export type FromPanel =
  | { type: 'ready' }
  | { type: 'show'; uri: string; range: Range | null }
  | { type: 'rule'; id: string }
  | { type: 'answer'; uri: string; id: string; value: string }
  | { type: 'command'; name: 'fixAll' | 'chooseProfile' | 'showChecklist' | 'showMetrics' }
