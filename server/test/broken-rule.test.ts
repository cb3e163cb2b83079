import { PassThrough } from 'node:stream'
import type { LinterOptions } from 'retext-klarsprak'
import { expect, it, vi } from 'vitest'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  type Diagnostic,
  type LogMessageParams,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { serve } from '../src/server.ts'
import { jsonEncoder } from '../src/written-json.ts'
import { pushing } from './client.ts'

// The server as it is, but for two rules that are broken.
vi.mock('retext-klarsprak', async (original) => {
  const { createLinter, ...rest } = await original<typeof import('retext-klarsprak')>()
  const { defineRule } = await import('@klarsprak/engine')
  const base = {
    description: 'Hittar prov.',
    why: 'Därför.',
    group: 'ord',
    checklist: [8],
    severity: 'warning',
    enabled: true,
    sources: [],
    options: {},
    zones: ['paragraph'],
    fix: 'none',
  } as const
  const fragile = defineRule({
    meta: { ...base, id: 'trasig-mening', title: 'Trasig mening', extent: 'sentence' },
    block: {
      sentence(sentence, { report }) {
        if (sentence.text.includes('trasigt')) throw new TypeError('Cannot read properties of undefined')
        report({ at: sentence, message: 'En mening.' })
      },
    },
  })
  const broken = defineRule({
    meta: { ...base, id: 'trasigt-dokument', title: 'Trasigt dokument', extent: 'document' },
    document: {
      check() {
        throw new RangeError('Maximum call stack size exceeded')
      },
    },
  })
  return { ...rest, createLinter: (options: LinterOptions) => createLinter({ ...options, rules: [fragile, broken] }) }
})

it('a rule that throws is skipped for that block, told once by its name, and the rest goes on', async () => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const writer = new StreamMessageWriter(toClient, { contentTypeEncoder: jsonEncoder })
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), writer)
  serve(server)
  server.listen()
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  const log: string[] = []
  const published: PublishDiagnosticsParams[] = []
  client.onNotification('window/logMessage', ({ message }: LogMessageParams) => void log.push(message))
  client.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => void published.push(params),
  )
  client.listen()
  try {
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: pushing })
    await client.sendNotification('initialized', {})
    const uri = 'untitled:prov'
    const found = async (version: number): Promise<[line: number, rule: Diagnostic['code']][]> => {
      const newest = await vi.waitFor(
        () => {
          const last = published.findLast((params) => params.version === version)
          expect(last).toBeDefined()
          return last!
        },
        { timeout: 20_000 },
      )
      return newest.diagnostics
        .filter(({ code }) => code === 'procenttecken' || String(code).startsWith('trasig'))
        .map(({ range, code }) => [range.start.line, code])
    }
    const text = '# Nytt badhus\n\nPriset på trasigt höjs med 5% i år.\n\nVi svarar dig.\n'
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    })
    expect(await found(1)).toEqual([
      [2, 'procenttecken'],
      [4, 'trasig-mening'],
    ])
    const whole = [{ text: `${text}\nÄven det här är trasigt och kostar 7% mer.\n` }]
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: whole,
    })
    expect(await found(2)).toEqual([
      [2, 'procenttecken'],
      [4, 'trasig-mening'],
      [6, 'procenttecken'],
    ])
    const mended = [{ text: text.replace('trasigt', 'badet') }]
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: mended,
    })
    expect(await found(3)).toEqual([
      [2, 'trasig-mening'],
      [2, 'procenttecken'],
      [4, 'trasig-mening'],
    ])
    expect(log.filter((line) => line.includes('gick sönder'))).toEqual([
      expect.stringMatching(/^Regeln trasig-mening gick sönder på ett stycke och hoppades över\./),
      expect.stringMatching(/^Regeln trasigt-dokument gick sönder/),
    ])
    // A trace of calls is of no use to a writer, and may hold paths.
    expect(log.join('\n')).not.toMatch(/\n\s+at |:\d+:\d+/)
  } finally {
    client.dispose()
    server.dispose()
  }
})
