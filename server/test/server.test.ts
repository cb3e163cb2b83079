import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentDiagnosticReport,
  Hover,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Client, pulling, pushing } from './client.ts'

let client: Client
afterEach(() => client.stop())

async function started(files: Record<string, string> = {}, capabilities = pushing): Promise<Client> {
  client = new Client(files)
  await client.start(capabilities)
  return client
}

const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } }
const actionsAt = (uri: string, range: unknown = whole, only?: string[]) =>
  client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  })

/** What an action's command shows. */
async function chosen({ command }: CodeAction) {
  await client.request('workspace/executeCommand', { command: command!.command, arguments: command!.arguments })
  return client.shown.at(-1) as {
    selection: { start: { line: number; character: number }; end: { character: number } }
  }
}

/** The text with an action's edit of it made. */
function applied(action: CodeAction, uri: string, text: string): string {
  const edits = (action.edit!.documentChanges as TextDocumentEdit[])
    .filter((change) => change.textDocument?.uri === uri)
    .flatMap((change) => change.edits)
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits as never)
}

const press = '# Nytt badhus\n\n👩‍👧 Å, vi höjer priset med 5% i år. Ärendet avgörs av nämnden.\n'

describe('diagnostics', () => {
  it('are pushed to a client that cannot pull, at the right words', async () => {
    await started()
    const uri = await client.open('press.md', press)
    const found = await client.diagnostics(uri)
    const percent = found.find(({ code }) => code === 'procenttecken')!
    const line = press.split('\n')[2]!
    expect(percent.range).toEqual({
      start: { line: 2, character: line.indexOf('5%') },
      end: { line: 2, character: line.indexOf('5%') + 2 },
    })
    expect(percent).toMatchObject({ source: 'Klarspråk', severity: 1, data: { fingerprint: expect.any(String) } })
    expect(percent.codeDescription?.href).toContain('procenttecken')
    expect(percent.message).toContain('\nGör så här: ')
  })

  it('count bytes for a client that wants UTF-8', async () => {
    client = new Client()
    const { capabilities } = await client.start({ ...pushing, general: { positionEncodings: ['utf-8', 'utf-16'] } })
    expect(capabilities.positionEncoding).toBe('utf-8')
    const uri = await client.open('press.md', press)
    const percent = (await client.diagnostics(uri)).find(({ code }) => code === 'procenttecken')!
    const line = press.split('\n')[2]!
    const at = Buffer.byteLength(line.slice(0, line.indexOf('5%')))
    expect(percent.range.start).toEqual({ line: 2, character: at })
    await client.change(uri, [
      { range: { start: { line: 2, character: at }, end: { line: 2, character: at + 2 } }, text: 'fem procent' },
    ])
    expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain('procenttecken')
  })

  it('are pulled, and never pushed too, where the client can be told to ask again', async () => {
    client = new Client()
    const { capabilities } = await client.start(pulling)
    expect(capabilities.diagnosticProvider).toBeDefined()
    const uri = await client.open('press.md', press)
    const pull = (previousResultId?: string) =>
      client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId })
    const first = await pull()
    expect(first).toMatchObject({ kind: 'full', items: expect.arrayContaining([expect.anything()]) })
    expect(await pull(first.resultId)).toMatchObject({ kind: 'unchanged' })
    expect(client.published).toEqual([])
  })

  it('follow edits, and go when the document is closed', async () => {
    await started()
    const uri = await client.open('a.md', '# Rubrik om katter\n\nPriset höjs med 5% nu.\n')
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('procenttecken')
    const edit = { range: { start: { line: 2, character: 17 }, end: { line: 2, character: 18 } }, text: '\u00a0%' }
    await client.change(uri, [edit])
    expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain('procenttecken')
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })
    expect(client.published.at(-1)).toEqual({ uri, diagnostics: [] })
  })

  it('read HTML, plain text and documents that have no file yet', async () => {
    await started()
    const html = await client.open('a.html', '<h1>Badet</h1><p>Priset h&ouml;js med 5% nu.</p>', 'html')
    expect((await client.diagnostics(html)).map(({ code }) => code)).toContain('procenttecken')
    const untitled = await client.open('untitled:Namnlös-1', 'Priset höjs med 5% nu.', 'plaintext')
    expect((await client.diagnostics(untitled)).map(({ code }) => code)).toContain('procenttecken')
  })

  it('obey settings files, also when they change', async () => {
    await started({ 'klarsprak.config.json': '{ "rules": { "procenttecken": "off" } }' })
    const uri = await client.open('a.md', press)
    expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain('procenttecken')
    client.write('klarsprak.config.json', '{ "rules": { "procenttecken": "suggestion" } }')
    client.published.length = 0
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('klarsprak.config.json'), type: 2 }],
    })
    const found = await client.diagnostics(uri)
    expect(found.find(({ code }) => code === 'procenttecken')?.severity).toBe(3)
  })

  it('say what is wrong with the settings, once, and come back when they are mended', async () => {
    await started({ 'klarsprak.config.json': '{ "rulse": {} }' })
    const uri = await client.open('a.md', press)
    const [notice] = await client.diagnostics(uri)
    // Whatever the editor asks for meanwhile is answered, by nothing.
    expect(await actionsAt(uri)).toEqual([])
    expect(await client.request('textDocument/codeLens', { textDocument: { uri } })).toEqual([])
    expect(notice?.message).toContain('Menade du ”rules”?')
    await client.change(uri, [{ text: `${press}\nMer.\n` }])
    await client.diagnostics(uri)
    expect(client.messages).toHaveLength(1)
    client.write('klarsprak.config.json', '{}')
    client.published.length = 0
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] })
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('procenttecken')
  })

  it('are turned off by the editor\u2019s settings', async () => {
    await started()
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { klarsprak: { enable: false } },
    })
    const uri = await client.open('a.md', press)
    expect(await client.diagnostics(uri)).toEqual([])
  })
})

