import { defineRule } from '@klarsprak/engine'
import { advise, write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { grouped, numberValue } from '../src/numerals.ts'
import { isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const amounts =
  /(?<![\p{L}\d.,:/_-])(?<number>\d+(?:[ \u00a0\u202f]\d{3}){0,4}(?:[.,]\d+)?)[ \u00a0]?(?<unit>mn?kr|Mn?kr|MSEK|[Mm]d(?:kr|r[ \u00a0]kr)|[Tt]kr|[Tt]sek|TSEK|kkr)(?![\p{L}\d-])/uy
const cells = /(?<![\p{L}\d])[Mm]kr(?![\p{L}\d-])/gu

/** So many short amounts in a paragraph are those of an economic report. */
const manyAmounts = 3
/** What an economic report writes about. */
const economy =
  /(?<!\p{L})(?:årets resultat|resultatet|nettokostnad\p{L}*|årsredovisning\p{L}*|delårs\p{L}*|bokslut\p{L}*|balanskrav\p{L}*|statsbidrag\p{L}*|soliditet\p{L}*)(?!\p{L})/iu

export const rule = defineRule({
  meta: {
    id: 'miljonforkortning',
    title: 'Förkortade miljoner',
    description: 'Hittar mkr, tkr och andra förkortade belopp i löpande text.',
    why: 'Alla vet inte om mkr betyder miljoner eller miljarder, eller att tkr är tusental.',
    group: 'skrivregler',
    checklist: [8, 10],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'off' } },
    sources: [{ work: 'Myndigheternas skrivregler, femte upplagan', section: 'förordet' }, skrivregler('kapitel 12')],
    options: {
      iTabell: {
        type: 'string',
        default: 'mnkr',
        enum: ['mnkr', 'valfri'],
        description: 'Vilken förkortning av miljoner kronor som ska stå i tabeller.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (block.kind === 'tableCell') {
        if (options.iTabell !== 'mnkr' || !/[Mm]kr/.test(text)) return
        for (const { 0: unit, index: start } of allMatches(text, cells))
          report({
            at: { start, end: start + unit.length },
            message: `Skriv ”mnkr” i stället för ”${unit}” i tabeller.`,
            suggestions: [write(start, start + unit.length, 'mnkr')],
          })
        return
      }
      if (!(traitsOf(text) & Trait.digit)) return
      const found = atNumbers(text, amounts)
      // So many amounts stand in an annual report, whose readers are used to the abbreviations.
      if (found.length === 0 || found.length >= manyAmounts || economy.test(text)) return
      for (const match of found) {
        const start = match.index
        const end = start + match[0].length
        const { number, unit } = match.groups as { number: string; unit: string }
        if (isTechnical(block, start, end)) continue
        const written = writeOut(number.trimEnd(), unit)
        report({
          at: { start, end },
          message: `Skriv ut beloppet i stället för ”${unit}”.`,
          suggestions: [written === undefined ? advise('Skriv hela beloppet i kronor') : write(start, end, written)],
        })
      }
    },
  },
})

/** The amount in words: `1,2 miljarder kronor`, `50 000 kronor`; undefined for a fraction of a thousand. */
function writeOut(number: string, unit: string): string | undefined {
  const value = numberValue(number)
  const word = /^[tk]/i.test(unit) ? undefined : /^md/i.test(unit) ? 'miljard' : 'miljon'
  if (word !== undefined) return `${number}\u00a0${word}${value === 1 ? '' : 'er'} kronor`
  if (value >= 1000 && value % 100 === 0)
    return `${decimal(value / 1000)}\u00a0miljon${value === 1000 ? '' : 'er'} kronor`
  return Number.isInteger(value) ? `${grouped(`${value}000`)}\u00a0kronor` : undefined
}

/** As Swedish writes it: `1,2`. */
function decimal(value: number): string {
  return String(value).replace('.', ',')
}
