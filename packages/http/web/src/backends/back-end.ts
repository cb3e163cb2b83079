import type { Profile, Review } from 'retext-klarsprak'

export type { Review }

/** How the text is written. */
export type Format = 'markdown' | 'html' | 'text'

export interface ReviewRequest {
  text: string
  format: Format
  /** Left out where the text itself is to say what kind it is. */
  profile?: Profile
  filename?: string
}

/** What checks the texts of the page: a service, or a worker in the tab. */
export interface BackEnd {
  /** Where the text goes, one sentence for the person who pastes it. */
  readonly promise: string
  /** The folder of the rules' pages, with a slash at the end, and what their names end with. */
  readonly rules: { folder: string; suffix: string }
  /**
   * Checks a text.
   *
   * @throws BackEndError where it could not; AbortError where the signal said so
   */
  review(request: ReviewRequest, signal: AbortSignal): Promise<Review>
  /** Takes the key that a service asks for. Kept in memory only. */
  useKey?(key: string): void
}

/** Why a text was not checked. The message is for the person at the keyboard. */
export class BackEndError extends Error {
  override readonly name = 'BackEndError'
  readonly kind: 'unreachable' | 'busy' | 'key' | 'refused'
  /** Seconds until it is worth asking again; undefined where asking again does not help. */
  readonly retryAfter: number | undefined

  constructor(kind: BackEndError['kind'], message: string, retryAfter?: number) {
    super(message)
    this.kind = kind
    this.retryAfter = retryAfter
  }
}
