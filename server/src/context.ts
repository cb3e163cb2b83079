import type { Engine } from '@klarsprak/engine'
import type { CancellationToken, ClientCapabilities, Connection } from 'vscode-languageserver'
import type { OpenDocument } from './open-documents.ts'
import type { PositionEncoding } from './positions.ts'
import type { EditorSettings, SettingsStore } from './settings.ts'

/** What the features of the server share. */
export interface ServerContext {
  readonly connection: Connection
  readonly engine: Engine
  readonly settings: SettingsStore
  readonly documents: ReadonlyMap<string, OpenDocument>
  readonly client: ClientCapabilities
  readonly encoding: PositionEncoding
  /** The client shows findings at the place that is hovered over. */
  readonly showsFindings: boolean
  /** Folders of the workspace, as paths. */
  readonly folders: readonly string[]
}

/** A document that can be linted now, with its settings; undefined where it is closed, turned off or ignored. */
export async function lintable(
  context: ServerContext,
  uri: string,
  token?: CancellationToken,
): Promise<{ document: OpenDocument; settings: EditorSettings } | undefined> {
  const settings = await context.settings.of(uri)
  const document = context.documents.get(uri)
  if (!document || token?.isCancellationRequested || !settings.enable) return undefined
  return { document, settings }
}
