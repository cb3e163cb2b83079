import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import type { Server } from '../server.ts'

/** Registers all commands of the extension but those that only links and code actions use. */
export function registerCommands(
  _context: vscode.ExtensionContext,
  server: Server,
  _current: CurrentText,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('klarsprak.restart', () => server.restart()),
    vscode.commands.registerCommand('klarsprak.showLog', () => server.log.show()),
  )
}
