import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'

const sample = new URL('../../fixtures/sample/pressmeddelande.md', import.meta.url)

/** Opens a sample text in a server that runs in this process, edits it, and waits for the findings. */
export async function lintSample({ serveStreams }) {
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
  const text = readFileSync(sample, 'utf8')
  for (const languageId of ['markdown', 'plaintext']) {
    const uri = `untitled:${languageId}`
    await findings('didOpen', { textDocument: { uri, version: 1, languageId, text } })
    const start = { line: 0, character: 0 }
    const contentChanges = [{ range: { start, end: start }, text: 'N' }]
    await findings('didChange', { textDocument: { uri, version: 2 }, contentChanges })
  }
}
