import { defineRule, type Suggestion } from '@klarsprak/engine'
import { advise, write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { isTechnical } from '../src/places.ts'
import { skelleftea } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'
import { likeCase } from '../src/words.ts'

const pattern =
  /(?<![\p{L}\d/.:@\\_-])(\p{L}\p{Ll}*(?:-\p{Ll}+)*-?)([ \u00a0]?\/[ \u00a0]?)(\p{Ll}+(?:-\p{Ll}+)*)(?![\p{L}\d/@\\_]|[.:-]\p{L}|[ \u00a0]\/)/gu
/** What stands before a measure per something, and what the sign is part of. */
const per = new Set(
  'kr kronor öre sek euro mkr tkr mnkr kwh kw mwh st tim timmar timme h m km kg g mg l ml dl cm mm antal ton grader db mbit gbit min'.split(
    ' ',
  ),
)
const fixed = new Set(
  'c/o av/på på/av in/ut m/s km/h n/a w/o a/b ja/nej från/till till/från and/or her/his mvh/ vvs/el lan/wan s/k t/r tur/retur'.split(
    ' ',
  ),
)
/** What something is counted per. */
const spans = new Set(
  'år månad mån vecka dag dygn timme termin person elev barn deltagare hushåll gång besök'.split(' '),
)
const either: Record<string, readonly string[]> = {
  'och/eller': ['eller', 'och'],
  'han/hon': ['hen'],
  'hon/han': ['hen'],
  'honom/henne': ['hen'],
  'henne/honom': ['hen'],
  'hans/hennes': ['hens'],
  'hennes/hans': ['hens'],
}

export const rule = defineRule({
  meta: {
    id: 'snedstreck',
    title: 'Snedstreck mellan ord',
    description: 'Hittar ord med snedstreck mellan sig i löpande text.',
    why: 'Läsaren vet inte om strecket betyder ”och”, ”eller” eller ”per”.',
    group: 'skrivregler',
    checklist: [8, 10],
    severity: 'suggestion',
    enabled: true,
    sources: [skelleftea, { work: 'Svenska skrivregler', section: 'punkt 12.15' }, { work: 'Mediespråk' }],
    options: {
      tillatna: {
        type: 'strings',
        default: [],
        description: 'Uttryck med snedstreck som får stå, till exempel namnet på en enhet.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.slash)) return
      for (const { 0: found, 1: one, 2: stroke, 3: two, index: start } of allMatches(text, pattern)) {
        const end = start + found.length
        const key = `${one}/${two}`.toLowerCase()
        if (one!.length < 2 || two!.length < 2 || fixed.has(key) || per.has(one!.toLowerCase())) continue
        if (options.tillatna.some((allowed) => allowed.toLowerCase() === key) || isTechnical(block, start, end))
          continue
        report({
          at: { start, end },
          message: `Skriv ut vad snedstrecket i ”${found}” betyder.`,
          suggestions: suggestions(key, one!, two!, stroke!, start, end),
        })
      }
    },
  },
})

function suggestions(key: string, one: string, two: string, stroke: string, start: number, end: number): Suggestion[] {
  const words = either[key]
  if (words) {
    const found = words.map((word) => write(start, end, likeCase(one, word)))
    return key === 'och/eller'
      ? [...found, advise('Lägg till ”eller båda” sist om det behövs')]
      : [...found, advise('Skriv vem det gäller, till exempel ”den som söker”')]
  }
  // Two forms of one word: the text means either, and should say which.
  if (!one.endsWith('-') && one.slice(0, 3).toLowerCase() === two.slice(0, 3))
    return [advise(`Välj ”${one}” eller ”${two}”`)]
  const at = start + one.length
  if (spans.has(two)) return [write(at, at + stroke.length, ' per ', 'suggestion', `${one} per ${two}`)]
  return ['och', 'eller'].map((word) =>
    write(at, at + stroke.length, ` ${word} `, 'suggestion', `${one} ${word} ${two}`),
  )
}
