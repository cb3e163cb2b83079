import * as vscode from 'vscode'
import { type CurrentText, onCurrentTextEdited } from '../current-text.ts'
import { t } from '../l10n.ts'
import type { FromPanel } from './messages.ts'
import { Panel } from './panel.ts'

/** How long the text must rest before a panel is filled anew, in milliseconds, and how much longer where that is slow. */
const shortestPause = 250
const pausePerCost = 2

export interface TextPanelOptions<State> {
  script: string
  title: string
  /** What the panel shows of a text; null where it cannot be read. */
  load(document: vscode.TextDocument): Promise<State | null>
  handle?(message: FromPanel, panel: Panel<State>): void
}

/** A panel that follows the current text as it is written. There is one of each kind. */
export class TextPanel<State> implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext
  readonly #current: CurrentText
  readonly #options: TextPanelOptions<State>
  #open: { panel: Panel<State>; subscription: vscode.Disposable } | undefined
  #asked = 0
  /** What filling the panel last cost, in milliseconds. */
  #cost = 0

  constructor(context: vscode.ExtensionContext, current: CurrentText, options: TextPanelOptions<State>) {
    this.#context = context
    this.#current = current
    this.#options = options
  }

  /** Opens the panel beside the text, or brings it to the front. */
  async show(): Promise<void> {
    if (!this.#current.document) {
      void vscode.window.showInformationMessage(t('Öppna först en text som Klarspråk kan granska.'))
      return
    }
    if (this.#open) {
      this.#open.panel.reveal()
      return
    }
    const { script, title, handle } = this.#options
    const panel: Panel<State> = new Panel(this.#context, { script, title, column: this.#columnBeside() }, (message) =>
      handle?.(message, panel),
    )
    const subscription = vscode.Disposable.from(
      onCurrentTextEdited(
        this.#current,
        () => Math.max(shortestPause, pausePerCost * this.#cost),
        () => void this.#update(),
      ),
      panel.onClose(() => {
        this.#open = undefined
        subscription.dispose()
      }),
    )
    this.#open = { panel, subscription }
    await this.#update()
  }

  /** The column after the one that shows the text; other panels stand there too. */
  #columnBeside(): vscode.ViewColumn {
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document === this.#current.document)
    return Math.min((shown?.viewColumn ?? vscode.ViewColumn.One) + 1, vscode.ViewColumn.Nine)
  }

  async #update(): Promise<void> {
    const { document } = this.#current
    const panel = this.#open?.panel
    if (!document || !panel) return
    const number = ++this.#asked
    const began = performance.now()
    const state = await this.#options.load(document).catch(() => null)
    this.#cost = performance.now() - began
    // A newer edit has asked since.
    if (state !== null && number === this.#asked && this.#open?.panel === panel) panel.show(state)
  }

  dispose(): void {
    this.#open?.panel.dispose()
  }
}

/** The name of a text as a panel's heading has it. */
export function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.split('/').at(-1) ?? uri.path
}
