import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, resolve } from 'node:path'
import type { Finding } from '@klarsprak/engine'
import { counted } from '@klarsprak/report'
import { describeFileError, UserError } from './errors.ts'
import { openLinter, settingsRequest } from './linter.ts'
import type { LintOptions } from './options.ts'
import { isOfficeFile, readOfficeFile } from './read-office.ts'
import { say } from './terminal.ts'
import { writeWhole } from './write.ts'

/** The one file to comment, and the copy to write. */
interface Annotation {
  path: string
  copy: string
}

/**
 * What `--annotate` asks for, checked before anything is linted.
 *
 * @throws UserError where it cannot be done
 */
export function annotationOf(paths: readonly string[], { annotate: copy }: LintOptions): Annotation | undefined {
  if (copy === undefined) return undefined
  const [path] = paths
  if (path === undefined || path === '-' || paths.length > 1)
    throw new UserError('--annotate behöver en Word-fil, och bara en: klarsprak lint FIL.docx --annotate KOPIA.docx')
  if (!/\.(?:docx|docm)$/i.test(path)) throw new UserError(notWord(path))
  if (extname(copy).toLowerCase() !== extname(path).toLowerCase())
    throw new UserError(
      `Kopian ska ha samma filändelse som originalet, så ge den ett namn som slutar på ${extname(path)}.`,
    )
  if (isSame(path, copy)) throw new UserError('Kopian kan inte ha samma namn som originalet. Ge den ett annat namn.')
  return { path, copy }
}

function notWord(path: string): string {
  const name = path.toLowerCase()
  if (name.endsWith('.doc'))
    return `${path} är i Words gamla format. Spara den som .docx, så kan kopian få kommentarer.`
  if (name.endsWith('.odt'))
    return `--annotate skriver bara i Word-filer. Spara ${path} som .docx, så kan kopian få kommentarer.`
  if (isOfficeFile(path))
    return `--annotate skriver bara i Word-filer. Granska Word-filen som ${path} är gjord av, så kan kopian få kommentarer.`
  return `--annotate skriver bara i Word-filer (.docx), och ${path} är ingen sådan.`
}

function isSame(path: string, other: string): boolean {
  if (resolve(path) === resolve(other)) return true
  try {
    const [one, two] = [statSync(path), statSync(other)]
    return one.dev === two.dev && one.ino === two.ino
  } catch {
    return false
  }
}

/**
 * Writes a copy of a Word file with the findings as comments at their words.
 *
 * @throws UserError where the file cannot be read or the copy not written; nothing is then left behind
 */
export async function annotate({ path, copy }: Annotation, options: LintOptions): Promise<void> {
  const linter = openLinter()
  const settings = settingsRequest(options)
  await linter.prepare(settings)
  const { document } = readOfficeFile(path)
  const { findings } = linter.lint({ ...settings, filename: path, path, document })
  const shown = options.quiet ? findings.filter(({ severity }) => severity !== 'suggestion') : findings
  const { annotateWord } = createRequire(import.meta.url)('./office.js') as typeof import('./office.ts')
  const author = { name: 'Klarspråk', initials: 'K', date: new Date() }
  try {
    writeWhole(resolve(copy), annotateWord(readFileSync(path), shown.map(commentOf), author))
  } catch (error) {
    if (error instanceof Error && error.name === 'DocumentError') throw new UserError(`${path}: ${error.message}`)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UserError(`Kopian är inte skriven: mappen för ${copy} finns inte.`)
    throw new UserError(describeFileError(error, copy))
  }
  const count = shown.length
  say(
    count === 0
      ? `Skrev ${copy} utan nya kommentarer.`
      : `Skrev ${counted(count, 'kommentar', 'kommentarer')} i ${copy}.`,
  )
}

function commentOf({ range, message, why, suggestions }: Finding): { start: number; end: number; text: string[] } {
  const advice = suggestions.map(({ title }, index) => `${index === 0 ? 'Gör så här' : 'Eller'}: ${title}`)
  return { start: range.start.offset, end: range.end.offset, text: [message, `Varför: ${why}`, ...advice] }
}
