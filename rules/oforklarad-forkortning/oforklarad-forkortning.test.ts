import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.ts'

describe('an abbreviation that begins a compound', () => {
  it.each([
    'Kontakta SÄBO-enheten om du har frågor.',
    'Enligt SÄBO-enhetens rutiner får du svar i maj.',
    'Frågan hanteras av SÄBO-enheten i maj.',
  ])('is found whatever else is said of its words: %s', (text) => {
    const found = lintWith(rules, text, { format: 'markdown' }).findings
    expect(found.filter(({ ruleId }) => ruleId === 'oforklarad-forkortning').map((finding) => finding.text)).toEqual([
      'SÄBO',
    ])
  })
})
