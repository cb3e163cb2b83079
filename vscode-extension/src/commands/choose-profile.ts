import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { t } from '../l10n.ts'
import { profileName, profileNames } from '../profiles.ts'
import type { Server } from '../server.ts'

/** Lets the user say what kind of text this is; the front matter keeps it. */
export async function chooseProfile(server: Server, { document }: CurrentText): Promise<void> {
  if (!document) return
  const summary = await server.summary(document.uri)
  const now = summary?.profile ?? ''
  const choice = await vscode.window.showQuickPick(
    [
      ...profileNames().map(([name, label]) => ({
        name,
        label,
        description: name === now ? t('gäller nu') : '',
      })),
      { name: '', label: t('Låt programmet avgöra'), description: t('tar bort texttypen ur sidhuvudet') },
    ],
    { title: t('Vilken texttyp är det?'), placeHolder: t('Nu: {0}', profileName(now)) },
  )
  if (!choice) return
  if (await server.setAnswer(document.uri, 'texttyp', choice.name)) return
  const settings = t('Öppna inställningen')
  const answer = await vscode.window.showWarningMessage(
    t('Texten har inget sidhuvud som går att skriva i. Välj texttyp i editorns inställningar i stället.'),
    settings,
  )
  if (answer) await vscode.commands.executeCommand('workbench.action.openSettings', 'klarsprak.profile')
}
