/**
 * Bytes that grow as they are written; numbers little-endian, counts as varints (LEB128). Runs of numbers are
 * copied as they lie in memory, which on every machine that runs Node or a current browser is little-endian.
 */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  varint(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  uint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 255)
  }

  float32(value: number): void {
    this.raw(new Uint8Array(Float32Array.of(value).buffer))
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  string(value: string): void {
    const bytes = new TextEncoder().encode(value)
    this.varint(bytes.length)
    this.raw(bytes)
  }

  /** Numbers as they lie in memory (little-endian), with their count. */
  numbers(values: Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array): void {
    this.varint(values.length)
    this.raw(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  }

  strings(values: readonly string[]): void {
    this.varint(values.length)
    for (const value of values) this.string(value)
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

/** Reads what a {@link ByteWriter} wrote. Reading past the end throws a `RangeError`. */
export class ByteReader {
  readonly source: Uint8Array
  position = 0

  constructor(source: Uint8Array) {
    this.source = source
  }

  byte(): number {
    if (this.position >= this.source.length) throw new RangeError('End of data')
    return this.source[this.position++]!
  }

  varint(): number {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return value
      factor *= 128
    }
  }

  uint32(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0
  }

  float32(): number {
    return new Float32Array(this.raw(4).slice().buffer)[0]!
  }

  /** A view of the next bytes, not a copy. */
  raw(length: number): Uint8Array {
    if (this.position + length > this.source.length) throw new RangeError('End of data')
    this.position += length
    return this.source.subarray(this.position - length, this.position)
  }

  uint8s(): Uint8Array {
    return this.raw(this.varint())
  }

  int8s(): Int8Array {
    const bytes = this.uint8s()
    return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  uint16s(): Uint16Array {
    return new Uint16Array(this.#aligned(2))
  }

  int16s(): Int16Array {
    return new Int16Array(this.#aligned(2))
  }

  uint32s(): Uint32Array {
    return new Uint32Array(this.#aligned(4))
  }

  /** The bytes of so many numbers of some width, in memory of their own. */
  #aligned(width: number): ArrayBuffer {
    const bytes = this.raw(this.varint() * width)
    const copy = new Uint8Array(bytes.length)
    copy.set(bytes)
    return copy.buffer
  }

  string(): string {
    return new TextDecoder().decode(this.raw(this.varint()))
  }

  strings(): string[] {
    return Array.from({ length: this.varint() }, () => this.string())
  }
}
