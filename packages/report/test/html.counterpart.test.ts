import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { accessibilityFaults, artifact, counterpart, launchBrowser } from '@klarsprak/counterparts'
import { checklistOf, reviewOf, toLintResult } from '@klarsprak/engine'
import { createLinter } from 'retext-klarsprak'
import { expect } from 'vitest'
import { checklistHtml, reporterOf } from '../src/index.ts'

const press = `# Information

Beslutet har fattats av nämnden den 3 maj. Ett flertal remissinstanser har inkommit med synpunkter avseende förslaget, vilka har beaktats i det fortsatta arbetet med att ta fram en ny taxa för äldreomsorgen.

## Bakgrund

Skatten höjs med 2%. Frågor besvaras av Anna Ek, 0591-641 00.
`

/** Shown in a folder of its own, in light and dark, narrow and wide, and on paper. */
async function look(name: string, html: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-report-'))
  const path = join(folder, `${name}.html`)
  writeFileSync(path, html)
  const browser = await launchBrowser()
  try {
    for (const [colorScheme, width] of [
      ['light', 1000],
      ['dark', 1000],
      ['light', 320],
    ] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
      const asked: string[] = []
      const said: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => said.push(message.text()))
      await page.goto(pathToFileURL(path).href)
      expect(await accessibilityFaults(page), `${name} ${colorScheme} ${width}`).toEqual([])
      expect(asked).toEqual([pathToFileURL(path).href])
      expect(said).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await page.screenshot({ path: artifact(`report-${name}-${colorScheme}-${width}.png`), fullPage: true })
      await page.close()
    }
    const page = await browser.newPage()
    await page.goto(pathToFileURL(path).href)
    await page.pdf({
      path: artifact(`report-${name}.pdf`),
      format: 'A4',
      margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
    })
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

const linter = createLinter()

counterpart(['chromium'], 'the report of a text is shown to everybody, and asks for nothing', async () => {
  const file = linter.lint({ source: press, filename: 'press/taxa.md', path: 'press/taxa.md' })
  const context = { reviewOf: () => reviewOf(file, linter.verdict(file)), version: '1.2.3', date: '2026-11-22' }
  await look('text', (await reporterOf('html'))(toLintResult([file]), context))
})

counterpart(['chromium'], 'so is the report of a folder, with how it went', async () => {
  const files = ['press/taxa.md', 'webb/skola.md', 'webb/vatten.md'].map((path) =>
    linter.lint({ source: press, filename: path, path }),
  )
  const earlier = ['mars', 'april', 'maj'].map((label, index) => ({ label, result: toLintResult(files.slice(index)) }))
  const context = {
    earlier,
    reviewOf: (path: string) => {
      const file = files.find((one) => one.path === path)!
      return reviewOf(file, linter.verdict(file))
    },
  }
  await look('folder', (await reporterOf('html'))(toLintResult(files), context))
})

counterpart(['chromium'], 'so is the checklist', async () => {
  const file = linter.lint({ source: press, filename: 'press/taxa.md', path: 'press/taxa.md' })
  await look('checklist', checklistHtml([{ file, points: checklistOf(file), edits: [] }]))
})
