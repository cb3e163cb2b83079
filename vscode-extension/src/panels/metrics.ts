import type * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { t } from '../l10n.ts'
import type { Server } from '../server.ts'
import type { MetricsState } from './messages.ts'
import { nameOf, TextPanel } from './text-panel.ts'

/** Length and difficulty of the sentences through the text. */
export function metricsPanel(
  context: vscode.ExtensionContext,
  server: Server,
  current: CurrentText,
): TextPanel<MetricsState> {
  return new TextPanel<MetricsState>(context, current, {
    script: 'metrics',
    title: t('Mått'),
    load: async (document) => {
      const metrics = await server.metrics(document.uri)
      return metrics && { title: nameOf(document), uri: document.uri.toString(), metrics }
    },
  })
}
