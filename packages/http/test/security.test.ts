import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@klarsprak/counterparts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaults, startService } from '../src/index.ts'
import { createToken } from '../src/tokens.ts'
import { jsonOf, postForm, postJson, startTestService, stubWorker, type TestService } from './service.ts'

const text = { text: 'Du erhåller svar.', format: 'text' }
const hello = { text: 'hej', format: 'text' }

/** What the service answers to exactly these bytes. */
function raw(port: number, content: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(content))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
      if (/\r\n\r\n[\s\S]*\}$/.test(answer)) socket.end()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

async function expectProblem(response: Response, status: number, kind: string): Promise<void> {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = await jsonOf(response)
  expect(problem).toMatchObject({ type: `urn:klarsprak:problem:${kind}`, status })
  expect(problem.title).toMatch(/^[A-ZÅÄÖ]/)
  expect(problem.detail).toMatch(/[.!…]$/)
}

describe('a service with tokens', () => {
  const { token, line } = createToken('webben')
  const other = createToken('annan')
  let folder: string
  let service: TestService
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klarsprak-http-'))
    writeFileSync(join(folder, 'token'), `${line}\n`)
    service = await startTestService({ tokens: join(folder, 'token'), rate: 60 }, stubWorker)
  })
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true })
  })

  it('turns away who has no token, or a wrong one', async () => {
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      `Bearer ${other.token}`,
      `Basic ${token}`,
      `Bearer ${token} x`,
    ]) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
      const response = await postJson(`${service.address}/v1/lint`, hello, headers)
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="klarsprak"')
      await expectProblem(response, 401, 'token-saknas')
      await expectProblem(await fetch(`${service.address}/metrics`, { headers }), 401, 'token-saknas')
    }
    await expectProblem(
      await postForm(`${service.address}/v2/check`, { text: 'hej', language: 'sv' }),
      401,
      'token-saknas',
    )
    const wrong = { text: 'hej', language: 'sv', apiKey: other.token }
    await expectProblem(await postForm(`${service.address}/v2/check`, wrong), 401, 'token-saknas')
  })

  it('asks for the token before it reads the body', async () => {
    const answer = await raw(
      service.port,
      'POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  })

  it('lets those in who have one, in the header or in the form', async () => {
    const headers = { authorization: `Bearer ${token}` }
    expect((await postJson(`${service.address}/v1/lint`, hello, headers)).status).toBe(200)
    expect((await postForm(`${service.address}/v2/check`, { text: 'hej', language: 'sv', apiKey: token })).status).toBe(
      200,
    )
    expect((await postForm(`${service.address}/v2/check`, { text: 'hej', language: 'sv' }, headers)).status).toBe(200)
    expect((await fetch(`${service.address}/metrics`, { headers })).status).toBe(200)
    expect((await fetch(`${service.address}/healthz`)).status).toBe(200)
  })

  it('refuses a token in the address, right or wrong, anywhere', async () => {
    for (const name of ['token', 'access_token', 'apiKey', 'api_key', 'key'])
      for (const path of ['/v1/lint', '/v2/check', '/', '/metrics'])
        await expectProblem(await fetch(`${service.address}${path}?a=b&${name}=${token}`), 400, 'token-i-adressen')
  })

  it('counts the requests of each token', async () => {
    const headers = { authorization: `Bearer ${token}` }
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => postJson(`${service.address}/v1/lint`, hello, headers)),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(20)
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    await expectProblem(refused[0]!, 429, 'for-manga-anrop')
  })
})

