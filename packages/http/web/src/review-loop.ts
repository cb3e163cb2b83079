import { type BackEnd, BackEndError, type Review, type ReviewRequest } from './backends/back-end.ts'

interface LoopHandlers {
  onStart(): void
  /** The answer to the latest request; those to older ones are dropped. */
  onReview(review: Review, request: ReviewRequest): void
  onError(error: BackEndError): void
}

/** Pause after a keystroke before the text is checked, in milliseconds. Long texts wait a little longer. */
const shortest = 300
const longest = 1200

/** Checks a text that changes: never two requests at once that both count, and no answer to an older text. */
export class ReviewLoop {
  readonly #backEnd: BackEnd
  readonly #handlers: LoopHandlers
  #timer: ReturnType<typeof setTimeout> | undefined
  #running = new AbortController()

  constructor(backEnd: BackEnd, handlers: LoopHandlers) {
    this.#backEnd = backEnd
    this.#handlers = handlers
  }

  /** Checks soon, or at once; what was under way no longer counts. */
  ask(request: ReviewRequest, { atOnce = false } = {}): void {
    this.stop()
    const wait = atOnce ? 0 : Math.min(longest, shortest + request.text.length / 200)
    this.#timer = setTimeout(() => void this.#run(request), wait)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#running.abort()
  }

  async #run(request: ReviewRequest): Promise<void> {
    const running = new AbortController()
    this.#running = running
    this.#handlers.onStart()
    try {
      const review = await this.#backEnd.review(request, running.signal)
      if (!running.signal.aborted) this.#handlers.onReview(review, request)
    } catch (error) {
      if (running.signal.aborted) return
      const known = error instanceof BackEndError ? error : new BackEndError('refused', 'Texten gick inte att granska.')
      this.#handlers.onError(known)
      if (known.retryAfter !== undefined)
        this.#timer = setTimeout(() => void this.#run(request), known.retryAfter * 1000)
    }
  }
}
