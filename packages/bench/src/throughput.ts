/** Milliseconds that some work took: by the clock, and of the processor (all threads). */
export interface Spent {
  readonly wall: number
  readonly cpu: number
}

/**
 * Texts that a linter has read when its code is warm. Over the first dozen of 20 000 words V8 compiles what runs, on
 * other threads: it takes up to as much processor time again as the reading itself, for us and for large peers.
 */
export const warmUps = 20

export interface ThroughputJob {
  readonly names: readonly string[]
  /** Words of each text. */
  readonly words: number
  /** Texts read before those that are timed. */
  readonly warmUps: number
  readonly rounds: number
}

export interface ThroughputRow {
  readonly name: string
  /** Importing and making ready. */
  readonly load: Spent
  /** The first text of the process. */
  readonly cold: Spent
  /** Of each timed text: its words, the time, and the number of findings. */
  readonly words: number[]
  readonly warm: Spent[]
  readonly found: number[]
}
