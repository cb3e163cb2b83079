import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const command = fileURLToPath(new URL('../dist/klarsprak.js', import.meta.url))

it('klarsprak lsp --stdio speaks the language server protocol', async () => {
  const child = spawn(process.execPath, [command, 'lsp', '--stdio'], { timeout: 30_000 })
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
    if (out.includes('"id":1') && !out.includes('"id":2')) send({ id: 2, method: 'shutdown' })
    if (out.includes('"id":2')) send({ method: 'exit' })
  })
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
  const status = await new Promise((resolve) => child.once('exit', resolve))
  expect(out).toContain('"name":"klarsprak"')
  expect(status).toBe(0)
})
