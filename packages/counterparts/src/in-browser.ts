import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { locate } from './programs.ts'

/** What a browser is pointed at. */
interface Served {
  readonly address: string
  close(): unknown
}

/**
 * A server and a browser for the tests of a file: started before them, ended after them. Where there is no Chromium
 * neither is started, and `counterpart` says so.
 */
export function inBrowser<S extends Served>(
  start: () => Promise<S>,
): { readonly server: S; readonly browser: Browser } {
  let server: S | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    if (!locate('chromium')) return
    server = await start()
    browser = await launchBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return {
    get server() {
      if (!server) throw new Error('the server is started before the tests')
      return server
    },
    get browser() {
      if (!browser) throw new Error('the browser is started before the tests')
      return browser
    },
  }
}
