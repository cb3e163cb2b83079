import { defineRule, type TableEntry, type TableMatch, type TextBlock } from '@klarsprak/engine'
import type { Sentence } from 'retext-swedish'
import { text } from '../generated/tables/tidsuttryck.ts'
import { type Conditions, readConditions } from '../src/conditions.ts'
import { hasExactTime } from '../src/exact-time.ts'
import { hallefors } from '../src/sources.ts'
import { lazy, readTable } from '../src/table.ts'
import { looksLikeName } from '../src/words.ts'

interface VagueTime extends TableEntry {
  readonly conditions: Conditions
  /** A season, which needs a year only where the text is kept. */
  readonly isSeason: boolean
}

const seasons = ['våren', 'sommaren', 'hösten', 'vintern'].flatMap((season) => [`under ${season}`, `till ${season}`])
const table = lazy((): VagueTime[] => [
  ...readTable<'uttryck' | 'villkor'>(text).map(({ uttryck, villkor }) => ({
    patterns: [uttryck],
    conditions: readConditions(villkor),
    isSeason: false,
  })),
  { patterns: seasons, conditions: readConditions(''), isSeason: true },
])
const off = { severity: 'off' } as const

/** `I dagarna har …` tells what is done; `snarast möjligt efter mötet` says after what. */
const done = /^ (?:har|hade|fick|blev)(?!\p{L})/u
/** A limit in the next sentence: `Det tar högst 30 dagar.` */
const limit = /(?<!\p{L})(?:senast|inom|högst|dagar|veckor)(?!\p{L})/iu
/** `Du får snabbare svar genom att höra av dig så snart som möjligt`: the time is the reader’s own. */
const means = /(?<!\p{L})genom att [^.!?]*$/iu
const anchored = /^ efter(?!\p{L})/u

/** True where the sentence, the next one or the words right after say when. */
function isSaidAround({ text, start, end }: TableMatch, block: TextBlock, sentence: Sentence): boolean {
  const later = block.text.slice(end, end + 8)
  if (anchored.test(later) || (/^i dagarna$/i.test(text) && done.test(later))) return true
  if (means.test(block.text.slice(sentence.start, start))) return true
  const next = block.sentences[block.sentences.indexOf(sentence) + 1]
  return hasExactTime(sentence) || (next !== undefined && limit.test(next.text) && hasExactTime(next))
}

export const rule = defineRule({
  meta: {
    id: 'vag-tid',
    title: 'Vag tid',
    description: 'Hittar tidsuttryck som inte säger när, som ”inom kort” och ”snarast möjligt”.',
    why: 'Läsaren vill veta när något händer eller senast ska vara gjort.',
    group: 'ord',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: off, protokoll: off, lattlast: off, strikt: off },
    sources: [
      {
        work: 'Webbriktlinjer för offentlig sektor',
        section: 'riktlinje 66, om tidsuppgifter',
        url: 'https://webbriktlinjer.se',
      },
      hallefors(3),
    ],
    options: {
      kravDatum: {
        type: 'boolean',
        default: false,
        description: 'Kräv årtal även vid årstider, som ”under våren”. Det passar texter som ligger kvar länge.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
    yieldsTo: ['omstandlig-fras'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, { block, options, report }) {
      const { conditions, isSeason } = match.entry as VagueTime
      const { sentence } = match.words[0]!
      if ((isSeason && !options.kravDatum) || !conditions.holds(match, block)) return
      if (isSaidAround(match, block, sentence) || match.words.some(looksLikeName)) return
      report({
        at: match,
        message: isSeason ? `”${match.text}” säger inte vilket år.` : `”${match.text}” säger inte när.`,
        suggestions: [
          {
            title: isSeason ? 'Lägg till årtalet' : 'Skriv ett datum, en vecka eller hur många dagar det tar',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
