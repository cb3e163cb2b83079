import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { actionsAt, apply, findings, open, ruleOf, rules, save, settled, write } from './helpers.ts'
import { runTests, test, until } from './runner.ts'

export const run = runTests

const folder = () => vscode.workspace.workspaceFolders![0]!.uri
const path = (name: string) => join(folder().fsPath, name)

test('is activated by a text, and gives the first findings soon', async (note) => {
  const extension = vscode.extensions.getExtension<{ activation: number }>('klarsprak.klarsprak-vscode')
  assert.ok(extension, 'the extension is not there')
  const { activation } = await extension.activate()
  note('load and activate, ms of processor time', Math.round(activation))
  const document = await open('press.md')
  await until('findings', () => findings(document).length > 0)
  assert.ok(activation < 300, `activation took ${activation} ms`)
  note('version of VS Code', vscode.version)
})

test('finds again when the server is started anew', async (note) => {
  await vscode.commands.executeCommand('klarsprak.restart')
  const document = await open('press.md')
  await until('findings', () => findings(document).length > 0)
  const began = performance.now()
  await vscode.commands.executeCommand('klarsprak.restart')
  await until('findings', () => findings(document).length > 0)
  const took = performance.now() - began
  note('from stopped to findings, ms', Math.round(took))
})

test('marks the right words, with å, ä, ö and emoji before them', async () => {
  const document = await open('press.md')
  const percent = await until('the finding', () => findings(document).find((one) => ruleOf(one) === 'procenttecken'))
  assert.equal(document.getText(percent.range), '8%')
  assert.equal(percent.source, 'Klarspråk')
  assert.match(document.lineAt(percent.range.start.line).text, /^👩‍👧 Å/u)
})

test('shows no finding twice, also after edits', async () => {
  const document = await open('press.md')
  const assertOnce = () => {
    const keys = findings(document).map((one) => `${ruleOf(one)} ${JSON.stringify(one.range)} ${one.message}`)
    assert.equal(new Set(keys).size, keys.length, keys.join('\n'))
  }
  await settled(document)
  assertOnce()
  const edit = new vscode.WorkspaceEdit()
  edit.insert(document.uri, new vscode.Position(2, 0), 'Priset höjs med 9% nu. ')
  await vscode.workspace.applyEdit(edit)
  await until('both', () => rules(document).filter((id) => id === 'procenttecken').length === 2)
  await settled(document)
  assertOnce()
  await vscode.commands.executeCommand('workbench.action.files.revert')
})

test('follows edits to HTML, plain text and texts that are not saved', async () => {
  for (const [language, content] of [
    ['html', '<h1>Badet</h1><p>Priset h&ouml;js med 5% nu.</p>'],
    ['plaintext', 'Priset höjs med 5% nu.'],
    ['markdown', '# Badet\n\nPriset höjs med 5% nu.\n'],
  ] as const) {
    const document = await vscode.workspace.openTextDocument({ language, content })
    await vscode.window.showTextDocument(document)
    const percent = await until(language, () => findings(document).find((one) => ruleOf(one) === 'procenttecken'))
    assert.equal(document.getText(percent.range), '5%')
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
})

test('mends the marked words by the quick fix', async () => {
  const document = await open('fixar.md')
  const actions = await actionsAt(document, 'procenttecken', '8%')
  const fix = actions.find(({ isPreferred }) => isPreferred)
  assert.ok(fix, actions.map(({ title }) => title).join())
  await apply(fix)
  assert.match(document.getText(), /🏊‍♀️ Åh, priset höjs med 8\u00a0% för vuxna/u)
  await until('the finding to go', () => !findings(document).some((one) => document.getText(one.range) === '8%'))
})

test('mends everything safe at once', async () => {
  const document = await open('fixar.md')
  await until('findings', () => rules(document).includes('procenttecken'))
  await vscode.commands.executeCommand('klarsprak.fixAll')
  await until('the fixes', () => !/\d%/u.test(document.getText()))
  assert.match(document.getText(), /7\u00a0% och 9\u00a0%/u)
  await vscode.commands.executeCommand('undo')
  assert.match(document.getText(), /7% och 9%/u)
  await vscode.commands.executeCommand('workbench.action.files.revert')
})

test('ignores a finding with a reason, and puts the cursor on the reason', async () => {
  const document = await open('fixar.md')
  const actions = await actionsAt(document, 'procenttecken', '8%')
  const ignore = actions.find(({ title }) => title.startsWith('Undanta procenttecken här'))
  assert.ok(ignore)
  await apply(ignore)
  assert.match(document.getText(), /<!-- klarsprak-ignore procenttecken: skäl -->\n🏊‍♀️/u)
  const editor = await until('the cursor', () => {
    const active = vscode.window.activeTextEditor
    return active && active.document === document && !active.selection.isEmpty ? active : undefined
  })
  assert.equal(document.getText(editor.selection), 'skäl')
  await until('the finding to go', () => !findings(document).some((one) => document.getText(one.range) === '8%'))
  await vscode.commands.executeCommand('workbench.action.files.revert')
})

test('turns a rule off for the folder, and its findings go at once', async (note) => {
  const document = await open('press.md')
  const actions = await actionsAt(document, 'procenttecken')
  const off = actions.find(({ title }) => title === 'Stäng av procenttecken för den här mappen')
  assert.ok(off)
  const began = performance.now()
  await apply(off)
  await until('the findings to go', () => !rules(document).includes('procenttecken'), 3000)
  note('from choice to shown, ms', Math.round(performance.now() - began))
  assert.match(readFileSync(path('klarsprak.config.json'), 'utf8'), /"procenttecken": "off"/u)
})

test('says what is wrong with a broken settings file, and comes back when it is mended', async () => {
  const document = await open('press.md')
  await write('klarsprak.config.json', '{ "rulse": {} }')
  const notice = await until('the notice', () => findings(document).find(({ message }) => message.includes('rulse')))
  assert.match(notice.message, /Menade du ”rules”\?/u)
  await write('klarsprak.config.json', '{}')
  await until('findings', () => rules(document).includes('procenttecken'))
})

test('sees a settings file that another program changes', async () => {
  const document = await open('press.md')
  await until('findings', () => rules(document).includes('procenttecken'))
  writeFileSync(path('klarsprak.config.json'), '{ "rules": { "procenttecken": "off" } }')
  await until('the findings to go', () => !rules(document).includes('procenttecken'))
  writeFileSync(path('klarsprak.config.json'), '{}')
  await until('findings', () => rules(document).includes('procenttecken'))
})

test('checks the settings file against the schema, without a network', async () => {
  const uri = vscode.Uri.joinPath(folder(), 'klarsprak.config.json')
  await write('klarsprak.config.json', '{\n  // fel typ\n  "root": 5\n}\n')
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  assert.equal(document.languageId, 'jsonc')
  const wrong = await until('the fault', () => vscode.languages.getDiagnostics(uri)[0])
  assert.equal(wrong.range.start.line, 2)
  const { items } = await until('completions', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      new vscode.Position(0, 1),
    )
    return list.items.length > 0 ? list : undefined
  })
  const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label))
  assert.ok(labels.includes('rules') && labels.includes('publish'), labels.join())
  await write('klarsprak.config.json', '{}')
})

