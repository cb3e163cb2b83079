import * as vscode from 'vscode'
import { registerCommands } from './commands/register.ts'
import { CurrentText } from './current-text.ts'
import { loadTranslations, t } from './l10n.ts'
import { afterHouseEdit } from './middleware.ts'
import { rulePages } from './rule-pages.ts'
import { isText, Server } from './server.ts'
import { statusBar } from './status-bar.ts'

/** Files that say how texts are judged. */
const houseFile = /(?:klarsprak\.config\.(?:json|ya?ml)|\.(?:tsv|csv))$/u

let server: Server | undefined

/** The processor time of the process when the editor began to load the extension, set by the first line of the bundle. */
declare const klarsprakBegan: NodeJS.CpuUsage

/**
 * Registers what the extension offers. The server is started by itself when there is a text for it to read.
 *
 * @returns what loading and activating took, in milliseconds of processor time
 */
export function activate(context: vscode.ExtensionContext): { activation: number } {
  loadTranslations(context.extensionPath)
  const running = new Server(context)
  server = running
  const current = new CurrentText()
  const startWhere = (documents: readonly vscode.TextDocument[]) => {
    if (documents.some(isText)) void running.start()
  }
  context.subscriptions.push(
    running,
    current,
    rulePages(running),
    registerCommands(context, running, current),
    vscode.commands.registerCommand('klarsprak.afterHouseEdit', afterHouseEdit),
    vscode.workspace.onDidOpenTextDocument((document) => startWhere([document])),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (houseFile.test(uri.path)) running.filesChanged([uri])
    }),
    vscode.workspace.onDidChangeConfiguration((event) => void configurationChanged(event, context, running)),
    statusBar(running, current),
  )
  startWhere(vscode.workspace.textDocuments)
  const { user, system } = process.cpuUsage(klarsprakBegan)
  const activation = (user + system) / 1000
  running.log.info(t('I gång efter {0} ms.', Math.round(activation)))
  return { activation }
}

async function configurationChanged(
  event: vscode.ConfigurationChangeEvent,
  { extensionPath }: vscode.ExtensionContext,
  running: Server,
): Promise<void> {
  if (event.affectsConfiguration('klarsprak.language')) {
    loadTranslations(extensionPath)
    void vscode.window.showInformationMessage(t('Paneler som är öppna byter språk när du öppnar dem igen.'))
  }
  if (event.affectsConfiguration('klarsprak.languages')) await running.restart()
}

/** Ends the server. The editor waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop()
}
