import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter, rulePage, siteAddress } from 'retext-klarsprak'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deadLinks } from '../src/dead-links.ts'
import { buildSite, ruleIds, SiteError } from '../src/index.ts'
import { renderSite } from '../src/whole-site.ts'
import { indexOf } from './search-index.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))

let work: string
let folder: string
let files: Map<string, string>

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'klarsprak-site-'))
  folder = join(work, 'site')
  await buildSite(repository, folder, siteAddress)
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  files = new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}, 60_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

const pages = () => [...files].filter(([path]) => path.endsWith('.html'))

describe('the site', () => {
  test('has a page for every rule, point, kind of text and guide, where the findings lead', () => {
    for (const id of ruleIds) expect(files.has(rulePage(id).slice(siteAddress.length)), id).toBe(true)
    const count = (part: string) => [...files.keys()].filter((path) => path.startsWith(part)).length
    expect(count('checklista/punkt-')).toBe(11)
    expect(count('texttyper/')).toBe(9)
    expect(count('omraden/')).toBe(12)
    for (const name of readdirSync(join(repository, 'docs/sv')))
      if (name.endsWith('.md')) expect(files.has(`guider/${name.replace('.md', '.html')}`), name).toBe(true)
  })

  test('has no dead link, as a walk over the built folder shows', () => {
    expect(deadLinks(files, siteAddress)).toEqual([])
    expect(pages().reduce((sum, [, html]) => sum + html.split(' href="').length - 1, 0)).toBeGreaterThan(3000)
  })

  test('leads to every page from the front page', () => {
    const found = new Set<string>()
    const walk = (path: string) => {
      if (found.has(path)) return
      found.add(path)
      for (const [, href] of files.get(path)!.matchAll(/ href="([^"]*)"/g)) {
        const { href: address } = new URL(href!, new URL(path, siteAddress))
        const target = address.slice(siteAddress.length).split('#')[0]!
        if (address.startsWith(siteAddress) && target.endsWith('.html')) walk(target)
      }
    }
    walk('index.html')
    const all = pages().map(([path]) => path)
    expect(all.filter((path) => !found.has(path))).toEqual(['404.html'])
    const listed = [...files.get('sitemap.xml')!.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)
    expect(listed.sort()).toEqual([...found].map((path) => siteAddress + path).sort())
  })

  test('asks nothing of other servers, and runs nothing inline', () => {
    for (const [path, html] of pages()) {
      const fetched = [...html.matchAll(/ src="([^"]*)"|<link [^>]*href="([^"]*)"/g)].map(([, a, b]) => a ?? b)
      expect(fetched.length, path).toBeGreaterThan(0)
      for (const address of fetched) expect(address, path).not.toMatch(/^[a-z]+:|^\/\//)
      expect(html, path).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle="|\son[a-z]+="/)
      expect(html.match(/<h1/g), path).toHaveLength(1)
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, path).toBe(ids.length)
    }
  })

  test('is found by search, every page of it', () => {
    const entries = indexOf(files.get('sok-index.js')!)
    const found = entries.map(({ href }) => href!)
    const lists = [
      'index.html',
      '404.html',
      ...['regler', 'checklista', 'texttyper', 'guider'].map((name) => `${name}/index.html`),
    ]
    expect([...found, ...lists].sort()).toEqual(
      pages()
        .map(([path]) => path)
        .sort(),
    )
  })

  test('is itself in plain Swedish', () => {
    const linter = createLinter()
    const own = pages().filter(([path]) => !/^(?:regler|guider)\/(?!index)/.test(path))
    expect(own.length).toBeGreaterThan(30)
    const found = own.flatMap(([path, html]) =>
      linter
        .lint({ source: html.replace(/<figure>.*?<\/figure>/s, ''), format: 'html', profile: 'webb' })
        .findings.filter(({ severity }) => severity !== 'suggestion')
        .map(({ ruleId, text }) => `${path}: ${ruleId}: ${text}`),
    )
    expect(found).toEqual([])
  })
})

describe('a site is not built', () => {
  test('over a folder with other things', async () => {
    const other = mkdtempSync(join(work, 'other-'))
    writeFileSync(join(other, 'brev.txt'), 'Hej!')
    await expect(buildSite(repository, other, siteAddress)).rejects.toThrow(SiteError)
    expect(readdirSync(other)).toEqual(['brev.txt'])
  })

  test('with two guides of one name', async () => {
    const guide = { markdown: '# Namn\n\nText.' }
    const sources = ['docs/sv/ko.md', 'andra/ko.md'].map((path) => ({ ...guide, path }))
    await expect(renderSite(siteAddress, sources)).rejects.toThrow('the same name')
  })
})

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(repository, 'scripts/site.mjs'), ...args], { encoding: 'utf8', cwd: work })

  test('builds the site for an address of one’s own, and again over itself', () => {
    for (const address of ['https://exempel.se/', 'https://exempel.se/klarsprak/']) {
      const { status, stdout, stderr } = run('egen', '--address', address)
      expect(stderr).toBe('')
      expect(stdout).toContain(`${pages().length} sidor i `)
      expect(status).toBe(0)
      expect(readFileSync(join(work, 'egen/sitemap.xml'), 'utf8')).toContain(`<loc>${address}regler/lix-hog.html</loc>`)
      expect(readFileSync(join(work, 'egen/404.html'), 'utf8')).toContain(
        `href="${new URL(address).pathname}regler.css"`,
      )
    }
    expect(readdirSync(work).filter((name) => name.startsWith('egen'))).toEqual(['egen'])
  }, 60_000)

  test.each([
    [[], 'Skriv så här'],
    [['a', 'b'], 'Skriv så här'],
    [['a', '--finns-inte'], 'Skriv så här'],
    [['a', '--address', 'exempel.se'], 'Adressen ska börja med https://'],
    [['a', '--address', 'https://exempel.se/klarsprak'], 'sluta med ett snedstreck'],
  ])(
    'says what is wrong with %j',
    (args, message) => {
      const { status, stderr } = run(...args)
      expect(stderr).toContain(message)
      expect(stderr).not.toContain('    at ')
      expect(status).toBe(2)
    },
    30_000,
  )
})

describe('the walk over links', () => {
  const walk = (html: string) =>
    deadLinks(
      new Map([
        ['a/b.html', html],
        ['c.html', '<p id="d"></p>'],
      ]),
      'https://exempel.se/x/',
    )

  test.each([
    'b.html',
    '../c.html',
    '../c.html#d',
    '/x/c.html',
    'https://andra.se/',
    'mailto:a@exempel.se',
    '?x=1',
    '#a',
  ])('lets %s through', (href) => expect(walk(`<a id="a" href="${href}">`)).toEqual([]))
  test.each(['c.html', '../c.html#e', '/c.html', './', '../', '#b', 'ftp://andra.se', 'javascript:1', 'https://'])(
    'finds %s',
    (href) => expect(walk(`<a id="a" href="${href}">`)).toEqual([`a/b.html: ${href}`]),
  )
})
