import type { Review, ReviewRequest } from './back-end.ts'

/** What the page asks its worker. */
export interface Question {
  id: number
  request: ReviewRequest
}

/** What the worker answers. */
export type Answer =
  | { id: number; review: Review }
  /** A message for the person at the keyboard. `broken`: no text can be checked. */
  | { id: number; error: string; broken: boolean }
