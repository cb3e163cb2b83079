import type { TextFormat } from './text.ts'

export interface KeystrokeJob {
  readonly format: TextFormat
  readonly words: number
  readonly keys: number
}

/** All in milliseconds. */
export interface KeystrokeTimes {
  readonly times: readonly number[]
  /** What parse-latin takes to parse 20 000 other words, in the same process. */
  readonly parses: readonly number[]
}
