import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { text as adverbs } from '../generated/tables/adverb.ts'
import { text as replacements } from '../generated/tables/ersattningar.ts'
import { text as phrases } from '../generated/tables/fraser.ts'
import { text as particleVerbs } from '../generated/tables/partikelverb.ts'
import { text as prepositions } from '../generated/tables/prepositioner.ts'
import { text as anglicisms } from '../generated/tables/svengelska.ts'
import { abbreviations } from '../src/abbreviations.ts'
import { readReplacements } from '../src/replacements.ts'
import { readTable } from '../src/table.ts'

const root = new URL('..', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsv') && !path.includes('node_modules'))
  .sort()

describe.each(files)('%s', (path) => {
  const text = readFileSync(new URL(path, root), 'utf8')
  const [header, ...lines] = text.trimEnd().split('\n')
  const columns = header!.split('\t')

  it('is a table with as many cells in every row', () => {
    // A tally of what was read may be short; a table of words is not.
    expect(lines.length).toBeGreaterThan(path.includes('judged') ? 0 : 5)
    for (const [index, line] of lines.entries())
      expect(line.split('\t').length, `rad ${index + 2}`).toBeLessThanOrEqual(columns.length)
    expect(() => readTable(text)).not.toThrow()
  })

  it('is written as Swedish is', () => {
    for (const line of lines) {
      expect(line).not.toMatch(/["'`]|\.\.\.| {2}| \t|\t /)
      expect(line).toBe(line.normalize('NFC'))
    }
  })

  it('has no row twice', () => {
    expect(new Set(lines).size).toBe(lines.length)
  })
})

describe('words to replace', () => {
  const entries = [replacements, phrases, prepositions, adverbs, particleVerbs, anglicisms].flatMap(readReplacements)

  it('has every word once', () => {
    expect(new Set(entries.map(({ term }) => term)).size).toBe(entries.length)
  })

  it.each(entries.map((entry) => [entry.term, entry] as const))('%s can be followed', (_, entry) => {
    expect(() => entry.conditions).not.toThrow()
    expect(entry.base.length > 0 || entry.advice !== '').toBe(true)
    expect([1, 2, 3]).toContain(entry.strength)
    expect(new Set(entry.patterns).size).toBe(entry.patterns.length)
    for (const pattern of entry.patterns) expect(pattern).toMatch(/^[\p{Ll}\d][\p{Ll}\d -]*$/u)
    for (const pattern of entry.patterns.keys())
      for (const words of entry.insteadOf(pattern).values())
        for (const word of words) expect(entry.patterns, `${entry.term} byts mot sig självt`).not.toContain(word)
    if (entry.isSafe) expect(entry.base.length).toBeGreaterThan(0)
  })

  it('knows the forms of its verbs', () => {
    const forms = (term: string) => {
      const entry = entries.find((candidate) => candidate.term === term)!
      return Object.fromEntries(
        entry.patterns.map((pattern, index) => [pattern, [...entry.insteadOf(index).values()][0]?.[0]]),
      )
    }
    expect(forms('erhålla')).toMatchObject({ erhåller: 'får', erhöll: 'fick', erhållit: 'fått', erhålla: 'få' })
    expect(forms('erlägga')).toMatchObject({ erlägger: 'betalar', erlade: 'betalade', erlagt: 'betalat' })
    expect(forms('motta')).toMatchObject({ mottar: 'tar emot', mottog: 'tog emot', mottagits: 'tagits emot' })
    expect(forms('anhålla om')).toMatchObject({ 'anhöll om': 'bad om' })
    expect(forms('taga')).toEqual({ taga: 'ta', tager: 'tar' })
  })
})

describe('abbreviations', () => {
  it('says of every abbreviation what it is and who knows it', () => {
    const kinds = new Set<string>()
    for (const [form, row] of abbreviations()) {
      expect(['ja', 'nej', 'delvis'], form).toContain(row.kand)
      expect(['ja', 'nej'], form).toContain(row.slut)
      expect(row.utskriven, form).not.toBe('')
      if (row.inskjut === 'ja') expect(row.utskriven, form).not.toContain(';')
      kinds.add(row.typ)
    }
    expect([...kinds].sort()).toEqual([
      'akronym',
      'avbrytning',
      'blandad',
      'enhet',
      'initial',
      'lag',
      'namn',
      'ord',
      'partibeteckning',
      'sammandragning',
      'valutakod',
    ])
  })
})
