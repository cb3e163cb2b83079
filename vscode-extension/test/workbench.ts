import { until } from '@klarsprak/counterparts'
import type { Frame, Locator, Page } from 'playwright-core'

/** The editor as a user sees it. */
export class Workbench {
  readonly page: Page
  /** What the editor's pages complained of. */
  readonly complaints: string[] = []

  constructor(page: Page) {
    this.page = page
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/u.test(message.text())) this.complaints.push(message.text())
    })
  }

  async load(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.waitForSelector('.monaco-workbench')
  }

  /** Opens a file of the folder by its name. */
  async open(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).first().dblclick()
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
  }

  /** Runs a command by its title. */
  async run(title: string): Promise<void> {
    const { page } = this
    await until(`the command ${title}`, async () => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('F1')
      await page.locator('.quick-input-widget input').first().fill(`>Klarspråk: ${title}`, { timeout: 2000 })
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click({ timeout: 4000 })
      return true
    })
  }

  /** The page of a panel, by the beginning of its heading. */
  panel(heading: string): Promise<Frame> {
    return until(`the panel ${heading}`, async () => {
      for (const frame of this.page.frames()) {
        const found = await frame
          .evaluate<string>(`document.querySelector('#content h1')?.textContent ?? ''`)
          .catch(() => '')
        if (found.startsWith(heading)) return frame
      }
      return undefined
    })
  }
}

/** The text of a part of the page, hidden parts of it too. */
export async function textOf(part: Locator): Promise<string> {
  return ((await part.textContent()) ?? '').replaceAll('\u00a0', ' ')
}