test('adds a term to the glossary, with the explanation to write', async () => {
  const document = await open('termer.md')
  const actions = await actionsAt(document, 'oforklarad-fackterm')
  const add = actions.find(({ title }) => title.includes('i ordlistan'))
  assert.ok(add, actions.map(({ title }) => title).join())
  await apply(add)
  const editor = await until('the glossary', () => {
    const active = vscode.window.activeTextEditor
    return active?.document.uri.path.endsWith('/ordlista.tsv') && !active.selection.isEmpty ? active : undefined
  })
  assert.equal(editor.document.getText(editor.selection), 'förklaring')
  assert.match(readFileSync(path('klarsprak.config.json'), 'utf8'), /"terms": "ordlista.tsv"/u)
  await editor.edit((edit) => edit.replace(editor.selection, 'plan för hur marken får användas'))
  await save(editor.document)
  assert.match(readFileSync(path('ordlista.tsv'), 'utf8'), /detaljplan\t\tplan för hur/u)
})

test('keeps a false alarm in a file of the folder', async () => {
  const document = await open('press.md')
  const actions = await actionsAt(document, 'procenttecken')
  const alarm = actions.find(({ title }) => title.startsWith('Falskt larm'))
  assert.ok(alarm)
  await apply(alarm)
  const file = path('.klarsprak/falska-larm.jsonl')
  await until('the file', () => existsSync(file))
  assert.equal(JSON.parse(readFileSync(file, 'utf8').split('\n')[0]!).rule, 'procenttecken')
})

test('shows the figures above headings, and says more at a heading', async () => {
  const document = await open('press.md')
  await settled(document)
  const lenses = await until('lenses', async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    )
    return found.length > 0 ? found : undefined
  })
  assert.match(lenses[0]?.command?.title ?? '', /^Hela texten: /u)
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(6, 5),
  )
  const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
  assert.match(text.join('\n'), /Avsnittet: /u)
})

test('says why in a hover, and leads to the page of the rule in the extension', async () => {
  const document = await open('press.md')
  const percent = await until('the finding', () => findings(document).find((one) => ruleOf(one) === 'procenttecken'))
  assert.ok(typeof percent.code === 'object')
  assert.equal(percent.code.target.toString(true), 'command:klarsprak.openRule?["procenttecken"]')
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    percent.range.start,
  )
  const [contents] = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[])
  assert.match(contents!.value, /mellanslag[\s\S]*_Exempel:_[\s\S]*command:klarsprak\.openRule/u)
  await vscode.commands.executeCommand('klarsprak.openRule', 'procenttecken')
  const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'klarsprak-regel')
  assert.match(page?.getText() ?? '', /## Varför/u)
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
})

