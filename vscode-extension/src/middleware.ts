import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient/node'

/** Findings that come sooner than this are asked for at every edit, in milliseconds. */
const quick = 30

/** The longest rest of the text that is waited for, in milliseconds. */
const longestPause = 400

/** What the findings of each text last cost to get, in milliseconds. */
const costs = new Map<string, number>()

const openRuleOnServer = 'klarsprak.server.openRule'
const falseAlarm = 'klarsprak.server.falseAlarm'

/** What this editor does in another way than the server thinks. */
export const middleware: Middleware = {
  // Every edit asks anew and calls the question before off: a long text is read when the writer rests.
  async provideDiagnostics(document, previousResultId, token, next) {
    const key = String('uri' in document ? document.uri : document)
    const cost = costs.get(key) ?? 0
    if (cost > quick) await rest(Math.min(cost, longestPause), token)
    if (token.isCancellationRequested) throw new vscode.CancellationError()
    const began = performance.now()
    const report = await next(document, previousResultId, token)
    costs.set(key, performance.now() - began)
    return report
  },

  // Rule pages are shown here, from the extension: no network is needed.
  executeCommand(command, args, next) {
    return command === openRuleOnServer
      ? vscode.commands.executeCommand('klarsprak.openRule', args[1])
      : next(command, args)
  },

  async provideCodeActions(document, range, context, token, next) {
    const actions = (await next(document, range, context, token)) ?? []
    return actions.flatMap((action): (vscode.CodeAction | vscode.Command)[] => {
      if (!(action instanceof vscode.CodeAction)) return [action]
      const files = otherFiles(action, document)
      if (!vscode.workspace.isTrusted && (files.length > 0 || action.command?.command === falseAlarm)) return []
      if (files.length > 0) {
        const { command } = action
        action.command = { title: action.title, command: 'klarsprak.afterHouseEdit', arguments: [files, command] }
      }
      return [action]
    })
  },
}

/** Waits for a while, or until there is no need to any more. */
function rest(milliseconds: number, token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    const listener = token.onCancellationRequested(done)
    function done(): void {
      clearTimeout(timer)
      listener.dispose()
      resolve()
    }
  })
}

/** The files beside the document that an action changes. */
function otherFiles({ edit }: vscode.CodeAction, document: vscode.TextDocument): vscode.Uri[] {
  const uris = edit?.entries().map(([uri]) => uri) ?? []
  return uris.filter((uri) => uri.toString() !== document.uri.toString())
}

/**
 * Saves the settings files that a code action changed, so that they hold at once, and then does what the action itself
 * wanted done. A glossary is left unsaved: its explanation is still to be written.
 */
export async function afterHouseEdit(files: readonly vscode.Uri[], command?: vscode.Command): Promise<void> {
  for (const uri of files) {
    if (!/klarsprak\.config\.(?:json|ya?ml)$/u.test(uri.path)) continue
    const document = await vscode.workspace.openTextDocument(uri)
    await document.save()
  }
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
}
