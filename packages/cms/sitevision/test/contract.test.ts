import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createToken } from '@klarsprak/http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestService, type TestService } from '../../../http/test/service.ts'
import { createRequester, runApp } from './app.ts'

let folder: string
let service: TestService
let token: string
const guide = readFileSync(new URL('../../../../docs/sv/sitevision.md', import.meta.url), 'utf8')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-sitevision-'))
  const [config, tokens] = [join(folder, 'klarsprak.config.json'), join(folder, 'token.txt')]
  writeFileSync(config, JSON.stringify({ root: true, publish: { failOn: 'error', block: ['byrakratord'] } }))
  const made = createToken('sitevision')
  token = made.token
  writeFileSync(tokens, `${made.line}\n`)
  service = await startTestService({ config, tokens })
}, 60_000)
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const faulty = '<html><body><main><h1>Sök bygglov</h1><p>Ni erhåller ett beslut.</p></main></body></html>'
const english =
  '<html><body><main><h1>Apply for a permit</h1><p>The municipality will give you a decision within ten weeks, and then you can start to build your house.</p></main></body></html>'
const notice = 'Texten ser ut att vara på engelska och är inte granskad som svenska.'
const output = { CONTENT_TYPE_TEXT_HTML: 1 }

/** The report app on a site with one page. */
async function startReport(settings: object) {
  const requester = createRequester()
  const site = { html: faulty, kind: 'page' }
  const log: string[] = []
  const mails: string[][] = []
  const kept = new Map<string, object>()
  let publish: (options: object) => void = () => {}
  const mail = (parts: string[]): object => {
    const add = (part: string) => mail([...parts, part])
    const send = () => mails.push(parts)
    return { setSubject: add, setTextMessage: add, addRecipient: add, build: () => ({ send }) }
  }
  await runApp('report/src/index.js', settings, {
    'common/events': {
      on(name: string, listener: typeof publish) {
        expect(name).toBe('sv:publishing:publish')
        publish = listener
      },
    },
    'server/Requester': requester,
    'server/LogUtil': { info: (line: string) => log.push(line), warn: (line: string) => log.push(line) },
    'server/MailBuilder': mail([]),
    'server/NodeTypeUtil': { isPage: () => site.kind === 'page', isArticle: () => false },
    'server/OutputUtil': { ...output, getNodeOutput: (_node: object, kind: number) => (kind === 1 ? site.html : '') },
    'server/PropertyUtil': {
      getString: (_node: object, name: string) =>
        ({ displayName: 'Bygglov', URL: 'https://www.exempel.se/bygglov' })[name],
    },
    'server/ResourceLocatorUtil': { getNodeByIdentifier: (id: string) => (id === '4.12' ? { id } : null) },
    'server/storage': {
      getKeyValueDataStore: () => ({
        get: (key: string) => kept.get(key) ?? null,
        put: (key: string, data: object) => void kept.set(key, data),
      }),
    },
  })
  return {
    site,
    log,
    mails,
    sent: requester.sent,
    async publish(node = '4.12') {
      publish({ event: 'sv:publishing:publish', emitter: '247.1', timestamp: 1, node })
      await requester.settled()
    },
  }
}

it('reports a page with what is wrong, and later only what is new', async () => {
  const mailTo = 'webb@exempel.se'
  const { site, log, mails, sent, publish } = await startReport({ address: service.address, token, mailTo })
  await publish()
  const report = 'https://www.exempel.se/bygglov\nRad 1: ”erhåller” är ett krångligt ord.'
  expect(mails).toEqual([['Rätta sidan ”Bygglov”', report, mailTo]])
  expect(log).toEqual([`Klarspråk: Rätta sidan ”Bygglov”\n${report}`])
  expect(JSON.parse(sent[0]!.body)).toEqual({ text: faulty, format: 'html', filename: 'sitevision/4.12.html' })

  site.html = faulty.replace('Sök', 'Ansök om')
  await publish()
  expect(JSON.parse(sent[1]!.body).previous).toBe(faulty)
  expect(mails).toHaveLength(1)
  site.html = faulty.replace('beslut.', 'beslut. Ni erlägger en avgift.')
  await publish()
  expect(mails).toHaveLength(2)
  expect(mails[1]![1]).toContain('erlägger')
  expect(mails[1]![1]).not.toContain('erhåller')
})

