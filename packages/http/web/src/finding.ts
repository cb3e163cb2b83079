import type { Finding, SourceSuggestion } from 'retext-klarsprak'
import type { Review } from './backends/back-end.ts'
import { carry, mergeEdits, type TextChange } from './text-change.ts'

/** A finding of the latest review, at its place in the text as it is now. */
export interface LiveFinding {
  /** Its place in the review. */
  index: number
  finding: Finding
  /** UTF-16 code units, end exclusive. */
  start: number
  end: number
  suggestions: LiveSuggestion[]
}

export interface LiveSuggestion {
  title: string
  safety: SourceSuggestion['safety']
  /** One replacement that carries it out; undefined for advice. */
  change: TextChange | undefined
}

export function liveFindings(review: Review, text: string): LiveFinding[] {
  return review.findings.map((finding, index) => ({
    index,
    finding,
    start: finding.range.start.offset,
    end: finding.range.end.offset,
    suggestions: finding.suggestions.map(({ title, safety, edits }) => ({
      title,
      safety,
      change: mergeEdits(text, edits),
    })),
  }))
}

/** The findings after a change: those that it touches are gone until the text has been checked again. */
export function carryFindings(findings: readonly LiveFinding[], change: TextChange): LiveFinding[] {
  return findings.flatMap((finding) => {
    const carried = carry(finding, change)
    if (!carried) return []
    return {
      ...carried,
      suggestions: finding.suggestions.flatMap((suggestion) => {
        if (!suggestion.change) return suggestion
        const moved = carry(suggestion.change, change)
        return moved ? { ...suggestion, change: moved } : []
      }),
    }
  })
}

/** The change of each finding that can be made unread, those that overlap left out. */
export function safeChanges(findings: readonly LiveFinding[]): TextChange[] {
  const changes = findings
    .flatMap(({ suggestions }) => suggestions.find(({ safety, change }) => safety === 'safe' && change)?.change ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let end = -1
  return changes.filter((change) => {
    if (change.start < end) return false
    end = Math.max(change.end, change.start + 1)
    return true
  })
}
