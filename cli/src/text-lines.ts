/** A line of input, without its line break. */
export interface InputLine {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array
  /** Why the line was not read, in Swedish; `bytes` is then empty. */
  readonly fault?: string
}

/** The longest line that is read, in bytes: a text as large as the largest file, with the escapes of JSON. */
const longest = 40 * 1024 * 1024

/**
 * The lines of a stream that are not blank, one at a time: no more is read before the last has been taken. A line that is
 * too long is passed over without being held.
 *
 * @param most bytes of a line
 */
export async function* lines(input: AsyncIterable<Uint8Array>, most = longest): AsyncGenerator<InputLine> {
  let number = 0
  let parts: Uint8Array[] = []
  let size = 0
  const take = (): InputLine | undefined => {
    number++
    const isTooLong = size > most
    const bytes = isTooLong ? new Uint8Array() : Buffer.concat(parts)
    parts = []
    size = 0
    if (isTooLong)
      return { number, bytes, fault: `Raden är för lång: gränsen är ${most / 1024 / 1024} megabyte. Dela upp texten.` }
    return bytes.some((byte) => byte > 0x20) ? { number, bytes } : undefined
  }
  try {
    for await (const chunk of input) {
      let at = 0
      for (;;) {
        const end = chunk.indexOf(0x0a, at)
        const part = chunk.subarray(at, end < 0 ? chunk.length : end)
        size += part.length
        if (size > most) parts = []
        else if (part.length > 0) parts.push(part)
        if (end < 0) break
        const line = take()
        if (line) yield line
        at = end + 1
      }
    }
  } catch (error) {
    // The input was closed on purpose, to stop.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
  if (size > 0) {
    const line = take()
    if (line) yield line
  }
}
