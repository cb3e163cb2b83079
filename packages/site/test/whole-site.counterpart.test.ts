import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  accessibilityFaults,
  artifact,
  type BrowserContextOptions,
  counterpart,
  inBrowser,
  type Page,
  serveFolder,
} from '@klarsprak/counterparts'
import { siteAddress } from 'retext-klarsprak'
import { afterAll, describe, expect } from 'vitest'
import { buildSite } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'klarsprak-site-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tested = inBrowser(async () => {
  await buildSite(fileURLToPath(new URL('../../../', import.meta.url)), folder, siteAddress)
  return serveFolder(folder, new URL(siteAddress).pathname)
})

/** A page of the site, with what went wrong in it and what it asked of others. */
async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await tested.browser.newContext({
    locale: 'sv-SE',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address.startsWith('file:') ? 'file:' : tested.server.origin))
      faults.push(request.url())
  })
  await page.goto(address)
  return { page, context, faults }
}

const samples = [
  ['start', 'index.html'],
  ['regler', 'regler/index.html'],
  ['regel', 'regler/passiv-form.html'],
  ['checklista', 'checklista/index.html'],
  ['punkt', 'checklista/punkt-7.html'],
  ['omrade', 'omraden/verb.html'],
  ['texttyp', 'texttyper/press.html'],
  ['guider', 'guider/index.html'],
  ['guide', 'guider/wordpress.html'],
  ['editor', 'guider/redigerare.html'],
  ['saknas', 'finns/inte.html'],
] as const

const looks: readonly [string, BrowserContextOptions][] = [
  ['ljus', { colorScheme: 'light' }],
  ['mork', { colorScheme: 'dark' }],
  ['smal', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
]

describe('the site in a browser', () => {
  for (const [look, options] of looks)
    counterpart(
      ['chromium'],
      `axe finds nothing, and nothing is too wide: ${look}`,
      async () => {
        const { page, context, faults } = await open(tested.server.address, options)
        for (const [name, path] of samples) {
          await page.goto(tested.server.address + path)
          expect(await accessibilityFaults(page), name).toEqual([])
          expect(await sideways(page), name).toBe(0)
          await page.screenshot({ path: artifact(`webbplats-${look}-${name}.png`), fullPage: look === 'smal' })
        }
        expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
        await context.close()
      },
      90_000,
    )

  counterpart(['chromium'], 'prints in black on white, without menus', async () => {
    const { page, context } = await open(`${tested.server.address}regler/passiv-form.html`, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav:visible').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.screenshot({ path: artifact('webbplats-utskrift.png') })
    await context.close()
  })

  for (const [how, address] of [
    ['from a server', () => tested.server.address],
    ['from a folder', () => `${pathToFileURL(folder).href}/index.html`],
  ] as const)
    counterpart(['chromium'], `is searched by keyboard alone, ${how}`, async () => {
      const { page, context, faults } = await open(address())
      await page.keyboard.press('/')
      await page.keyboard.type('passiva')
      expect(await page.locator('#resultat a').first().textContent()).toMatch(/[Pp]assiv/)
      // In a folder axe-core asks for the style itself, which the policy forbids.
      if (how === 'from a server') {
        expect(await accessibilityFaults(page)).toEqual([])
        await page.screenshot({ path: artifact('webbplats-sok.png') })
      }
      await page.keyboard.press('Escape')
      expect(await page.locator('#resultat a').count()).toBe(0)

      await page.keyboard.type('särskr')
      const first = await page.locator('#resultat a').first().textContent()
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe(first)
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: first! }).waitFor()

      await page.getByRole('link', { name: 'Regler', exact: true }).click()
      await page.getByLabel('Sök bland reglerna').waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('lix')
      expect(Number.parseInt((await page.locator('#antal').textContent())!, 10)).toBeLessThan(20)
      await page.keyboard.press('ArrowDown')
      const rule = await focused(page)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: rule }).waitFor()
      expect(faults).toEqual([])
      await context.close()
    })

  counterpart(['chromium'], 'leads on from a page that is not there', async () => {
    const { page, context } = await open(`${tested.server.address}a/b/c.html`)
    await page.getByRole('link', { name: 'Sök på startsidan' }).click()
    await page.getByLabel('Sök bland regler, checklista och guider').waitFor()
    expect(page.url()).toBe(`${tested.server.address}index.html#sok`)
    await context.close()
  })
})

/** How much wider than its window a page is. */
function sideways(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent')
}
