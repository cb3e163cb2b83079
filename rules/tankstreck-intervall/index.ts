import { type BlockContext, defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { numberValue } from '../src/numerals.ts'
import { after, before, isReference, isTechnical, wordBefore } from '../src/places.ts'
import { isClock, isYear, monthOrDay, numeral, rangeNumber } from '../src/ranges.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { euStyle } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const gap = '(?:-|[ \\u00a0][-–—−][ \\u00a0]|[—−]|[ \\u00a0]–|–[ \\u00a0])'
const figures = new RegExp(
  `(?<![\\p{L}\\d§#_@+=*/–-]|\\d[.,:/ \\u00a0]|\\p{L}[.:])(?<one>${rangeNumber})(?<gap>${gap})(?<two>${rangeNumber})(?![\\d_@*/:]|-\\d|[ \\u00a0]?–|[.,]\\d|[ \\u00a0]\\d|\\p{L})`,
  'yu',
)
const words = new RegExp(
  `(?<![\\p{L}\\d-])(?<one>${monthOrDay})(?<gap>-|[ \\u00a0]-[ \\u00a0])(?<two>${monthOrDay})(?![\\p{L}\\d-])`,
  'giu',
)
const spelled = new RegExp(
  `(?<![\\p{L}-])(?<one>${numeral})(?<gap>[ \\u00a0][-–][ \\u00a0])(?<two>${numeral})(?![\\p{L}\\d-])`,
  'giu',
)
const clockBefore =
  /^(?:kl|klockan|öppet|öppettider|öppettid|tid|mellan|vardagar|helgfria|dagligen|stängt|lunch|lunchstängt|drop-in|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar)?|mån|tis|ons|tor|tors|fre|lör|sön)$/

export const rule = defineRule({
  meta: {
    id: 'tankstreck-intervall',
    title: 'Bindestreck i intervall',
    description: 'Hittar bindestreck och glesa streck mellan två tal, dagar eller månader.',
    why: 'Mellan två tal betyder tankstrecket ”till”; ett bindestreck kan läsas som minus eller ett nummer.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'warning',
    enabled: true,
    sources: [
      fragelada(22053),
      fragelada(26553),
      euStyle('10.4.10'),
      skrivregler('13.8'),
      { work: 'Metamatrix: Tillgänglighet', section: 'skärmläsare och bindestreck' },
    ],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
    yieldsTo: ['fran-tankstreck', 'tvetydigt-datum', 'datumformat'],
  },
  block: {
    block(block, context) {
      const { text } = block
      const traits = traitsOf(text)
      if (!(traits & (Trait.hyphen | Trait.dash))) return
      if (traits & Trait.digit) for (const match of atNumbers(text, figures)) checkFigures(match, context)
      checkSpelled(context)
      if (
        !/\p{Ll} ?- ?\p{L}/u.test(text) ||
        !/dag|mån|tis|ons|fre|lör|sön|ari|mars|ril|maj|uni|uli|sti|ber/i.test(text)
      )
        return
      for (const match of allMatches(text, words)) {
        const { one, gap: dash, two } = match.groups as Record<string, string>
        const start = match.index
        const at = start + one!.length
        if (isTechnical(block, start, start + match[0].length)) continue
        context.report({
          at: { start, end: start + match[0].length },
          message: 'Skriv tankstreck utan mellanslag mellan dagar och månader.',
          suggestions: [write(at, at + dash!.length, '–', 'suggestion', `${one}–${two}`)],
        })
      }
    },
  },
})

/** What has a number of two parts: the floor or the house, and the room. */
const numbered = /^(?:rum|sal|lokal|lägenhet|gravplats|förråd|modul)$/

/** How a number in letters ends, and the dash after it: read faster than every number. */
const numeralEnd = /(?:å|re|ra|em|ex|ju|ta|io|va|lv|on)[ \u00a0][-–][ \u00a0]/i

