import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { actionsAt, open, rules } from './helpers.ts'
import { runTests, test, until } from './runner.ts'

export const run = runTests

test('reads a folder that is not trusted, and offers what changes the text alone', async () => {
  assert.equal(vscode.workspace.isTrusted, false)
  const document = await open('press.md')
  await until('findings', () => rules(document).includes('procenttecken'))
  const titles = (await actionsAt(document, 'procenttecken')).map(({ title }) => title)
  assert.ok(
    titles.some((title) => title.startsWith('Skriv ')),
    titles.join(),
  )
  assert.ok(
    titles.some((title) => title.startsWith('Undanta ')),
    titles.join(),
  )
  assert.deepEqual(
    titles.filter((title) => /^(?:Stäng av|Falskt larm|Lägg till)/u.test(title)),
    [],
  )
})

test('writes no settings file in a folder that is not trusted', async () => {
  await vscode.commands.executeCommand('klarsprak.createConfig')
  const { fsPath } = vscode.workspace.workspaceFolders![0]!.uri
  assert.equal(existsSync(join(fsPath, 'klarsprak.config.json')), false)
})
