import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { t } from '../l10n.ts'
import type { Server } from '../server.ts'
import type { ChecklistState } from './messages.ts'
import { nameOf, TextPanel } from './text-panel.ts'

/** The eleven points of the checklist, half filled in; answers go to the front matter. */
export function checklistPanel(
  context: vscode.ExtensionContext,
  server: Server,
  current: CurrentText,
): TextPanel<ChecklistState> {
  return new TextPanel<ChecklistState>(context, current, {
    script: 'checklist',
    title: t('Checklista'),
    load: async (document) => {
      const checklist = await server.checklist(document.uri)
      if (!checklist) return null
      return { title: nameOf(document), uri: document.uri.toString(), checklist, locked: lockOf(document) }
    },
    handle: async (message, panel) => {
      if (message.type !== 'answer') return
      const { uri, id, value } = message
      const kept = await server.setAnswer(vscode.Uri.parse(uri), id, value).catch(() => false)
      panel.say(kept ? t('Svaret står nu i textens sidhuvud.') : t('Svaret gick inte att skriva i textens sidhuvud.'))
    },
  })
}

/** Why answers cannot be kept in a text. */
function lockOf({ languageId, uri }: vscode.TextDocument): string | null {
  if (languageId !== 'markdown' && languageId !== 'html') return t('Ren text har inget sidhuvud att spara svar i.')
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ? t('Texten går inte att ändra.') : null
}
