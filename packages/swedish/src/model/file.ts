import { ByteReader, ByteWriter } from './bytes.ts'

/** Raised by one for every change that older code cannot read. */
const formatVersion = 2

const magic = [0x4b, 0x4c, 0x53, 0x56, 0x0d, 0x0a, 0x1a, 0x00]
const headerLength = magic.length + 2 + 4 + 4

export type ModelErrorCode = 'foreign' | 'version' | 'damaged' | 'missing'

/** The model file cannot be used. The message is for the person at the keyboard. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly code: ModelErrorCode

  constructor(code: ModelErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** A model file, read and checked: named sections of bytes. */
export interface ModelFile {
  readonly names: readonly string[]
  has(name: string): boolean
  /**
   * The bytes of a section, a view into the file.
   *
   * @throws {ModelError} `missing` where the file has no such section
   */
  section(name: string): Uint8Array
}

/**
 * Lays sections out as one file: eight bytes of magic, format version (16 bits), length of what follows
 * the header (32 bits), its {@link checksum} (32 bits); then the number of sections, each with name and length,
 * and the sections themselves. Numbers are little-endian.
 */
export function writeModel(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const body = new ByteWriter()
  body.varint(sections.size)
  for (const [name, bytes] of sections) {
    body.string(name)
    body.varint(bytes.length)
  }
  for (const bytes of sections.values()) body.raw(bytes)
  const content = body.bytes()
  const file = new ByteWriter()
  file.raw(Uint8Array.from(magic))
  file.byte(formatVersion & 255)
  file.byte(formatVersion >>> 8)
  file.uint32(content.length)
  file.uint32(checksum(content))
  file.raw(content)
  return file.bytes()
}

/**
 * Reads a model file and checks it whole.
 *
 * @throws {ModelError} `foreign`, `version` or `damaged`
 */
export function readModel(source: Uint8Array): ModelFile {
  // Node's Buffer is a Uint8Array whose slice() shares memory; readers count on the plain kind.
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.length)
  if (bytes.length < magic.length || magic.some((byte, i) => bytes[i] !== byte))
    throw new ModelError('foreign', 'Språkmodellen går inte att läsa: filen är inte en modellfil för Klarspråk.')
  if (bytes.length < headerLength) throw damaged()
  const header = new ByteReader(bytes)
  header.position = magic.length
  const version = header.byte() | (header.byte() << 8)
  if (version !== formatVersion)
    throw new ModelError(
      'version',
      `Språkmodellen går inte att läsa: filen har format ${version}, men programmet läser format ${formatVersion}. Installera om programmet så att de hör ihop.`,
    )
  const length = header.uint32()
  const sum = header.uint32()
  const content = bytes.subarray(headerLength)
  if (content.length !== length || checksum(content) !== sum) throw damaged()
  const sections = new Map<string, Uint8Array>()
  try {
    const reader = new ByteReader(content)
    const table = Array.from({ length: reader.varint() }, () => ({ name: reader.string(), length: reader.varint() }))
    for (const { name, length } of table) sections.set(name, reader.raw(length))
  } catch {
    throw damaged()
  }
  return {
    names: [...sections.keys()],
    has: (name) => sections.has(name),
    section(name) {
      const found = sections.get(name)
      if (!found) throw new ModelError('missing', `Språkmodellen går inte att använda: delen ”${name}” saknas i filen.`)
      return found
    },
  }
}

function damaged(): ModelError {
  return new ModelError('damaged', 'Språkmodellen går inte att läsa: filen är skadad. Installera om programmet.')
}

/** A 32-bit sum in which a change of any one byte always shows: FNV-1a over 32-bit words, the last filled with zeros. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5 ^ bytes.length
  const whole = bytes.length & ~3
  // Two bytes at a time: this is read through at every start, before the loop is optimised.
  const even = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice()
  const halves = new Uint16Array(even.buffer, even.byteOffset, whole >> 1)
  for (let i = 0; i < halves.length; i += 2) {
    sum = Math.imul(sum ^ (halves[i]! | (halves[i + 1]! << 16)), 0x01000193)
    sum ^= sum >>> 15
  }
  let last = 0
  for (let i = whole; i < bytes.length; i++) last |= bytes[i]! << ((i - whole) * 8)
  return Math.imul(sum ^ last, 0x01000193) >>> 0
}
