import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessibilityFaults, artifact, counterpart, until } from '@klarsprak/counterparts'
import { afterAll, describe, expect } from 'vitest'
import { Editor, extension } from './editor.ts'
import { texts } from './texts.ts'
import { textOf, Workbench } from './workbench.ts'

const needs = ['vscode', 'vscodeNode', 'chromium'] as const
const folder = mkdtempSync(join(tmpdir(), 'klarsprak-vsix-'))
let editor: Editor | undefined
let running: Promise<Workbench> | undefined

/** The editor with the packed extension installed, and the press release open in it. */
function workbench(): Promise<Workbench> {
  running ??= (async () => {
    const vsix = join(folder, 'klarsprak.vsix')
    const packed = spawnSync(process.execPath, [join(extension, 'scripts/package.mjs'), vsix], { encoding: 'utf8' })
    if (packed.status !== 0) throw new Error(packed.stdout + packed.stderr)
    editor = await Editor.start(texts, { install: vsix })
    const bench = new Workbench(await editor.newPage())
    await bench.load(editor.address())
    await bench.open('press.md')
    await bench.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 })
    return bench
  })()
  return running
}

afterAll(async () => {
  await editor?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Where some words stand in the window. */
async function placeOf({ page }: Workbench, words: string): Promise<{ x: number; y: number }> {
  return until(`”${words}” in the window`, () =>
    page.evaluate<{ x: number; y: number } | undefined>(`(() => {
      const walker = document.createTreeWalker(document.querySelector('.editor-group-container .view-lines'), 4)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent.replaceAll('\u00a0', ' ').indexOf(${JSON.stringify(words)})
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + ${words.length})
        const { x, y, width, height } = range.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      }
    })()`),
  )
}

const shown = ({ page }: Workbench) => textOf(page.locator('.editor-group-container .view-lines').first())

/** True where a place in the text is marked. */
const isMarked = async ({ page }: Workbench) =>
  (await textOf(page.locator('.statusbar-item', { hasText: 'Ln ' }))).includes('selected')

describe('VS Code, as a user sees it', () => {
  counterpart(needs, 'a press release gets its wavy lines and its figures', async () => {
    const bench = await workbench()
    const { page } = bench
    for (const kind of ['error', 'warning', 'info'])
      expect(await page.locator(`.squiggly-${kind}`).count(), kind).toBeGreaterThan(0)
    await page.locator('.codelens-decoration', { hasText: 'Hela texten' }).waitFor()
    const status = page.locator('.statusbar-item', { hasText: 'träffar' })
    await until('the figures', async () => /LIX \d+ · \d+ träffar/u.test(await textOf(status)))
    expect(await status.locator('a').getAttribute('aria-label')).toMatch(/Klarspråk: Fel: \d.*Visa checklistan/u)
    // The wavy line stands under the words that the finding marks.
    const { x, y } = await placeOf(bench, '8%')
    const box = await page.locator('.squiggly-error').first().boundingBox()
    expect(x).toBeGreaterThan(box!.x)
    expect(x).toBeLessThan(box!.x + box!.width)
    expect(Math.abs(y - (box!.y + box!.height / 2))).toBeLessThan(20)
    await page.screenshot({ path: artifact('vscode-vaglinjer.png') })
  })

  counterpart(needs, 'the hover says what, why and what to do', async () => {
    const bench = await workbench()
    const { page } = bench
    const { x, y } = await placeOf(bench, '8%')
    await page.mouse.move(x - 40, y)
    await page.mouse.move(x, y, { steps: 4 })
    const hover = page.locator('.monaco-hover:visible', { hasText: 'Gör så här' }).first()
    await hover.waitFor()
    await until('the example', async () => /Exempel:/u.test(await textOf(hover)))
    await page.screenshot({ path: artifact('vscode-forklaring.png') })
    await page.keyboard.press('Escape')
  })

  counterpart(needs, 'the quick fix is chosen by keyboard alone', async () => {
    const bench = await workbench()
    const { page } = bench
    const { x, y } = await placeOf(bench, '8%')
    await page.mouse.move(20, 700)
    await page.mouse.click(x, y)
    const menu = page.locator('.action-widget').first()
    await until('the menu', async () => {
      await page.keyboard.press('Control+.')
      await menu.waitFor({ timeout: 3000 })
      return true
    })
    const items = await textOf(menu)
    expect(items).toMatch(/Undanta procenttecken här[\s\S]*Stäng av procenttecken[\s\S]*Läs om regeln/u)
    await page.screenshot({ path: artifact('vscode-snabbrattning.png') })
    await page.keyboard.press('Enter')
    await until('the fix', async () => (await shown(bench)).includes('8 %'))
    await page.keyboard.press('Control+Z')
    await until('the text as it was', async () => (await shown(bench)).includes('8%'))
  })

  counterpart(needs, 'the checklist is filled in, follows the writing, leads to places and keeps answers', async () => {
    const bench = await workbench()
    const { page } = bench
    await page.locator('.statusbar-item', { hasText: 'träffar' }).click()
    const frame = await bench.panel('Checklista')
    expect(await frame.locator('.point').count()).toBe(11)
    await page.screenshot({ path: artifact('vscode-checklista.png') })
    expect(await accessibilityFaults(frame)).toEqual([])

    await frame.locator('.findings button.link', { hasText: 'mellanslag' }).first().click()
    await until('the cursor', () => isMarked(bench))

    const before = await textOf(frame.locator('.sum'))
    const aim = frame.getByLabel('Vad ska läsaren veta eller göra när texten är läst?')
    await aim.fill('Läsaren ska veta när badet stänger')
    await page.keyboard.press('Enter')
    await until('the answer in the text', async () => (await shown(bench)).includes('syfte: Läsaren ska veta'))
    await until('the point settled', async () => (await textOf(frame.locator('.sum'))) !== before)
    await frame.locator('#status', { hasText: 'Svaret står nu i textens sidhuvud.' }).waitFor()
    expect(await aim.inputValue()).toBe('Läsaren ska veta när badet stänger')

    // An answer is kept while the text is being written.
    const reader = frame.getByLabel('Vem ska läsa texten?')
    await reader.pressSequentially('De som')
    const { x, y } = await placeOf(bench, 'förut')
    await page.mouse.click(x, y)
    await page.keyboard.press('End')
    await page.keyboard.type(' Priset höjs med 9% till.')
    await frame.locator('.findings', { hasText: '”9%”' }).first().waitFor()
    await until('the answer in the text', async () => (await shown(bench)).includes('malgrupp: De som'))
    expect(await reader.inputValue()).toBe('De som')
  })

  counterpart(needs, 'the figures are drawn, and read with the keyboard', async () => {
    const bench = await workbench()
    const { page } = bench
    await bench.run('Visa mått')
    const frame = await bench.panel('Mått')
    const bars = frame.locator('.sentence')
    expect(await bars.count()).toBeGreaterThan(8)
    await page.screenshot({ path: artifact('vscode-matt.png') })
    await frame.locator('details summary', { hasText: 'Diagrammet som tabell' }).click()
    // The rows are written when the table is opened, which the page is told of a moment later.
    await frame.locator('details table tbody tr').first().waitFor()
    expect(await frame.locator('details table tbody tr').count()).toBe(await bars.count())
    expect(await accessibilityFaults(frame)).toEqual([])
    await bars.first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await frame.evaluate(`document.activeElement.getAttribute('aria-label')`)).toMatch(/^Mening 3: \d+ ord/u)
    await page.keyboard.press('Enter')
    await until('the sentence chosen', () => isMarked(bench))
  })

  counterpart(needs, 'the text is compared with the saved one', async () => {
    const bench = await workbench()
    await bench.run('Jämför med sparad version')
    const frame = await bench.panel('Jämförelse')
    await frame.locator('.findings', { hasText: '”9%”' }).waitFor()
    expect(await textOf(frame.locator('main'))).toContain('senast sparad')
    expect(await accessibilityFaults(frame)).toEqual([])
    await bench.page.screenshot({ path: artifact('vscode-jamforelse.png') })
  })

  counterpart(needs, 'the whole folder is read, with what was found in each text', async () => {
    const bench = await workbench()
    await bench.run('Granska hela mappen')
    const frame = await bench.panel('Granskad mapp')
    expect(await frame.locator('.file').count()).toBe(5)
    await frame.locator('summary', { hasText: 'termer.md' }).click()
    await frame.locator('.findings', { hasText: 'detaljplan' }).waitFor()
    expect(await accessibilityFaults(frame)).toEqual([])
    await bench.page.screenshot({ path: artifact('vscode-mapp.png') })
  })

  counterpart(needs, 'the rule page is shown without a network', async () => {
    const bench = await workbench()
    const frame = await bench.panel('Granskad mapp')
    await frame.getByLabel('Läs om regeln oforklarad-fackterm').first().click()
    await until('the page', async () => {
      for (const one of bench.page.frames())
        if (
          /Det här hittar regeln/u.test(await one.evaluate<string>(`document.body?.textContent ?? ''`).catch(() => ''))
        )
          return true
      return false
    })
  })

  counterpart(needs, 'all colours are the theme\u2019s: light, dark and high contrast', async () => {
    const bench = await workbench()
    const { page } = bench
    for (const [theme, name, kind] of [
      ['Default Dark Modern', 'mork', 'vs-dark'],
      ['Default High Contrast', 'hogkontrast', 'hc-black'],
      ['Default High Contrast Light', 'hogkontrast-ljus', 'hc-light'],
      ['Default Light Modern', 'ljus', 'vs'],
    ] as const) {
      setTheme(theme)
      await page.locator(`.monaco-workbench.${kind}`).waitFor()
      await bench.open('press.md')
      for (const [title, heading, file] of [
        ['Visa checklistan', 'Checklista', 'checklista'],
        ['Visa mått', 'Mått', 'matt'],
      ] as const) {
        await bench.run(title)
        const frame = await bench.panel(heading)
        await frame
          .locator(
            `body.${kind === 'vs' ? 'vscode-light' : kind === 'vs-dark' ? 'vscode-dark' : 'vscode-high-contrast'}`,
          )
          .waitFor()
        expect(await accessibilityFaults(frame), `${title}, ${theme}`).toEqual([])
        await page.screenshot({ path: artifact(`vscode-${file}-${name}.png`) })
      }
    }
    expect(bench.complaints).toEqual([])
  })
})

/** Sets a theme in the settings of the folder, which the editor sees. */
function setTheme(theme: string): void {
  mkdirSync(join(editor!.folder, '.vscode'), { recursive: true })
  writeFileSync(join(editor!.folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }))
}