/** `fem - sex boende`: between numbers in letters stands ”till”, or ”och” after ”mellan”. */
function checkSpelled({ block, report }: BlockContext): void {
  const { text } = block
  if (!numeralEnd.test(text)) return
  for (const match of allMatches(text, spelled)) {
    const { one, gap: dash, two } = match.groups as { one: string; gap: string; two: string }
    const start = match.index
    if (isTechnical(block, start, start + match[0].length)) continue
    const between = wordBefore(text, start) === 'mellan' ? 'och' : 'till'
    const at = start + one.length
    report({
      at: { start, end: start + match[0].length },
      message: `Mellan ”${one}” och ”${two}” ska det inte stå ett streck med mellanslag.`,
      suggestions: [write(at, at + dash.length, ` ${between} `, 'suggestion', `${one} ${between} ${two}`)],
    })
  }
}

function checkFigures(match: RegExpExecArray, { block, report }: BlockContext): void {
  const { text } = block
  const { one, gap: dash, two } = match.groups as { one: string; gap: string; two: string }
  const start = match.index
  const end = start + match[0].length
  const word = wordBefore(text, start)
  const isTime = clockBefore.test(word.replace(/[.:]$/, ''))
  const low = numberValue(one)
  const high = numberValue(two)
  const clocks = isClock(one) && isClock(two) && (isTime || (/[.:]\d\d/.test(one) && /[.:]\d\d/.test(two)))
  if (!clocks && (/^0\d/.test(one) || /^0\d/.test(two) || high <= low)) return
  // 5050-1055 is a number of something; 2025-2026 are years.
  if (one.length === 4 && two.length === 4 && !/\D/.test(one + two) && !(isYear(one) && isYear(two))) return
  if (/[.:]/.test(one + two) && !clocks) return
  // ”Motion 33-2019” is a number of something.
  if (isYear(two) !== isYear(one) && /^\d{4}$/.test(two)) return
  if (
    /\d-\p{Ll}/u.test(text.slice(end - 1, end + 2)) &&
    !/^-(?:år|tid|tim|veck|mån|dag|kron|proc|met|gång)/.test(after(text, end, 6))
  )
    return
  const isSpaced = dash.length > 1
  // ”År 2025 – 3 000 fler” is a pause and no range.
  if (
    isSpaced &&
    !clocks &&
    !isRangeBefore(word) &&
    !/^[ \u00a0](?:år|timmar|veckor|dagar|månader|kronor|kr|procent|%|km|kilometer|mil|meter|centimeter|cm|liter|kilo|kg|gram|ton|minuter|grader|hektar|personer|elever|deltagare|platser|hushåll|barn|maj|juni|juli|augusti|september|oktober|november|december|januari|februari|mars|april)(?!\p{L})/u.test(
      after(text, end),
    )
  )
    return
  // ”Rum 3-104” is one room.
  if (numbered.test(word) && two.length - one.length >= 2) return
  if (isReference(text, start) || isTechnical(block, start, end)) return
  const isSafe =
    dash === '-' &&
    high > low &&
    (!one.startsWith('0') || /^(?:kl|klockan)\.?$/.test(word)) &&
    (!two.startsWith('0') || /^(?:kl|klockan)\.?$/.test(word)) &&
    !/^(?:kap|kapitel|nr|mål|ärende|§)/.test(word) &&
    !/[\p{Lu}\d]$/u.test(before(text, start, 2).trimEnd())
  const at = start + one.length
  // `3-5 åringar`: the age is one word with what follows.
  const aged = /^[ \u00a0](?=åring)/u.test(after(text, end)) ? end + 1 : end
  report({
    at: { start, end },
    message: `Mellan ${one} och ${two} ska det stå ett tankstreck utan mellanslag.`,
    suggestions: [
      aged > end
        ? write(at, aged, `–${two}-`, 'suggestion', `${one}–${two}-${/^\p{L}+/u.exec(after(text, aged))![0]}`)
        : write(at, at + dash.length, '–', isSafe ? 'safe' : 'suggestion', `${one}–${two}`),
    ],
  })
}

function isRangeBefore(word: string): boolean {
  return /^(?:vecka|veckorna|v|sid|sida|sidorna|s|åk|årskurs|klass|klockan|kl|åren|perioden|öppet|steg|punkt|punkterna|nummer|plan|kap|kapitel)$/.test(
    word,
  )
}
