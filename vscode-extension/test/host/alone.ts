import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsAt, apply, findings, rules, save } from './helpers.ts'
import { OneText } from './one-text.ts'
import { runTests, test, until } from './runner.ts'

export const run = runTests

test('works without a folder and without settings', async () => {
  assert.equal(vscode.workspace.workspaceFolders, undefined)
  await vscode.commands.executeCommand('klarsprak.openExample')
  const { document } = vscode.window.activeTextEditor!
  assert.equal(document.isUntitled, true)
  await until('findings', () => rules(document).includes('procenttecken'))
})

test('mends, and offers nothing that needs a file, in a text that is not saved', async () => {
  const { document } = vscode.window.activeTextEditor!
  const actions = await actionsAt(document, 'procenttecken')
  const titles = actions.map(({ title }) => title).join('\n')
  assert.doesNotMatch(titles, /Stäng av|Falskt larm|ordlistan/u)
  const fix = actions.find(({ isPreferred }) => isPreferred)
  assert.ok(fix, titles)
  await apply(fix)
  assert.match(document.getText(), /8\u00a0%/u)
})

test('keeps answers in a text that is not saved', async () => {
  const { document } = vscode.window.activeTextEditor!
  const kept = await vscode.commands.executeCommand(
    'klarsprak.server.setAnswer',
    document.uri.toString(),
    'syfte',
    'Läsaren ska veta vad som händer.',
  )
  assert.equal(kept, true)
  assert.match(document.getText(), /^---\ntexttyp: press\nsyfte: Läsaren ska veta vad som händer.\n---\n/u)
  await vscode.commands.executeCommand('klarsprak.reviewFolder')
  assert.ok(findings(document).length > 0)
})

test('reads and mends a text in a virtual file system, and offers nothing that needs a disk', async () => {
  const files = new OneText('press.md', '# Nytt badhus\n\nPriset höjs med 5% i år.\n')
  const registered = vscode.workspace.registerFileSystemProvider('vscode-vfs', files)
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode-vfs://prov/press.md'))
    await vscode.window.showTextDocument(document)
    await until('findings', () => rules(document).includes('procenttecken'))
    const actions = await actionsAt(document, 'procenttecken')
    const titles = actions.map(({ title }) => title).join('\n')
    assert.doesNotMatch(titles, /Stäng av|Falskt larm|ordlistan/u)
    const fix = actions.find(({ isPreferred }) => isPreferred)
    assert.ok(fix, titles)
    await apply(fix)
    await save(document)
    assert.match(files.text, /5\u00a0%/u)
    await until('the finding to go', () => !rules(document).includes('procenttecken'))
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  } finally {
    registered.dispose()
  }
})
