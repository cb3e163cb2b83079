import * as vscode from 'vscode'
import { t } from './l10n.ts'

/** A version of a text to compare with, and what it is called to the user. */
export interface OlderVersion {
  name: string
  text: string
}

/** The part of the interface of the editor's Git extension that is used here. */
interface GitApi {
  getRepository(uri: vscode.Uri): { show(ref: string, path: string): Promise<string> } | null
}

/**
 * The version to compare a text with: the saved file where the text has been edited since, otherwise its last version in
 * Git, otherwise the saved file. Undefined for a text that has never been saved.
 */
export async function olderVersion(document: vscode.TextDocument): Promise<OlderVersion | undefined> {
  if (document.isUntitled) return undefined
  const saved = { name: t('senast sparad'), text: await readSaved(document) }
  if (document.isDirty) return saved
  return (await committed(document)) ?? saved
}

async function readSaved({ uri }: vscode.TextDocument): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri)
  const utf16 = { fffe: 'utf-16le', feff: 'utf-16be' }[Buffer.from(bytes.subarray(0, 2)).toString('hex')]
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
}

async function committed({ uri }: vscode.TextDocument): Promise<OlderVersion | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git')
  try {
    const git = (await extension?.activate())?.getAPI(1)
    const text = await git?.getRepository(uri)?.show('HEAD', uri.fsPath)
    return text === undefined ? undefined : { name: t('senaste versionen i Git'), text }
  } catch {
    // Git is turned off, or does not know the file.
    return undefined
  }
}
