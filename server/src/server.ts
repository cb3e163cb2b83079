import { nodeFileSystem } from '@klarsprak/engine/node'
import { createLinter, rulePage } from 'retext-klarsprak'
import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import type { ServerContext } from './context.ts'
import { codeActions, fixAllKind } from './features/code-actions.ts'
import { codeLenses } from './features/code-lens.ts'
import { commands, executeCommand } from './features/commands.ts'
import { completion } from './features/completion.ts'
import { Diagnostics } from './features/diagnostics.ts'
import { hover } from './features/hover.ts'
import { OpenDocument } from './open-documents.ts'
import type { PositionEncoding } from './positions.ts'
import { SettingsStore } from './settings.ts'
import { version } from './version.ts'

/** Files whose change may change what is found: settings and glossaries. */
const watched = ['**/klarsprak.config.{json,yaml,yml}', '**/*.{tsv,csv}']

/**
 * Characters of text whose results are kept beside the open documents, each of which keeps its own: for what is undone,
 * and opened again. More would grow by every edit for hours.
 */
const keptText = 300_000

/** Wires the features to a connection. Nothing is listened to before `connection.listen()`. */
export function serve(connection: Connection): void {
  const documents = new Map<string, OpenDocument>()
  const settings = new SettingsStore(connection)
  let ruleAddress: string | undefined
  const engine = createLinter({
    fileSystem: nodeFileSystem(),
    keptText,
    ruleUrl: (id) => ruleAddress?.replace('{id}', id) ?? rulePage(id),
    onRuleError: (id, error) =>
      connection.console.error(`Regeln ${id} gick sönder på ett stycke och hoppades över. ${String(error)}`),
  })
  const folders: string[] = []
  let context: ServerContext | undefined
  let diagnostics: Diagnostics

  /** The context of a client that has said what it can do. */
  const ready = (): ServerContext => {
    if (context) return context
    throw new ResponseError(
      ErrorCodes.ServerNotInitialized,
      'Servern vet inget om editorn än. Skicka ”initialize” först.',
    )
  }

  connection.onInitialize(async (params) => {
    const client = params.capabilities
    const options = optionsFrom(params.initializationOptions)
    ruleAddress = options.ruleUrl
    settings.asks = client.workspace?.configuration === true
    folders.push(...foldersOf(params))
    const encoding = encodingFor(client)
    context = {
      connection,
      engine,
      settings,
      documents,
      client,
      encoding,
      folders,
      showsFindings: options.showsFindings,
    }
    const pulls =
      client.textDocument?.diagnostic !== undefined && client.workspace?.diagnostics?.refreshSupport === true
    diagnostics = new Diagnostics(context, pulls)
    await engine.prepare()
    return initializeResult(encoding, pulls)
  })

  connection.onInitialized(() => {
    const { workspace } = ready().client
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'klarsprak' })
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watched.map((globPattern) => ({ globPattern })),
      })
    if (workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => URI.parse(uri).fsPath))
        folders.splice(0, folders.length, ...folders.filter((folder) => !gone.has(folder)))
        folders.push(...added.map(({ uri }) => URI.parse(uri).fsPath))
      })
  })

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version: number, text } }) => {
    ready()
    const document = new OpenDocument(uri, languageId, number, text)
    documents.set(uri, document)
    diagnostics.touch(document, 'open')
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version: number }, contentChanges }) => {
    const document = documents.get(uri)
    if (!document) return
    document.change(contentChanges, number, ready().encoding)
    diagnostics.touch(document, 'edit')
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const document = documents.get(uri)
    if (!document) return
    document.saved()
    diagnostics.touch(document, 'save')
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    ready()
    documents.delete(uri)
    settings.forget(uri)
    diagnostics.close(uri)
  })
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    ready()
    settings.change(sent)
    diagnostics.refresh()
  })
  connection.onDidChangeWatchedFiles(() => {
    ready()
    engine.reloadSettings()
    diagnostics.refresh()
  })

  connection.onCodeAction((params, token) => codeActions(ready(), params, token))
  connection.onHover((params, token) => hover(ready(), params, token))
  connection.onCodeLens((params, token) => codeLenses(ready(), params, token))
  connection.onCompletion((params, token) => completion(ready(), params, token))
  connection.onExecuteCommand((params, token, progress) => executeCommand(ready(), params, token, progress))
}

/** What a client may say of itself as `initializationOptions`. */
interface ClientOptions {
  /** Where the page of a rule is shown: an address with `{id}` in it. */
  ruleUrl: string | undefined
  /** The message and the first advice of a finding are shown beside the hover. */
  showsFindings: boolean
}

function optionsFrom(given: unknown): ClientOptions {
  const { ruleUrl, showsFindings } = (given ?? {}) as Readonly<Record<string, unknown>>
  return { ruleUrl: typeof ruleUrl === 'string' ? ruleUrl : undefined, showsFindings: showsFindings === true }
}

function initializeResult(encoding: PositionEncoding, pulls: boolean): InitializeResult {
  return {
    serverInfo: { name: 'klarsprak', version },
    capabilities: {
      positionEncoding: encoding === 'utf-8' ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      hoverProvider: true,
      codeLensProvider: {},
      completionProvider: { triggerCharacters: ['-', ' ', ':'] },
      executeCommandProvider: { commands: Object.values(commands), workDoneProgress: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pulls
        ? { diagnosticProvider: { identifier: 'klarsprak', interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
    },
  }
}

/** UTF-16, unless the client would rather have UTF-8. */
function encodingFor(client: ClientCapabilities): PositionEncoding {
  const wanted = client.general?.positionEncodings ?? []
  return wanted.find((encoding) => encoding === 'utf-16' || encoding === 'utf-8') ?? 'utf-16'
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
  return uris
    .map((uri) => URI.parse(uri))
    .filter(({ scheme }) => scheme === 'file')
    .map(({ fsPath }) => fsPath)
}
