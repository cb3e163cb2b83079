import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { t } from '../l10n.ts'

const kind = vscode.CodeActionKind.SourceFixAll.append('klarsprak')

/** Mends everything in the current text that can be mended without risk, and says how much that was. */
export async function fixAll({ document }: CurrentText): Promise<void> {
  if (!document) return
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    kind.value,
  )
  const edit = actions.find((action) => action.edit && action.kind && kind.contains(action.kind))?.edit
  if (!edit) {
    void vscode.window.showInformationMessage(t('Det finns inget att rätta utan risk.'))
    return
  }
  const count = edit.entries().reduce((sum, [, edits]) => sum + edits.length, 0)
  const applied = await vscode.workspace.applyEdit(edit)
  void vscode.window.showInformationMessage(
    applied
      ? count === 1
        ? t('Ett ställe är rättat.')
        : t('{0} ställen är rättade.', count)
      : t('Texten hann ändras. Försök igen.'),
  )
}