test('keeps answers and the kind of text in the front matter', async () => {
  const document = await open('fixar.md')
  const ask = (key: string, value: string) =>
    vscode.commands.executeCommand<boolean>('klarsprak.server.setAnswer', document.uri.toString(), key, value)
  assert.equal(await ask('texttyp', 'brev'), true)
  assert.equal(await ask('malgrupp', 'Föräldrar: de som "badar"'), true)
  assert.equal(await ask('ordning', 'Ja'), true)
  assert.match(
    document.getText(),
    /^---\ntexttyp: brev\nmalgrupp: .*Föräldrar: de som "badar".*\nchecklista:\n {2}ordning: Ja\n---\n\n# /u,
  )
  const summary = await vscode.commands.executeCommand<{ profile: string }>(
    'klarsprak.server.summary',
    document.uri.toString(),
  )
  assert.equal(summary.profile, 'brev')
  assert.equal(await ask('ordning', ''), true)
  assert.doesNotMatch(document.getText(), /checklista/u)
  await vscode.commands.executeCommand('workbench.action.files.revert')

  const html = await open('sida.html')
  const set = (key: string, value: string) =>
    vscode.commands.executeCommand<boolean>('klarsprak.server.setAnswer', html.uri.toString(), key, value)
  assert.equal(await set('malgrupp', 'Alla & "några"'), true)
  assert.match(html.getText(), /<meta name="klarsprak:malgrupp" content="Alla &amp; &quot;några&quot;">/u)
  assert.equal(await set('malgrupp', 'Alla'), true)
  assert.equal(html.getText().match(/klarsprak:malgrupp/gu)?.length, 1)
  await vscode.commands.executeCommand('workbench.action.files.revert')
})

test('lets the user choose the kind of text and the rules to start from', async () => {
  const document = await open('fixar.md')
  await settled(document)
  const choosing = vscode.commands.executeCommand('klarsprak.chooseProfile')
  await until('the kind of text', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return document.getText().startsWith('---\ntexttyp: webb\n---\n')
  })
  await choosing
  await vscode.commands.executeCommand('workbench.action.files.revert')

  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'klarsprak.config.json'))
  const making = vscode.commands.executeCommand('klarsprak.createConfig')
  await until('the settings file', async () => {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext')
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return existsSync(path('klarsprak.config.json'))
  })
  await making
  const file = readFileSync(path('klarsprak.config.json'), 'utf8')
  assert.match(file, /"extends": \["klarsprak:hallefors"\]|"rules"/u)
  const made = await until('the file', () => {
    const active = vscode.window.activeTextEditor?.document
    return active?.uri.path.endsWith('/klarsprak.config.json') ? active : undefined
  })
  await until('the schema', () => made.languageId === 'jsonc')
  assert.deepEqual(vscode.languages.getDiagnostics(made.uri), [])
  await open('press.md')
  await until('findings', () => findings(vscode.window.activeTextEditor!.document).length > 3)
})

test('obeys the settings of the editor at once', async () => {
  const document = await open('press.md')
  await until('findings', () => rules(document).includes('procenttecken'))
  const settings = vscode.workspace.getConfiguration('klarsprak', document.uri)
  await settings.update('enable', false, vscode.ConfigurationTarget.Workspace)
  await until('no findings', () => findings(document).length === 0)
  await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace)
  await until('findings', () => rules(document).includes('procenttecken'))
})

test('reads other language modes where the settings name them', async () => {
  const settings = vscode.workspace.getConfiguration('klarsprak')
  const document = await vscode.workspace.openTextDocument({ language: 'latex', content: 'Priset höjs med 5% nu.' })
  await vscode.window.showTextDocument(document)
  assert.deepEqual(findings(document), [])
  await settings.update('languages', ['markdown', 'html', 'plaintext', 'latex'], vscode.ConfigurationTarget.Workspace)
  await until('findings', () => rules(document).includes('procenttecken'))
  await settings.update('languages', undefined, vscode.ConfigurationTarget.Workspace)
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
})

test('stays quick in a text of 20 000 words', async (note) => {
  const document = await open('stor.md')
  await until('findings', () => findings(document).length > 100, 25_000)
  const settings = vscode.workspace.getConfiguration('klarsprak', document.uri)
  await settings.update('enable', false, vscode.ConfigurationTarget.Workspace)
  await until('no findings', () => findings(document).length === 0)
  const bare = await keystrokes(document)
  await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace)
  await until('findings', () => findings(document).length > 100, 25_000)
  const linted = await keystrokes(document)
  note('a keystroke without and with Klarspråk, median ms', [bare, linted].map(Math.round))
  // The machine may be busy: the editor itself is the measure.
  assert.ok(linted < 2 * bare + 50, `a keystroke took ${linted} ms, and ${bare} ms without Klarspråk`)
  await vscode.commands.executeCommand('workbench.action.files.revert')
})

/** What an edit in the middle of a text takes, in milliseconds: the median of many. */
async function keystrokes(document: vscode.TextDocument): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < 40; index++) {
    const { line } = document.positionAt(document.getText().length >> 1)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(line, 0), 'a')
    const began = performance.now()
    await vscode.workspace.applyEdit(edit)
    times.push(performance.now() - began)
    // As a fast writer types.
    await new Promise((resolve) => setTimeout(resolve, 80))
  }
  return times.sort((a, b) => a - b)[times.length >> 1]!
}
