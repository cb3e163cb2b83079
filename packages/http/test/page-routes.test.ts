import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppParts } from '../src/app.ts'
import { Problem } from '../src/problem.ts'
import { readWebFiles, servicePages } from '../src/routes/pages.ts'

const outer = mkdtempSync(join(tmpdir(), 'klarsprak-pages-'))
const folder = join(outer, 'web')
let app: FastifyInstance

beforeAll(() => {
  mkdirSync(join(folder, 'regler'), { recursive: true })
  writeFileSync(join(outer, 'hemlig.html'), 'hemlig')
  writeFileSync(join(folder, 'index.html'), '<p>Startsida</p>')
  writeFileSync(join(folder, 'page.js'), 'start()')
  writeFileSync(join(folder, 'page.js.map'), '{}')
  writeFileSync(join(folder, 'regler/index.html'), '<p>Alla regler</p>')
  writeFileSync(join(folder, 'regler/passiv-form.html'), '<p>Passiv form</p>')
  writeFileSync(join(folder, 'regler/sok.json'), '[]')
  app = fastify()
  app.setErrorHandler((error, _request, reply) => reply.code(error instanceof Problem ? error.status : 500).send())
  servicePages(app, { web: readWebFiles(folder) } as AppParts)
})
afterAll(async () => {
  await app.close()
  rmSync(outer, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('the pages of the service', () => {
  test('are found by their addresses, each as what it is', async () => {
    const found = [
      ['/', '<p>Startsida</p>', 'text/html; charset=utf-8'],
      ['/?x=1', '<p>Startsida</p>', 'text/html; charset=utf-8'],
      ['/page.js', 'start()', 'text/javascript; charset=utf-8'],
      ['/regler/', '<p>Alla regler</p>', 'text/html; charset=utf-8'],
      ['/regler/passiv-form', '<p>Passiv form</p>', 'text/html; charset=utf-8'],
      ['/regler/passiv-form.html', '<p>Passiv form</p>', 'text/html; charset=utf-8'],
      ['/regler/sok.json', '[]', 'application/json; charset=utf-8'],
    ]
    for (const [url, body, type] of found) {
      const answer = await get(url!)
      expect([answer.statusCode, answer.body, answer.headers['content-type']], url).toEqual([200, body, type])
    }
    const moved = await get('/regler')
    expect([moved.statusCode, moved.headers.location]).toEqual([301, '/regler/'])
  })

  test('come with a policy that lets in nothing inline and nothing from elsewhere', async () => {
    for (const url of ['/', '/page.js', '/regler/', '/regler/passiv-form']) {
      const policy = String((await get(url)).headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
    }
  })

  test('are not sent again to a browser that has them', async () => {
    const { headers } = await get('/')
    const again = await get('/', { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect(again.headers['content-security-policy']).toBe(headers['content-security-policy'])
    expect((await get('/', { 'if-none-match': '"annat"' })).statusCode).toBe(200)
  })

  test('are all that can be reached', async () => {
    const urls = [
      '/hemlig.html',
      '/../hemlig.html',
      '/%2e%2e/hemlig.html',
      '/..%2fhemlig.html',
      '/regler/..%2f..%2fhemlig',
      '/regler/../../hemlig.html',
      '/regler/__proto__',
      '/regler/finns-inte',
      '/page.js.map',
      '//etc/passwd',
      '/index.html%00.js',
    ]
    for (const url of urls) {
      const answer = await get(url)
      expect(answer.statusCode, url).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode, url).toBeLessThan(500)
      expect(answer.body, url).not.toBe('hemlig')
    }
  })

  test('are none where the page has not been built', () => {
    expect(readWebFiles(join(outer, 'finns-inte')).size).toBe(0)
  })
})
