/** A set of whole numbers that says at once of most others that they are not in it. */
export class NumberSieve {
  readonly #numbers: ReadonlySet<number>
  readonly #marks = new Uint8Array(1 << 13)

  constructor(numbers: Iterable<number>) {
    this.#numbers = new Set(numbers)
    for (const number of this.#numbers) this.#marks[placeOf(number)] = 1
  }

  has(number: number): boolean {
    return this.#marks[placeOf(number)] === 1 && this.#numbers.has(number)
  }
}

function placeOf(number: number): number {
  return Math.imul(number, 0x9e3779b1) >>> 19
}
