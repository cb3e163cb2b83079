import { defineRule } from '@klarsprak/engine'
import { analyseAdjectiveForm, analyseNounForm, analyseVerbForm } from 'retext-swedish'
import { advise, write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { after, before, isTechnical } from '../src/places.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const pattern = /(?<=\p{L}[-!]?)[ \u00a0]&[ \u00a0](?=\p{L})/gu
const company = /(?<!\p{L})(?:AB|HB|KB|Aktiebolag|Co|Company|Ltd|Inc|förlag|byrå|Advokat)/u

export const rule = defineRule({
  meta: {
    id: 'et-tecken',
    title: 'Et-tecken i löpande text',
    description: 'Hittar tecknet & mellan vanliga ord.',
    why: 'Ordet ”och” läses lättare än tecknet, som hör hemma i namn på företag.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Prefix: Skrivregler' }, { work: 'Microsoft: Svensk stilguide' }],
    options: {
      namnlista: {
        type: 'strings',
        default: [],
        description: 'Namn som har tecknet, till exempel på en enhet hos er.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.ampersand)) return
      const names = options.namnlista.map((name) => name.replace(/\s/g, '').toLowerCase())
      for (const { 0: found, index: start } of allMatches(text, pattern)) {
        const end = start + found.length
        const one = /[\p{L}-]+$/u.exec(before(text, start))?.[0] ?? ''
        const two = /^[\p{L}-]+/u.exec(after(text, end))?.[0] ?? ''
        // Capitals on both sides, or a word for a company: a name.
        if (/^\p{Lu}/u.test(two) || company.test(after(text, end, 50))) continue
        // ”Rock & roll”: no Swedish word after the sign, so the words belong to a name or an expression in English.
        if (!isSwedish(two)) continue
        // `sidan Bygga nytt, ändra & riva`: a name that begins with a capital inside the sentence.
        if (/[\p{Ll},] \p{Lu}[^.!?:;]{0,40}$/u.test(before(text, start, 60))) continue
        if (names.includes(`${one}&${two}`.toLowerCase()) || isTechnical(block, start, end)) continue
        report({
          at: { start: start + 1, end: start + 2 },
          message: 'Skriv ”och” i stället för tecknet.',
          suggestions: [
            write(start + 1, start + 2, 'och', 'suggestion', `${one} och ${two}`),
            ...(/\p{Lu}/u.test(before(text, start, 40)) ? [advise('Behåll tecknet om det hör till namnet')] : []),
          ],
        })
      }
    },
  },
})

/** True for a word that the dictionary has; `Barn & ungdoms-` begins a compound. */
function isSwedish(form: string): boolean {
  const lower = form.toLowerCase()
  return (
    form.endsWith('-') ||
    form.length < 4 ||
    analyseNounForm(lower).some(({ source }) => source !== 'guess') ||
    analyseAdjectiveForm(lower).some(({ source }) => source === 'lexicon') ||
    analyseVerbForm(lower).some(({ source }) => source === 'lexicon')
  )
}
