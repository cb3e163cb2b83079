import { accessibilityFaults, artifact, counterpart, inBrowser, until } from '@klarsprak/counterparts'
import { describe, expect } from 'vitest'
import { expectAligned, expectNoSidewaysScroll, fieldText, openPage, paste, reviewed } from './page-browser.ts'
import { startPageService } from './page-service.ts'

const tested = inBrowser(() => startPageService())
const open = (options = {}) => openPage(tested.browser, tested.server.address, options)

const tabs = [
  ['borja', 'Börja här'],
  ['anmarkningar', /^Träffar/],
  ['checklista', 'Checklista'],
  ['lasbarhet', 'Läsbarhet'],
] as const

const looks = [
  ['ljus', { colorScheme: 'light' }],
  ['mork', { colorScheme: 'dark' }],
  ['smal', { viewport: { width: 320, height: 640 } }],
  ['smal-mork', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
] as const

describe('the page is for all', () => {
  for (const [look, options] of looks)
    counterpart(['chromium'], `axe finds nothing, and nothing is too wide: ${look}`, async () => {
      const { page, context, faults } = await open(options)
      expect(await accessibilityFaults(page)).toEqual([])
      await expectNoSidewaysScroll(page)
      await page.screenshot({ path: artifact(`webbsida-${look}-tom.png`) })
      await page.getByRole('button', { name: 'Prova med ett exempel' }).click()
      await reviewed(page)
      await expectAligned(page)
      await page.getByRole('button', { name: /Nästa/ }).click()
      await page.locator('.item.is-open').waitFor()
      for (const [name, tab] of tabs) {
        await page.getByRole('tab', { name: tab }).click()
        expect(await accessibilityFaults(page), name).toEqual([])
        await expectNoSidewaysScroll(page)
        await page.screenshot({ path: artifact(`webbsida-${look}-${name}.png`), fullPage: look.startsWith('smal') })
      }
      expect(faults).toEqual([])
      await context.close()
    })

  counterpart(['chromium'], 'works with the keyboard alone', async () => {
    const { page, context } = await open()
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const focused = () => page.evaluate<string>('document.activeElement.id || document.activeElement.textContent')
    await press('Tab')
    expect(await focused()).toBe('Hoppa till innehållet')
    await press('Enter')
    await press('Tab')
    expect(await focused()).toBe('texttyp')
    await until('the field has the focus', async () => {
      await press('Tab')
      return (await focused()) === 'text'
    })
    await page.keyboard.insertText('# Nya tider\n\nIntyget skall lämnas in. Ansökan behandlas inom 3-4 veckor.\n')
    await reviewed(page)

    // From the text to the next finding, and on to its place in the list.
    await press('Control+Home', 'F8')
    await page.locator('.item.is-open').waitFor()
    expect(await focused()).toBe('text')
    await press('F9')
    expect(await focused()).toMatch(/^traff-/)
    const first = await focused()
    await press('ArrowDown')
    const second = await focused()
    expect(second).not.toBe(first)
    await press('ArrowUp')
    expect(await focused()).toBe(first)
    await press('End')
    const last = await focused()
    await press('Home')
    expect(await focused()).toBe(first)
    expect(last).not.toBe(first)
    // One item of the list is in the order of the tab key.
    expect(await page.locator('.head[tabindex="0"]').count()).toBe(1)

    // Enter closes and opens; Escape closes.
    await press('Enter')
    expect(await page.locator('.item.is-open').count()).toBe(0)
    await press('Enter')
    await page.locator('.item.is-open').waitFor()
    await press('Escape')
    await page.locator('.item.is-open').waitFor({ state: 'detached' })
    await until('the focus is where it was', async () => (await focused()) === first)

    // Opens the finding on "skall", takes its rewrite, and takes it back.
    await until('the finding on skall', async () => {
      if (/skall/.test((await page.locator('.head:focus .message').textContent()) ?? '')) return true
      await press('ArrowDown')
      return false
    })
    await press('Enter')
    await page.locator('.item.is-open').waitFor()
    await until('the button that takes the rewrite', async () => {
      await press('Tab')
      return (await focused()).startsWith('Använd')
    })
    const ring = await page.locator(':focus').evaluate((element) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global.
      const { outlineStyle, outlineWidth } = (globalThis as any).getComputedStyle(element)
      return `${outlineStyle} ${outlineWidth}`
    })
    expect(ring).toBe('solid 3px')
    await page.screenshot({ path: artifact('webbsida-tangentbord.png') })
    await press('Enter')
    expect(await fieldText(page)).toContain('Intyget ska lämnas in.')
    await until('the next finding has the focus', async () => /^traff-|^flik-/.test(await focused()))
    await press('F9')
    expect(await focused()).toBe('text')
    await press('Control+z')
    expect(await fieldText(page)).toContain('Intyget skall lämnas in.')

    // The tabs are one stop, with arrows between.
    await page.locator('#flik-findings').focus()
    await press('ArrowRight')
    expect(await focused()).toBe('flik-checklist')
    expect(await page.locator('#panel-checklist').isVisible()).toBe(true)
    await press('End')
    expect(await focused()).toBe('flik-figures')
    await press('ArrowRight')
    expect(await focused()).toBe('flik-start')
    await context.close()
  })

  counterpart(['chromium'], 'says aloud how it stands, and gives every control a name', async () => {
    const { page, context } = await open()
    await paste(page, 'Intyget skall in.\n')
    const status = page.locator('.status')
    expect(await status.locator('[role=status]').count()).toBe(1)
    expect(await status.textContent()).toMatch(/^Granskad: .*\.$/)
    const tree = await page.locator('body').ariaSnapshot()
    expect(tree).toMatch(/textbox "Text att granska"/)
    expect(tree).toMatch(/tab "Träffar \d+"/)
    // The marks are for the eye; the list says the same.
    expect(await page.locator('.layer').getAttribute('aria-hidden')).toBe('true')
    await context.close()
  })

  counterpart(['chromium'], 'prints the text with its marks and all that was found', async () => {
    const { page, context } = await open()
    await page.getByRole('button', { name: 'Prova med ett exempel' }).click()
    await reviewed(page)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(await page.locator('textarea').isVisible()).toBe(false)
    expect(await page.locator('.layer').isVisible()).toBe(true)
    expect(await page.locator('.item.is-open').count()).toBe(await page.locator('.item').count())
    for (const panel of ['start', 'findings', 'checklist', 'figures'])
      expect(await page.locator(`#panel-${panel}`).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Kopiera texten' }).isVisible()).toBe(false)
    await page.screenshot({ path: artifact('webbsida-utskrift.png'), fullPage: true })
    const pdf = await page.pdf({ path: artifact('webbsida.pdf'), format: 'A4', printBackground: true })
    expect(pdf.length).toBeGreaterThan(20_000)
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(await page.locator('.item.is-open').count()).toBe(0)
    await context.close()
  })

  counterpart(['chromium'], 'can be read at four times the size', async () => {
    const { page, context } = await open({ viewport: { width: 340, height: 225 }, deviceScaleFactor: 4 })
    await paste(page, 'Samhällsbyggnadsförvaltningens parkeringstillståndshandläggare skall svara.\n')
    await expectNoSidewaysScroll(page)
    await expectAligned(page)
    await context.close()
  })
})

describe('the rule pages', () => {
  counterpart(['chromium'], 'are found by their words, by point, and by the finding that leads there', async () => {
    const { page, context, faults, foreign } = await open()
    await page.getByRole('link', { name: 'Alla regler' }).click()
    await page.waitForURL('**/regler/')
    const shown = page.locator('[data-regel]:visible')
    const all = await shown.count()
    expect(all).toBeGreaterThan(140)
    await page.getByLabel('Sök bland reglerna').fill('passiv')
    await until('fewer rules', async () => (await shown.count()) < all / 2)
    expect(await shown.first().getAttribute('data-regel')).toMatch(/passiv/)
    await page.getByLabel('Sök bland reglerna').fill('xyzzy')
    await page.getByText('Ingen regel passar.').waitFor()
    await page.getByLabel('Sök bland reglerna').fill('')
    await page.getByLabel('Punkt i checklistan').selectOption('9')
    await until('rules of a point', async () => (await shown.count()) > 2 && (await shown.count()) < all / 3)
    await page.screenshot({ path: artifact('regler-sok.png') })
    await page.getByLabel('Punkt i checklistan').selectOption('')
    await page.getByRole('link', { name: 'Passiv form', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Passiv form' }).waitFor()
    await page.getByRole('link', { name: 'Granska en text' }).click()
    await page.getByLabel('Text att granska').waitFor()
    expect(faults).toEqual([])
    expect(foreign).toEqual([])
    await context.close()
  })

  for (const [look, options] of looks.slice(0, 3))
    counterpart(['chromium'], `axe finds nothing on them: ${look}`, async () => {
      const { page, context, faults } = await open(options)
      for (const name of ['', 'passiv-form', 'alt-saknas', 'rubrik-saknas']) {
        await page.goto(`${tested.server.address}/regler/${name}`)
        expect(await accessibilityFaults(page), name).toEqual([])
        await expectNoSidewaysScroll(page)
        await page.screenshot({ path: artifact(`regler-${look}-${name || 'alla'}.png`), fullPage: name !== '' })
      }
      expect(faults).toEqual([])
      await context.close()
    })
})
