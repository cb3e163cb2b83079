import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type CrawlOptions, crawl } from '../src/index.ts'
import { type Page, type Site, serveSite } from './site.ts'

let site: Site | undefined
afterEach(async () => {
  await site?.close()
})

const options: CrawlOptions = {
  userAgent: 'Klarsprak/test',
  maxPages: 100,
  maxDepth: 5,
  delay: 0,
  timeout: 1000,
  maxBytes: 100_000,
  decode: (body) => new TextDecoder().decode(body),
}

async function walk(pages: Readonly<Record<string, Page>>, more: Partial<CrawlOptions> = {}, path = '') {
  site = await serveSite(pages)
  const read: string[] = []
  const problems: string[] = []
  for await (const event of crawl(site.url + path, { ...options, ...more })) {
    const where = event.url.replace(site.url, '/')
    if (event.type === 'page') read.push(where)
    else if (event.type === 'disallowed') problems.push(`${event.count} nekade`)
    else
      problems.push(
        `${where}: ${event.message}${event.type === 'dead' ? ` (${event.from?.replace(site.url, '/')})` : ''}`,
      )
  }
  return { read, problems, asked: site.asked, agents: site.agents }
}

const link = (...paths: string[]) => paths.map((path) => `<a href="${path}">x</a>`).join('')
const type =
  (kind: string, body: string | Uint8Array): Page =>
  (_, answer) =>
    answer.writeHead(200, { 'content-type': kind }).end(body)
const status =
  (code: number, headers: Record<string, string> = {}): Page =>
  (_, answer) =>
    answer.writeHead(code, headers).end()

describe('the way through a site', () => {
  it('reads each page once, nearest first, and says who asks', async () => {
    const { read, problems, agents } = await walk({
      '/': link('/b/', '/a', '#x', 'a#y'),
      '/a': link('/c', '/'),
      '/b/': link('/b', '/a/'),
      '/c': '',
    })
    expect(read).toEqual(['/', '/b/', '/a', '/c'])
    expect(problems).toEqual([])
    expect([...agents]).toEqual(['Klarsprak/test'])
  })
  it('says which page a dead link stands on, and how many pages robots.txt keeps', async () => {
    const { read, problems } = await walk({
      '/robots.txt': 'User-agent: *\nDisallow: /arkiv',
      '/': link('/a', '/arkiv/1', '/arkiv/2'),
      '/a': link('/borta', '/arkiv/1'),
    })
    expect(read).toEqual(['/', '/a'])
    expect(problems).toEqual(['/borta: Sidan finns inte (404). (/a)', '2 nekade'])
  })
  it('stays on the host', async () => {
    const { read, asked } = await walk({
      '/': link('http://127.0.0.2/', 'https://exempel.se/', 'mailto:a@b.se', 'javascript:alert(1)', 'http://[', '/a'),
      '/a': '',
    })
    expect(read).toEqual(['/', '/a'])
    expect(asked).toEqual(['/robots.txt', '/', '/a'])
  })
  it('goes as deep and as far as it may, and says what is left', async () => {
    const chain = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [i === 0 ? '/' : `/${i}`, link(`/${i + 1}`)]))
    expect((await walk(chain, { maxDepth: 3 })).read).toEqual(['/', '/1', '/2', '/3'])
    await site?.close()
    const { read, problems } = await walk(chain, { maxPages: 2 })
    expect(read).toEqual(['/', '/1'])
    expect(problems.join()).toContain('Gränsen på 2\u00a0sidor är nådd. En känd sida är inte granskad')
  })
  it('follows base addresses, and not links that ask to be left alone', async () => {
    const { read } = await walk({
      '/': `<base href="/mapp/">${link('a')}<a rel="nofollow" href="/nej">x</a>`,
      '/mapp/a': `<meta name="robots" content="noindex, nofollow">${link('/nej')}`,
      '/nej': '',
    })
    expect(read).toEqual(['/', '/mapp/a'])
  })
  it('leaves what is no web page', async () => {
    const { read, problems } = await walk({
      '/': link('/bild', '/pdf'),
      '/bild': type('image/png', 'x'),
      '/pdf': type('application/pdf', 'x'),
    })
    expect({ read, problems }).toEqual({ read: ['/'], problems: [] })
  })
})

describe('robots.txt', () => {
  it('is kept to', async () => {
    const { read, asked } = await walk({
      '/robots.txt': type('text/plain', 'User-agent: *\nDisallow: /hemligt\nDisallow: /*.html$\n'),
      '/': link('/hemligt/a', '/b.html', '/c'),
      '/c': '',
    })
    expect(read).toEqual(['/', '/c'])
    expect(asked).toEqual(['/robots.txt', '/', '/c'])
  })
  it('may ask for a pause', async () => {
    const began = Date.now()
    await walk({ '/robots.txt': type('text/plain', 'User-agent: *\nCrawl-delay: 0.3\n'), '/': link('/a'), '/a': '' })
    expect(Date.now() - began).toBeGreaterThanOrEqual(590)
  })
  it('may close the site', async () => {
    await expect(
      walk({ '/robots.txt': type('text/plain', 'User-agent: Klarsprak\nDisallow: /'), '/': '' }),
    ).rejects.toThrow(/robots.txt ber program att låta sidan vara/)
  })
  it('closes the site when it cannot be read', async () => {
    await expect(walk({ '/robots.txt': status(503), '/': '' })).rejects.toThrow(/svarade med fel 503/)
  })
})

