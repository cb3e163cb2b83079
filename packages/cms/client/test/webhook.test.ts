import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestService, type TestService } from '../../../http/test/service.ts'
import { createClient, createWebhook } from '../src/index.ts'

const key = Buffer.alloc(32, 7)
const secret = `whsec_${key.toString('base64')}`
let folder: string
let service: TestService
let server: Server
let address: string
let clock = 1_800_000_000_000
const options = () => ({ secret, client: createClient({ address: service.address }), whenUnavailable: 'keep' as const })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-webhook-'))
  const config = join(folder, 'klarsprak.config.json')
  writeFileSync(config, JSON.stringify({ root: true, publish: { failOn: 'error', block: ['byrakratord'] } }))
  service = await startTestService({ config })
  server = createServer(createWebhook({ ...options(), now: () => clock })).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  clock += 10_000
}, 60_000)
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await service.close()
  rmSync(folder, { recursive: true })
})

let count = 0
const hard = JSON.stringify({ text: '<h1>Beslut</h1><p>Ni erhåller ett beslut.</p>', format: 'html' })

async function send(body: string, change: { id?: string; stamp?: number; signature?: string; signed?: string } = {}) {
  const { id = `msg_${++count}`, stamp = Math.floor(clock / 1000), signed = body } = change
  const right = `v1,${createHmac('sha256', key).update(`${id}.${stamp}.${signed}`).digest('base64')}`
  const headers = { 'webhook-id': id, 'webhook-timestamp': `${stamp}`, 'webhook-signature': change.signature ?? right }
  const response = await fetch(address, { method: 'POST', headers, body })
  return [response.status, await response.json()] as const
}

it('turns away a message that is not in UTF-8', async () => {
  const body = Buffer.from(JSON.stringify({ text: 'Nämnden beslutar.', format: 'text' }), 'latin1')
  const id = 'msg_latin1'
  const stamp = `${Math.floor(clock / 1000)}`
  const signature = `v1,${createHmac('sha256', key).update(`${id}.${stamp}.`).update(body).digest('base64')}`
  const headers = { 'webhook-id': id, 'webhook-timestamp': stamp, 'webhook-signature': signature }
  const response = await fetch(address, { method: 'POST', headers, body: Uint8Array.from(body) })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ message: expect.stringContaining('UTF-8') })
})

it('answers whether a page may be published', async () => {
  expect(await send(hard)).toEqual([
    200,
    {
      publish: false,
      message: 'Rätta en sak innan du publicerar:\n– Under ”Beslut”: ”erhåller” är ett krångligt ord.',
    },
  ])
  expect(await send(hard.replace('erhåller', 'får'))).toEqual([200, { publish: true }])
  const { text } = JSON.parse(hard)
  expect(await send(JSON.stringify({ text, format: 'html', previous: text }))).toEqual([200, { publish: true }])
})

it('takes a message once', async () => {
  expect((await send(hard, { id: 'same' }))[0]).toBe(200)
  expect(await send(hard, { id: 'same' })).toEqual([409, { message: 'Meddelandet har redan kommit fram.' }])
})

it('takes no message that is old, from the future, or from before it started', async () => {
  const second = Math.floor(clock / 1000)
  for (const stamp of [second - 301, second + 301, second - 10]) expect((await send(hard, { stamp }))[0]).toBe(401)
})

it('takes no message of somebody else', async () => {
  expect((await send(hard, { signed: `${hard} ` }))[0]).toBe(401)
  for (const signature of ['', 'v1,', 'v1,AAAA', 'v2,AAAA', `v1,${Buffer.alloc(32).toString('base64')}`])
    expect((await send(hard, { signature }))[0]).toBe(401)
  expect((await fetch(address, { method: 'POST', body: hard })).status).toBe(401)
})

it('tells of a body that is no page, of one that is too large, and of another method', async () => {
  for (const body of ['', '{', 'null', '[]', '{"text":1,"format":"html"}', '{"text":"a","format":"pdf"}'])
    expect((await send(body))[0]).toBe(400)
  expect((await fetch(address)).status).toBe(405)
  const large = await fetch(address, { method: 'POST', body: 'a'.repeat(2_100_000) }).then(
    ({ status }) => status,
    () => 413,
  )
  expect(large).toBe(413)
})

it('takes only a long secret', () => {
  for (const short of ['', 'whsec_', 'hemligt', `whsec_${Buffer.alloc(16).toString('base64')}`])
    expect(() => createWebhook({ ...options(), secret: short })).toThrow(TypeError)
})
