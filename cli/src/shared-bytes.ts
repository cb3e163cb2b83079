/** Bytes that are asked for at a time. */
const chunkSize = 1 << 20
/** Bytes of UTF-8 that a UTF-16 code unit takes at the most. */
const widest = 3

/** A text in UTF-8, in memory that threads share: it is handed from one to another without a copy. */
export function sharedBytes(pieces: Iterable<string>): Uint8Array[] {
  const chunks: Uint8Array[] = []
  let chunk: Buffer = Buffer.alloc(0)
  let used = 0
  for (const piece of pieces) {
    const most = piece.length * widest
    if (used + most > chunk.length) {
      if (used > 0) chunks.push(chunk.subarray(0, used))
      chunk = Buffer.from(new SharedArrayBuffer(Math.max(chunkSize, most)))
      used = 0
    }
    used += chunk.write(piece, used)
  }
  if (used > 0) chunks.push(chunk.subarray(0, used))
  return chunks
}
