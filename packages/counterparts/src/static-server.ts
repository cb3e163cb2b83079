import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** A folder that is served. */
export interface StaticServer {
  /** Without a slash at its end. */
  origin: string
  /** Where the folder stands, with a slash at its end. */
  address: string
  /** What has been asked for: `GET /index.html`. */
  requests: string[]
  close(): void
}

/**
 * A web server on a free port of 127.0.0.1, as plain as they come: the files of a folder, no headers but the type, and the
 * folder's 404.html for the rest.
 *
 * @param base where the folder stands on the server: `/kommun/`
 */
export async function serveFolder(folder: string, base = '/'): Promise<StaticServer> {
  const requests: string[] = []
  const server = createServer(({ url = '', method }, response) => {
    requests.push(`${method} ${url}`)
    const path = normalize(decodeURIComponent(url.split('?')[0]!))
    const name = path.endsWith('/') ? `${path}index.html` : path
    const file = name.startsWith(base) ? join(folder, name.slice(base.length)) : ''
    const send = (status: number, found: string) => {
      const body = readFileSync(found)
      response.writeHead(status, { 'content-type': types[extname(found)] ?? 'application/octet-stream' }).end(body)
    }
    const missing = join(folder, '404.html')
    if (existsSync(file) && statSync(file).isFile()) send(200, file)
    else if (existsSync(missing)) send(404, missing)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, address: origin + base, requests, close: () => server.close() }
}
