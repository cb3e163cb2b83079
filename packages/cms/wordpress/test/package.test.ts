import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../scripts/package.mjs', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

let folder: string
let files: Record<string, Uint8Array>
const pack = (name: string, zone: string) => {
  const path = join(folder, name)
  execFileSync(process.execPath, [script, path], { env: { ...process.env, TZ: zone } })
  return readFileSync(path)
}
const text = (name: string) => new TextDecoder().decode(files[`klarsprak/${name}`])

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugin-package-'))
  files = unzipSync(pack('one.zip', 'Europe/Stockholm'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the same sources give the same bytes, wherever they are packed', () => {
  expect(pack('two.zip', 'Asia/Tokyo').equals(readFileSync(join(folder, 'one.zip')))).toBe(true)
})

test('the package holds what WordPress asks for, and nothing that only builds it', () => {
  const names = Object.keys(files)
  expect(names.every((name) => name.startsWith('klarsprak/'))).toBe(true)
  for (const name of ['klarsprak.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'languages/klarsprak-sv_SE.mo'])
    expect(names).toContain(`klarsprak/${name}`)
  expect(names.filter((name) => /test|scripts|package\.json|node_modules/.test(name))).toEqual([])
})

test('plug-in, readme and package agree on versions', () => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  const main = text('klarsprak.php')
  const readme = text('readme.txt')
  expect(/^ \* Version: +(.+)$/m.exec(main)?.[1]).toBe(version)
  expect(/KLARSPRAK_VERSION', '(.+?)'/.exec(main)?.[1]).toBe(version)
  expect(/^Stable tag: (.+)$/m.exec(readme)?.[1]).toBe(version)
  for (const name of ['Requires at least', 'Requires PHP'])
    expect(new RegExp(`^ \\* ${name}: +(.+)$`, 'm').exec(main)?.[1]).toBe(
      new RegExp(`^${name}: (.+)$`, 'm').exec(readme)?.[1],
    )
})

test('every string of the browser has its Swedish', () => {
  for (const name of ['editor', 'settings']) {
    const source = text(`assets/${name}.js`)
    const { messages } = JSON.parse(text(`languages/klarsprak-sv_SE-klarsprak-${name}.json`)).locale_data
    const strings = [...source.matchAll(/\b__\(\s*'([^']+)'/g)].map(([, string]) => string!)
    expect(strings.length).toBeGreaterThan(0)
    for (const string of strings) expect(messages[string]?.[0], string).toBeTruthy()
  }
})
