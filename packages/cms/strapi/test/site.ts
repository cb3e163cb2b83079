import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Answer, freePort, program, startAnswering } from '@klarsprak/counterparts'
import { bundleForNode, startSiteIn } from '../../client/test/site.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A site in Strapi, with the package as it is bundled for Node. */
export interface Site {
  /** A call of the document service. Rejects with what Strapi throws. */
  documents(uid: string, action: string, request: object): Promise<Answer>
  /** A query past the document service, and so past the check. */
  rows(uid: string, action: string, request: object): Promise<Answer>
  /** A request over HTTP, to the content API (`/api`) or to what the web pages use. */
  http(method: string, path: string, body?: object, token?: string): Promise<{ status: number; body: Answer }>
  /** A key to the content API. */
  token(): Promise<string>
  locale(code: string): Promise<void>
  /** What Strapi has logged. */
  output(): string
  stop(): Promise<void>
}

/** Starts a site whose pages are checked by the service at an address. */
export async function startSite(service: string): Promise<Site> {
  // Under Strapi's packages, so that it finds them.
  const packages = join(dirname(program('strapi')), '../..')
  const folder = mkdtempSync(join(packages, '../site-'))
  const port = await freePort()
  const { ask, output, stop } = await startSiteIn(folder, async () => {
    cpSync(file('site'), folder, { recursive: true })
    mkdirSync(join(folder, 'public/uploads'), { recursive: true })
    const own = join(folder, 'node_modules/@klarsprak/strapi')
    await bundleForNode(file('../src/index.ts'), join(own, 'index.mjs'))
    cpSync(file('site/own-package.json'), join(own, 'package.json'))
    return await startAnswering(['run.js'], folder, {
      PORT: String(port),
      DATABASE_FILE: join(folder, 'site.db'),
      KLARSPRAK_URL: service,
      STRAPI_TELEMETRY_DISABLED: 'true',
    })
  })
  return {
    documents: (uid, action, request) => ask('documents', uid, action, request),
    rows: (uid, action, request) => ask('rows', uid, action, request),
    async http(method, path, body, token) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await response.text()
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
    },
    token: () => ask('token'),
    locale: (code) => ask('locale', code),
    output,
    stop,
  }
}
