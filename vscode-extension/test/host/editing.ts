import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { runTests, test, until } from './runner.ts'

export const run = runTests

const folder = () => vscode.workspace.workspaceFolders![0]!.uri
const findings = (document: vscode.TextDocument) => vscode.languages.getDiagnostics(document.uri)
const ruleOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? String(code.value) : String(code))

async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name))
  await vscode.window.showTextDocument(document)
  return document
}

test('is activated by a text, and gives the first findings soon', async (note) => {
  const began = performance.now()
  const extension = vscode.extensions.getExtension('klarsprak.klarsprak-vscode')
  assert.ok(extension, 'the extension is not there')
  await extension.activate()
  note('activate', Math.round(performance.now() - began))
  const document = await open('press.md')
  await until('findings', () => findings(document).length > 0)
  note('first findings', Math.round(performance.now() - began))
  note('version', vscode.version)
})

test('marks the right words, with å, ä, ö and emoji before them', async () => {
  const document = await open('press.md')
  const percent = await until('the finding', () => findings(document).find((one) => ruleOf(one) === 'procenttecken'))
  assert.equal(document.getText(percent.range), '8%')
  assert.equal(percent.source, 'Klarspråk')
  assert.match(document.lineAt(percent.range.start.line).text, /^👩‍👧 Å/u)
})
