import {
  accessibilityFaults,
  artifact,
  type Browser,
  counterpart,
  launchBrowser,
  type Page,
  until,
} from '@klarsprak/counterparts'
import { afterAll, expect } from 'vitest'
import { type Site, startSite } from './site.ts'

const needs = ['chromium', 'mariadb', 'php', 'wordpress'] as const

// biome-ignore lint/suspicious/noExplicitAny: WordPress' own global in the page.
declare const wp: any
// biome-ignore lint/suspicious/noExplicitAny: what is used of the page's document is no more than its elements.
declare const document: any

let started: Promise<{ site: Site; browser: Browser; page: Page }> | undefined
const open = () => {
  started ??= (async () => {
    const [site, browser] = await Promise.all([startSite(), launchBrowser()])
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.setDefaultTimeout(30_000)
    // The browser asks before it leaves a text that is not saved.
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto(`${site.address}/wp-login.php`)
    await page.fill('#user_login', 'admin')
    await page.fill('#user_pass', 'adminpass')
    await page.click('#wp-submit')
    await page.waitForURL(/wp-admin/)
    return { site, browser, page }
  })()
  return started
}

afterAll(async () => {
  if (!started) return
  const { site, browser } = await started
  await browser.close()
  await site.stop()
})

/** Opens an editor with a text: a title, and blocks as they are stored. */
async function write(page: Page, address: string, title: string, content: string): Promise<void> {
  await page.goto(`${address}/wp-admin/post-new.php`)
  await page.waitForFunction(() => typeof wp !== 'undefined' && wp.data?.select('core/editor')?.getCurrentPostId() > 0)
  await page.waitForSelector('.block-editor-writing-flow')
  await page.evaluate(
    ([title, content]) => {
      const guide = 'welcomeGuide'
      if (wp.data.select('core/edit-post').isFeatureActive(guide))
        wp.data.dispatch('core/edit-post').toggleFeature(guide)
      wp.data.dispatch('core/editor').editPost({ title })
      wp.data.dispatch('core/block-editor').resetBlocks(wp.blocks.parse(content))
      wp.data.dispatch('core/edit-post').openGeneralSidebar('klarsprak/klarsprak-sidebar')
    },
    [title, content] as const,
  )
  await checked(page)
}

/** Waits until what the panel shows is about the text as it is. */
async function checked(page: Page): Promise<void> {
  await page.waitForSelector('.klarsprak-body[data-pending="false"]')
}

/** What axe-core finds wrong in our part of the page; the rest is WordPress'. */
async function ourFaults(page: Page): Promise<string[]> {
  return (await accessibilityFaults(page)).filter((fault) => fault.includes('klarsprak'))
}

