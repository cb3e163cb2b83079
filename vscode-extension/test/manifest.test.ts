import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const manifest = JSON.parse(read('package.json'))
const strings: Record<string, string> = JSON.parse(read('package.nls.json'))
const schema = JSON.parse(read('../packages/klarsprak/generated/klarsprak.schema.json'))
const english: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.en.json'))

const sources = ['src', 'webview'].flatMap((name) =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(join(name, path))),
)

describe('the manifest', () => {
  it('names every string that it uses, and no other', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([^%]+)%"/gu)].map(([, key]) => key!))
    expect([...used].sort()).toEqual(Object.keys(strings).sort())
  })

  it('speaks Swedish in its menus whatever language the editor has: there is no editor in Swedish', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('package.nls.'))).toEqual(['package.nls.json'])
    expect(strings['command.fixAll']).toBe('Rätta allt säkert')
    const { 'klarsprak.language': language } = manifest.contributes.configuration.properties
    expect(language.default).toBe('sv')
  })

  it('names the commands that the extension registers', () => {
    const source = read('src/commands/register.ts')
    for (const { command } of manifest.contributes.commands)
      expect(source).toMatch(new RegExp(`\\b${command.replace('klarsprak.', '')}\\b`, 'u'))
  })

  it('offers the kinds of text that the linter knows', () => {
    expect(manifest.contributes.configuration.properties['klarsprak.profile'].enum).toEqual([
      '',
      ...schema.properties.profile.enum,
    ])
    for (const name of schema.properties.profile.enum) expect(read('src/profiles.ts')).toContain(`['${name}',`)
  })

  it('offers the presets that the linter knows', () => {
    const [known] = JSON.stringify(schema.properties.extends).match(/klarsprak:\w+(?:\|klarsprak:\w+)+/u) ?? ['']
    const source = read('src/commands/house-files.ts')
    for (const name of known.split('|')) expect(source).toMatch(new RegExp(`'(?:klarsprak:)?${name.slice(10)}'`, 'u'))
    expect(known.split('|').length).toBeGreaterThan(4)
  })

  it('names files that exist', () => {
    const { icon, contributes } = manifest
    expect(read(icon)).toBeTruthy()
    for (const { media } of contributes.walkthroughs[0].steps) expect(read(media.svg)).toContain('<svg')
  })
})

describe('what the extension says', () => {
  const keys = new Set(
    sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)+)'/gu)].map(([, key]) => key!)),
  )

  it('is there in English too', () => {
    expect(keys.size).toBeGreaterThan(100)
    expect([...keys].filter((key) => !Object.hasOwn(english, key))).toEqual([])
  })

  it('has no translation that nothing uses', () => {
    const all = sources.join('\n')
    expect(Object.keys(english).filter((key) => !all.includes(`'${key}'`) && !bands.includes(key))).toEqual([])
  })

  it('keeps the places for values', () => {
    const places = (text: string) => (text.match(/\{\d\}/gu) ?? []).sort()
    for (const [key, value] of Object.entries(english)) expect(places(value), key).toEqual(places(key))
  })
})

/** What the engine calls a LIX value. */
const bands = ['mycket lättläst', 'lättläst', 'medelsvår', 'svår', 'mycket svår']
