import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessibilityFaults, artifact, counterpart, inBrowser, type Page, until } from '@klarsprak/counterparts'
import { describe, expect } from 'vitest'
import { createToken } from '../src/index.ts'
import { dropFile, expectAligned, fieldText, marks, openPage, paste, reviewed } from './page-browser.ts'
import { startPageService } from './page-service.ts'

const text = `# Nya tider på badet

Ansökan behandlas inom 3-4 veckor. Intyget skall erhållas från vården.

Du kan ringa oss. Vi gör en kontroll av nyckeln. Vi gör en mätning av rummet.
`

const tested = inBrowser(() => startPageService())
const open = (options = {}) => openPage(tested.browser, tested.server.address, options)

describe('the page', () => {
  counterpart(['chromium'], 'marks what is pasted, tells why, takes a rewrite, takes it back, and copies', async () => {
    const { page, context, faults, foreign } = await open()
    await paste(page, text)
    expect(await fieldText(page)).toBe(text)
    expect(await marks(page)).toEqual(
      expect.arrayContaining(['3-4', 'skall', 'erhållas', 'gör en kontroll', 'gör en mätning']),
    )
    await expectAligned(page)

    // A click in the text opens what stands there.
    const box = (await page.locator('.layer .mark', { hasText: 'skall' }).boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    const item = page.locator('.item.is-open')
    await item.waitFor()
    expect(await item.locator('.message').textContent()).toContain('skall')
    expect(await item.locator('.why').textContent()).toMatch(/\S/)
    await page.screenshot({ path: artifact('webbsida-traff.png') })
    const href = await item.getByRole('link', { name: /Läs om regeln/ }).getAttribute('href')
    const rule = await context.request.get(href!)
    expect(rule.status()).toBe(200)
    expect(await rule.text()).toContain('Skriv hellre')

    await item
      .getByRole('button', { name: /^Använd/ })
      .first()
      .click()
    const changed = text.replace('skall', 'ska')
    expect(await fieldText(page)).toBe(changed)
    await reviewed(page)
    expect(await marks(page)).not.toContain('skall')

    await page.getByRole('button', { name: 'Kopiera texten' }).click()
    await page.getByText('Texten är kopierad.').waitFor()
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(changed)

    await page.getByRole('button', { name: 'Ångra' }).click()
    expect(await fieldText(page)).toBe(text)
    await reviewed(page)
    await until('the mark is back', async () => (await marks(page)).includes('skall'))
    expect(faults).toEqual([])
    expect(foreign).toEqual([])
    await context.close()
  })

  counterpart(['chromium'], 'makes all safe changes at once, and one undo takes them back', async () => {
    const { page, context } = await open()
    await paste(page, text)
    await page.getByRole('tab', { name: /Träffar/ }).click()
    await page.getByRole('button', { name: /^Gör \d+.säk/ }).click()
    const changed = await fieldText(page)
    expect(changed).toContain('3–4 veckor')
    expect(changed).toContain('ska ')
    await page.getByRole('button', { name: 'Ångra' }).click()
    expect(await fieldText(page)).toBe(text)

    // A text that was cleared, or that a long file took the place of, comes back too.
    await page.getByRole('button', { name: 'Rensa' }).click()
    expect(await fieldText(page)).toBe('')
    await page.getByText('Ingen text än.').waitFor()
    await page.getByRole('button', { name: 'Ångra' }).click()
    expect(await fieldText(page)).toBe(text)
    await dropFile(page, 'lang.txt', new TextEncoder().encode('Vi ses i badet. '.repeat(4000)))
    await until('the file is open', async () => (await fieldText(page)).startsWith('Vi ses'))
    await page.getByRole('button', { name: 'Ångra' }).click()
    expect(await fieldText(page)).toBe(text)
    await context.close()
  })

  counterpart(['chromium'], 'lists what a point of the checklist, a rule or a level asks for', async () => {
    const { page, context } = await open()
    await paste(page, text)
    await page.getByRole('tab', { name: 'Checklista' }).click()
    const points = page.locator('.point')
    expect(await points.count()).toBe(11)
    await points.nth(6).getByRole('button', { name: /Visa/ }).click()
    const messages = page.locator('.item .message')
    const passives = await messages.allTextContents()
    expect(passives.length).toBeGreaterThan(1)
    expect(await page.getByLabel('Punkt i checklistan').inputValue()).toBe('7')
    expect(await marks(page)).not.toContain('3-4')

    await page.getByRole('button', { name: 'Visa alla' }).click()
    const all = await messages.count()
    expect(all).toBeGreaterThan(passives.length)
    await page.getByLabel('Regel', { exact: true }).selectOption('skall-form')
    expect(await messages.count()).toBe(1)
    await page.getByLabel('Regel', { exact: true }).selectOption('')
    await page.getByLabel(/förslag$/).uncheck()
    expect(await page.locator('.item.suggestion').count()).toBe(0)
    expect(await messages.count()).toBeGreaterThan(0)
    await page.getByLabel(/förslag$/).check()
    expect(await messages.count()).toBe(all)
    await context.close()
  })

  counterpart(['chromium'], 'judges by the kind of text and the format that are chosen', async () => {
    const { page, context } = await open()
    await paste(page, '<h1>Öppet</h1><p>Badet är <b>öppet</b>.</p><p>Vi ses!</p>')
    expect(await page.getByLabel('Format').locator('option:checked').textContent()).toBe('Välj åt mig (HTML)')
    const asked = page.waitForRequest('**/v1/review')
    await page.getByLabel('Texttyp').selectOption('beslut')
    expect((await asked).postDataJSON()).toMatchObject({ profile: 'beslut', format: 'html' })
    await reviewed(page)
    await page.getByRole('tab', { name: 'Läsbarhet' }).click()
    expect(await page.locator('.chart svg').getAttribute('aria-label')).toContain('2\u00a0meningar')
    await context.close()
  })

  counterpart(['chromium'], 'opens files that are dropped, and says what to do with others', async () => {
    const { page, context, faults } = await open()
    await dropFile(page, 'badet.md', new TextEncoder().encode(text))
    await reviewed(page)
    expect(await fieldText(page)).toBe(text)
    await page.getByText('”badet.md” är öppnad.').waitFor()
    expect(await page.getByLabel('Format').inputValue()).toBe('markdown')

    const word = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])
    await dropFile(page, 'badet.docx', word)
    await page.getByText('Öppna dokumentet, markera texten och klistra in den här.').waitFor()
    expect(await fieldText(page)).toBe(text)
    await dropFile(page, 'badet.txt', word)
    await page.getByText('”badet.txt” är inte en textfil.').waitFor()
    expect(await fieldText(page)).toBe(text)

    await dropFile(
      page,
      'gammal.txt',
      Uint8Array.from(Buffer.from('Välkommen till badet på ön.\r\nVi ses!\r\n', 'latin1')),
    )
    await page.getByText('Den är läst som Windows-1252').waitFor()
    expect(await fieldText(page)).toBe('Välkommen till badet på ön.\nVi ses!\n')
    await reviewed(page)
    await dropFile(page, 'sida.html', new TextEncoder().encode('<p>Ansökan skall skickas in.</p>'))
    await until('HTML is read', async () => (await marks(page)).includes('skall'))
    expect(faults).toEqual([])
    await context.close()
  })

  counterpart(['chromium'], 'shows script in a text and never runs it', async () => {
    const { page, context, faults, foreign } = await open()
    const hostile = `<p>Ansökan <script>window.hit = 1</script><img src=x onerror="window.hit = 2">skall <a href="javascript:window.hit=3">skickas</a> in.</p>
<p>"><svg onload="window.hit = 4"> Intyget skall '"<b>bifogas</b>.</p><p>Vi ses.</p>`
    await paste(page, hostile)
    expect(await fieldText(page)).toBe(hostile)
    for (const tab of ['Börja här', 'Checklista', 'Läsbarhet', /Träffar/])
      await page.getByRole('tab', { name: tab }).click()
    const heads = page.locator('.head')
    for (let index = 0; index < (await heads.count()); index++) await heads.nth(index).click()
    expect(await page.evaluate('window.hit')).toBeUndefined()
    expect(await page.locator('#app img, #app script').count()).toBe(0)
    expect(faults).toEqual([])
    expect(foreign).toEqual([])
    await context.close()
  })

  counterpart(['chromium'], 'comes with a policy that lets nothing in from elsewhere', async () => {
    const { page, context } = await open()
    const answer = await context.request.get(tested.server.address)
    const policy = answer.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(await answer.text()).not.toMatch(/<script>|<style|style="|\son\w+=/)
    // The policy holds: what is put in the page by hand does not run.
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.org/x.png' }))",
    )
    await expect(page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b>x</b>')")).rejects.toThrow(
      /TrustedHTML/,
    )
    await context.close()
  })

  counterpart(['chromium'], 'drops answers to older texts', async () => {
    const { page, context } = await open()
    let held = 0
    await page.route('**/v1/review', async (route) => {
      // The first answer is kept back until the second has come.
      if (held++ === 0) await until('the second answer', () => held > 1)
      await route.continue().catch(() => {})
    })
    await page.getByLabel('Text att granska').fill('Intyget skall in.')
    await until('the first request', () => held === 1)
    await page.getByLabel('Text att granska').fill('Ansökan behandlas snart.')
    await reviewed(page)
    expect(await marks(page)).not.toContain('skall')
    expect(await marks(page)).toContain('behandlas')
    await context.close()
  })

  counterpart(['chromium'], 'keeps the text when the service is away, and goes on when it is back', async () => {
    const { page, context } = await open()
    await paste(page, text)
    let away = true
    await page.route('**/v1/review', (route) => (away ? route.abort() : route.continue()))
    await page.getByLabel('Text att granska').press('Control+End')
    await page.keyboard.type('Vi utför arbetet.')
    await page.getByRole('alert').getByText('Tjänsten svarar inte. Din text finns kvar här.').waitFor()
    expect(await fieldText(page)).toBe(`${text}Vi utför arbetet.`)
    expect((await marks(page)).length).toBeGreaterThan(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.screenshot({ path: artifact('webbsida-utan-tjanst.png') })
    away = false
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await reviewed(page)
    await page.getByText('Tjänsten svarar inte.').waitFor({ state: 'detached' })
    await context.close()
  })

  counterpart(['chromium'], 'asks for the key of a service that needs one, and keeps it in the tab', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'klarsprak-page-'))
    const { token, line } = createToken('webbsidan')
    writeFileSync(join(folder, 'tokens'), `${line}\n`)
    const locked = await startPageService({ tokens: join(folder, 'tokens') })
    try {
      const { page, context } = await openPage(tested.browser, locked.address)
      await page.getByLabel('Text att granska').fill(text)
      await page.getByRole('alert').getByText('Tjänsten behöver en nyckel.').waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await page.getByLabel('Nyckel till tjänsten').fill('fel')
      await page.getByRole('button', { name: 'Använd nyckeln' }).click()
      await page.getByRole('alert').getByText('Tjänsten behöver en nyckel.').waitFor()
      await page.getByLabel('Nyckel till tjänsten').fill(token)
      await page.getByRole('button', { name: 'Använd nyckeln' }).click()
      await reviewed(page)
      expect(await marks(page)).toContain('skall')
      expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(0)
      await context.close()
    } finally {
      await locked.close()
      rmSync(folder, { recursive: true })
    }
  })

  counterpart(['chromium'], 'says when a text is too long for the service, and keeps it', async () => {
    const { page, context } = await open()
    const long = `${text}\n`.repeat(15_000)
    await dropFile(page, 'lang.md', new TextEncoder().encode(long))
    await page.getByRole('alert').getByText('Texten är för lång för tjänsten.').waitFor({ timeout: 80_000 })
    expect((await fieldText(page)).length).toBe(long.length)
    await context.close()
  })

  counterpart(['chromium'], 'follows a text of 20 000 words while somebody writes in it', async () => {
    const { page, context } = await open()
    const long = `${text}\nVi svarar på dina frågor om badet och hallen varje dag.\n`.repeat(600)
    expect(long.split(/\s+/).length).toBeGreaterThan(20_000)
    await dropFile(page, 'lang.md', new TextEncoder().encode(long))
    await reviewed(page)
    expect(await page.locator('.layer .mark').count()).toBeGreaterThan(1000)
    await expectAligned(page)
    const bare = await context.newPage()
    await bare.setContent(`<textarea id="text" style="width: 700px; height: 500px">${long}</textarea>`)
    // The same letters in a field without marks, in the same browser.
    const plain = await letterCost(bare)
    const marked = await letterCost(page)
    console.log(`a letter in 20 000 words takes ${marked.toFixed(1)} ms, in a bare field ${plain.toFixed(1)} ms`)
    expect(marked).toBeLessThan(20 + 3.5 * plain)
    await context.close()
  })
})

/** Processor time of the page for each letter, in milliseconds: other work on the machine does not count. */
async function letterCost(page: Page): Promise<number> {
  const letters = [...'Detfinnsmeromettbad']
  await page.bringToFront()
  await page.evaluate(`{
    const field = document.getElementById('text')
    field.focus()
    field.setSelectionRange(60_000, 60_000)
  }`)
  await tested.browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  })
  for (const letter of letters) await page.keyboard.press(letter)
  const { traceEvents } = JSON.parse(String(await tested.browser.stopTracing())) as {
    traceEvents: { name: string; ph: string; tdur?: number }[]
  }
  const tasks = traceEvents.filter(({ name, ph }) => ph === 'X' && name === 'RunTask')
  if (tasks.length < letters.length) throw new Error('the browser has traced next to nothing')
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000 / letters.length
}
