import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.ts'
import { Problem } from '../problem.ts'

/** A file of the web page, held in memory. */
interface WebFile {
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

/** Nothing is fetched from elsewhere, nothing inline runs, and no text becomes markup. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** What people see in a browser: the page where they check a text, and the pages of the rules. */
export function servicePages(app: FastifyInstance, { web }: AppParts): void {
  const send = (request: FastifyRequest, reply: FastifyReply, file: WebFile) => {
    reply.headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-cache', etag: file.tag })
    if (request.headers['if-none-match'] === file.tag) return reply.code(304).send()
    return reply.type(file.type).send(file.body)
  }
  app.get('/regler', { schema: { hide: true } }, (_request, reply) => reply.redirect('/regler/', 301))
  app.get<{ Params: { name: string } }>('/regler/:name', { schema: { hide: true } }, (request, reply) => {
    const name = request.params.name || 'index'
    const file = web.get(`/regler/${name}.html`) ?? web.get(`/regler/${name}`)
    if (!file) throw new Problem('finns-inte', 'Det finns ingen sådan regel. Se /regler/.')
    return send(request, reply, file)
  })
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.url.split('?', 1)[0]!
    const file = web.get(path === '/' ? '/index.html' : path)
    if (file) return send(request, reply, file)
    reply.callNotFound()
    return reply
  })
}
