import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describeFileError, UserError } from './errors.ts'
import type { OfficeText } from './office.ts'
import { readStandardInput } from './terminal.ts'

/** The largest file that is read, in bytes. Nearly all of a large Word document is its pictures, which are not read. */
const largest = 100 * 1024 * 1024

/** True for names of files without a text source: what is in them is read by a program of its own beside the command. */
export function isOfficeFile(name: string): boolean {
  return /\.(?:docx|docm|dotx|dotm|doc|odt|ott|pdf)$/i.test(name)
}

/** True for office files that a folder is searched for: what Word has open leaves a `~$` file beside it. */
export function isOfficeDraft(name: string): boolean {
  return /\.(?:docx|docm|odt|pdf)$/i.test(name) && !/(?:^|[\\/])~\$[^\\/]*$/.test(name)
}

/**
 * Reads an office file; `-` is standard input.
 *
 * @param name names the file in messages
 * @throws UserError with a message that names the file
 */
export function readOfficeFile(path: string, name = path): OfficeText {
  const { readOfficeText } = createRequire(import.meta.url)('./office.js') as typeof import('./office.ts')
  try {
    return readOfficeText(path === '-' ? readStandardInput() : bytesOf(path), name)
  } catch (error) {
    if (error instanceof Error && error.name === 'DocumentError') throw new UserError(`${name}: ${error.message}`)
    throw error
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    if (!stats.isFile()) throw new UserError(`${path} är ingen vanlig fil och går inte att granska.`)
    if (stats.size > largest) {
      const [size, most] = [stats.size, largest].map((bytes) => Math.round(bytes / 1024 / 1024))
      throw new UserError(
        `${path} är för stor att granska: ${size} megabyte, och gränsen är ${most}. Spara en kopia utan bilder och granska den.`,
      )
    }
    return readFileSync(path)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(describeFileError(error, path))
  }
}
