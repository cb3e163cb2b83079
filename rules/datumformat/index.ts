import { type BlockContext, defineRule } from '@klarsprak/engine'
import { advise, write } from '../src/advice.ts'
import { isDate, months, monthWord, spellDate, weekdays } from '../src/dates.ts'
import { allMatches } from '../src/matches.ts'
import { after, before, isInBrackets, isReference, isTechnical, wordAt } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { webGuideline66 } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'

const figures =
  /(?<![\p{L}\d./:_§-])(?:(?<y>(?:19|20)\d\d)-(?<m>\d\d)-(?<d>\d\d)|(?<d2>\d{1,2})\/(?<m2>\d{1,2})[- –](?<y2>(?:19|20)\d\d)|(?<d3>\d{1,2})\.(?<m3>\d{1,2})\.(?<y3>(?:19|20)\d\d))(?![\p{L}\d/_-]|[.:,]\d)/uy
const ordinals = new RegExp(
  `(?<![\\p{L}\\d.,:/_-])(?<day>\\d{1,2})(?:(?<ending>:?(?:e|a|de|dje|te|sta|ra|st|nd|rd|th))|(?<point>\\.))[ \\u00a0](?<month>${monthWord})(?!\\p{L})`,
  'yiu',
)
const zero = new RegExp(
  `(?<![\\p{L}\\d.,:/_-]|\\d[ \\u00a0])0(?<day>[1-9])[ \\u00a0](?<month>${monthWord})(?!\\p{L})`,
  'yiu',
)
const monthPoint = new RegExp(
  `(?<![\\p{L}\\d])\\d{1,2}[ \\u00a0](?:${monthWord})(\\.)(?=[ \\u00a0](?:\\p{Ll}|20\\d\\d))`,
  'yu',
)
const english = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const englishDate = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<m1>${english.join('|')})[ \\u00a0](?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:,?[ \\u00a0](?<y1>20\\d\\d))?|(?<d2>\\d{1,2})(?:st|nd|rd|th)[ \\u00a0](?:of[ \\u00a0])?(?<m2>${english.join('|')}))(?![\\p{L}\\d]|[.:,/]\\d)`,
  'giu',
)
/** What stands before a date in a sentence; elsewhere a date names a document or says when a page was made. */
const timeWords = new Set([
  ...'den senast från före innan efter till med under sedan per både antingen'.split(' '),
  ...weekdays,
  'fr.o.m.',
  'fr o m',
  't.o.m.',
  't o m',
])
/** Lines that say when a page was made are no running text. */
const stamp =
  /^(?:sidan|informationen|senast (?:ändra|uppdatera|granska|publicera)|publicera|uppdatera|granska|ändra|skapa|faktagranska|datum|version|fastställ|antagen|antaget|gäller (?:från|fr)|dokument)/i

export const rule = defineRule({
  meta: {
    id: 'datumformat',
    title: 'Datum skrivet fel',
    description: 'Hittar datum i siffror i hela meningar, ordningstal i datum och engelska datum.',
    why: 'Ett datum med månadens namn läses lätt och kan inte missförstås.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [webGuideline66, skrivregler('kapitel 12')],
    options: {
      loptextSifferdatum: {
        type: 'boolean',
        default: true,
        description: 'Säg till om datum i siffror, som 2026-05-04, i hela meningar.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'safe',
    extent: 'phrase',
  },
  block: {
    block(block, context) {
      const { text } = block
      const traits = traitsOf(text)
      if (!(traits & Trait.digit)) return
      if (context.options.loptextSifferdatum && traits & (Trait.hyphen | Trait.slash | Trait.dot))
        for (const match of atNumbers(text, figures)) checkFigures(match, context)
      checkWords(context)
    },
  },
})

function checkFigures(match: RegExpExecArray, { block, profile, report }: BlockContext): void {
  const { text } = block
  const { y, m, d, y2, m2, d2, y3, m3, d3 } = match.groups!
  const year = Number(y ?? y2 ?? y3)
  const month = Number(m ?? m2 ?? m3)
  const day = Number(d ?? d2 ?? d3)
  const end = match.index + match[0].length
  if (!isDate(day, month, year) || isInBrackets(text, match.index, end)) return
  if (isReference(text, match.index) || isTechnical(block, match.index, end)) return
  const sentence = wordAt(block, match.index)?.sentence
  if (sentence === undefined || !sentence.words.some(isFiniteVerb)) return
  if (stamp.test(sentence.text) && sentence.wordCount <= 9) return
  const previous = wordAt(block, match.index)?.previous
  if (
    previous === undefined ||
    !(timeWords.has(previous.lower) || (isFiniteVerb(previous) && previous.end < match.index))
  )
    return
  const isRange = /[–-][ \u00a0]?$/.test(before(text, match.index, 2)) || /^[ \u00a0]?[–-]/.test(after(text, end, 2))
  const den = /(?:^|[^\p{L}])(den[ \u00a0])$/iu.exec(before(text, match.index, 6))?.[1] ?? ''
  const start = match.index - den.length
  const spelled = `den ${spellDate(day, month, year)}`
  const isFirst = start === sentence.start
  const written = isFirst ? capitalise(spelled) : spelled
  report({
    at: { start: match.index, end },
    severity: profile === 'rapport' || profile === 'protokoll' || y !== undefined ? 'suggestion' : 'warning',
    message: `Skriv datumet ”${match[0]}” med månadens namn i löpande text.`,
    suggestions: [
      isRange || isWeekday(text, start)
        ? advise(`Skriv datumet som ”${spellDate(day, month, year)}”`)
        : write(start, end, written),
    ],
  })
}

function isWeekday(text: string, start: number): boolean {
  return /dagen?[ \u00a0]$/iu.test(before(text, start, 8))
}

function checkWords({ block, report }: BlockContext): void {
  const { text } = block
  for (const match of atNumbers(text, ordinals)) {
    const { day, ending, point, month } = match.groups as Record<string, string>
    const start = match.index
    const end = start + match[0].length
    if (!isDate(Number(day), months.indexOf(month!.toLowerCase() as 'maj') + 1)) continue
    // ”4. maj” first in a line is a numbered line, and a capital after the point begins a sentence.
    if (point && (start === 0 || /^\p{Lu}/u.test(month!) || !/\p{L}[ \u00a0]$/u.test(before(text, start, 2)))) continue
    const cut = start + day!.length
    report({
      at: { start, end },
      message: `Skriv dagen utan ${point ? 'punkt' : 'ändelse'} i datumet ”${match[0]}”.`,
      suggestions: [write(cut, cut + (ending ?? point)!.length, '', 'safe', `${day} ${month}`)],
    })
  }
  for (const match of atNumbers(text, zero)) {
    const start = match.index
    report({
      at: { start, end: start + match[0].length },
      message: 'Skriv dagen utan nolla i datumet.',
      suggestions: [write(start, start + 1, '', 'suggestion', match[0].slice(1))],
    })
  }
  for (const match of atNumbers(text, monthPoint)) {
    const end = match.index + match[0].length
    report({
      at: { start: match.index, end },
      message: 'Månadens namn ska inte ha punkt efter sig.',
      suggestions: [write(end - 1, end, '', 'suggestion', match[0].slice(0, -1))],
    })
  }
  if (!/(?:January|February|March|April|May|June|July|August|September|October|November|December)/.test(text)) return
  for (const match of allMatches(text, englishDate)) {
    const { m1, d1, y1, d2, m2 } = match.groups!
    const month = english.indexOf((m1 ?? m2)!.toLowerCase()) + 1
    const day = Number(d1 ?? d2)
    const start = match.index
    // April and the like are Swedish months too: ”april 4” is for English only with an ending or a year.
    const isEnglish =
      !months.includes((m1 ?? m2)!.toLowerCase() as 'april') || d2 !== undefined || /(?:st|nd|rd|th)/.test(match[0])
    if (!isEnglish || !isDate(day, month) || !/^\p{Lu}/u.test((m1 ?? m2)!)) continue
    report({
      at: { start, end: start + match[0].length },
      message: `Skriv datumet ”${match[0]}” på svenska.`,
      suggestions: [write(start, start + match[0].length, `den ${spellDate(day, month, y1 ? Number(y1) : undefined)}`)],
    })
  }
}
