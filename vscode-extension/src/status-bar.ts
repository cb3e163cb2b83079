import type { TextSummary } from '@klarsprak/server'
import * as vscode from 'vscode'
import { type CurrentText, onCurrentTextEdited } from './current-text.ts'
import { t } from './l10n.ts'
import { profileName } from './profiles.ts'
import type { Server } from './server.ts'

/** How long the text must rest before its figures are asked for, in milliseconds. */
const pause = 300

/** LIX and findings of the current text; leads to the checklist. */
export function statusBar(server: Server, current: CurrentText): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('klarsprak', vscode.StatusBarAlignment.Right, 90)
  item.name = 'Klarspråk'
  item.command = 'klarsprak.showChecklist'
  let asked = 0
  const update = async () => {
    const { document } = current
    const number = ++asked
    if (!document || !vscode.workspace.getConfiguration('klarsprak', document).get('statusBar', true)) {
      item.hide()
      return
    }
    const summary = await server.summary(document.uri).catch(() => null)
    if (number !== asked) return
    if (!summary) {
      item.hide()
      return
    }
    show(item, summary)
  }
  void update()
  return vscode.Disposable.from(
    item,
    onCurrentTextEdited(
      current,
      () => pause,
      () => void update(),
    ),
    server.onReady(() => void update()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('klarsprak')) void update()
    }),
  )
}

function show(item: vscode.StatusBarItem, { words, lix, band, findings, profile }: TextSummary): void {
  const { error, warning, suggestion } = findings
  const total = error + warning + suggestion
  const found = total === 1 ? t('1 träff') : t('{0} träffar', total)
  item.text = `$(checklist) ${lix === null ? '' : `${t('LIX {0}', Math.round(lix))} · `}${found}`
  const counts = t('Fel: {0}, varningar: {1}, förslag: {2}', error, warning, suggestion)
  const difficulty =
    lix === null ? t('Texten är för kort för lix.') : t('Lix {0} ({1})', Math.round(lix), t(band ?? ''))
  const lines = [
    `**Klarspråk** · ${profileName(profile)}`,
    counts,
    `${t('{0} ord', words)} · ${difficulty}`,
    t('Välj för att visa checklistan.'),
  ]
  item.tooltip = new vscode.MarkdownString(lines.join('\n\n'))
  item.accessibilityInformation = {
    label: `Klarspråk: ${counts}. ${difficulty}. ${t('Visa checklistan')}`,
    role: 'button',
  }
  item.show()
}
