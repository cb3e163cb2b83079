import { accessibilityFaults, artifact, counterpart, inBrowser, serveFolder, until } from '@klarsprak/counterparts'
import { createLinter, reviewText } from 'retext-klarsprak'
import { describe, expect } from 'vitest'
import { expectAligned, fieldText, marks, openPage, paste, reviewed } from './page-browser.ts'
import { builtPage } from './page-service.ts'

const text = '# Nya tider på badet\n\nAnsökan behandlas inom 3-4 veckor. Intyget skall erhållas från vården.\n'

const tested = inBrowser(() => serveFolder(builtPage('dist-static'), '/kommun/'))
const open = () => openPage(tested.browser, tested.server.address)

describe('the page without a service', () => {
  counterpart(['chromium'], 'reviews in the tab as the linter does, and sends nothing', async () => {
    const { requests, address } = tested.server
    const { page, context, faults, foreign } = await open()
    await paste(page, text)
    await expectAligned(page)
    const linter = createLinter()
    await linter.prepare()
    const { findings, metrics } = reviewText(linter, { source: text, format: 'markdown' })
    await page.getByRole('tab', { name: /Träffar/ }).click()
    expect(await page.locator('.item .message').allTextContents()).toEqual(findings.map(({ message }) => message))
    expect(await page.locator('.glance dd').first().textContent()).toBe(String(metrics.words))
    expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([])

    // Once it is there it needs no net at all.
    await context.setOffline(true)
    const asked = requests.length
    await page.locator('.head', { hasText: 'skall' }).click()
    await page
      .getByRole('button', { name: /^Använd/ })
      .first()
      .click()
    expect(await fieldText(page)).toContain('Intyget ska ')
    await reviewed(page)
    expect(await marks(page)).not.toContain('skall')
    expect(requests.length).toBe(asked)
    await context.setOffline(false)
    await page.screenshot({ path: artifact('webbsida-utan-server.png') })
    expect(await accessibilityFaults(page)).toEqual([])

    const href = await page.getByRole('link', { name: 'Alla regler' }).getAttribute('href')
    await page.goto(new URL(href!, address).href)
    await page.getByLabel('Sök bland reglerna').fill('passiv form')
    await page.getByRole('link', { name: 'Passiv form', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Passiv form' }).waitFor()
    await page.getByRole('link', { name: 'Granska en text' }).click()
    await page.getByLabel('Text att granska').waitFor()
    expect(faults).toEqual([])
    expect(foreign).toEqual([])
    await context.close()
  })

  counterpart(['chromium'], 'lets the page be used while a long text is reviewed', async () => {
    const { page, context } = await open()
    await paste(page, text)
    const long = `${text}\nVi svarar på dina frågor om badet och hallen varje dag.\n`.repeat(300)
    // The longest that the page does not answer, from the text being put in place until it has been reviewed.
    await page.evaluate(`globalThis.longest = 0
      let last = performance.now()
      setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now }, 10)`)
    await page.getByLabel('Text att granska').fill(long)
    await until('the worker is at work', () => page.locator('.status.checking').count())
    await page.evaluate('longest = 0')
    await page.getByRole('tab', { name: 'Checklista' }).click()
    const before = await page.evaluate<number>('longest')
    await reviewed(page)
    console.log(`while the worker reads the page stands still at most ${Math.round(before)} ms`)
    expect(before).toBeLessThan(1000)
    await context.close()
  })

  counterpart(['chromium'], 'says when the language model cannot be had, and keeps the text', async () => {
    const { page, context } = await open()
    await context.route('**/swedish.klm', (route) => route.fulfill({ status: 404 }))
    await page.goto(tested.server.address)
    await page.getByLabel('Text att granska').fill(text)
    await page.getByRole('alert').getByText('Språkmodellen gick inte att hämta. Din text finns kvar här.').waitFor()
    expect(await fieldText(page)).toBe(text)
    await context.unroute('**/swedish.klm')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await reviewed(page)
    await context.close()
  })
})
