import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { t } from '../l10n.ts'
import { olderVersion } from '../older-version.ts'
import type { Server } from '../server.ts'
import type { ComparisonState } from './messages.ts'
import { nameOf, TextPanel } from './text-panel.ts'

/** What has become better and worse since the text was saved, or since its last version in Git. */
export function comparisonPanel(
  context: vscode.ExtensionContext,
  server: Server,
  current: CurrentText,
): TextPanel<ComparisonState> {
  return new TextPanel<ComparisonState>(context, current, {
    script: 'comparison',
    title: t('Jämförelse'),
    load: async (document) => {
      const older = await olderVersion(document)
      if (!older) {
        void vscode.window.showInformationMessage(t('Texten är inte sparad än, så det finns inget att jämföra med.'))
        return null
      }
      const comparison = await server.compare(document.uri, older.text)
      const { name: before } = older
      return comparison && { title: nameOf(document), uri: document.uri.toString(), before, comparison }
    },
  })
}
