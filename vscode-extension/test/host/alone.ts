import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsAt, apply, findings, rules } from './helpers.ts'
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
