import { defineRule, type GlossaryEntry, type Suggestion, type TableMatch, type TextBlock } from '@klarsprak/engine'
import { inflectNoun } from 'retext-swedish'
import { text } from '../generated/tables/ersattningar.ts'
import { advise } from '../src/advice.ts'
import { isMeant, type Replacement, readReplacements, suggestions } from '../src/replacements.ts'
import { hallefors, klarsprakshjalpen, skrivregler, svartaListan } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase } from '../src/words.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'byrakratord',
    title: 'Byråkratord',
    description: 'Hittar ålderdomliga och krångliga ord som har en enklare motsvarighet.',
    why: 'Vanliga ord gör att fler förstår och att texten går fortare att läsa.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 3 } } },
    sources: [
      svartaListan,
      klarsprakshjalpen('Använd ord som läsarna förstår'),
      skrivregler('1.4'),
      { work: 'Malmö stad, miljöförvaltningen: Skrivguiden' },
      { work: 'Nacka kommun: Checklista för klarspråk' },
      hallefors(8),
    ],
    options: {
      styrkaMax: {
        type: 'integer',
        default: 2,
        minimum: 1,
        maximum: 3,
        description:
          'Vilka ord som räknas: 1 bara de krångligaste, 2 även tunga ord, 3 även ord som ofta kan stå kvar.',
      },
      undantaOrd: { type: 'strings', default: [], description: 'Ord som får stå kvar hos er, i grundform.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'safe',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent', 'substantivsjuka'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, { block, options, report }) {
      const { term, strength } = match.entry as Replacement
      if (strength > options.styrkaMax || options.undantaOrd.includes(term) || !isMeant(match, block)) return
      if (standsInBrackets(match) || isIntroduced(match) || isOnSign(match)) return
      report({
        at: match,
        message: `”${match.text}” är ett krångligt ${match.words.length > 1 ? 'uttryck' : 'ord'}.`,
        suggestions:
          term === 'ovanstående'
            ? above(match, block)
            : term === 'erhålla' && match.words[0]!.lower.endsWith('s')
              ? [advise('Skriv vem som får det, till exempel ”du får …”')]
              : suggestions(match, block),
      })
    },
    block(block, { glossary, report }) {
      for (const entry of glossary.entries)
        if (entry.sayInstead !== '')
          for (const [start, end] of placesOf(entry, block)) {
            const text = likeCase(block.text.slice(start, end), entry.sayInstead)
            report({
              at: { start, end },
              message: `Er ordlista säger ”${entry.sayInstead}” i stället för ”${block.text.slice(start, end)}”.`,
              suggestions: [{ title: `Byt till ”${text}”`, safety: 'suggestion', edits: [{ start, end, text }] }],
            })
          }
    },
  },
})

/** `året runt (stadigvarande)`: everyday words say it, and the reader learns the term beside them. */
function standsInBrackets({ words }: TableMatch): boolean {
  return words[0]!.previous?.form === '(' && words.at(-1)!.next?.form === ')'
}

/** `information om hur du överklagar, så kallad besvärshänvisning`: everyday words go before the term. */
function isIntroduced({ words }: TableMatch): boolean {
  const before = words[0]!.previous
  return /^kallad[et]?$|^kallat$/.test(before?.lower ?? '') && before!.previous?.lower === 'så'
}

/** `Rökning ej tillåten`: the words of a sign, with no finite verb that a negation would belong to. */
function isOnSign({ entry, words }: TableMatch): boolean {
  const { term } = entry as Replacement
  return (term === 'ej' || term === 'icke') && !words[0]!.sentence.words.some(isFiniteVerb)
}

/** `ovanstående avgifter`: ”avgifterna ovan”. */
function above(match: TableMatch, block: TextBlock): Suggestion[] {
  const noun = match.words.at(-1)!.next
  const number = noun?.morph.Number
  const form =
    noun?.upos === 'NOUN' && (number === 'Sing' || number === 'Plur')
      ? inflectNoun(noun.lemma, { number, definite: 'Def' })
      : undefined
  return form === undefined ? suggestions(match, block) : [advise(`Skriv om med ”${form} ovan”`)]
}

/** Where the forms of an entry of the house's own glossary stand as whole words. */
function placesOf({ term, forms }: GlossaryEntry, block: TextBlock): [start: number, end: number][] {
  const places: [number, number][] = []
  const lower = block.text.toLowerCase()
  for (const form of new Set([term, ...forms].map((word) => word.toLowerCase())))
    for (let start = lower.indexOf(form); start >= 0; start = lower.indexOf(form, start + form.length)) {
      const end = start + form.length
      const isWhole = !/[\p{L}\p{N}]/u.test(`${lower[start - 1] ?? ' '}${lower[end] ?? ' '}`)
      if (isWhole && !block.inQuote(start, end)) places.push([start, end])
    }
  return places
}
