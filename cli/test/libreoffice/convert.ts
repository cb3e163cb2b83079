import { mkdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { program, type Running, start, until } from '@klarsprak/counterparts'

/** What LibreOffice can save a text as: the ending, and the name of its filter. */
const filters = {
  odt: 'odt:writer8',
  docx: 'docx:MS Word 2007 XML',
  taggedPdf: 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
  plainPdf: 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}',
  lockedPdf:
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"hemlig"}}',
} as const

export type SavedAs = keyof typeof filters

/** A LibreOffice with a profile of its own, in a folder. */
export class Office {
  readonly #profile: string
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    this.#profile = join(folder, 'profile')
  }

  /**
   * Saves files as another kind, in a folder of its own.
   *
   * @returns their paths, in the order of the files
   */
  async save(files: readonly string[], as: SavedAs): Promise<string[]> {
    const into = join(this.#folder, as)
    mkdirSync(into, { recursive: true })
    const isHtml = extname(files[0]!) === '.html'
    const running = this.#start([
      ...(isHtml ? ['--infilter=HTML (StarWriter)'] : []),
      ...['--convert-to', filters[as], '--outdir', into, ...files],
    ])
    await until('saving the files', () => running.child.exitCode !== null, 80_000)
    const ending = filters[as].slice(0, filters[as].indexOf(':'))
    return files.map((file) => join(into, `${basename(file, extname(file))}.${ending}`))
  }

  /** The comments of a document, with the words that they are anchored to. */
  async comments(path: string): Promise<{ author: string; initials: string; text: string; anchor: string }[]> {
    const pipe = `klarsprak-${process.pid}`
    const office = this.#start([`--accept=pipe,name=${pipe};urp;`])
    try {
      const script = join(import.meta.dirname, 'annotations.py')
      const reader = start(program('python'), [script, pipe, path])
      await until('reading the comments', () => reader.child.exitCode !== null, 60_000)
      return JSON.parse(reader.output())
    } finally {
      await office.stop()
    }
  }

  #start(args: readonly string[]): Running {
    const own = [
      '--headless',
      '--norestore',
      '--nologo',
      '--nofirststartwizard',
      `-env:UserInstallation=file://${this.#profile}`,
    ]
    return start(program('soffice'), [...own, ...args], { env: { ...process.env, HOME: this.#folder } })
  }
}
