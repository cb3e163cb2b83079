import type { Engine, FileResult } from '@klarsprak/engine'
import type { CancellationToken, ClientCapabilities, Connection } from 'vscode-languageserver'
import { largestText, type OpenDocument } from './open-documents.ts'
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

/** A document that can be linted now, with its settings; undefined where it is closed or turned off. */
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

/**
 * A document and what is found in it as it stands. Undefined where it shows no findings: it is closed, turned off,
 * ignored or too large, or its settings cannot be used, which its diagnostics tell.
 */
export async function linted(
  context: ServerContext,
  uri: string,
  token?: CancellationToken,
): Promise<{ document: OpenDocument; settings: EditorSettings; result: FileResult } | undefined> {
  const found = await lintable(context, uri, token)
  if (!found || found.document.text.getText().length > largestText) return undefined
  const { document, settings } = found
  try {
    if (document.path !== undefined && context.engine.ignoredBy(document.path) !== undefined) return undefined
    return { document, settings, result: document.lint(context.engine, settings) }
  } catch (error) {
    if (isUsersFault(error)) return undefined
    throw error
  }
}

/** Settings that cannot be used or a text that cannot be read: told in Swedish, and no fault of the server. */
export function isUsersFault(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'ConfigError' || error.name === 'DocumentError')
}
