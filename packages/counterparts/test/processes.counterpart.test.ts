import { expect } from 'vitest'
import { counterpart, freePort, launchBrowser, start, until } from '../src/index.ts'

counterpart(['chromium'], 'a page is shown, and its server is ended', async () => {
  const port = await freePort()
  const server = start(process.execPath, [
    '-e',
    `require('http').createServer((_, a) => a.end('<title>Hej</title>')).listen(${port}, '127.0.0.1')`,
  ])
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await until('the page', () => page.goto(`http://127.0.0.1:${port}/`))
    expect(await page.title()).toBe('Hej')
  } finally {
    await browser.close()
    await server.stop()
  }
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})
