import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { CancellationTokenSource, type CodeAction, type WorkDoneProgressBegin } from 'vscode-languageserver-protocol'
import { Client, pushing } from './client.ts'

const program = fileURLToPath(new URL('../dist/server.js', import.meta.url))
const press = '# Nytt badhus\n\nPriset höjs med 5% i år. Ärendet avgörs av nämnden.\n'

/** Milliseconds within which a server whose client is gone must be gone too: it looks every three seconds. */
const gone = 15_000

/** Waits for the end of a process; fails where it does not come. */
async function endOf(server: ChildProcess): Promise<number | null> {
  if (server.exitCode === null && server.signalCode === null)
    await once(server, 'exit', { signal: AbortSignal.timeout(gone) })
  return server.exitCode
}

/** A server that is spoken to in bytes. */
class RawClient {
  readonly server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] })
  output = ''

  constructor() {
    this.server.stdout.on('data', (chunk) => {
      this.output += chunk
    })
  }

  bytes(content: string): void {
    this.server.stdin.write(content)
  }

  message(content: object): void {
    const json = JSON.stringify({ jsonrpc: '2.0', ...content })
    this.bytes(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`)
  }

  initialize(processId: number | null = null): void {
    this.message({ id: 'start', method: 'initialize', params: { processId, rootUri: null, capabilities: {} } })
  }

  async says(text: string): Promise<void> {
    const end = Date.now() + 20_000
    while (!this.output.includes(text)) {
      if (Date.now() > end) throw new Error(`the server never said ${text}: ${this.output}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

describe('a client that does not keep to the protocol', () => {
  const started: RawClient[] = []
  const raw = () => {
    const client = new RawClient()
    started.push(client)
    return client
  }
  afterEach(() => {
    for (const { server } of started.splice(0)) server.kill('SIGKILL')
  })

  it('is told in Swedish that it must begin with initialize, and can then do so', async () => {
    const client = raw()
    const textDocument = { uri: 'untitled:a', languageId: 'markdown', version: 1, text: press }
    const position = { line: 0, character: 0 }
    client.message({ id: 1, method: 'textDocument/hover', params: { textDocument, position } })
    client.message({ method: 'textDocument/didOpen', params: { textDocument } })
    client.message({ method: 'workspace/didChangeWatchedFiles', params: { changes: [] } })
    await client.says('Skicka ”initialize” först')
    client.initialize()
    await client.says('"serverInfo"')
    client.message({ method: 'textDocument/didOpen', params: { textDocument } })
    await client.says('procenttecken')
  })

  it('may send messages that are broken, unknown or lack their parts', async () => {
    const client = raw()
    client.initialize()
    await client.says('"serverInfo"')
    client.bytes('Content-Length: 9\r\n\r\n{"broken"')
    client.message({})
    client.message({ id: 2, method: 'finns/inte', params: [] })
    client.message({ method: '$/finns-inte' })
    client.message({ id: 3, method: 'textDocument/hover', params: {} })
    client.message({ id: 4, method: 'textDocument/hover' })
    client.message({ id: 5, method: 'workspace/executeCommand', params: { command: 7 } })
    client.message({ method: 'textDocument/didOpen', params: { textDocument: { uri: 7 } } })
    client.message({ method: 'textDocument/didChange', params: {} })
    client.message({ id: 6, method: 'textDocument/codeAction', params: { textDocument: { uri: 'untitled:x' } } })
    const textDocument = { uri: 'untitled:a', languageId: 'markdown', version: 1, text: press }
    client.message({ method: 'textDocument/didOpen', params: { textDocument } })
    await client.says('procenttecken')
    expect(client.output).not.toMatch(/\n\s+at .+:\d+:\d+/)
    expect(client.server.exitCode).toBeNull()
  })

  it('takes the server with it when it dies, by whatever is left of it', async () => {
    // A client that ends while its end of the pipes stays open: the server knows its number alone.
    const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
    const orphan = raw()
    orphan.initialize(parent.pid)
    await orphan.says('"serverInfo"')
    parent.kill('SIGKILL')
    expect(await endOf(orphan.server)).not.toBeNull()

    const closed = raw()
    closed.initialize()
    await closed.says('"serverInfo"')
    closed.server.stdin.end()
    expect(await endOf(closed.server)).not.toBeNull()

    const early = raw()
    early.server.stdin.end()
    expect(await endOf(early.server)).not.toBeNull()

    const polite = raw()
    polite.initialize()
    polite.message({ id: 'end', method: 'shutdown' })
    await polite.says('"id":"end"')
    polite.message({ method: 'exit' })
    expect(await endOf(polite.server)).toBe(0)
  }, 60_000)
})

describe('a client that asks much', () => {
  let client: Client
  afterEach(() => client.stop())

  it('may take back what it has asked, a thousand times, and edit meanwhile', async () => {
    client = new Client()
    await client.start(pushing)
    const uri = await client.open('a.md', press)
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    const asked: Promise<unknown>[] = []
    for (let count = 0; count < 1000; count++) {
      const source = new CancellationTokenSource()
      const params = { textDocument: { uri }, range, position: range.start, context: { diagnostics: [] } }
      const method = count % 2 ? 'textDocument/codeAction' : 'textDocument/hover'
      asked.push(client.connection.sendRequest(method, params, source.token).catch((error) => error))
      if (count % 10 === 0) await client.change(uri, [{ range: { start: range.start, end: range.start }, text: 'x' }])
      source.cancel()
    }
    await Promise.all(asked)
    await client.change(uri, [{ text: press }])
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('procenttecken')
  }, 60_000)

  it('sees how far the folder is, and may stop', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`text-${index}.md`, press]))
    client = new Client(files)
    const begun: WorkDoneProgressBegin[] = []
    client.connection.onRequest('window/workDoneProgress/create', () => null)
    client.connection.onNotification('$/progress', ({ token, value }) => {
      if (value.kind === 'begin') begun.push(value)
      if (value.kind === 'report') void client.connection.sendNotification('window/workDoneProgress/cancel', { token })
    })
    await client.start({ ...pushing, window: { ...pushing.window, workDoneProgress: true } })
    const command = { command: 'klarsprak.server.lintFolder', arguments: [] }
    expect(await client.request('workspace/executeCommand', command)).toBeNull()
    expect(begun).toMatchObject([{ title: 'Granskar mappen', cancellable: true }])
  }, 60_000)

  it('gets no edit made of ranges that it made up', async () => {
    client = new Client()
    await client.start(pushing)
    const uri = await client.open('a.md', press)
    const range = { start: { line: 2, character: 16 }, end: { line: 2, character: 18 } }
    const wrong = { start: { line: 2, character: 0 }, end: { line: 2, character: 30 } }
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [{ range: wrong, code: 'procenttecken', message: 'x', data: { fingerprint: 'x' } }] },
    })
    const fix = actions.find(({ isPreferred }) => isPreferred)
    expect(JSON.stringify(fix?.edit)).toContain('"start":{"line":2,"character":17}')
  })
})
