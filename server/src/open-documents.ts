import { type Change, type Document, type Format, formatOf, readDocument, updateDocument } from '@klarsprak/documents'
import type { Engine, FileResult, LintSession } from '@klarsprak/engine'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { offsetAt, type PositionEncoding } from './positions.ts'
import { type EditorSettings, settingsRequest } from './settings.ts'

/** Larger texts are left alone: an editor that stands still is worse than no findings (in UTF-16 code units). */
export const largestText = 20_000_000

const formats: Readonly<Record<string, Format>> = {
  markdown: 'markdown',
  html: 'html',
  plaintext: 'text',
  text: 'text',
}

/** A document that an editor has open. */
export class OpenDocument {
  text: TextDocument
  /** The path on disk; undefined for a document that has none yet. */
  readonly path: string | undefined
  readonly format: Format
  #parsed: Document | undefined
  #session: { session: LintSession; settings: EditorSettings } | undefined
  /** Since the text was read. */
  #edit: Change | 'many' | undefined
  #result: { version: number; result: FileResult } | undefined
  #guessAgain = false
  #savedVersion: number

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.text = TextDocument.create(uri, languageId, version, text)
    this.#savedVersion = version
    const parsed = URI.parse(uri)
    this.path = parsed.scheme === 'file' ? parsed.fsPath : undefined
    this.format = Object.hasOwn(formats, languageId) ? formats[languageId]! : formatOf(parsed.path)
  }

  get uri(): string {
    return this.text.uri
  }

  get version(): number {
    return this.text.version
  }

  /** Takes the changes of an edit, each a place in the text that those before it gave. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number, encoding: PositionEncoding): void {
    for (const change of changes) {
      const inUtf16 =
        encoding !== 'utf-16' && 'range' in change
          ? { text: change.text, range: this.#inUtf16(change.range, encoding) }
          : change
      this.#note(inUtf16)
      this.text = TextDocument.update(this.text, [inUtf16], version)
    }
  }

  /** Where the text differs from the one that was read, as long as that is in one place. */
  #note(change: TextDocumentContentChangeEvent): void {
    if (this.#edit || !('range' in change)) {
      this.#edit = 'many'
      return
    }
    const [one, other] = [this.text.offsetAt(change.range.start), this.text.offsetAt(change.range.end)]
    const start = Math.min(one, other)
    this.#edit = { start, oldEnd: Math.max(one, other), newEnd: start + change.text.length }
  }

  #inUtf16(range: Extract<TextDocumentContentChangeEvent, { range: unknown }>['range'], encoding: PositionEncoding) {
    const { text } = this
    return {
      start: text.positionAt(offsetAt(text, range.start, encoding)),
      end: text.positionAt(offsetAt(text, range.end, encoding)),
    }
  }

  /** Undefined where it is not known, and has to be looked for. */
  #changeSince({ source: before }: Document, source: string): Change | undefined {
    if (typeof this.#edit !== 'object') return undefined
    // Documents do not count a byte order mark, editors do.
    const counts = before.length + this.#edit.newEnd - this.#edit.oldEnd === source.length
    return counts && !source.startsWith('\uFEFF') ? this.#edit : undefined
  }

  /** The kind of text is guessed anew next time. */
  saved(): void {
    this.#savedVersion = this.version
    this.#guessAgain = true
    this.#result = undefined
  }

  /** Nothing has been written since it was opened or saved. */
  get isSaved(): boolean {
    return this.#savedVersion === this.version
  }

  /** Settings have changed. */
  forget(): void {
    this.#session = undefined
    this.#result = undefined
  }

  /** The result of this version where it has been linted. */
  get result(): FileResult | undefined {
    return this.#result?.version === this.version ? this.#result.result : undefined
  }

  /**
   * Lints the text as it stands; what has not changed since the last time is not read again.
   *
   * @throws ConfigError where the settings cannot be used, DocumentError where the text cannot be read
   */
  lint(engine: Engine, settings: EditorSettings): FileResult {
    const known = this.result
    if (known && this.#session?.settings === settings) return known
    const source = this.text.getText()
    this.#parsed = this.#parsed
      ? updateDocument(this.#parsed, source, this.#changeSince(this.#parsed, source))
      : readDocument(source, { format: this.format })
    this.#edit = undefined
    if (this.#session?.settings !== settings) {
      const filename = this.path === undefined ? {} : { filename: this.path, path: this.path }
      this.#session = { session: engine.openSession({ ...settingsRequest(settings), ...filename }), settings }
    }
    const result = this.#session.session.update(this.#parsed, { guessAgain: this.#guessAgain })
    this.#guessAgain = false
    this.#result = { version: this.version, result }
    return result
  }
}
