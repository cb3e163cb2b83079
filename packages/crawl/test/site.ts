import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What a page is, or how it is answered. */
export type Page = string | ((request: IncomingMessage, answer: ServerResponse) => void)

/** A web site on this machine, and what it was asked for. */
export interface Site {
  url: string
  asked: string[]
  agents: Set<string>
  close(): Promise<void>
}

/** Serves pages by path. */
export async function serveSite(pages: Readonly<Record<string, Page>>): Promise<Site> {
  const asked: string[] = []
  const agents = new Set<string>()
  const server: Server = createServer((request, answer) => {
    const path = request.url!
    asked.push(path)
    agents.add(request.headers['user-agent'] ?? '')
    const page = pages[path] ?? pages[path.split('?')[0]!]
    if (typeof page === 'function') page(request, answer)
    else if (page === undefined) answer.writeHead(404).end()
    else answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    agents,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