describe('code actions', () => {
  it('offer the fix, and make it at the right words', async () => {
    await started()
    const uri = await client.open('a.md', press)
    const actions = await actionsAt(uri)
    const fix = actions.find(({ isPreferred }) => isPreferred)!
    expect(fix.kind).toBe('quickfix')
    expect(applied(fix, uri, press)).toContain('med 5\u00a0% i år')
  })

  it('carry the version, so that a document that moved on refuses them', async () => {
    await started()
    const uri = await client.open('a.md', press)
    await client.change(uri, [{ text: `Å. ${press}` }])
    const fix = (await actionsAt(uri)).find(({ isPreferred }) => isPreferred)!
    expect((fix.edit!.documentChanges![0] as TextDocumentEdit).textDocument.version).toBe(2)
  })

  it('mend all that are alike, and all that is safe', async () => {
    await started()
    const text = '# Nytt badhus\n\nPriset höjs med 5% nu. Sen höjs det med 5% till, och 7% nästa år.\n'
    const uri = await client.open('a.md', text)
    const alike = (await actionsAt(uri)).find(({ title }) => title.startsWith('Rätta alla 2 ”5%”'))!
    expect(applied(alike, uri, text).match(/5\u00a0%/g)).toHaveLength(2)
    const [all] = await actionsAt(uri, whole, ['source.fixAll'])
    expect(all?.kind).toBe('source.fixAll.klarsprak')
    expect(applied(all!, uri, text)).not.toMatch(/\d%/)
    expect(await actionsAt(uri, whole, ['refactor'])).toEqual([])
  })

  it('ignore here with a reason: in Markdown, in a list, in HTML, and for the whole file', async () => {
    await started()
    const cases: [string, string, string, string][] = [
      ['a.md', 'markdown', press, '<!-- klarsprak-ignore procenttecken: skäl -->\n👩‍👧 Å'],
      [
        'b.md',
        'markdown',
        '# Badet\n\n- Ett pris.\n- Priset höjs med 5% nu.\n',
        '- <!-- klarsprak-ignore procenttecken: skäl --> Priset',
      ],
      [
        'c.html',
        'html',
        '<h1>Badet</h1>\n  <p>Priset höjs med 5% nu.</p>\n',
        '\n  <!-- klarsprak-ignore procenttecken: skäl -->\n  <p>',
      ],
    ]
    for (const [name, language, text, expected] of cases) {
      const uri = await client.open(name, text, language)
      const action = (await actionsAt(uri)).find(({ title }) => title === 'Undanta procenttecken här och skriv varför')!
      const after = applied(action, uri, text)
      expect(after).toContain(expected)
      // The comment does what it says.
      await client.change(uri, [{ text: after }])
      expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain('procenttecken')
      // The cursor lands on the reason.
      const { command, arguments: args } = action.command!
      await client.request('workspace/executeCommand', { command, arguments: args })
      const { selection } = client.shown.at(-1) as {
        selection: { start: { line: number; character: number }; end: { character: number } }
      }
      const line = after.split('\n')[selection.start.line]!
      expect(line.slice(selection.start.character, selection.end.character)).toBe('skäl')
    }
  })

  it('ignore here with a reason in plain text, which has no comments: in the settings file', async () => {
    const other = '{ "rule": "lang-mening", "fingerprint": "0123456789abcdef", "reason": "citat" }'
    for (const [name, settings] of [
      ['klarsprak.config.json', `{\n  // vår mapp\n  "exceptions": [${other}]\n}\n`],
      ['klarsprak.config.yaml', 'profile: press\n'],
    ] as const) {
      await started({ [name]: settings })
      const uri = await client.open('a.txt', 'Priset höjs med 5% nu.', 'plaintext')
      const action = (await actionsAt(uri)).find(({ title }) => title === 'Undanta procenttecken här och skriv varför')!
      const [change] = action.edit!.documentChanges as TextDocumentEdit[]
      expect(change!.textDocument.uri).toBe(client.uri(name))
      const after = (change!.edits[0] as { newText: string }).newText
      const { selection } = await chosen(action)
      expect(after.split('\n')[selection.start.line]!.slice(selection.start.character, selection.end.character)).toBe(
        'skäl',
      )
      client.write(name, after)
      client.published.length = 0
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] })
      expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain('procenttecken')
      if (name === 'klarsprak.config.yaml') break
      expect(after).toContain('// vår mapp')
      await client.stop()
    }
  })

  it('turn a rule off in the settings file of the folder, or in a new one', async () => {
    await started({ 'under/klarsprak.config.json': '{\n  // våra regler\n  "profile": "press"\n}\n' })
    const off = async (uri: string) =>
      (await actionsAt(uri)).find(({ title }) => title === 'Stäng av procenttecken för den här mappen')!
    const here = await off(await client.open('under/a.md', press))
    const [change] = here.edit!.documentChanges as TextDocumentEdit[]
    expect(change!.textDocument.uri).toBe(client.uri('under/klarsprak.config.json'))
    expect(change!.edits[0]).toMatchObject({
      newText: expect.stringMatching(/\/\/ våra regler[\s\S]*"procenttecken": "off"/),
    })
    const above = await off(await client.open('b.md', press))
    expect(above.edit!.documentChanges).toMatchObject([
      { kind: 'create', uri: client.uri('klarsprak.config.json') },
      { edits: [{ newText: '{\n  "rules": {\n    "procenttecken": "off"\n  }\n}\n' }] },
    ])
  })

  it('add a term to the glossary, with the explanation to fill in', async () => {
    await started()
    const text = '# Nytt badhus\n\nTomten saknar detaljplan i dag.\n'
    const uri = await client.open('a.md', text)
    const action = (await actionsAt(uri)).find(({ title }) => title.includes('i ordlistan'))!
    expect(action.edit!.documentChanges).toMatchObject([
      { kind: 'create', uri: client.uri('ordlista.tsv') },
      { edits: [{ newText: 'term\tformer\tförklaring\tsäg hellre\ndetaljplan\t\tförklaring\n' }] },
      { kind: 'create', uri: client.uri('klarsprak.config.json') },
      { edits: [{ newText: '{\n  "terms": "ordlista.tsv"\n}\n' }] },
    ])
    expect(action.command!.arguments![1]).toEqual({
      start: { line: 1, character: 12 },
      end: { line: 1, character: 22 },
    })
  })

  it('keep a false alarm in a file of the folder', async () => {
    await started()
    const uri = await client.open('a.md', press)
    const action = (await actionsAt(uri)).find(
      ({ title, diagnostics }) => title.startsWith('Falskt larm') && diagnostics?.[0]?.code === 'procenttecken',
    )!
    const path = await client.request<string>('workspace/executeCommand', action.command)
    expect(path).toBe(join(client.folder, '.klarsprak', 'falska-larm.jsonl'))
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      rule: 'procenttecken',
      text: '5%',
      sentence: expect.stringContaining('vi höjer priset'),
    })
  })
})