const paragraph = (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`
const contentOf = (page: Page) => page.evaluate(() => wp.data.select('core/editor').getEditedPostContent() as string)
const statusOf = (page: Page) => page.evaluate(() => wp.data.select('core/editor').getCurrentPost().status as string)
const finding = (page: Page, rule: string) => page.locator(`.klarsprak-sidebar [data-rule="${rule}"]`)
const publishButton = (page: Page) => page.locator('.editor-post-publish-panel__header-publish-button button')

const decision = [
  paragraph('Vi har fått din ansökan om bygglov.'),
  paragraph(
    'Ett <strong>viktigt</strong> besked &amp; mer: du kommer att <em>erhålla</em> ett beslut avseende bygglovet.',
  ),
  '<!-- wp:list --><ul><!-- wp:list-item --><li>Skicka in ritningen.</li><!-- /wp:list-item --><!-- wp:list-item --><li>Du erhåller svar.</li><!-- /wp:list-item --></ul><!-- /wp:list -->',
].join('\n\n')

counterpart(needs, 'a faulty text is marked, held, mended with the rewrites and published', async () => {
  const { site, page } = await open()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await write(page, site.address, 'Ditt beslut om bygglov', decision)

  expect(await page.locator('.klarsprak-summary').first().textContent()).toMatch(/^Du måste ändra \d saker innan/)
  await page.waitForSelector('mark.annotation-text-klarsprak-stops')
  const marks = await page.locator('mark.annotation-text-klarsprak-stops').allTextContents()
  expect(marks).toEqual(['erhålla', 'avseende', 'erhåller'])
  await page.screenshot({ path: artifact('wordpress-panel.png') })

  expect(await ourFaults(page)).toEqual([])

  // See why, and go there.
  const inList = finding(page, 'byrakratord').last()
  expect(await inList.textContent()).toContain('krångligt ord')
  await inList.locator('.klarsprak-go').click()
  const selected = await page.evaluate(() => wp.data.select('core/block-editor').getSelectedBlock().attributes.content)
  expect(selected).toBe('Du erhåller svar.')

  // The pre-publish panel is locked.
  await page.evaluate(() => wp.data.dispatch('core/edit-post').openPublishSidebar())
  await page.waitForSelector('.klarsprak-prepublish .klarsprak-stops')
  await until('publishing is locked', async () => (await publishButton(page).getAttribute('aria-disabled')) === 'true')
  await page.screenshot({ path: artifact('wordpress-prepublish.png') })
  await page.evaluate(() => wp.data.dispatch('core/edit-post').closePublishSidebar())

  // A draft can always be saved.
  await page.evaluate(() => wp.data.dispatch('core/editor').savePost())
  expect(await statusOf(page)).toBe('draft')

  // Whoever opens the lock by hand is stopped by the server, and keeps the text.
  await page.evaluate(() => {
    wp.data.dispatch('core/editor').editPost({ status: 'publish' })
    return wp.data.dispatch('core/editor').savePost()
  })
  await page.waitForSelector('.components-notice.is-error')
  expect(await page.locator('.components-notice.is-error').textContent()).toContain(
    'måste ändra innan texten publiceras',
  )
  expect(await statusOf(page)).toBe('draft')
  await page.evaluate(() => wp.data.dispatch('core/editor').editPost({ status: 'draft' }))
  expect(await contentOf(page)).toContain('avseende')

  // Accept a rewrite for each, which changes those words and nothing else.
  for (const rewrite of ['Byt till ”få”', 'Skriv ”om”', 'Byt till ”får”']) {
    const button = page.locator('.klarsprak-sidebar .klarsprak-stops .klarsprak-accept', { hasText: rewrite }).first()
    await button.click()
    await button.waitFor({ state: 'detached' })
    await checked(page)
  }
  expect(await contentOf(page)).toContain(
    '<p>Ett <strong>viktigt</strong> besked &amp; mer: du kommer att <em>få</em> ett beslut om bygglovet.</p>',
  )
  expect(await contentOf(page)).toContain('<li>Du får svar.</li>')
  expect(await page.locator('.klarsprak-sidebar .klarsprak-stops').count()).toBe(0)

  await page.evaluate(() => wp.data.dispatch('core/edit-post').openPublishSidebar())
  await until('publishing is open', async () => (await publishButton(page).getAttribute('aria-disabled')) === 'false')
  await publishButton(page).click()
  await until('the text is published', async () => (await statusOf(page)) === 'publish')
  expect(errors).toEqual([])
  expect(await page.content()).not.toContain(site.token)
})

counterpart(needs, 'a text in another language is said not to be checked', async () => {
  const { site, page } = await open()
  const english =
    'The municipality will give you a decision within ten weeks, and then you can start to build your house.'
  await write(page, site.address, 'Apply for a permit', paragraph(english))
  const told = async (panel: string) => await page.locator(`${panel} .klarsprak-not-swedish`).textContent()
  expect(await told('.klarsprak-sidebar')).toContain('ser ut att vara på engelska')
  expect(await page.locator('.klarsprak-sidebar .klarsprak-summary', { hasText: 'Inget att anmärka' }).count()).toBe(0)
  await page.evaluate(() => wp.data.dispatch('core/edit-post').openPublishSidebar())
  await page.waitForSelector('.klarsprak-prepublish .klarsprak-not-swedish')
  expect(await told('.klarsprak-prepublish')).toContain('inte granskad som svenska')
  expect(await publishButton(page).getAttribute('aria-disabled')).toBe('false')
  await page.evaluate(() => wp.data.dispatch('core/edit-post').closePublishSidebar())
})

counterpart(needs, 'a rewrite is refused when its words have changed since', async () => {
  const { site, page } = await open()
  await write(page, site.address, 'Ditt beslut', paragraph('Du kommer att erhålla ett beslut.'))
  const changed = await page.evaluate(() => {
    const button = document.querySelector('.klarsprak-sidebar .klarsprak-accept')
    const { getBlocks } = wp.data.select('core/block-editor')
    const { clientId } = getBlocks()[0]
    wp.data
      .dispatch('core/block-editor')
      .updateBlockAttributes(clientId, { content: 'Snart ska du erhålla ett beslut.' })
    button.click()
    return getBlocks()[0].attributes.content
  })
  expect(changed).toBe('Snart ska du erhålla ett beslut.')
  await page.waitForSelector('.components-snackbar')
  expect(await page.locator('.components-snackbar').last().textContent()).toContain(
    'Texten har ändrats sedan den granskades',
  )
})

counterpart(needs, 'a text is published in spite of a finding, with a reason', async () => {
  const { site, page } = await open()
  await write(page, site.address, 'Citat ur lagen', paragraph('Den som söker ska erhålla besked.'))
  await page.evaluate(() => wp.data.dispatch('core/edit-post').openPublishSidebar())
  const panel = page.locator('.klarsprak-prepublish')
  await panel.getByText('Publicera ändå').click()
  await panel.getByLabel('Varför får texten publiceras som den är?').fill('Meningen är ett citat ur lagen.')
  await panel.getByText('Spara skälet').click()
  await until('publishing is open', async () => (await publishButton(page).getAttribute('aria-disabled')) === 'false')
  await publishButton(page).click()
  await until('the text is published', async () => (await statusOf(page)) === 'publish')
  await page.goto(`${site.address}/wp-admin/options-general.php?page=klarsprak`)
  expect(await page.locator('.klarsprak-log').textContent()).toContain('Meningen är ett citat ur lagen.')
  await page.locator('#klarsprak-test').click()
  await page.getByText('Tjänsten svarar. Allt fungerar.').waitFor()
  expect(await ourFaults(page)).toEqual([])
  await page.screenshot({ path: artifact('wordpress-settings.png'), fullPage: true })
})

counterpart(needs, 'a service that ends in the middle of the work costs no text, and is found again', async () => {
  const { site, page } = await open()
  await write(page, site.address, 'Ditt beslut', paragraph('Du får ett beslut.'))
  await site.stopService()
  await page.evaluate(() => {
    const { clientId } = wp.data.select('core/block-editor').getBlocks()[0]
    wp.data.dispatch('core/block-editor').updateBlockAttributes(clientId, { content: 'Du får ett nytt beslut.' })
    wp.data.dispatch('core/edit-post').openPublishSidebar()
  })
  await page.waitForSelector('.klarsprak-prepublish .klarsprak-silent')
  expect(await page.locator('.klarsprak-prepublish .klarsprak-silent').textContent()).toContain('Klarspråk svarar inte')
  expect(await publishButton(page).getAttribute('aria-disabled')).toBe('true')
  await page.screenshot({ path: artifact('wordpress-silent.png') })
  await page.evaluate(() => wp.data.dispatch('core/edit-post').closePublishSidebar())
  await page.evaluate(() => wp.data.dispatch('core/editor').savePost())
  expect(await page.evaluate(() => wp.data.select('core/editor').getCurrentPost().content)).toContain('nytt beslut')
  await site.startService()
  await page.waitForFunction(() => !document.querySelector('.klarsprak-silent'), undefined, { timeout: 30_000 })
  await page.evaluate(() => wp.data.dispatch('core/edit-post').openPublishSidebar())
  await publishButton(page).click()
  await until('the text is published', async () => (await statusOf(page)) === 'publish')
})
