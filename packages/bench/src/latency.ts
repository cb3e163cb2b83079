import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { ParseLatin } from 'parse-latin'
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Random } from './random.ts'
import { makeText, type TextFormat } from './text.ts'

/** The language server as users get it. */
const serverFile = fileURLToPath(new URL('../../../server/dist/server.js', import.meta.url))

/** Makes the server collect rubbish when signalled, and say what it then holds. */
const memoryHook = `import { writeSync } from 'node:fs'
process.on('SIGUSR2', () => {
  gc()
  writeSync(3, String(process.memoryUsage().heapUsed))
})`

const languages: Readonly<Record<TextFormat, string>> = { text: 'plaintext', markdown: 'markdown', html: 'html' }

/** Times in milliseconds, as a client has them: serialising, the pipe, and waiting for a pause count. */
export interface Latency {
  /** From an edit to the diagnostics of the version that it made. */
  readonly edits: readonly number[]
  /** From opening to the first diagnostics. */
  readonly open: number
  /** From starting the process to the first diagnostics of a page. */
  readonly start: number
  /** What parse-latin takes to parse 20 000 words in the client, now and then between the edits. */
  readonly parses: readonly number[]
  /** Megabytes that the server holds when rubbish is collected, at even intervals through the edits. */
  readonly memory: readonly number[]
}

/** A client of a language server of its own, over standard input and output. */
class Client {
  readonly #server: ChildProcess = spawn(
    process.execPath,
    ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(memoryHook)}`, serverFile, '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] },
  )
  readonly #connection: ProtocolConnection = createProtocolConnection(
    new StreamMessageReader(this.#server.stdout!),
    new StreamMessageWriter(this.#server.stdin!),
  )
  #told: (params: PublishDiagnosticsParams) => void = () => {}

  async start(): Promise<void> {
    this.#connection.onNotification('textDocument/publishDiagnostics', (params) => this.#told(params))
    this.#connection.listen()
    await this.#connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
    await this.#connection.sendNotification('initialized', {})
  }

  /** Milliseconds until the diagnostics of a version are there. */
  send(method: string, params: { textDocument: { uri: string; version: number } }): Promise<number> {
    const began = performance.now()
    const { uri, version } = params.textDocument
    const there = new Promise<number>((resolve) => {
      this.#told = (told) => {
        if (told.uri === uri && told.version === version) resolve(performance.now() - began)
      }
    })
    void this.#connection.sendNotification(method, params)
    return there
  }

  /** Megabytes that the server holds. */
  async memory(): Promise<number> {
    const answer = once(this.#server.stdio[3] as Readable, 'data')
    this.#server.kill('SIGUSR2')
    const [bytes] = await answer
    return Number(bytes) / 1e6
  }

  async stop(): Promise<void> {
    const ended = once(this.#server, 'exit')
    await this.#connection.sendRequest('shutdown')
    await this.#connection.sendNotification('exit')
    await ended
    this.#connection.dispose()
  }
}

/** Edits that a server has seen when its code is warm, as that of one that somebody has written with for a while. */
const warmUp = 80

/** Writes in a document as somebody does, and waits for the diagnostics after each edit. */
export async function measureLatency(format: TextFormat, words: number, edits: number): Promise<Latency> {
  const client = new Client()
  const began = performance.now()
  await client.start()
  const open = (uri: string, text: string) => {
    const textDocument = { uri, version: 1, languageId: languages[format], text }
    return client.send('textDocument/didOpen', { textDocument })
  }
  await open('untitled:sida', makeText(300, 21, format).source)
  const start = performance.now() - began

  const uri = 'untitled:text'
  const { source } = makeText(words, 22, format)
  const opened = await open(uri, source)
  const writer = new Writer(uri, languages[format], source)
  const change = () => client.send('textDocument/didChange', writer.next())
  for (let count = 0; count < warmUp; count++) await change()
  const reference = makeText(20_000, 200).source
  const spent: number[] = []
  const parses: number[] = []
  const memory: number[] = []
  for (let count = 0; count < edits; count++) {
    if (count % Math.ceil(edits / 10) === 0) {
      memory.push(await client.memory())
      parses.push(timed(() => new ParseLatin().parse(reference)))
    }
    spent.push(await change())
  }
  memory.push(await client.memory())
  await client.stop()
  return { edits: spent, open: opened, start, parses, memory }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Somebody who writes some words, corrects, begins a new paragraph, and goes on to another place. */
class Writer {
  readonly #random = new Random(7)
  readonly #length: number
  #document: TextDocument
  #at = 0
  #step = 0

  constructor(uri: string, language: string, text: string) {
    this.#document = TextDocument.create(uri, language, 1, text)
    this.#length = text.length
  }

  /** The parameters of the next `textDocument/didChange`. */
  next() {
    const step = this.#step++ % 24
    if (step === 0) this.#move()
    const { start, text } = this.#nextEdit(step)
    const change = {
      range: { start: this.#document.positionAt(start), end: this.#document.positionAt(this.#at) },
      text,
    }
    this.#at = start + text.length
    const { uri, version } = this.#document
    this.#document = TextDocument.update(this.#document, [change], version + 1)
    return { textDocument: { uri, version: version + 1 }, contentChanges: [change] }
  }

  #nextEdit(step: number): { start: number; text: string } {
    if (step === 11 || step === 12) return { start: this.#at - 1, text: '' }
    if (step === 23) {
      // What has been added is cut away now and then, so that the text stays as long as it was.
      const added = this.#document.getText().length - this.#length
      if (added > 400 && this.#at > added) return { start: this.#at - added, text: '' }
      return { start: this.#at, text: '\n\n' }
    }
    return { start: this.#at, text: step % 6 === 0 ? ' ' : this.#random.pick([...'abdefgilmnorstuvåäö']) }
  }

  /** To the end of some word. */
  #move(): void {
    const source = this.#document.getText()
    do this.#at = source.indexOf(' ', this.#random.below(source.length))
    while (this.#at < 1 || !/\p{Ll}/u.test(source[this.#at - 1]!))
  }
}
