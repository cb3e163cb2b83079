import type { Document } from '@klarsprak/documents'
import type { Sourced } from './config/config.ts'
import type { FileConfig } from './config/configurations.ts'
import type { BlockStats } from './metrics.ts'
import type { FileResult, Finding } from './result.ts'
import type { Settings } from './settings.ts'
import type { Profile, RuleMeta } from './types.ts'

/** A finding that is not shown, and why. */
export interface SilencedFinding {
  readonly finding: Finding
  readonly by: 'comment' | 'exception'
  readonly reason: string
}

/** Where a finding stands in its block. */
export interface FindingPlace {
  /** The number of the block; −1 for findings about comments and front matter. */
  readonly block: number
  /** Offsets into the block's text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly extent: RuleMeta['extent']
}

/** What surfaces need of a file beside what is printed. */
export interface FileDetail {
  readonly document: Document
  readonly settings: Settings
  readonly config: FileConfig
  /** The kind of text, and what said so. */
  readonly profile: Sourced<Profile>
  /** By block. */
  readonly blocks: readonly BlockStats[]
  /** Where each finding stands, in the order of the findings. */
  readonly places: readonly FindingPlace[]
  readonly silenced: readonly SilencedFinding[]
}

const details = new WeakMap<FileResult, FileDetail>()

/**
 * What lies behind a result: never part of its JSON.
 *
 * @throws TypeError for a result that did not come from `lint` in this process
 */
export function detailOf(result: FileResult): FileDetail {
  const detail = details.get(result)
  if (!detail) throw new TypeError('the result has no detail: it was copied or read from JSON')
  return detail
}

export function setDetail(result: FileResult, detail: FileDetail): void {
  details.set(result, detail)
}

/** Gives a result with some findings of another the detail of that one, where it has any. */
export function copyDetail(from: FileResult, to: FileResult, kept: readonly boolean[]): void {
  const detail = details.get(from)
  if (detail) details.set(to, { ...detail, places: detail.places.filter((_, index) => kept[index]) })
}
