import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { t } from '../l10n.ts'
import type { Server } from '../server.ts'

/** Shows what was found in the current text. */
export async function review(server: Server, { document }: CurrentText): Promise<void> {
  if (!document) {
    void vscode.window.showInformationMessage(t('Öppna först en text som Klarspråk kan granska.'))
    return
  }
  const summary = await server.summary(document.uri)
  if (!summary) {
    void vscode.window.showInformationMessage(t('Texten granskas inte. Se om den är undantagen i inställningarna.'))
    return
  }
  const { error, warning, suggestion } = summary.findings
  if (error + warning + suggestion > 0) await vscode.commands.executeCommand('workbench.actions.view.problems')
  else void vscode.window.showInformationMessage(t('Inget att anmärka på.'))
}
