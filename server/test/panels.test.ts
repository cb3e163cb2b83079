import { afterEach, describe, expect, it } from 'vitest'
import { CancellationTokenSource } from 'vscode-languageserver-protocol'
import { Client } from './client.ts'

let client: Client
afterEach(() => client.stop())

async function started(files: Record<string, string> = {}): Promise<void> {
  client = new Client(files)
  await client.start()
}

const command = <T>(name: string, ...args: unknown[]) =>
  client.request<T>('workspace/executeCommand', { command: `klarsprak.server.${name}`, arguments: args })

const press = '# Nytt badhus\n\nÅ, vi höjer priset med 5% i år. Ärendet avgörs av nämnden.\n'

describe('commands for panels', () => {
  it('give what a status bar shows, and what became of an older version', async () => {
    await started()
    const uri = await client.open('a.md', press)
    expect(await command('summary', uri)).toMatchObject({ words: 12, lix: null, band: null, findings: { error: 1 } })
    const comparison = await command<{ added: unknown[] }>('compare', uri, press.replace('5%', '5\u00a0%'))
    expect(comparison.added).toContainEqual(expect.objectContaining({ ruleId: 'procenttecken', text: '5%' }))
    expect(await command('compare', uri, press)).toMatchObject({ added: [], gone: [] })
  })

  it('give the page of a rule and the address of the glossary', async () => {
    await started({ 'klarsprak.config.json': '{ "terms": "ord.tsv" }', 'ord.tsv': 'term\n' })
    const uri = await client.open('a.md', press)
    expect(await command('glossary', uri, false)).toBe(client.uri('ord.tsv'))
    expect(await command('rulePage', 'passiv-form')).toContain('## Varför')
    await expect(command('rulePage', 'finns-inte')).rejects.toThrow()
    await expect(command('setAnswer', uri, 'finns-inte', 'x')).rejects.toThrow('finns-inte')
    expect(await command('glossary', await client.open('untitled:x', press), false)).toBeNull()
  })

  it('lint folders for a list', async () => {
    await started({ 'a.md': press, 'b/c.txt': 'Priset höjs med 7% nu.' })
    expect(await command('lintFolderJson')).toMatchObject({ version: 1, files: [{}, {}], summary: { files: 2 } })
  })

  it('stop in the middle of a folder when they are cancelled, with progress told meanwhile', async () => {
    await started(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.md`, press])))
    const source = new CancellationTokenSource()
    const told: unknown[] = []
    client.connection.onNotification('$/progress', ({ value }: { value: unknown }) => {
      told.push(value)
      if (told.length === 3) source.cancel()
    })
    const params = { command: 'klarsprak.server.lintFolderJson', arguments: [], workDoneToken: 'prov' }
    expect(await client.connection.sendRequest('workspace/executeCommand', params, source.token)).toBeNull()
    expect(told[0]).toMatchObject({ kind: 'begin', cancellable: true })
    expect(told.length).toBeLessThan(400)
  })
})