describe('a service for this machine alone', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService(
      { maxBody: 20_000, receiveLimit: 1000, origins: ['https://cms.exempel.se'] },
      stubWorker,
    )
  })
  afterAll(() => service.close())

  it('is not started where others reach it', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'exempel.se'])
      await expect(startTestService({ host }, stubWorker)).rejects.toThrow('--tokens')
  })

  it('says which port is taken', async () => {
    await expect(startTestService({ port: service.port }, stubWorker)).rejects.toThrow(
      `Porten ${service.port} är upptagen`,
    )
  })

  it('answers no page that calls it by another name', async () => {
    const ask = (host: string) =>
      raw(service.port, `GET /v1/rules HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    for (const host of ['elak.exempel', 'localhost.elak.exempel', '127.0.0.1.elak.exempel', '10.0.0.1', ''])
      expect(await ask(host)).toMatch(/^HTTP\/1\.1 403 /)
    for (const host of ['localhost', 'localhost:1', '127.0.0.1:8081', '[::1]:8081'])
      expect(await ask(host)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('lets pages of the named origins read its answers, and no others', async () => {
    const ask = (origin: string) => postJson(`${service.address}/v1/lint`, hello, { origin })
    expect((await ask('https://cms.exempel.se')).headers.get('access-control-allow-origin')).toBe(
      'https://cms.exempel.se',
    )
    for (const origin of [
      'https://elak.exempel',
      'null',
      'https://cms.exempel.se.elak.exempel',
      'http://cms.exempel.se',
    ])
      expect((await ask(origin)).headers.get('access-control-allow-origin')).toBeNull()
    const preflight = (origin: string) =>
      fetch(`${service.address}/v1/lint`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      })
    const allowed = await preflight('https://cms.exempel.se')
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://cms.exempel.se')
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
    expect((await preflight('https://elak.exempel')).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('lets no page of another origin read anything where none is named', async () => {
    const closed = await startTestService({}, stubWorker)
    try {
      const response = await postJson(`${closed.address}/v1/lint`, hello, { origin: 'https://elak.exempel' })
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
      const preflight = await fetch(`${closed.address}/v1/lint`, {
        method: 'OPTIONS',
        headers: { origin: 'https://elak.exempel' },
      })
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    } finally {
      await closed.close()
    }
  })

  it('refuses what is too large, said or unsaid', async () => {
    await expectProblem(
      await postJson(`${service.address}/v1/lint`, { ...hello, text: 'a'.repeat(20_000) }),
      413,
      'for-stor',
    )
    await expectProblem(
      await postForm(`${service.address}/v2/check`, { language: 'sv', text: 'a'.repeat(20_000) }),
      413,
      'for-stor',
    )
    const chunk = `4000\r\n${'a'.repeat(0x4000)}\r\n`
    const answer = await raw(
      service.port,
      `POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('cuts off who sends slowly, head or body, and goes on', async () => {
    for (const start of [
      'POST /v1/lint HTTP/1.1\r\nHost: localhost\r\n',
      'POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"text":',
    ]) {
      const began = performance.now()
      const answer = await raw(service.port, start)
      expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json/)
      expect(performance.now() - began).toBeLessThan(15_000)
    }
    expect((await postJson(`${service.address}/v1/lint`, hello)).status).toBe(200)
  })

  it('answers malformed requests in Swedish', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"hej"',
      '{"text":1,"format":"text"}',
      '{"text":"a"}',
      '{"text":"a","format":"docx"}',
    ])
      await expectProblem(await postJson(`${service.address}/v1/lint`, body), 400, 'ogiltig-begaran')
    await expectProblem(await postJson(`${service.address}/v1/lint`, { ...hello, texts: '' }), 400, 'ogiltig-begaran')
    await expectProblem(
      await postJson(`${service.address}/v1/lint`, '{"text":"a","format":"text","__proto__":{"a":1}}'),
      400,
      'ogiltig-begaran',
    )
    await expectProblem(
      await postJson(`${service.address}/v1/lint`, `{"rules":${'['.repeat(9000)}`),
      400,
      'ogiltig-begaran',
    )
    const deep = `{"text":"a","format":"text","rules":{"a":${'['.repeat(4000)}${']'.repeat(4000)}}}`
    await expectProblem(await postJson(`${service.address}/v1/lint`, deep), 400, 'ogiltig-begaran')
    await expectProblem(
      await postJson(`${service.address}/v1/lint`, 'text', { 'content-type': 'text/plain' }),
      415,
      'fel-format',
    )
    await expectProblem(await postJson(`${service.address}/v2/check`, hello), 415, 'fel-format')
    await expectProblem(await fetch(`${service.address}/v1/lint`), 405, 'fel-metod')
    await expectProblem(await fetch(`${service.address}/finns/inte`), 404, 'finns-inte')
    await expectProblem(await fetch(`${service.address}/%E0%A4%A`), 400, 'ogiltig-begaran')
    expect(await raw(service.port, 'GARBAGE\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*urn:klarsprak:problem:ogiltig-begaran/,
    )
  })

  it('never quotes the text or a name in a problem, and keeps line breaks out of headers', async () => {
    const secret = 'hemligheten'
    const response = await postJson(`${service.address}/v1/lint`, { text: secret, format: secret })
    expect(await response.text()).not.toContain(secret)
    const injected = await fetch(`${service.address}/finns-inte%0d%0aSet-Cookie:%20a=b`)
    expect(injected.headers.get('set-cookie')).toBeNull()
    const split = await raw(service.port, 'GET /x\r\nY: z HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(split).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(split).not.toMatch(/^Y:/m)
  })

  it('sends what browsers need to be careful', async () => {
    const { headers } = await fetch(`${service.address}/v1/rules`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('keeps its feet whatever is sent', async () => {
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc
        .record({ text: fc.string({ unit: 'binary' }), format: fc.constantFrom('text', 'html', 'markdown') })
        .map((value) => JSON.stringify(value)),
    )
    const type = fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data',
    )
    const path = fc.constantFrom('/v1/lint', '/v1/review', '/v2/check', '/', '/regler/x', '/v1/rules')
    await fc.assert(
      fc.asyncProperty(path, body, type, async (where, content, contentType) => {
        const response = await fetch(`${service.address}${where}`, {
          method: 'POST',
          headers: { 'content-type': contentType },
          body: content,
        })
        await response.text()
        expect([200, 400, 404, 405, 413, 415, 422]).toContain(response.status)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

describe('texts that mean harm', () => {
  it('cost their sender an answer and nobody else anything', async () => {
    const service = await startTestService({ timeLimit: 500, workers: 2 }, stubWorker)
    try {
      const hostile = postJson(`${service.address}/v1/lint`, { ...hello, text: 'hang' })
      expect((await postJson(`${service.address}/v1/lint`, hello)).status).toBe(200)
      await expectProblem(await hostile, 422, 'for-svar-text')
      const crash = await postJson(`${service.address}/v1/lint`, { ...hello, text: 'crash' })
      expect(crash.headers.get('retry-after')).toBe('1')
      await expectProblem(crash, 503, 'avbruten')
      await until('both workers again', () => service.workers.length === 2)
      expect(service.log).toHaveLength(2)
      expect(service.log.join()).not.toMatch(/hang|crash/)
    } finally {
      await service.close()
    }
  })

  it('are refused when too many wait', async () => {
    const service = await startTestService({ maxQueue: 3 }, stubWorker)
    try {
      const answers = Array.from({ length: 12 }, () =>
        postJson(`${service.address}/v1/lint`, { ...hello, text: 'wait 400' }),
      )
      const statuses = (await Promise.all(answers)).map(({ status }) => status)
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(4)
      expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(0)
      const busy = (await Promise.all(answers)).find(({ status }) => status === 503)!
      expect(Number(busy.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      await expectProblem(busy, 503, 'upptagen')
    } finally {
      await service.close()
    }
  })

  it('are finished when the service is closed, and new ones refused', async () => {
    const service = await startTestService({}, stubWorker)
    const under = postJson(`${service.address}/v1/lint`, { ...hello, text: 'wait 2000' })
    await until('the text to be worked on', async () =>
      /_busy 1$/m.test(await (await fetch(`${service.address}/metrics`)).text()),
    )
    const closing = service.close()
    expect((await under).status).toBe(200)
    await closing
    await expect(postJson(`${service.address}/v1/lint`, text)).rejects.toThrow()
    expect(service.workers).toEqual([])
  })
})

it('starts no service that cannot find its settings', async () => {
  const { file } = stubWorker
  await expect(
    startService(
      { ...defaults, port: 0, workers: 1, tokens: '/finns/inte' },
      { worker: { file, execArgv: [] }, web: '/finns/inte', openapi: '/finns/inte' },
      () => {},
    ),
  ).rejects.toThrow('Hittar inte filen med token')
})