describe('hover, lenses and completion', () => {
  it('say what, why and what to do, with an example and the page', async () => {
    await started()
    const uri = await client.open('a.md', press)
    const character = press.split('\n')[2]!.indexOf('5%')
    const { contents } = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character },
    })
    expect((contents as { value: string }).value).toMatch(
      /\(fel\)[\s\S]*Gör så här[\s\S]*_Exempel:_[\s\S]*Läs om procenttecken/,
    )
  })

  it('give the figures of a section at its heading', async () => {
    await started()
    const text = `# Badet\n\nVi öppnar.\n\n## Priser\n\n${'Du betalar tio kronor för ett bad. '.repeat(20)}\n`
    const uri = await client.open('a.md', text)
    const { contents } = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: 4 },
    })
    expect((contents as { value: string }).value).toContain('140\u00a0ord, 1\u00a0minut att läsa, lix')
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } })
    expect(lenses.map(({ range, command }) => [range.start.line, command?.title.split(':')[0]])).toEqual([
      [0, 'Hela texten'],
      [0, 'Avsnittet'],
      [4, 'Avsnittet'],
    ])
  })

  it('complete comments, rule ids and front matter', async () => {
    await started()
    const complete = async (text: string) => {
      const uri = await client.open('untitled:x', text)
      const lines = text.split('\n')
      const position = { line: lines.length - 1, character: lines.at(-1)!.length }
      const items = await client.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position,
      })
      return items.map(({ label }) => label)
    }
    expect(await complete('<!-- klar')).toContain('klarsprak-ignore-start')
    expect(await complete('<!-- klarsprak-ignore la')).toContain('lang-mening')
    expect(await complete('---\n')).toEqual(['texttyp', 'malgrupp', 'syfte', 'granskad-av', 'checklista'])
    expect(await complete('---\ntexttyp: ')).toContain('press')
    expect(await complete('Vanlig text ')).toEqual([])
  })
})

