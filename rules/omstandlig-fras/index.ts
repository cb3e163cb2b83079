import { defineRule, type Report, type Suggestion, type TableMatch } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { text } from '../generated/tables/fraser.ts'
import { advise } from '../src/advice.ts'
import { type Replacement, readReplacements } from '../src/replacements.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { reportWords, sparedOption, strengthOption } from '../src/word-table.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'omstandlig-fras',
    title: 'Omständlig fras',
    description: 'Hittar fasta fraser som säger med många ord vad ett ord kan säga, som ”i syfte att”.',
    why: 'En kort och vanlig fras går fortare att läsa och säger lika mycket.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 3 } } },
    sources: [
      skrivregler('1.4'),
      klarsprakshjalpen('Använd ord som läsarna förstår'),
      { work: 'Språkkonsulterna: lix-brevet', section: 'om korta prepositioner' },
      hallefors(8),
    ],
    options: {
      styrkaMax: strengthOption,
      undantaOrd: sparedOption,
      autofix: { type: 'boolean', default: true, description: 'Låt ”--fix” byta de fraser som alltid kan bytas.' },
      baraStyrka1Autofix: {
        type: 'boolean',
        default: true,
        description: 'Låt ”--fix” byta bara de krångligaste fraserna, de med styrka 1.',
      },
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
    match(match, context) {
      if (startsStatute.test(context.block.text)) return
      const { styrkaMax, undantaOrd, autofix, baraStyrka1Autofix } = context.options
      const safeUpTo = autofix ? (baraStyrka1Autofix ? 1 : 3) : 0
      const { report } = context
      const reportAs = (found: Report) => report({ ...found, suggestions: rebuilt(match) ?? found.suggestions })
      reportWords(
        match,
        { ...context, report: reportAs },
        { strength: styrkaMax, spared: undantaOrd, safeUpTo },
        `”${match.text}” går att säga ${isShorter(match) ? 'kortare' : 'enklare'}.`,
      )
    },
  },
})

/** `12 § …`: a paragraph of a statute keeps its words. */
const startsStatute = /^\s*(?:\d+ kap\. )?\d+ ?\p{Ll}? ?§/u

const joined = [advise('Skriv ”och om”, eller gör en egen mening av villkoret')]
const ownCondition = [advise('Gör en egen mening av villkoret, och börja den med ”Det gäller bara om”')]
const ownTime = [advise('Bygg om satsen med ”när” eller ”för att”')]
const ownManner = [advise('Gör en egen mening av det som följer')]

/**
 * What to do where one conjunction for another would break the sentence: `du får stöd om du bor här, under förutsättning
 * att …` has two conditions that are not joined, and `pengar till utgifter i samband med att boet avslutas` is about
 * the noun. Undefined where it would not.
 */
function rebuilt({ entry, words }: TableMatch): readonly Suggestion[] | undefined {
  const { wordClass, base, term } = entry as Replacement
  if (wordClass !== 'konj' || term === 'huruvida') return
  const first = words[0]!
  const { previous } = first
  const before = first.sentence.words.filter(({ start }) => start < first.start)
  // With a verb after it, it opens a clause, however it was read.
  const has = (word: string) =>
    before.some((one, index) => one.lower === word && before.slice(index + 1).some(isFiniteVerb))
  if (base[0] === 'om')
    return has('om') ? joined : /^(?:och|eller|samt)$/.test(previous?.lower ?? '') ? ownCondition : undefined
  if (base[0] === 'när')
    return has('när') || (previous?.upos === 'NOUN' && before.some(isOpenedClause)) ? ownTime : undefined
  return base[0] === 'så att' && /^[–-]$/.test(previous?.form ?? '') ? ownManner : undefined
}

/** A condition or a relative clause that a clause of time after its noun would seem to belong to. */
function isOpenedClause({ lower, upos }: Word): boolean {
  return (upos === 'SCONJ' && lower === 'om') || (upos === 'PRON' && lower === 'som')
}

/** Old words may be shorter than those of today: `ej heller`. */
function isShorter({ entry, text }: TableMatch): boolean {
  const [best] = (entry as Replacement).base
  return best === undefined || best.length < text.length
}
