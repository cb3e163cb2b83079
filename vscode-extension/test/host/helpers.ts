import * as vscode from 'vscode'
import { until } from './runner.ts'

export const findings = (document: vscode.TextDocument) => vscode.languages.getDiagnostics(document.uri)

export const ruleOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? String(code.value) : String(code))

export const rules = (document: vscode.TextDocument) => findings(document).map(ruleOf)

export async function open(name: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name)
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  return document
}

/** Writes a file as the user would, in the editor. */
export async function write(name: string, text: string): Promise<void> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name)
  const made = new vscode.WorkspaceEdit()
  made.createFile(uri, { ignoreIfExists: true })
  await vscode.workspace.applyEdit(made)
  const document = await vscode.workspace.openTextDocument(uri)
  const edit = new vscode.WorkspaceEdit()
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text)
  await vscode.workspace.applyEdit(edit)
  await save(document)
}

export async function save(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty && !(await document.save())) throw new Error(`${document.fileName} was not saved`)
}

/** Resolves when the findings of a text have rested for half a second. */
export async function settled(document: vscode.TextDocument): Promise<void> {
  let last = ''
  let since = Date.now()
  await until('findings at rest', () => {
    const now = JSON.stringify(findings(document))
    if (now !== last) {
      last = now
      since = Date.now()
    }
    return findings(document).length > 0 && Date.now() - since > 500
  })
}

/**
 * What can be done about the first finding of a rule, or about the one at some words. Findings are those of
 * the text as it was last checked: where a test has just changed the text, say the words.
 */
export async function actionsAt(
  document: vscode.TextDocument,
  rule: string,
  words?: string,
): Promise<vscode.CodeAction[]> {
  const finding = await until(`${rule} ${words ?? ''}`, () =>
    findings(document).find(
      (one) => ruleOf(one) === rule && (words === undefined || document.getText(one.range) === words),
    ),
  )
  return until('actions', async () => {
    // The editor cancels what it was asked when the text changes meanwhile, and a user's next look asks anew.
    const actions = await vscode.commands
      .executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding.range)
      .then(undefined, (error: Error) => {
        if (error.message === 'Canceled') return []
        throw error
      })
    return actions.some(({ title }) => title === `Läs om regeln ${rule}`) ? actions : undefined
  })
}

/** Carries a code action out as the editor does: its edit, then its command. */
export async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit && !(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused')
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
}
