/**
 * A bucket for each client that fills evenly and holds a tenth of a minute's requests, at least twenty: short bursts
 * pass. Clients are few: the names of tokens.
 */
export class RateLimiter {
  readonly #perSecond: number
  readonly #room: number
  readonly #buckets = new Map<string, { level: number; at: number }>()

  /** @param perMinute 0 for no limit */
  constructor(perMinute: number) {
    this.#perSecond = perMinute / 60
    this.#room = Math.max(perMinute / 10, Math.min(perMinute, 20))
  }

  /**
   * Takes one request.
   *
   * @param now milliseconds on a clock that never goes back
   * @returns seconds to wait where it is too many, or undefined
   */
  take(client: string, now: number): number | undefined {
    if (this.#perSecond === 0) return undefined
    const bucket = this.#buckets.get(client) ?? { level: this.#room, at: now }
    this.#buckets.set(client, bucket)
    bucket.level = Math.min(this.#room, bucket.level + ((now - bucket.at) / 1000) * this.#perSecond)
    bucket.at = now
    if (bucket.level >= 1) {
      bucket.level -= 1
      return undefined
    }
    return Math.max(1, Math.ceil((1 - bucket.level) / this.#perSecond))
  }
}
