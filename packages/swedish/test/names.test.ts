import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileNames, fullName, nameTypes } from '../src/names.ts'

const rows = readFileSync(new URL('../lexicon/names.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t') as [string, string, string])

describe('the table of names', () => {
  it('has every municipality, county and region', () => {
    const count = (type: string) => rows.filter((row) => row[1] === type).length
    expect([count('municipality'), count('county'), count('region')]).toEqual([290, 21, 21])
    expect(count('agency')).toBeGreaterThan(180)
  })

  it('has no row twice', () => {
    const keys = rows.map(([name, type]) => `${name} ${type}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is what the lexicon file was compiled from', () => {
    for (const [name, type, full] of rows) {
      expect(nameTypes(name)).toContain(type)
      if (full !== '_') expect(fullName(name)).toBe(full)
    }
  })

  it('refuses other columns', () => {
    expect(() => compileNames('a\tb\nc\td')).toThrow('columns')
  })
})

describe('nameTypes', () => {
  it('knows names with several meanings, and genitives', () => {
    expect(nameTypes('Lund')).toEqual(expect.arrayContaining(['municipality', 'surname']))
    expect(nameTypes('Skatteverkets')).toEqual(['agency'])
    expect(nameTypes('Upplands Väsby')).toEqual(['municipality'])
    expect(nameTypes('IVO:s')).toEqual(['agency'])
  })

  it.each(['', 's', 'skatteverket', 'Xyzzy'])('does not know %j', (name) => {
    expect(nameTypes(name)).toEqual([])
    expect(fullName(name)).toBeUndefined()
  })

  it('gives full names', () => {
    expect(fullName('IVO')).toBe('Inspektionen för vård och omsorg')
    expect(fullName('Skatteverket')).toBeUndefined()
  })
})