describe('commands', () => {
  const command = <T>(name: string, ...args: unknown[]) =>
    client.request<T>('workspace/executeCommand', { command: `klarsprak.server.${name}`, arguments: args })

  it('give the checklist and the figures of an open document', async () => {
    await started()
    const uri = await client.open('a.md', press)
    expect(await command<{ points: unknown[] }>('checklist', uri)).toMatchObject({ points: { length: 11 } })
    expect(await command('metrics', uri)).toMatchObject({ whole: { sentences: 2 }, sentences: [{ words: 8 }, {}] })
    expect(await command('checklist', client.uri('okand.md'))).toBeNull()
  })

  it('lint the whole folder, broken files among them', async () => {
    await started({ 'a.md': press, 'b/c.txt': 'Priset höjs med 7% nu.', 'd.pdf': 'x', 'node_modules/e.md': press })
    const report = await command<string>('lintFolder')
    expect(report).toContain('a.md')
    expect(report).toContain('c.txt')
    expect(report).not.toMatch(/node_modules|d\.pdf/)
  })

  it('that are not known are refused in Swedish', async () => {
    await started()
    await expect(command('finns-inte')).rejects.toThrow('finns inte')
    await expect(command('checklist', 5)).rejects.toThrow('argument')
  })
})

describe('bad input', () => {
  it('never ends the server: huge texts, binary content, unknown methods, edits of what is not open', async () => {
    await started()
    const huge = await client.open('stor.txt', 'Ord och ord. '.repeat(1_600_000), 'plaintext')
    expect((await client.diagnostics(huge))[0]?.message).toContain('för stor')
    const binary = await client.open(
      'b.txt',
      String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 65536)),
      'plaintext',
    )
    await client.diagnostics(binary)
    await client.change(client.uri('aldrig-oppnad.md'), [{ text: 'x' }])
    await expect(client.request('textDocument/rename', {})).rejects.toThrow()
    const uri = await client.open('a.md', press)
    await client.change(uri, [
      { range: { start: { line: 900, character: 9 }, end: { line: 901, character: 1 } }, text: 'x' },
    ])
    expect(await client.diagnostics(uri)).toBeInstanceOf(Array)
  }, 60_000)

  it('opens and closes quickly without a word out of place', async () => {
    await started()
    for (let index = 0; index < 200; index++) {
      const uri = await client.open('a.md', press)
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    }
    const uri = await client.open('b.md', press)
    await client.diagnostics(uri)
    expect(client.published.filter((params) => params.uri === client.uri('a.md')).at(-1)?.diagnostics).toEqual([])
  })

  it('ends when the client dies', async () => {
    await started()
    await client.open('a.md', press)
    const ended = new Promise((resolve) => client.process.once('exit', resolve))
    client.process.stdin!.destroy()
    client.process.stdout!.destroy()
    await Promise.race([ended, new Promise((_, reject) => setTimeout(() => reject(new Error('still there')), 10_000))])
    expect(existsSync(client.folder)).toBe(true)
  })
})
