import * as vscode from 'vscode'
import { t } from '../l10n.ts'
import type { Server } from '../server.ts'
import type { FolderState } from './messages.ts'
import { Panel } from './panel.ts'

/** Lints folders, with progress that can be cancelled, and shows what was found. */
export async function reviewFolders(
  context: vscode.ExtensionContext,
  server: Server,
  folders: readonly vscode.Uri[],
): Promise<void> {
  const local = folders.filter(({ scheme }) => scheme === 'file')
  if (local.length === 0) {
    void vscode.window.showInformationMessage(t('Öppna först en mapp på datorn.'))
    return
  }
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Granskar mappen'), cancellable: true },
    (progress, token) => server.lintFolders(local, token, progress),
  )
  if (!result) return
  if (result.files.length === 0) {
    void vscode.window.showInformationMessage(t('Mappen har inga texter som Klarspråk kan läsa.'))
    return
  }
  const panel = new Panel<FolderState>(context, {
    script: 'folder',
    title: t('Granskad mapp'),
    column: vscode.ViewColumn.Active,
  })
  panel.show({
    title: local.map(({ path }) => path.split('/').filter(Boolean).at(-1)).join(', '),
    files: result.files.map((file) => {
      const uri = vscode.Uri.file(file.path)
      return { name: vscode.workspace.asRelativePath(uri, false), uri: uri.toString(), file }
    }),
    summary: result.summary,
  })
}
