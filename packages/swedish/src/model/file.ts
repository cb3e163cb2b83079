import { ByteReader, ByteWriter } from './bytes.ts'

/** Raised by one for every change that older code cannot read. */
export const formatVersion = 1

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
 * the header (32 bits), its CRC-32 (32 bits); then the number of sections, each with name and length,
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
  file.uint32(crc32(content))
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
  const checksum = header.uint32()
  const content = bytes.subarray(headerLength)
  if (content.length !== length || crc32(content) !== checksum) throw damaged()
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

let crcTables: Int32Array | undefined

/** Tables for eight bytes at a time: table k carries a byte over k more zero bytes. */
function makeCrcTables(): Int32Array {
  const tables = new Int32Array(8 * 256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    tables[n] = c
  }
  for (let n = 0; n < 256; n++)
    for (let k = 1; k < 8; k++) {
      const before = tables[(k - 1) * 256 + n]!
      tables[k * 256 + n] = tables[before & 255]! ^ (before >>> 8)
    }
  return tables
}

/** CRC-32 as in zlib. */
export function crc32(bytes: Uint8Array): number {
  crcTables ??= makeCrcTables()
  const t = crcTables
  let c = -1
  let i = 0
  for (; i + 8 <= bytes.length; i += 8) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    c =
      t[1792 + (c & 255)]! ^
      t[1536 + ((c >>> 8) & 255)]! ^
      t[1280 + ((c >>> 16) & 255)]! ^
      t[1024 + (c >>> 24)]! ^
      t[768 + bytes[i + 4]!]! ^
      t[512 + bytes[i + 5]!]! ^
      t[256 + bytes[i + 6]!]! ^
      t[bytes[i + 7]!]!
  }
  for (; i < bytes.length; i++) c = t[(c ^ bytes[i]!) & 255]! ^ (c >>> 8)
  return ~c >>> 0
}
