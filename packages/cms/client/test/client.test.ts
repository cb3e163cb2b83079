import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createToken } from '@klarsprak/http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestService, type TestService } from '../../../http/test/service.ts'
import { createClient, decide, type Page, type ServiceClient, UnavailableError } from '../src/index.ts'

const clear = '<h1>Sök bygglov</h1><p>Du söker bygglov hos kommunen. Du får ett beslut inom tio veckor.</p>'
const hard =
  '<h1>Sök bygglov</h1><h2>Efter beslutet</h2><p>Ni erhåller ett beslut. Det är 💡 bra att erhålla ett svar.</p>'
const settings = { root: true, publish: { failOn: 'error', block: ['byrakratord'] }, rules: { byrakratord: 'warning' } }
const keep = { whenUnavailable: 'keep' } as const

describe('against the service itself', () => {
  let folder: string
  let service: TestService
  let token: string
  let client: ServiceClient

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klarsprak-cms-'))
    const config = join(folder, 'klarsprak.config.json')
    const tokens = join(folder, 'tokens.txt')
    writeFileSync(config, JSON.stringify(settings))
    const made = createToken('cms')
    token = made.token
    writeFileSync(tokens, `${made.line}\n`)
    service = await startTestService({ config, tokens })
    client = createClient({ address: `${service.address}/`, token })
  }, 60_000)
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true })
  })

  const html = (text: string, more: Partial<Page> = {}): Page => ({ text, format: 'html', ...more })

  it('lets a clear page through', async () => {
    expect(await decide(client, html(clear), keep)).toMatchObject({ publish: true, because: 'clear' })
  })

  it('says that a page in another language was not checked, whether it stops it or not', async () => {
    const english =
      '<h1>Apply for a permit</h1><p>You apply for a building permit with the municipality. The municipality will give you a decision within ten weeks, and then you can start to build your house.</p>'
    const notice = 'Texten ser ut att vara på engelska och är inte granskad som svenska.'
    expect(await decide(client, html(english), keep)).toMatchObject({
      publish: true,
      because: 'clear',
      message: notice,
    })
    const stopping = {
      findings: [],
      stopping: [{ text: '', message: 'Texten saknar rubrik.', start: 0 }],
      headings: [],
    }
    const other = { review: async () => ({ ...stopping, notice }) } as unknown as ServiceClient
    expect(await decide(other, html(english), keep)).toMatchObject({
      publish: false,
      message: `Rätta en sak innan du publicerar:\n– Texten saknar rubrik.\n${notice}`,
    })
    expect(await decide(client, html(clear), keep)).not.toHaveProperty('message')
  })

  it('stops a page, and says what and where', async () => {
    const decision = await decide(client, html(hard), keep)
    expect(decision).toMatchObject({ publish: false, because: 'findings' })
    expect((decision as { message: string }).message).toBe(
      'Rätta 2 saker innan du publicerar:\n– Under ”Efter beslutet”: ”erhåller” är ett krångligt ord.\n– Under ”Efter beslutet”: ”erhålla” är ett krångligt ord.',
    )
  })

  it('lets it through with a reason, but not with an empty one', async () => {
    expect(await decide(client, html(hard), { ...keep, overrideReason: ' Akut ' })).toMatchObject({
      publish: true,
      because: 'override',
      reason: 'Akut',
    })
    expect((await decide(client, html(hard), { ...keep, overrideReason: ' \n' })).publish).toBe(false)
  })

  it('lets old faults be, and stops new ones', async () => {
    const mended = hard.replace('Sök bygglov', 'Ansök om bygglov')
    expect((await decide(client, html(mended, { previous: hard }), keep)).publish).toBe(true)
    const worse = hard.replace('ett svar', 'ett svar och erlägga en avgift')
    const decision = await decide(client, html(worse, { previous: hard }), keep)
    expect(decision).toMatchObject({ publish: false, review: { stopping: [{ text: 'erlägga' }] } })
  })

  it('takes exceptions', async () => {
    const { stopping } = await client.review(html(hard))
    expect(stopping.length).toBeGreaterThan(0)
    const exceptions = stopping.map(({ fingerprint, ruleId }) => ({ fingerprint, rule: ruleId, reason: 'citat' }))
    expect((await decide(client, html(hard, { exceptions }), keep)).publish).toBe(true)
  })

  it('tells of a wrong token without showing it', async () => {
    const wrong = createClient({ address: service.address, token: 'klar_fel' })
    const error = await wrong.review(html(clear)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnavailableError)
    expect((error as Error).message).toBe('Tjänsten svarade 401. Det finns ingen sådan token.')
  })
})

describe('when the service fails', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  const page: Page = { text: clear, format: 'html' }
  const answering = async (listener: RequestListener, timeout = 5000) => {
    server = createServer(listener).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return createClient({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeout })
  }
  const sends = (status: number, body: string) =>
    answering((_request, response) => response.writeHead(status).end(body))

  it('keeps the page or lets it through, as the house wants', async () => {
    const client = createClient({ address: 'http://127.0.0.1:9' })
    expect(await decide(client, page, keep)).toEqual({
      publish: false,
      because: 'unavailable',
      message:
        'Texten är inte granskad och publiceras därför inte. Det går inte att nå tjänsten. Spara texten som utkast och försök igen senare.',
    })
    expect(await decide(client, page, { whenUnavailable: 'publish' })).toEqual({
      publish: true,
      because: 'unavailable',
      message: 'Texten publiceras utan granskning. Det går inte att nå tjänsten.',
    })
  })

  it('waits no longer than it may', async () => {
    const client = await answering(() => {}, 100)
    await expect(client.review(page)).rejects.toThrow('Tjänsten svarade inte inom 0,1\u00a0s.')
  })

  it('waits no longer than it may for the rest of an answer', async () => {
    const client = await answering((_request, response) => void response.writeHead(200).write('{'), 100)
    await expect(client.review(page)).rejects.toThrow('Tjänsten svarade inte inom 0,1\u00a0s.')
  })

  it.each([
    ['a page of another kind', 200, '<html></html>'],
    ['nothing', 200, ''],
    ['a verdict alone', 200, '{"verdict":{"publish":true}}'],
    [
      'a verdict that says other than its findings',
      200,
      '{"verdict":{"publish":true},"findings":[],"blocks":[],"stopping":["a"]}',
    ],
    ['a stop without its finding', 200, '{"verdict":{"publish":false},"findings":[],"blocks":[],"stopping":["a"]}'],
  ])('does not take for an answer: %s', async (_name, status, body) => {
    await expect((await sends(status, body)).review(page)).rejects.toThrow(
      new UnavailableError('Svaret går inte att läsa. Kontrollera adressen till tjänsten.'),
    )
  })

  it('follows no redirect', async () => {
    const client = await answering((_request, response) => void response.writeHead(307, { location: '/' }).end())
    await expect(client.review(page)).rejects.toThrow('Det går inte att nå tjänsten.')
  })

  it('takes only the address of a service', () => {
    for (const address of ['', 'tjänsten', 'file:///etc', 'http://a:b@127.0.0.1', 'http://127.0.0.1/?token=a'])
      expect(() => createClient({ address })).toThrow(TypeError)
  })
})