describe('redirects', () => {
  it('are followed within the site, to a page that is read once', async () => {
    const { read } = await walk({ '/': link('/gammal', '/ny'), '/gammal': status(301, { location: '/ny' }), '/ny': '' })
    expect(read).toEqual(['/', '/ny'])
  })
  it.each([
    ['http://127.0.0.2:1/', 'som inte hör till webbplatsen'],
    ['file:///etc/passwd', 'som inte hör till webbplatsen'],
    ['/ut', 'skickar vidare fler än 5'],
  ])('to %s are a problem of that page alone', async (location, message) => {
    const { read, problems } = await walk({ '/': link('/ut', '/a'), '/ut': status(302, { location }), '/a': '' })
    expect(read).toEqual(['/', '/a'])
    expect(problems.join()).toContain(message)
  })
})

describe('sitemaps', () => {
  const map = (...paths: string[]) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc> ${site!.url}${path} </loc></url>`).join('')}</urlset>`
  it('name the pages, their links are not followed beyond', async () => {
    const { read } = await walk(
      {
        '/sitemap.xml': (_, answer) =>
          answer
            .setHeader('content-type', 'text/xml')
            .end(
              map('a', 'b?x=1&amp;y=2', 'a').replace('</urlset>', '<url><loc>http://127.0.0.2/z</loc></url></urlset>'),
            ),
        '/a': link('/c'),
        '/b': '',
        '/c': '',
      },
      {},
      'sitemap.xml',
    )
    expect(read).toEqual(['/a', '/b?x=1&y=2'])
  })
  it('may list sitemaps, packed or not, and never loop', async () => {
    const { read } = await walk(
      {
        '/sitemap.xml': (_, answer) =>
          answer
            .setHeader('content-type', 'application/xml')
            .end(
              `<sitemapindex><sitemap><loc>${site!.url}1.xml.gz</loc></sitemap><sitemap><loc>${site!.url}sitemap.xml</loc></sitemap><sitemap><loc>${site!.url}bomb.xml.gz</loc></sitemap></sitemapindex>`,
            ),
        '/1.xml.gz': (_, answer) => answer.setHeader('content-type', 'application/gzip').end(gzipSync(map('a'))),
        '/bomb.xml.gz': type('application/gzip', gzipSync(Buffer.alloc(60 * 1024 * 1024, 32))),
        '/a': '',
      },
      {},
      'sitemap.xml',
    )
    expect(read).toEqual(['/a'])
  })
  it('that are something else are refused', async () => {
    await expect(walk({ '/sitemap.xml': type('text/xml', '<rss/>') }, {}, 'sitemap.xml')).rejects.toThrow(
      /varken en webbsida/,
    )
  })
})

describe('servers that misbehave', () => {
  it('cost a page, never the crawl', async () => {
    const { read, problems } = await walk(
      {
        '/': link('/tyst', '/droppar', '/stor', '/bruten', '/finns-inte', '/fel', '/bra'),
        '/tyst': () => {},
        '/droppar': (_, answer) => {
          answer.writeHead(200, { 'content-type': 'text/html' })
          const timer = setInterval(() => answer.write('x'), 50)
          answer.on('close', () => clearInterval(timer))
        },
        '/stor': (_, answer) => {
          answer.writeHead(200, { 'content-type': 'text/html' })
          const chunk = Buffer.alloc(1 << 16, 'x')
          const pour = () => {
            while (!answer.destroyed && answer.write(chunk)) {}
          }
          answer.on('drain', pour)
          pour()
        },
        '/bruten': (request) => request.socket.destroy(),
        '/fel': status(500),
        '/bra': '',
      },
      { timeout: 400 },
    )
    expect(read).toEqual(['/', '/bra'])
    expect(problems).toEqual([
      expect.stringMatching(/tyst: Servern svarade inte/),
      expect.stringMatching(/droppar: Servern svarade inte/),
      expect.stringMatching(/stor: Sidan är större än 0,1\u00a0megabyte/),
      expect.stringMatching(/bruten: Servern går inte att nå: servern bröt förbindelsen/),
      expect.stringMatching(/finns-inte: Sidan finns inte \(404\)/),
      expect.stringMatching(/fel: Servern svarade med fel 500/),
    ])
  })
  it('with pages without end are left in time', async () => {
    let day = 0
    const calendar: Page = (_, answer) =>
      answer.setHeader('content-type', 'text/html').end(link(`/kalender?dag=${++day}`, `/kalender?dag=${++day}`))
    const { read, problems } = await walk({ '/': link('/kalender?dag=0'), '/kalender': calendar }, { maxDepth: 1000 })
    expect(read.length).toBeLessThanOrEqual(21)
    expect(problems).toEqual([])
  })
  it('with elements without end are read', async () => {
    const { read } = await walk({ '/': '<div>'.repeat(15_000) + link('/a'), '/a': '' })
    expect(read).toEqual(['/', '/a'])
  })
})

describe('an address', () => {
  it.each(['', 'skola', 'ftp://exempel.se/', 'file:///etc/passwd'])('%j is no site', async (address) => {
    const events = crawl(address, options)
    await expect(events.next()).rejects.toMatchObject({ name: 'CrawlError' })
  })
  it('that nobody answers is said', async () => {
    await expect(crawl('http://127.0.0.1:9/', options).next()).rejects.toThrow(/går inte att nå/)
  })
})

it('ends when asked to, with what is done', async () => {
  const stop = new AbortController()
  site = await serveSite({ '/': link('/a', '/b'), '/a': '', '/b': () => {} })
  const read: string[] = []
  for await (const event of crawl(site.url, { ...options, timeout: 20_000, signal: stop.signal })) {
    read.push(event.url)
    if (read.length === 2) setTimeout(() => stop.abort(), 50)
  }
  expect(read).toHaveLength(2)
})
