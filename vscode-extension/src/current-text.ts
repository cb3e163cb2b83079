import * as vscode from 'vscode'
import { isText } from './server.ts'

/** The text that the user works with: the one in the active editor, or the last one while a panel has the focus. */
export class CurrentText implements vscode.Disposable {
  #document: vscode.TextDocument | undefined
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument | undefined>()
  readonly #subscriptions: vscode.Disposable[]
  /** Another text is the current one, or none is. */
  readonly onChange = this.#changed.event

  constructor() {
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#look()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.#set(undefined)
      }),
      // A text that changes its language mode is closed and opened again.
      vscode.workspace.onDidOpenTextDocument(() => this.#look()),
      this.#changed,
    ]
    this.#look()
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document
  }

  #look(): void {
    const document = vscode.window.activeTextEditor?.document
    // A panel leaves no editor active, and the log is no text of the user's.
    if (!document || document.uri.scheme === 'output') return
    this.#set(isText(document) ? document : undefined)
  }

  #set(document: vscode.TextDocument | undefined): void {
    void vscode.commands.executeCommand('setContext', 'klarsprak.hasText', document !== undefined)
    if (document === this.#document) return
    this.#document = document
    this.#changed.fire(document)
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }
}

/**
 * Calls back when the current text has rested, and at once when another text is the current one.
 *
 * @param pause how long it must rest, in milliseconds
 */
export function onCurrentTextEdited(current: CurrentText, pause: () => number, run: () => void): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(run, pause())
  }
  const concerns = (uri: vscode.Uri) => uri.toString() === current.document?.uri.toString()
  return vscode.Disposable.from(
    current.onChange(run),
    vscode.workspace.onDidChangeTextDocument(({ document }) => concerns(document.uri) && later()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.some(concerns) && later()),
    { dispose: () => clearTimeout(timer) },
  )
}
