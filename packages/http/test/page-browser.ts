import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@klarsprak/counterparts'
import { expect } from 'vitest'

/** A page in a browser, with what went wrong in it and what it asked for. */
export interface OpenPage {
  page: Page
  context: BrowserContext
  /** Errors of scripts, and what the browser says of broken policies and missing files. */
  faults: string[]
  /** Addresses outside the origin that something on the page asked for. */
  foreign: string[]
}

/** Opens the start page at an address. All requests that leave its origin are noted and refused. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1360, height: 900 }, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { origin } = new URL(address)
  const faults: string[] = []
  const foreign: string[] = []
  await context.route(
    (url) => url.origin !== origin && url.protocol !== 'blob:' && url.protocol !== 'data:',
    (route) => {
      foreign.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  // The text is nowhere else, so the page asks before it is left.
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(address)
  return { page, context, faults, foreign }
}

/** Puts a text in the field as a paste does, and waits for its review. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.getByLabel('Text att granska').focus()
  await page.keyboard.press('Control+V')
  await reviewed(page)
}

/** Waits until the text as it is now has been reviewed. */
export async function reviewed(page: Page): Promise<void> {
  await page.locator('.status.done').waitFor({ timeout: 30_000 })
}

export function fieldText(page: Page): Promise<string> {
  return page.getByLabel('Text att granska').inputValue()
}

/** What is marked in the text, in order. Marks that touch are parted by the findings on them. */
export function marks(page: Page): Promise<string[]> {
  return page.locator('.layer .mark').allTextContents()
}

/**
 * The field and its marks lie on each other to the pixel: same place, width, height and text.
 * All is read in one call: what stands above may grow between two, and move both.
 */
export async function expectAligned(page: Page): Promise<void> {
  const [layer, field, lines, text, hidden] = await page.evaluate<
    [number[], number[], string[], string, number]
  >(`(() => {
    const layer = document.querySelector('.layer')
    const field = document.querySelector('.field')
    const sizeOf = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [x, y, width, height]
    }
    const lines = [...layer.querySelectorAll(':scope > div')].map((line) => line.textContent)
    return [sizeOf(layer), sizeOf(field), lines, field.value, field.scrollHeight - field.clientHeight]
  })()`)
  expect(layer).toEqual(field)
  expect(lines.join('\n')).toBe(text)
  // Nothing of the text is scrolled out of the field itself.
  expect(hidden).toBe(0)
}

/** Drops a file on the page as a hand does. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(${JSON.stringify([...bytes])})], ${JSON.stringify(name)}))
    return transfer
  })()`)
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: data })
}

/** Nothing of a page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  expect(content).toBeLessThanOrEqual(window)
}
