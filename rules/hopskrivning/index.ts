import { defineRule, type TableEntry } from '@klarsprak/engine'
import { text } from '../generated/tables/hopskrivningar.ts'
import { correctTo, isNoProse } from '../src/correct.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { lazy, readTable } from '../src/table.ts'
import { looksLikeName } from '../src/words.ts'

interface Entry extends TableEntry {
  readonly right: string
  readonly safety: 'safe' | 'suggestion'
}

const table = lazy((): Entry[] =>
  readTable<'fel' | 'ratt' | 'saker'>(text).map(({ fel, ratt, saker }) => ({
    patterns: [fel],
    right: ratt,
    safety: saker === 'nej' ? 'suggestion' : 'safe',
  })),
)

export const rule = defineRule({
  meta: {
    id: 'hopskrivning',
    title: 'Felaktig hopskrivning',
    description: 'Hittar uttryck som är hopskrivna men ska skrivas isär.',
    why: 'Ett hopskrivet uttryck ser ut som ett nytt ord och är svårare att känna igen.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 10'), fragelada(23289), { work: 'Svenska Akademiens ordlista (SAOL)' }],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  get table() {
    return table()
  },
  block: {
    match(match, { block, report }) {
      const { right, safety } = match.entry as Entry
      const word = match.words[0]!
      if (isNoProse(block, match) || looksLikeName(word)) return
      report({
        at: match,
        message: `”${match.text}” ska skrivas isär: ”${right}”.`,
        suggestions: [correctTo(block, match, right, safety)],
      })
    },
  },
})
