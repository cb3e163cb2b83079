import type { ChecklistPoint, Profile, Severity } from './types.ts'

/** Lines and columns count from 1, offsets from 0, all in UTF-16 code units of the file as decoded. */
export interface Position {
  line: number
  column: number
  offset: number
}

/** End exclusive. */
export interface Range {
  start: Position
  end: Position
}

/** An edit of the source: offsets into the file as decoded, end exclusive. */
export interface SourceEdit {
  start: number
  end: number
  text: string
}

export interface SourceSuggestion {
  title: string
  safety: 'safe' | 'suggestion'
  edits: SourceEdit[]
}

export interface RelatedPlace {
  message: string
  range: Range
}

/** Where a finding stands in a document without a text source. Numbers count from 1. */
export interface Place {
  paragraph: number
  /** The nearest heading above, or the heading itself; null before the first. */
  heading: string | null
  page?: number
  /** The paragraph, or the part of it round the marked words. */
  text: string
}

/** A finding as every surface shows it. The keys and their order are a contract: they are printed as JSON. */
export interface Finding {
  ruleId: string
  severity: Severity
  checklist: ChecklistPoint[]
  message: string
  why: string
  url: string
  fingerprint: string
  /** The marked words as a reader meets them: character references decoded, markup left out. */
  text: string
  range: Range
  suggestions: SourceSuggestion[]
  related: RelatedPlace[]
  /** Documents without a text source only; `range` is then in the text that was taken out of the file. */
  place?: Place
}

/** Of the running text: no headings, tables, code, captions or contact details. */
export interface Metrics {
  words: number
  sentences: number
  lix: number
  /** Null where no word comes twice. */
  ovix: number | null
  /** Null where nothing stands on the verbal side. */
  nominalRatio: number | null
  /** In words. */
  longestSentence: number
}

/** What a file gave: one object of `files[]`. */
export interface FileResult {
  path: string
  profile: Profile
  findings: Finding[]
  metrics: Metrics
  /** BCP 47 of the text's language where it is not Swedish: Swedish rules left it alone. */
  language?: string
}

export interface Summary {
  files: number
  errors: number
  warnings: number
  suggestions: number
  /** Findings that `--fix` would mend. */
  fixable: number
}

/** The whole of `--format json`. */
export interface LintResult {
  version: 1
  files: FileResult[]
  summary: Summary
}
