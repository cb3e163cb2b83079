/**
 * Weights of an averaged perceptron, by hashed feature × outcome. A feature gets its row when it is first updated; rows
 * keep their number when training begins anew, so that the averages of several rounds can be added.
 */
export class AveragedWeights {
  readonly outcomes: number
  /** Hash of each row's feature. */
  hashes: number[] = []
  private slots = new Int32Array(1 << 16).fill(-1)
  private weights: Float32Array
  /** Sum over time of the weights' changes, each times the step it was made at. */
  private timed: Float32Array
  /** Sum of the averages of all rounds. */
  private total: Float32Array
  private step = 1

  constructor(outcomes: number) {
    this.outcomes = outcomes
    this.weights = new Float32Array(1024 * outcomes)
    this.timed = new Float32Array(1024 * outcomes)
    this.total = new Float32Array(1024 * outcomes)
  }

  /** Writes the rows of features; −1 for those without, and where the hash is 0. */
  rowsOf(hashes: Int32Array, rows: Int32Array): void {
    for (let i = 0; i < hashes.length; i++) {
      rows[i] = hashes[i] === 0 ? -1 : this.slots[this.slotOf(hashes[i]!)]!
    }
  }

  /** Sums the weights of rows into `scores`. */
  score(rows: Int32Array, scores: Float64Array): void {
    const { outcomes, weights } = this
    scores.fill(0)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!
      if (row < 0) continue
      const at = row * outcomes
      for (let o = 0; o < outcomes; o++) scores[o]! += weights[at + o]!
    }
  }

  /** Counts a decision: averages are over these. */
  tick(): void {
    this.step++
  }

  /** Moves weight from the wrong outcome to the right one, of features whose hash is not 0. */
  update(hashes: Int32Array, right: number, wrong: number): void {
    for (let i = 0; i < hashes.length; i++) {
      if (hashes[i] === 0) continue
      const at = this.rowFor(hashes[i]!) * this.outcomes
      this.weights[at + right]! += 1
      this.timed[at + right]! += this.step
      this.weights[at + wrong]! -= 1
      this.timed[at + wrong]! -= this.step
    }
  }

  /** Adds the averages of this round to the total and begins the next. */
  endRound(): void {
    const length = this.hashes.length * this.outcomes
    for (let i = 0; i < length; i++) this.total[i]! += this.weights[i]! - this.timed[i]! / this.step
    this.weights.fill(0)
    this.timed.fill(0)
    this.step = 1
  }

  /** The summed average weight of an outcome in a row. */
  totalAt(row: number, outcome: number): number {
    return this.total[row * this.outcomes + outcome]!
  }

  private rowFor(hash: number): number {
    const slot = this.slotOf(hash)
    const known = this.slots[slot]!
    if (known >= 0) return known
    const row = this.hashes.length
    this.hashes.push(hash)
    this.slots[slot] = row
    if ((row + 1) * this.outcomes > this.weights.length) {
      this.weights = doubled(this.weights)
      this.timed = doubled(this.timed)
      this.total = doubled(this.total)
    }
    if (this.hashes.length * 2 > this.slots.length) this.rehash()
    return row
  }

  private slotOf(hash: number): number {
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 17)) & mask
    while (this.slots[slot]! >= 0 && this.hashes[this.slots[slot]!] !== hash) slot = (slot + 1) & mask
    return slot
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let row = 0; row < this.hashes.length; row++) this.slots[this.slotOf(this.hashes[row]!)] = row
  }
}

function doubled(array: Float32Array): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(array.length * 2)
  larger.set(array)
  return larger
}
