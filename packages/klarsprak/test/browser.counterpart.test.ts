import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { counterpart, launchBrowser } from '@klarsprak/counterparts'
import { build } from 'esbuild'
import { expect } from 'vitest'
import { createLinter } from '../src/index.ts'

const source = '# Beslut om förskolan\n\nBeslutet fattades av nämnden. Det är 8% av barnen.\n'
const model = new URL('../../swedish/model/', import.meta.url)

/** What a page that uses the packages would have. */
const program = `
import { createLinter } from 'retext-klarsprak'
import { useLexicon, useModel } from 'retext-swedish'
const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer())
globalThis.review = async (source) => {
  useModel(await bytes('/swedish.klm'))
  useLexicon(await bytes('/lexicon.klm'))
  return createLinter().lint({ source, format: 'markdown' })
}
globalThis.analyseWithoutModel = () => {
  try {
    return createLinter().lint({ source: 'Hej på dig.', format: 'text' })
  } catch (error) {
    return error.message
  }
}
`

counterpart(['chromium'], 'a bundle without anything of Node lints in a browser as Node does', async () => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['source'],
    write: false,
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.route('http://klarsprak.test/**', (route) => {
      const path = new URL(route.request().url()).pathname
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Prov</title>' })
      return route.fulfill({ body: readFileSync(new URL(path.slice(1), model)) })
    })
    await page.goto('http://klarsprak.test/')
    await page.addScriptTag({ type: 'module', content: outputFiles[0]!.text })
    await page.waitForFunction('globalThis.review')
    expect(await page.evaluate('analyseWithoutModel()')).toMatch(/^Språkmodellen saknas: .*useModel/)
    const found = await page.evaluate(`review(${JSON.stringify(source)})`)
    expect(found).toEqual(JSON.parse(JSON.stringify(createLinter().lint({ source, format: 'markdown' }))))
    expect(found).toHaveProperty('findings.0.ruleId')
  } finally {
    await browser.close()
  }
})