it('lets be what is no page, and tells of a page that it may not read', async () => {
  const { site, log, sent, publish } = await startReport({ address: service.address, token })
  await publish('9.9')
  site.kind = 'file'
  await publish()
  expect(log).toEqual([])
  Object.assign(site, { kind: 'page', html: '' })
  await publish()
  expect(log).toEqual(['Klarspråk: appen får inte läsa sidan 4.12.'])
  expect(sent).toEqual([])
})

it('tells in the log of a page in another language', async () => {
  const { site, log, mails, publish } = await startReport({ address: service.address, token, mailTo: 'a@exempel.se' })
  site.html = english
  await publish()
  expect(log).toEqual([`Klarspråk: sidan 4.12. ${notice}`])
  expect(mails).toEqual([])
})

it('tells in the log when the service says no or is down', async () => {
  const wrong = await startReport({ address: service.address, token: 'klar_fel' })
  await wrong.publish()
  expect(wrong.log).toEqual(['Klarspråk: sidan 4.12 är inte granskad. Tjänsten svarade 401.'])
  const down = await startReport({ address: 'http://127.0.0.1:9' })
  await down.publish()
  expect(down.log).toEqual(['Klarspråk: sidan 4.12 är inte granskad. Det går inte att nå tjänsten.'])
})

it('reviews the page whose address somebody gives', async () => {
  const requester = createRequester()
  const routes: Record<string, (request: object, response: object) => void> = {}
  const page = { getIdentifier: () => '4.12' }
  let html = faulty
  await runApp(
    'review/src/index.js',
    { address: service.address, token },
    {
      'common/router': {
        get: (path: string, route: (typeof routes)[string]) => void Object.assign(routes, { [`GET ${path}`]: route }),
        post: (path: string, route: (typeof routes)[string]) => void Object.assign(routes, { [`POST ${path}`]: route }),
      },
      'server/Requester': requester,
      'server/OutputUtil': { ...output, getNodeOutput: (_node: object, kind: number) => (kind === 1 ? html : '') },
      'server/ResourceLocatorUtil': { getNodeByUrl: (url: string) => (url.endsWith('/bygglov') ? page : null) },
    },
  )
  const ask = async (path: string, params = {}) => {
    // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asks.
    const answer: any = { status: 200 }
    const response = {
      agnosticRender: (html: string) => void Object.assign(answer, { html }),
      status: (status: number) => Object.assign(answer, { status }) && response,
      json: (body: object) => void Object.assign(answer, { body }),
    }
    routes[path]?.({ params }, response)
    await requester.settled()
    return answer
  }
  expect((await ask('GET /')).html).toContain('Sidans adress')
  const { body } = await ask('POST /review', { page: 'https://www.exempel.se/bygglov' })
  expect(body.publish).toBe(false)
  expect(body.findings).toContainEqual({
    severity: 'suggestion',
    message: '”erhåller” är ett krångligt ord.',
    text: 'erhåller',
    url: expect.stringContaining('byrakratord'),
  })
  expect(body.notice).toBeUndefined()
  html = english
  const other = await ask('POST /review', { page: 'https://www.exempel.se/bygglov' })
  expect(other.body).toMatchObject({ publish: true, notice })
  expect(await ask('POST /review', { page: 'https://www.exempel.se/nej' })).toEqual({
    status: 404,
    body: { message: 'Sidan finns inte, eller så får du inte läsa den.' },
  })
})

it('has a guide that names each file to copy and each setting', () => {
  for (const name of ['klarsprak.js', 'settings.js', 'index.js', 'main.js', 'manifest.json'])
    expect(guide).toContain(name)
  for (const name of ['address', 'token', 'mailTo']) expect(guide).toContain(`\`${name}\``)
})
