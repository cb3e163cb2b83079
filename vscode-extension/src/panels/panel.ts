import { randomBytes } from 'node:crypto'
import * as vscode from 'vscode'
import { translations } from '../l10n.ts'
import type { FromPanel, ToPanel } from './messages.ts'

/** A panel beside the text. Its page asks for nothing from outside and runs only its own script. */
export class Panel<State> implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel
  readonly #closed = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable[]
  #state: State | undefined
  #isReady = false
  readonly onClose = this.#closed.event

  /**
   * @param script the name of its script in `dist/webview`
   * @param handle what else it may ask for than showing a place, a rule or a command
   */
  constructor(
    { extensionUri }: vscode.ExtensionContext,
    { script, title, column }: { script: string; title: string; column: vscode.ViewColumn },
    handle: (message: FromPanel) => void = () => {},
  ) {
    const roots = vscode.Uri.joinPath(extensionUri, 'dist', 'webview')
    this.#panel = vscode.window.createWebviewPanel(
      `klarsprak.${script}`,
      title,
      { viewColumn: column, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [roots], retainContextWhenHidden: true },
    )
    this.#panel.iconPath = new vscode.ThemeIcon('checklist') as never
    this.#panel.webview.html = pageOf(this.#panel.webview, roots, script, title)
    this.#subscriptions = [
      this.#closed,
      this.#panel.webview.onDidReceiveMessage((message: FromPanel) => {
        if (message.type === 'ready') {
          this.#isReady = true
          this.#send()
        } else if (message.type === 'show') void showPlace(message)
        else if (message.type === 'rule') void vscode.commands.executeCommand('klarsprak.openRule', message.id)
        else if (message.type === 'command') void vscode.commands.executeCommand(`klarsprak.${message.name}`)
        else handle(message)
      }),
      this.#panel.onDidDispose(() => {
        this.#closed.fire()
        for (const subscription of this.#subscriptions) subscription.dispose()
      }),
    ]
  }

  /** Shows the panel where it is hidden; the focus follows. */
  reveal(): void {
    this.#panel.reveal()
  }

  get isVisible(): boolean {
    return this.#panel.visible
  }

  set title(title: string) {
    this.#panel.title = title
  }

  show(state: State): void {
    this.#state = state
    this.#send()
  }

  /** Says something that a screen reader reads out. */
  say(text: string): void {
    void this.#panel.webview.postMessage({ type: 'said', text } satisfies ToPanel<State>)
  }

  #send(): void {
    if (!this.#isReady || this.#state === undefined) return
    void this.#panel.webview.postMessage({ type: 'state', state: this.#state } satisfies ToPanel<State>)
  }

  dispose(): void {
    this.#panel.dispose()
  }
}

/** Puts the cursor on a place of a text, in the column where the text is already shown. */
async function showPlace({ uri, range }: Extract<FromPanel, { type: 'show' }>): Promise<void> {
  const target = vscode.Uri.parse(uri)
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString())
  const document = await vscode.workspace.openTextDocument(target)
  const selection =
    range && new vscode.Range(range.start.line - 1, range.start.column - 1, range.end.line - 1, range.end.column - 1)
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    ...(selection ? { selection } : {}),
  })
  if (selection) editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

function pageOf(webview: vscode.Webview, roots: vscode.Uri, script: string, title: string): string {
  const nonce = randomBytes(16).toString('base64')
  const at = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(roots, name)).toString()
  // `<` could end the element.
  const strings = JSON.stringify(translations).replaceAll('<', '\\u003c')
  return `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<title>${title}</title>
<link rel="stylesheet" href="${at('panel.css')}">
</head>
<body>
<main id="content" tabindex="-1"></main>
<p id="status" role="status"></p>
<script type="application/json" id="strings" nonce="${nonce}">${strings}</script>
<script nonce="${nonce}" src="${at(`${script}.js`)}"></script>
</body>
</html>
`
}
