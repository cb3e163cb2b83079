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
      const kept = await keepAnswer(server, vscode.Uri.parse(uri), id, value)
      panel.say(kept ? t('Svaret står nu i textens sidhuvud.') : t('Svaret gick inte att skriva i textens sidhuvud.'))
    },
  })
}

/** How often an answer is tried where the text is written at the same time, and how long is waited between, in milliseconds. */
const mostTries = 5
const betweenTries = 300

async function keepAnswer(server: Server, uri: vscode.Uri, id: string, value: string): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, betweenTries))
    if (await server.setAnswer(uri, id, value).catch(() => false)) return true
  }
  return false
}

/** Why answers cannot be kept in a text. */
function lockOf({ languageId, uri }: vscode.TextDocument): string | null {
  if (languageId !== 'markdown' && languageId !== 'html') return t('Ren text har inget sidhuvud att spara svar i.')
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ? t('Texten går inte att ändra.') : null
}
