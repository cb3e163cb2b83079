import { readSync } from 'node:fs'

/** Whether to use colour: what was asked for, else a terminal without NO_COLOR. */
export function wantsColor(asked: boolean | undefined, toFile: boolean): boolean {
  if (asked !== undefined) return asked
  if (toFile || process.env.NO_COLOR || process.env.TERM === 'dumb') return false
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return true
  return process.stdout.isTTY === true
}

/** Columns of the terminal, 80 where there is none. */
export function terminalWidth(): number {
  return Math.min(process.stdout.columns || 80, 100)
}

/**
 * Writes to standard output and waits until it has been taken, so that a slow reader costs no memory.
 * A reader that has gone away (`| head`) is no fault: the rest is left unwritten.
 */
export function print(text: string | Uint8Array): Promise<void> {
  if (text === '') return Promise.resolve()
  const output = standardOutput()
  if (output.destroyed || output.writableEnded) return Promise.resolve()
  return new Promise((resolve) => output.write(text, () => resolve()))
}

/** Says something on standard error. */
export function say(text: string): void {
  standardError().write(`${text}\n`)
}

/** The status that a result which is not whole ends with; undefined once the outputs are heeded. */
let faultStatus: number | undefined

/**
 * Keeps the loss of a reader from ending the program with a stack trace. Any other fault means that the result is not
 * whole: it is said in one line, and the program ends with `status`. From the first time that something is written:
 * Node takes milliseconds to open the outputs.
 */
export function heedOutputFaults(status: number): void {
  faultStatus = status
}

/** Standard output, whose faults are heeded. */
export function standardOutput(): typeof process.stdout {
  heedFaults()
  return process.stdout
}

/** Standard error, whose faults are heeded. */
export function standardError(): typeof process.stderr {
  heedFaults()
  return process.stderr
}

function heedFaults(): void {
  if (faultStatus === undefined) return
  const status = faultStatus
  faultStatus = undefined
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isGoneReader(error)) return
    say(`klarsprak: Hela resultatet gick inte att skriva till standard ut${reasonOf(error)}.`)
    process.exit(status)
  })
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (!isGoneReader(error)) process.exit(status)
  })
}

function isGoneReader({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED'
}

function reasonOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return ': disken är full'
  return code === undefined ? '' : ` (${code})`
}

/** Standard input to its end. */
export function readStandardInput(): Uint8Array {
  const chunks: Buffer[] = []
  const chunk = Buffer.alloc(1 << 16)
  for (;;) {
    let read: number
    try {
      read = readSync(0, chunk, 0, chunk.length, null)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EAGAIN') {
        // The other end is slow and the pipe non-blocking: wait a moment.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
        continue
      }
      if (code === 'EOF') break
      throw error
    }
    if (read === 0) break
    chunks.push(Buffer.from(chunk.subarray(0, read)))
  }
  return Buffer.concat(chunks)
}

/** A line on standard error that is rewritten in place, shown when the work has taken over a second on a terminal. */
export class Progress {
  readonly #began = Date.now()
  #shown = 0
  #width = 0

  update(done: number, all: number): void {
    const now = Date.now()
    if (now - this.#began < 1000 || now - this.#shown < 100 || process.stderr.isTTY !== true) return
    this.#shown = now
    const text = `Granskar fil ${done + 1} av ${all} …`
    standardError().write(`\r${text.padEnd(this.#width)}`)
    this.#width = text.length
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#width > 0) standardError().write(`\r${' '.repeat(this.#width)}\r`)
    this.#width = 0
  }
}
