import { describe, expect, test } from 'vitest'
import { renderIndex, renderRulePage, ruleIds, siteAssets } from '../src/index.ts'
import { indexOf } from './search-index.ts'

const documents = new Map(
  await Promise.all(ruleIds.map(async (id): Promise<[string, string]> => [id, await renderRulePage(id)])),
)
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!)

describe('a rule page', () => {
  test('has the title, the level, the checklist points and every section of the page', () => {
    const html = documents.get('passiv-form')!
    expect(html).toContain('<h1>Passiv form</h1>')
    expect(html).toContain('Punkt 7: Använd aktiva verbformer när det går')
    expect(html.match(/<section /g)).toHaveLength(9)
    expect(html).toContain('<mark>behandlas</mark>')
    expect(html).toContain('<a href="passiv-med-agent.html"><code>passiv-med-agent</code></a>')
  })

  test('shows links, pictures and markup of examples as they are written', () => {
    const html = documents.get('alt-intetsagande')!
    expect(html).toContain('![<mark>IMG_2034.jpg</mark>](IMG_2034.jpg)')
    expect(html).toContain('&lt;img src=&quot;a.jpg&quot; alt=&quot;<mark>bild</mark>&quot;&gt;')
    for (const document of documents.values()) {
      expect(document).not.toContain('<img')
      expect(document).not.toContain('genererat')
    }
  })

  test('leads nowhere that is not there', () => {
    const files = new Set(['index.html', 'regler.css', 'klarsprak.svg', ...ruleIds.map((id) => `${id}.html`)])
    for (const [id, html] of documents)
      for (const href of hrefs(html)) {
        const where = `${id}: ${href}`
        if (href.startsWith('#')) expect(html, where).toContain(`id="${href.slice(1)}"`)
        else if (!/^https:\/\//.test(href)) expect(files.has(href), where).toBe(true)
      }
  })

  test('has every id once', () => {
    for (const html of documents.values()) {
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('is not made for a rule that is not there', async () => {
    await expect(renderRulePage('finns-inte')).rejects.toThrow(RangeError)
    await expect(renderRulePage('__proto__')).rejects.toThrow(RangeError)
  })
})

test('the list names every rule once, by its address', () => {
  const html = renderIndex({ suffix: '', home: '../' })
  const listed = [...html.matchAll(/data-regel="([^"]*)"/g)].map(([, id]) => id)
  expect([...listed].sort()).toEqual([...ruleIds].sort())
  expect(html).toContain('<a href="passiv-form">Passiv form</a>')
  expect(html).toContain('<a href="../">Granska en text</a>')
})

test('the search knows words of every page, and no markup', async () => {
  const entries = indexOf((await siteAssets()).find(({ name }) => name === 'sok-index.js')!.content)
  expect(entries.map(({ rule }) => rule)).toEqual(ruleIds)
  expect(entries.find(({ rule }) => rule === 'passiv-form')!.page).toContain('receptionen')
  for (const { page } of entries) expect(page).not.toMatch(/genererat|[<>*`]/)
})
