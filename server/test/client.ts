import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

const program = fileURLToPath(new URL('../dist/server.js', import.meta.url))

/** A client that is told of findings: what most editors are. */
export const pushing: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  window: { showDocument: { support: true } },
}

/** A client that asks for findings, as VS Code does. */
export const pulling: ClientCapabilities = {
  ...pushing,
  textDocument: { diagnostic: {} },
  workspace: { ...pushing.workspace, diagnostics: { refreshSupport: true } },
}

/** A client of the built server, over standard input and output. */
export class Client {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  readonly published: PublishDiagnosticsParams[] = []
  readonly messages: string[] = []
  readonly shown: unknown[] = []
  refreshes = 0
  readonly folder: string
  #version = 0
  #waiting: (() => void)[] = []

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'klarsprak-server-'))
    for (const [name, content] of Object.entries(files)) this.write(name, content)
    this.process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    )
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params)
      for (const wake of this.#waiting.splice(0)) wake()
    })
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message)
    })
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++
      return null
    })
    this.connection.onRequest('window/showDocument', (params) => {
      this.shown.push(params)
      return { success: true }
    })
    this.connection.onRequest('client/registerCapability', () => null)
    this.connection.listen()
  }

  async start(capabilities: ClientCapabilities = pushing): Promise<InitializeResult> {
    const rootUri = pathToFileURL(this.folder).href
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'prov' }],
      capabilities,
    })
    await this.connection.sendNotification('initialized', {})
    return result
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href
  }

  write(name: string, content: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true })
    writeFileSync(join(this.folder, name), content)
  }

  async open(name: string, text: string, languageId = 'markdown'): Promise<string> {
    const uri = name.includes(':') ? name : this.uri(name)
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: ++this.#version, text },
    })
    return uri
  }

  async change(uri: string, contentChanges: readonly unknown[]): Promise<number> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges,
    })
    return this.#version
  }

  /** What is published for the newest version of a document. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const end = Date.now() + 20_000
    for (;;) {
      const last = this.published.findLast((params) => params.uri === uri && params.version === this.#version)
      if (last) return last.diagnostics
      if (Date.now() > end) throw new Error('no diagnostics within 20 seconds')
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
        setTimeout(resolve, 200)
      })
    }
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params)
  }

  /** Ends the server as a client should; gives its exit status. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve))
    if (this.process.exitCode === null) {
      await this.connection.sendRequest('shutdown')
      await this.connection.sendNotification('exit')
    }
    const status = this.process.exitCode ?? (await ended)
    this.connection.dispose()
    rmSync(this.folder, { recursive: true, force: true })
    return status
  }
}
