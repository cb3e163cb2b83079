import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { counterpart, program } from '@klarsprak/counterparts'
import { createToken } from '@klarsprak/http'
import { afterAll, expect } from 'vitest'
import { startTestService, type TestService } from '../../../http/test/service.ts'

const needs = ['mcs', 'mono'] as const
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const request = (name: string) => JSON.parse(readFileSync(file(`requests/${name}.json`), 'utf8'))
const faulty = '<p>Ni erhåller ett beslut.</p>'

const folder = mkdtempSync(join(tmpdir(), 'klarsprak-optimizely-'))
const compiled = join(folder, 'publisher.exe')
const sent: unknown[] = []
let service: TestService | undefined
let between: Server | undefined
let started: Promise<{ address: string; token: string }> | undefined

/** The sample, compiled, and the service behind a door that notes what comes in. */
const open = () => {
  started ??= (async () => {
    const references = ['-r:System.Net.Http.dll', '-r:System.Runtime.Serialization.dll']
    const sources = [file('StandIns.cs'), file('../KlarsprakModule.cs')]
    execFileSync(program('mcs'), [
      '-nologo',
      '-langversion:7',
      '-warnaserror',
      `-out:${compiled}`,
      ...references,
      ...sources,
    ])
    const [config, tokens] = [join(folder, 'klarsprak.config.json'), join(folder, 'token.txt')]
    writeFileSync(config, JSON.stringify({ root: true, publish: { failOn: 'error', block: ['byrakratord'] } }))
    const { token, line } = createToken('optimizely')
    writeFileSync(tokens, `${line}\n`)
    service = await startTestService({ config, tokens })
    const target = service.address
    between = createServer(async (incoming, response) => {
      const body = await text(incoming)
      sent.push(JSON.parse(body))
      const { authorization = '', 'content-type': type = '' } = incoming.headers
      const answer = await fetch(`${target}${incoming.url}`, {
        method: incoming.method ?? '',
        headers: { authorization, 'content-type': type },
        body,
      })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    }).listen(0, '127.0.0.1')
    await once(between, 'listening')
    return { address: `http://127.0.0.1:${(between.address() as AddressInfo).port}`, token }
  })()
  return started
}

afterAll(async () => {
  between?.closeAllConnections()
  between?.close()
  await service?.close()
  rmSync(folder, { recursive: true })
})

/** Publishes a page through the sample. Status 1: it stopped the publication, and says why. */
function publish(page: string[], address: string, token: string): Promise<{ status: unknown; said: string }> {
  const env = { ...process.env, KLARSPRAK_URL: address, KLARSPRAK_TOKEN: token }
  return new Promise((resolve) => {
    execFile(program('mono'), [compiled, ...page], { env, timeout: 60_000 }, (error, said, fault) =>
      resolve({ status: error?.code ?? 0, said: said + fault }),
    )
  })
}

counterpart(needs, 'stops a page with the reasons, and sends it as agreed', async () => {
  const { address, token } = await open()
  expect(await publish(['Sök bygglov', faulty], address, token)).toEqual({
    status: 1,
    said: 'Rätta innan du publicerar: Rad 2: ”erhåller” är ett krångligt ord.',
  })
  expect(sent.at(-1)).toEqual(request('stopped'))
})

counterpart(needs, 'lets a small correction through on an old page, and a page that is clear', async () => {
  const { address, token } = await open()
  expect(await publish(['Ansök om bygglov', faulty, 'Sök bygglov', faulty], `${address}/`, token)).toEqual({
    status: 0,
    said: '',
  })
  expect(sent.at(-1)).toEqual(request('published'))
  expect((await publish(['A & B', '<p>Du får ett beslut.</p>'], address, token)).status).toBe(0)
  expect((await publish(['Tom sida', ''], address, token)).status).toBe(0)
  const worse = faulty.replace('beslut.', 'beslut. Ni erlägger en avgift.')
  const { status, said } = await publish(['Sök bygglov', worse, 'Sök bygglov', faulty], address, token)
  expect(status).toBe(1)
  expect(said).toContain('erlägger')
  expect(said).not.toContain('erhåller')
})

counterpart(needs, 'tells in the log of a page in another language', async () => {
  const { address, token } = await open()
  const english =
    '<p>The municipality will give you a decision within ten weeks, and then you can start to build your house.</p>'
  expect(await publish(['Apply for a permit', english], address, token)).toEqual({
    status: 0,
    said: 'Klarspråk: Apply for a permit. Texten ser ut att vara på engelska och är inte granskad som svenska.\n',
  })
})

counterpart(needs, 'keeps the page when the service says no, is down or answers something else', async () => {
  const { address } = await open()
  const kept = {
    status: 1,
    said: 'Texten är inte granskad och publiceras därför inte. Försök igen senare.',
  }
  const page = ['Sök bygglov', '<p>Du får ett beslut.</p>']
  expect(await publish(page, address, 'klar_fel')).toEqual(kept)
  expect(await publish(page, 'http://127.0.0.1:9', '')).toEqual(kept)
  for (const answer of ['', '<html></html>', '{}', '{"verdict":null}', '[1']) {
    const other = createServer((_request, response) => response.end(answer)).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    expect(await publish(page, there, ''), answer).toEqual(kept)
    other.closeAllConnections()
    other.close()
  }
})
