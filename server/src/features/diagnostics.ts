import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  MessageType,
  PublishDiagnosticsNotification,
  ResponseError,
} from 'vscode-languageserver'
import { isUsersFault, lintable, type ServerContext } from '../context.ts'
import { source } from '../convert.ts'
import { DiagnosticsJson } from '../diagnostics-json.ts'
import { showMessage } from '../messages.ts'
import { largestText, type OpenDocument } from '../open-documents.ts'
import type { EditorSettings } from '../settings.ts'
import type { WrittenJson } from '../written-json.ts'

/** A lint quicker than this is made at once when there are edits; a slower one waits for a pause (in milliseconds). */
const quick = 100

/** Turns of the event loop in which what has already been sent is read, so that one lint answers all edits of it. */
const turns = 3

/** The longest pause that is waited for, in milliseconds. */
const longestPause = 300

/** Diagnostics as they are sent: most are written as JSON at once. */
type Sent = readonly Diagnostic[] | WrittenJson

/** The answer to a pull: the protocol's `DocumentDiagnosticReport`. */
type Report =
  | { kind: typeof DocumentDiagnosticReportKind.Full; resultId?: string; items: Sent }
  | { kind: typeof DocumentDiagnosticReportKind.Unchanged; resultId: string }

/** Gives each document's findings: pulled where the client pulls and can be told to do so again, pushed to all others. */
export class Diagnostics {
  readonly #context: ServerContext
  readonly #pulls: boolean
  readonly #waiting = new Map<string, NodeJS.Timeout | NodeJS.Immediate>()
  /** What each document's last lint took, in milliseconds. */
  readonly #costs = new WeakMap<OpenDocument, number>()
  readonly #json = new WeakMap<OpenDocument, DiagnosticsJson>()
  readonly #told = new Set<string>()
  #generation = 0

  constructor(context: ServerContext, pulls: boolean) {
    this.#context = context
    this.#pulls = pulls
    if (pulls)
      context.connection.onRequest<Report, void>(
        DocumentDiagnosticRequest.method,
        (params: DocumentDiagnosticParams, token: CancellationToken) => this.#pull(params, token),
      )
  }

  /** The text has been opened, edited or saved. */
  touch(document: OpenDocument, why: 'open' | 'edit' | 'save'): void {
    if (this.#pulls) return
    this.forget(document.uri)
    const cost = this.#costs.get(document) ?? 0
    const run = () => {
      this.#waiting.delete(document.uri)
      void this.#push(document.uri, why)
    }
    if (why !== 'edit' || cost <= quick) this.#soon(document.uri, run)
    else this.#waiting.set(document.uri, setTimeout(run, Math.min(cost, longestPause)))
  }

  #soon(uri: string, run: () => void, left = turns): void {
    const next = () => (left > 1 ? this.#soon(uri, run, left - 1) : run())
    this.#waiting.set(uri, setImmediate(next))
  }

  /** What was waiting for a document is not done. */
  forget(uri: string): void {
    const waiting = this.#waiting.get(uri)
    if (waiting === undefined) return
    clearTimeout(waiting as NodeJS.Timeout)
    clearImmediate(waiting as NodeJS.Immediate)
    this.#waiting.delete(uri)
  }

  /** The document is closed: its findings go. */
  close(uri: string): void {
    this.forget(uri)
    if (!this.#pulls) void this.#context.connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  /** Settings have changed: all documents are linted anew. */
  refresh(): void {
    this.#generation++
    this.#told.clear()
    for (const document of this.#context.documents.values()) {
      document.forget()
      this.touch(document, 'save')
    }
    if (this.#pulls) this.#context.connection.languages.diagnostics.refresh()
  }

  async #push(uri: string, why: 'open' | 'edit' | 'save'): Promise<void> {
    const { connection, documents } = this.#context
    const found = await lintable(this.#context, uri)
    const open = documents.get(uri)
    if (!open) return
    if (found?.settings.run === 'onSave' && why === 'edit') return
    const { version } = open
    const diagnostics = found ? this.#diagnose(found.document, found.settings) : []
    await connection.sendNotification(PublishDiagnosticsNotification.method, { uri, version, diagnostics })
  }

  async #pull(params: DocumentDiagnosticParams, token: CancellationToken): Promise<Report> {
    const { uri } = params.textDocument
    // A newer edit or a cancellation that has already been sent is let in first.
    await new Promise((resolve) => setImmediate(resolve))
    const found = await lintable(this.#context, uri, token)
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'avbruten')
    if (!found) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    const { document, settings } = found
    const waits = settings.run === 'onSave' && params.previousResultId !== undefined && !document.isSaved
    const resultId = `${this.#generation}:${document.version}`
    if (waits || params.previousResultId === resultId)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: params.previousResultId! }
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#diagnose(document, settings) }
  }

  #diagnose(document: OpenDocument, settings: EditorSettings): Sent {
    const { engine, encoding } = this.#context
    const { text, path } = document
    if (path !== undefined && this.#ignored(path)) return []
    if (text.getText().length > largestText)
      return [notice('Texten är för stor för att granskas i editorn. Dela den i flera filer.')]
    const began = performance.now()
    try {
      const { findings } = document.lint(engine, settings)
      const diagnostics = this.#jsonOf(document).write(findings, text, encoding)
      this.#costs.set(document, performance.now() - began)
      return diagnostics
    } catch (error) {
      if (!isUsersFault(error)) throw error
      this.#tell(error.message)
      return [notice(error.message)]
    }
  }

  #jsonOf(document: OpenDocument): DiagnosticsJson {
    let json = this.#json.get(document)
    if (!json) {
      json = new DiagnosticsJson()
      this.#json.set(document, json)
    }
    return json
  }

  #ignored(path: string): boolean {
    try {
      return this.#context.engine.ignoredBy(path) !== undefined
    } catch {
      // Settings that cannot be read are told of when the text is linted.
      return false
    }
  }

  /** Says what is wrong once, not at every key. */
  #tell(message: string): void {
    if (this.#told.has(message)) return
    this.#told.add(message)
    showMessage(this.#context.connection, MessageType.Error, `Klarspråk: ${message}`)
  }
}

/** Something that keeps the text from being linted, shown where it begins. */
function notice(message: string): Diagnostic {
  const start = { line: 0, character: 0 }
  return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, source, message }
}
