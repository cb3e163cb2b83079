import type { BlockStats } from './metrics.ts'
import type { BlockFindings, Program } from './program.ts'

/** What is known of a block. */
export class BlockRecord {
  readonly stats: BlockStats
  #program: Program | undefined
  #findings: BlockFindings | undefined
  /** Findings of the programs after the first: most blocks are read by one, and a map for each block is dear. */
  #others: WeakMap<Program, BlockFindings> | undefined

  constructor(stats: BlockStats) {
    this.stats = stats
  }

  findings(program: Program): BlockFindings | undefined {
    return program === this.#program ? this.#findings : this.#others?.get(program)
  }

  keep(program: Program, findings: BlockFindings): void {
    this.#program ??= program
    if (program === this.#program) this.#findings = findings
    else {
      this.#others ??= new WeakMap()
      this.#others.set(program, findings)
    }
  }
}

/** Characters of text that are kept whatever the size of the documents, where nobody says another number. */
const usualRoom = 4_000_000

/**
 * Records of blocks by their key. Holds the blocks used last, as many as twice the document in hand needs, so that no
 * document is too large to be found again.
 */
export class BlockCache<Record = BlockRecord> {
  readonly #records = new Map<string, Record>()
  readonly #smallestRoom: number
  #size = 0
  #room: number

  /** @param room characters of text that are kept whatever the size of the documents */
  constructor(room = usualRoom) {
    this.#smallestRoom = room
    this.#room = room
  }

  get(key: string): Record | undefined {
    const record = this.#records.get(key)
    if (record) {
      this.#records.delete(key)
      this.#records.set(key, record)
    }
    return record
  }

  set(key: string, record: Record): void {
    if (!this.#records.has(key)) this.#size += key.length
    this.#records.set(key, record)
    if (this.#size > this.#room) this.#forgetOldest()
  }

  #forgetOldest(): void {
    for (const oldest of this.#records.keys()) {
      this.#records.delete(oldest)
      this.#size -= oldest.length
      if (this.#size <= this.#room) break
    }
  }

  /** Told the length of the document that comes next. */
  makeRoom(length: number): void {
    this.#room = Math.max(this.#smallestRoom, 2 * length)
  }
}
