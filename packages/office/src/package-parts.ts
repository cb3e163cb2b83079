import { DocumentError } from '@klarsprak/documents'
import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate'
import { damaged } from './damaged.ts'

/** The largest part that is unpacked, in bytes. The text of a thousand pages is a tenth of it. */
const largestPart = 48 * 1024 * 1024
/** The most parts that a file may have. */
const mostParts = 20_000

/** The most that all parts together are unpacked to when a file is written anew. */
const largestFile = 512 * 1024 * 1024

const mebibyte = 1024 * 1024

/** Unpacks named parts of a zip archive, and only those: what else a file holds costs nothing. */
export class PackageParts {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /**
   * The text of a part; undefined where there is none of that name.
   *
   * @throws DocumentError `damaged`, `too-large`, `encrypted`
   */
  read(name: string): string | undefined {
    const part = this.#unpack((file) => file.name === name)[name]
    if (part === undefined) return undefined
    if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part)
    if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
    return strFromU8(part)
  }

  has(name: string): boolean {
    let isThere = false
    this.#unpack((file) => {
      isThere ||= file.name === name
      return false
    })
    return isThere
  }

  /**
   * The archive with some parts changed or added. All others hold the same bytes as before, in the same order.
   *
   * @param changed the new text of each
   * @throws DocumentError `damaged`, `too-large`
   */
  rewrite(changed: Readonly<Record<string, string>>, date: Date): Uint8Array {
    const stored = new Set<string>()
    let size = 0
    const parts = this.#unpack((file) => {
      size += file.originalSize
      if (size > largestFile) throw new DocumentError('too-large', 'Filen är för stor för att få kommentarer.')
      if (file.compression === 0) stored.add(file.name)
      return true
    }, largestFile)
    const written: Zippable = {}
    for (const [name, part] of Object.entries(parts)) {
      const text = changed[name]
      const bytes = text === undefined ? part : encoded(text, part)
      written[name] = [bytes, { level: stored.has(name) ? 0 : 6 }]
    }
    for (const [name, text] of Object.entries(changed)) written[name] ??= [strToU8(text), { level: 6 }]
    return zipSync(written, { mtime: date })
  }

  #unpack(wanted: (file: UnzipFileInfo) => boolean, largest = largestPart): Record<string, Uint8Array> {
    let count = 0
    try {
      return unzipSync(this.#bytes, {
        filter: (file) => {
          if (++count > mostParts) throw new DocumentError('too-large', 'Filen har för många delar för att läsas.')
          if (!wanted(file)) return false
          // The size that is promised is also the most that is unpacked.
          if (file.originalSize > largest) {
            const size = Math.round(file.originalSize / mebibyte)
            throw new DocumentError(
              'too-large',
              `Texten i filen är för stor att läsa: ${size} megabyte uppackad, och gränsen är ${largest / mebibyte}. Dela upp dokumentet.`,
            )
          }
          return true
        },
      })
    } catch (error) {
      if (error instanceof DocumentError) throw error
      throw damaged()
    }
  }
}

/** Text in the encoding that the part had before. */
function encoded(text: string, before: Uint8Array): Uint8Array {
  if ((before[0] === 0xff && before[1] === 0xfe) || (before[0] === 0xfe && before[1] === 0xff))
    throw new DocumentError('other-format', 'Filen är skriven på ett sätt som gör att den inte kan få kommentarer.')
  return strToU8(before[0] === 0xef && before[1] === 0xbb ? `\uFEFF${text}` : text)
}
