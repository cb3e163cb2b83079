import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { configSchema, createLinter } from '../src/create-linter.ts'
import { pageOf } from '../src/pages.ts'

const linter = createLinter()

describe('all rules together', () => {
  it('have different ids, and each a page', async () => {
    const names = linter.rules.flatMap(({ id, aliases = [] }) => [id, ...aliases])
    expect(new Set(names).size).toBe(names.length)
    for (const { id } of linter.rules) expect(await pageOf(id), id).toMatch(/^# .+\n/)
    await expect(pageOf('finns-inte')).rejects.toThrow(RangeError)
  })

  it('make one schema, which is the one that is published', () => {
    const ajv = new Ajv2020({ strict: true, strictTuples: false })
    ajv.addKeyword('deprecationMessage')
    const validate = ajv.compile(configSchema())
    expect(validate({ extends: 'klarsprak:hallefors', rules: { 'retext-lasbarhet': { alder: 18 } } })).toBe(true)
    expect(validate({ extends: 'klarsprak:finns-inte' })).toBe(false)
    const published = readFileSync(new URL('../generated/klarsprak.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(published)).toEqual(configSchema())
  })

  it('lead to their pages', () => {
    const [finding] = linter.lint({ source: 'Rabatten är 5% nu.', only: ['procenttecken'] }).findings
    expect(finding!.url).toBe('https://klarsprak.github.io/klarsprak/regler/procenttecken.html')
    const other = createLinter({ ruleUrl: (id) => `/regler/${id}` })
    expect(other.lint({ source: 'Rabatten är 5% nu.', only: ['procenttecken'] }).findings[0]!.url).toBe(
      '/regler/procenttecken',
    )
  })

  it('can build on every preset', () => {
    for (const preset of ['klarsprak:hallefors', 'klarsprak:strikt'])
      expect(linter.lint({ source: 'Hej du.', config: { extends: preset } }).path).toBe('')
  })
})
