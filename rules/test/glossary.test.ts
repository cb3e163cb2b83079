import { createEngine } from '@klarsprak/engine'
import { expect, it } from 'vitest'
import { rules } from '../src/index.ts'

const files: Readonly<Record<string, string>> = {
  '/klarsprak.config.json': '{ "root": true, "terms": "ord.tsv" }',
  '/ord.tsv': [
    'term\tformer\tförklaring\tsäg hellre',
    'medborgarservice\tmedborgarservicen\t\tkundtjänst',
    'Treserva\t\tsystemet där vi för journal\t',
    'SNI\t\tsvensk näringsgrensindelning\t',
  ].join('\n'),
}
const engine = createEngine({ rules, fileSystem: { cwd: '/', read: (path) => files[path] } })
const lint = (source: string) => engine.lint({ source, filename: '/text.md', profile: 'webb' }).findings

it('says what the house says instead', () => {
  const [finding] = lint('Ring Medborgarservicen eller ”medborgarservice” i dag.')
  expect(finding).toMatchObject({ ruleId: 'byrakratord', text: 'Medborgarservicen' })
  expect(finding!.suggestions[0]!.edits[0]!.text).toBe('Kundtjänst')
})

it('finds the house’s terms where they are not explained', () => {
  const [finding, ...others] = lint('Vi skriver i Treserva. Treserva är stängt på natten.')
  expect(finding).toMatchObject({ ruleId: 'oforklarad-fackterm', text: 'Treserva' })
  expect(others.filter(({ ruleId }) => ruleId === 'oforklarad-fackterm')).toEqual([])
  expect(lint('Vi skriver i Treserva (systemet där vi för journal).')).toEqual([])
})

it('explains abbreviations by the house’s glossary', () => {
  const finding = lint('Ange SNI när du söker.').find(({ ruleId }) => ruleId === 'oforklarad-forkortning')
  expect(finding!.suggestions[0]!.title).toContain('svensk näringsgrensindelning (SNI)')
})
