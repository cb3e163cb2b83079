import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { jsonOf, postJson, startTestService, type TestService } from '../../../http/test/service.ts'

let folder: string
let service: TestService
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-optimizely-'))
  const config = join(folder, 'klarsprak.config.json')
  writeFileSync(config, JSON.stringify({ root: true, publish: { failOn: 'error', block: ['byrakratord'] } }))
  service = await startTestService({ config })
}, 60_000)
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

it.each([
  ['stopped', false],
  ['published', true],
])('gets its verdict: %s', async (name, publish) => {
  const response = await postJson(`${service.address}/v1/lint`, read(`requests/${name}.json`))
  expect(response.status).toBe(200)
  const { verdict } = await jsonOf(response)
  expect(verdict.publish).toBe(publish)
  expect(verdict.reasons.every((reason: unknown) => typeof reason === 'string')).toBe(true)
  expect(verdict.reasons.length > 0).toBe(!publish)
})

it('sends in the sample what the requests hold, and no more', () => {
  const names = [...read('../KlarsprakModule.cs').matchAll(/\["(\w+)"\] = /g)].map(([, name]) => name)
  expect(names).toEqual(Object.keys(JSON.parse(read('requests/published.json'))))
})
