// Runs the bundled server on a sample text, and keeps what V8 has compiled: `cache.mjs FOLDER`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'

const folder = process.argv[2]
const source = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { outputFiles } = await build({
  entryPoints: [source('src/load-program.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
})
const { cacheName, loadProgram } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)
const { serveStreams, script } = loadProgram(folder)
const [toServer, toClient] = [new PassThrough(), new PassThrough()]
serveStreams(toServer, toClient)
const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
let told = () => {}
client.onNotification('textDocument/publishDiagnostics', () => told())
client.listen()

const findings = async (method, params) => {
  const there = new Promise((resolve) => {
    told = resolve
  })
  await client.sendNotification(`textDocument/${method}`, params)
  await there
}
await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
await client.sendNotification('initialized', {})
const text = readFileSync(source('../fixtures/sample/pressmeddelande.md'), 'utf8')
for (const languageId of ['markdown', 'plaintext']) {
  const uri = `untitled:${languageId}`
  await findings('didOpen', { textDocument: { uri, version: 1, languageId, text } })
  const start = { line: 0, character: 0 }
  const contentChanges = [{ range: { start, end: start }, text: 'N' }]
  await findings('didChange', { textDocument: { uri, version: 2 }, contentChanges })
}
writeFileSync(join(folder, cacheName), script.createCachedData())
process.exit(0)
