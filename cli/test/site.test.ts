import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { inFolder, klarsprak } from './run.ts'

const pages: Readonly<Record<string, string>> = {
  '/': '<html lang="sv"><title>Skatten</title><main><h1>Så höjs skatten</h1><p>Skatten höjs med 2%. <a href="/skola">Läs om skolan i kommunen</a></p></main></html>',
  '/skola':
    '<html lang="sv"><title>Skolan</title><main><h1>Skolan öppnar igen</h1><p>Avgiften höjs med 3%. <a href="/borta">Läs om förskolan</a></p></main></html>',
}

let server: Server | undefined
afterEach(() => {
  server?.close()
})

async function serve(): Promise<string> {
  server = createServer((request, answer) => {
    const page = pages[request.url!]
    answer.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`
}

it('site lints the pages of a site and says what could not be read', async () => {
  const url = await serve()
  const { status, stdout, stderr } = await klarsprak([
    'site',
    url,
    '--delay',
    '0',
    '--format',
    'json',
    '--only',
    'procenttecken',
  ])
  const { files } = JSON.parse(stdout)
  expect(
    files.map(({ path, findings }: { path: string; findings: { text: string }[] }) => [path, findings[0]?.text]),
  ).toEqual([
    [url, '2%'],
    [`${url}skola`, '3%'],
  ])
  expect(stderr).toBe(`${url}borta: Sidan finns inte (404). Länken finns på ${url}skola.\n`)
  expect(status).toBe(1)
})

it('site writes a report of the pages', async () => {
  const { path, run } = inFolder()
  const url = await serve()
  await run(['site', url, '--delay', '0', '--format', 'html', '--output', 'rapport.html'])
  const html = readFileSync(join(path, 'rapport.html'), 'utf8')
  expect(html).toContain('<span class="mark error">2%</span>')
  expect(html).toContain(`${url}skola`)
})

it.each([
  [['site', 'skola'], 'skola är ingen webbadress'],
  [['site', 'http://127.0.0.1:9/'], 'går inte att nå'],
  [['site', 'http://127.0.0.1:9/', '--delay', 'ofta'], 'Skriv antalet sekunder'],
])('%j is refused', async (args, message) => {
  const { status, stdout, stderr } = await klarsprak(args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(message)
})
