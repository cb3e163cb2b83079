import { launchBrowser } from '@klarsprak/counterparts'
import { startPageService } from './page-service.ts'

const t0 = Date.now()
const service = await startPageService()
console.log(service.address, Date.now() - t0)
const browser = await launchBrowser()
try {
  for (const [name, options] of Object.entries({
    light: { viewport: { width: 1360, height: 900 } },
    dark: { viewport: { width: 1360, height: 900 }, colorScheme: 'dark' as const },
    narrow: { viewport: { width: 320, height: 700 } },
  })) {
    if (process.argv[2] && !process.argv[2].split(',').includes(name)) continue
    const context = await browser.newContext({ ...options, locale: 'sv-SE' })
    const page = await context.newPage()
    page.on('console', (m) => console.log('console', m.type(), m.text()))
    page.on('pageerror', (e) => console.log('pageerror', e.message))
    await page.goto(service.address)
    await page.screenshot({ path: `/tmp/e-web/shots/${name}-0.png` })
    await page.getByRole('button', { name: 'Prova med ett exempel' }).click()
    await page.getByText(/^Granskad/).waitFor({ timeout: 20000 })
    await page.screenshot({ path: `/tmp/e-web/shots/${name}-1.png`, fullPage: name === 'narrow' })
    await page.getByRole('button', { name: /Nästa/ }).click()
    await page.waitForTimeout(300)
    await page.screenshot({ path: `/tmp/e-web/shots/${name}-2.png`, fullPage: name === 'narrow' })
    await page.getByRole('tab', { name: 'Checklista' }).click()
    await page.screenshot({ path: `/tmp/e-web/shots/${name}-3.png`, fullPage: name === 'narrow' })
    await page.getByRole('tab', { name: 'Läsbarhet' }).click()
    await page.screenshot({ path: `/tmp/e-web/shots/${name}-4.png`, fullPage: name === 'narrow' })
    console.log(name, await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]))
    const rules = await context.newPage()
    await rules.goto(`${service.address}/regler/`)
    await rules.screenshot({ path: `/tmp/e-web/shots/${name}-5.png` })
    await rules.goto(`${service.address}/regler/passiv-form`)
    await rules.screenshot({ path: `/tmp/e-web/shots/${name}-6.png`, fullPage: true })
    console.log(name, 'rule', await rules.evaluate(() => [document.documentElement.scrollWidth, innerWidth]))
    await context.close()
  }
} finally {
  await browser.close()
  await service.close()
}
