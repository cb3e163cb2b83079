import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate'
import { damaged, OfficeError } from './office-error.ts'

/** The largest part that is unpacked, in bytes. The text of a thousand pages is a tenth of it. */
const largestPart = 48 * 1024 * 1024
/** The most parts that a file may have. */
const mostParts = 20_000

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
   * @throws OfficeError `damaged`, `too-large`, `encrypted`
   */
  read(name: string): string | undefined {
    const part = this.#unpack((file) => file.name === name)[name]
    if (part === undefined) return undefined
    if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part)
    if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
    return strFromU8(part)
  }

  #unpack(wanted: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
    let count = 0
    try {
      return unzipSync(this.#bytes, {
        filter: (file) => {
          if (++count > mostParts) throw new OfficeError('too-large', 'Filen har för många delar för att läsas.')
          if (!wanted(file)) return false
          // The size that is promised is also the most that is unpacked.
          if (file.originalSize > largestPart) {
            const size = Math.round(file.originalSize / mebibyte)
            throw new OfficeError(
              'too-large',
              `Texten i filen är för stor att läsa: ${size} megabyte uppackad, och gränsen är ${largestPart / mebibyte}. Dela upp dokumentet.`,
            )
          }
          return true
        },
      })
    } catch (error) {
      if (error instanceof OfficeError) throw error
      throw damaged()
    }
  }
}
