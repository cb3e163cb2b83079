import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { pageOf } from 'retext-klarsprak/pages'
import type { AppParts } from '../app.ts'
import { ruleListPage, rulePage } from '../page-rules.ts'
import { Problem } from '../problem.ts'

/** A file of the web page, held in memory. */
export interface WebFile {
  readonly body: Buffer
  readonly type: string
  readonly tag: string
}

/** The files of the web page by their address: `/index.html`. */
export type WebFiles = ReadonlyMap<string, WebFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Reads the web page. Requests are answered from memory: no address ever names a file. */
export function readWebFiles(folder: string): WebFiles {
  const files = new Map<string, WebFile>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const body = readFileSync(path)
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { body, type, tag })
  }
  return files
}

/** Nothing is fetched from elsewhere, and nothing inline runs. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** What people see in a browser. */
export function servicePages(app: FastifyInstance, { backend, web }: AppParts): void {
  const rules = () =>
    (JSON.parse(backend.rules) as { rules: { id: string; title: string; description: string }[] }).rules
  const sendPage = (reply: FastifyReply, html: string) =>
    reply.header('content-security-policy', pagePolicy).type('text/html; charset=utf-8').send(html)

  for (const url of ['/regler', '/regler/'])
    app.get<{ Querystring: { q?: unknown } }>(url, { schema: { hide: true } }, (request, reply) => {
      const { q } = request.query
      return sendPage(reply, ruleListPage(rules(), typeof q === 'string' ? q.slice(0, 200) : ''))
    })
  app.get<{ Params: { id: string } }>('/regler/:id', { schema: { hide: true } }, async (request, reply) => {
    const rule = rules().find(({ id }) => id === request.params.id)
    const markdown = rule && (await pageOf(rule.id).catch(() => undefined))
    if (!rule || markdown === undefined) throw new Problem('finns-inte', 'Det finns ingen sådan regel. Se /regler/.')
    return sendPage(reply, rulePage(rule, markdown))
  })
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.url.split('?', 1)[0]!
    const file = web.get(path === '/' ? '/index.html' : path)
    if (!file) {
      reply.callNotFound()
      return reply
    }
    reply.headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-cache', etag: file.tag })
    if (request.headers['if-none-match'] === file.tag) return reply.code(304).send()
    return reply.type(file.type).send(file.body)
  })
}
