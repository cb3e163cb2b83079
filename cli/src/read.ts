import { readFileSync, statSync } from 'node:fs'
import { decode } from '@klarsprak/documents'
import { describeFileError, UserError } from './errors.ts'
import { readStandardInput } from './terminal.ts'

/** The largest file that is read, in bytes: some three million words. */
const largest = 20 * 1024 * 1024

/** A file's text, and what is needed to write it back as it was. */
export interface ReadText {
  /** Decoded, without a byte order mark. */
  text: string
  encoding: string
  byteOrderMark: boolean
}

/**
 * Reads and decodes a file.
 *
 * @throws UserError or DocumentError, with a message that names the file
 */
export function readTextFile(path: string, encoding: string | undefined): ReadText {
  let bytes: Uint8Array
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    if (!stats.isFile()) throw new UserError(`${path} är ingen vanlig fil och går inte att granska.`)
    checkSize(stats.size, path)
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(describeFileError(error, path))
  }
  return decodeNamed(bytes, path, encoding)
}

/** Reads and decodes standard input. */
export function readTextInput(name: string, encoding: string | undefined): ReadText {
  const bytes = readStandardInput()
  checkSize(bytes.length, name)
  return decodeNamed(bytes, name, encoding)
}

function checkSize(size: number, name: string): void {
  if (size <= largest) return
  const megabytes = (size / 1024 / 1024).toFixed(0)
  throw new UserError(
    `${name} är för stor att granska: ${megabytes} megabyte, och gränsen är ${largest / 1024 / 1024}. Dela upp texten.`,
  )
}

function decodeNamed(bytes: Uint8Array, name: string, encoding: string | undefined): ReadText {
  try {
    return decode(bytes, encoding === undefined ? {} : { encoding })
  } catch (error) {
    if (error instanceof Error && error.name === 'DocumentError') error.message = `${name}: ${error.message}`
    throw error
  }
}
