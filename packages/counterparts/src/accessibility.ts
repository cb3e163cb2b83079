import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe-core finds wrong in a page by WCAG 2.1 A and AA and its best practices, as `rule: element`. Works in a page
 * whose Content-Security-Policy lets no script in.
 */
export async function accessibilityFaults(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the global that axe-core defines.
    const { violations } = await (globalThis as any).axe.run()
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    )
  })
}
