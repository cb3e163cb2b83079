import * as vscode from 'vscode'
import { t } from './l10n.ts'
import type { Server } from './server.ts'

const scheme = 'klarsprak-regel'

/** Shows the pages of the rules, which the server carries: `klarsprak-regel:/passiv-form.md`. */
export function rulePages(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => server.rulePage(path.replace(/^\/|\.md$/gu, '')),
    }),
    vscode.commands.registerCommand('klarsprak.openRule', async (id: unknown) => {
      if (typeof id !== 'string' || !/^[\w-]+$/u.test(id)) return
      const uri = vscode.Uri.from({ scheme, path: `/${id}.md` })
      try {
        await vscode.workspace.openTextDocument(uri)
      } catch {
        void vscode.window.showWarningMessage(t('Regeln {0} har ingen sida.', id))
        return
      }
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
    }),
  )
}
