import { defineRule, type Report, type TableMatch } from '@klarsprak/engine'
import { text } from '../generated/tables/fraser.ts'
import { advise } from '../src/advice.ts'
import { type Replacement, readReplacements } from '../src/replacements.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
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
      const reportAs = (found: Report) => report(isSecondCondition(match) ? { ...found, suggestions: joined } : found)
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

/** `Du får stöd om du bor här, under förutsättning att …`: a second ”om” would be one of two that are not joined. */
function isSecondCondition({ entry, words }: TableMatch): boolean {
  const { wordClass, base, term } = entry as Replacement
  if (wordClass !== 'konj' || base[0] !== 'om' || term === 'huruvida') return false
  const first = words[0]!
  return first.sentence.words.some(
    ({ lower, upos, start }) => lower === 'om' && upos === 'SCONJ' && start < first.start,
  )
}

/** Old words may be shorter than those of today: `ej heller`. */
function isShorter({ entry, text }: TableMatch): boolean {
  const [best] = (entry as Replacement).base
  return best === undefined || best.length < text.length
}
