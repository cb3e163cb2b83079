import type { checklistFor, comparisonFor, LintResult, metricsFor, TextSummary } from '@klarsprak/server'
import * as vscode from 'vscode'
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  TransportKind,
  WorkDoneProgress,
} from 'vscode-languageclient/node'
import { t } from './l10n.ts'
import { middleware } from './middleware.ts'

/** Where texts stand that can be linted. The old side of a comparison in Git is not among them. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote']

/** Restarts of a server that dies, in three minutes, before it is left alone. */
const mostRestarts = 4
const restartWindow = 180_000

type Checklist = ReturnType<typeof checklistFor>
type Metrics = ReturnType<typeof metricsFor>
type Comparison = ReturnType<typeof comparisonFor>

/** The language server, started when a text that it reads is first open. */
export class Server implements vscode.Disposable {
  readonly log: vscode.LogOutputChannel
  readonly #extension: vscode.ExtensionContext
  #client: LanguageClient | undefined
  #starting: Promise<LanguageClient | undefined> | undefined
  readonly #ready = new vscode.EventEmitter<void>()
  /** The server has started. */
  readonly onReady = this.#ready.event

  constructor(extension: vscode.ExtensionContext) {
    this.#extension = extension
    this.log = vscode.window.createOutputChannel('Klarspråk', { log: true })
  }

  /** Starts the server where it does not run; undefined where it cannot start, which the user has been told. */
  start(): Promise<LanguageClient | undefined> {
    this.#starting ??= this.#launch()
    return this.#starting
  }

  async #launch(): Promise<LanguageClient | undefined> {
    const module = this.#extension.asAbsolutePath('dist/server/server.js')
    const run = { module, transport: TransportKind.stdio } as const
    const client = new LanguageClient('klarsprak', 'Klarspråk', { run, debug: run }, this.#options())
    this.#client = client
    try {
      await client.start()
      this.#ready.fire()
      return client
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error))
      void this.#tellOfFailure(t('Språkservern startade inte.'))
      return undefined
    }
  }

  #options(): LanguageClientOptions {
    const ends: number[] = []
    return {
      documentSelector: languages().flatMap((language) => schemes.map((scheme) => ({ scheme, language }))),
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: { ruleUrl: 'command:klarsprak.openRule?%5B%22{id}%22%5D', showsFindings: true },
      markdown: { isTrusted: { enabledCommands: ['klarsprak.openRule'] } },
      middleware,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => {
          const now = Date.now()
          ends.push(now)
          if (ends.filter((time) => now - time < restartWindow).length <= mostRestarts)
            return { action: CloseAction.Restart, handled: true }
          void this.#tellOfFailure(t('Språkservern har slutat svara flera gånger.'))
          return { action: CloseAction.DoNotRestart, handled: true }
        },
      },
    }
  }

  async #tellOfFailure(message: string): Promise<void> {
    const restart = t('Starta om')
    const log = t('Visa loggen')
    const choice = await vscode.window.showErrorMessage(message, restart, log)
    if (choice === restart) await this.restart()
    if (choice === log) this.log.show()
  }

  /** Ends the server and starts it again, with the settings as they are now. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#starting = undefined
    if (client && client.state !== State.Stopped) await client.stop().catch((error) => this.log.error(error))
    await client?.dispose().catch(() => {})
  }

  /** Tells the server that a settings file or a glossary has been saved, sooner than the file system does. */
  filesChanged(uris: readonly vscode.Uri[]): void {
    if (this.#client?.state !== State.Running) return
    const changes = uris.map((uri) => ({ uri: uri.toString(), type: 2 as const }))
    void this.#client.sendNotification('workspace/didChangeWatchedFiles', { changes })
  }

  summary(uri: vscode.Uri): Promise<TextSummary | null> {
    return this.#ask('summary', [uri.toString()])
  }

  checklist(uri: vscode.Uri): Promise<Checklist | null> {
    return this.#ask('checklist', [uri.toString()])
  }

  metrics(uri: vscode.Uri): Promise<Metrics | null> {
    return this.#ask('metrics', [uri.toString()])
  }

  /** What became of a text since an older version of it. */
  compare(uri: vscode.Uri, before: string): Promise<Comparison | null> {
    return this.#ask('compare', [uri.toString(), before])
  }

  /** Keeps an answer, or the kind of text, in the front matter. False where the text cannot hold it. */
  setAnswer(uri: vscode.Uri, key: string, value: string): Promise<boolean> {
    return this.#ask('setAnswer', [uri.toString(), key, value])
  }

  /** The address of the glossary; null where there is none and none is made. */
  glossary(uri: vscode.Uri, create: boolean): Promise<string | null> {
    return this.#ask('glossary', [uri.toString(), create])
  }

  rulePage(id: string): Promise<string> {
    return this.#ask('rulePage', [id])
  }

  /** Lints folders; null where it was cancelled. */
  async lintFolders(
    folders: readonly vscode.Uri[],
    token: vscode.CancellationToken,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
  ): Promise<LintResult | null> {
    const client = await this.start()
    if (!client) return null
    const workDoneToken = `klarsprak-${Date.now()}`
    let done = 0
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'end') return
      const percentage = value.percentage ?? done
      progress.report({ ...(value.message ? { message: value.message } : {}), increment: percentage - done })
      done = percentage
    })
    try {
      const params = { command: command('lintFolderJson'), arguments: folders.map(String), workDoneToken }
      return await client.sendRequest(ExecuteCommandRequest.type, params, token)
    } catch (error) {
      if (token.isCancellationRequested) return null
      throw error
    } finally {
      listener.dispose()
    }
  }

  async #ask<T>(name: string, args: unknown[]): Promise<T> {
    const client = await this.start()
    if (!client) throw new Error(t('Språkservern är inte i gång.'))
    return client.sendRequest(ExecuteCommandRequest.type, { command: command(name), arguments: args })
  }

  dispose(): void {
    void this.stop()
    this.#ready.dispose()
    this.log.dispose()
  }
}

const command = (name: string) => `klarsprak.server.${name}`

/** The language modes that are linted. */
function languages(): string[] {
  return vscode.workspace.getConfiguration('klarsprak').get<string[]>('languages', ['markdown', 'html', 'plaintext'])
}

/** True for a document that the server reads. */
export function isText({ languageId, uri }: vscode.TextDocument): boolean {
  return languages().includes(languageId) && schemes.includes(uri.scheme)
}

export type { Checklist, Comparison, Metrics }
