import { type BlockSummary, type DocumentSummary, defineRule, type TextBlock } from '@klarsprak/engine'
import { type Abbreviation, abbreviations } from '../src/abbreviations.ts'
import { advise } from '../src/advice.ts'
import { isExplainedAt, isSpelledOut } from '../src/explanation.ts'
import { isFirstPart } from '../src/first-part.ts'
import { isBracketedReference, isCode } from '../src/law-reference.ts'
import { isForTrade, isJobAdvert, readershipOf, speaksToReader } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { lazy } from '../src/table.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'

interface Law {
  readonly form: string
  readonly start: number
  readonly end: number
  readonly whole: boolean
  readonly explained: boolean
  /** Where a row of several laws ends, of which this is one: `LOU, LUF och LUK`. */
  readonly rowEnd: number | undefined
}

/** Also something else: a law only where a section, or a word that a law follows, stands beside it. */
const ambiguous = new Set(['KL', 'TF', 'RF', 'FL', 'IL', 'JB', 'MB', 'LOV', 'LAS', 'LEH'])
const environment: Abbreviation = {
  forkortning: 'MB',
  varianter: '',
  utskriven: 'miljöbalken',
  typ: 'lag',
  kand: 'nej',
  slut: 'ja',
  inskjut: 'ja',
}
/** Known by their short names, or no laws of the kind that a decision cites. */
const left = new Set(['GDPR', 'PUL', 'DOS-lagen'])

const laws = lazy(() => {
  const rows = [...abbreviations()].filter(
    ([form, row]) => row.typ === 'lag' && form === row.forkortning && !left.has(form),
  )
  return new Map<string, Abbreviation>([...rows, ['MB', environment]])
})

/** Before it the written-out name stands as well as the short one: after a preposition, a sign, a section, or first. */
const fits =
  /^$|(?:^|[^\p{L}])(?:enligt|av|i|med|till|från|och|eller|att|om|på|följer|gäller)[ \u00a0]$|[(§.,:;–-][ \u00a0]?$|(?:kap\.?|§|st\.?)[ \u00a0]$/iu
const pattern = /(?<![\p{L}\p{N}/_-])(?:\p{Lu}{2,3}|SoL)(?![\p{L}\p{N}/_])/uy
const after = /^\s(?:\d+\s?(?:kap|§)|kap)/

export const rule = defineRule({
  meta: {
    id: 'lagforkortning',
    title: 'Förkortat lagnamn',
    description: 'Hittar lagar som bara nämns med förkortning, till exempel ”PBL”.',
    why: 'Läsaren måste veta vilken lag det är för att kunna läsa den eller överklaga.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'suggestion' }, protokoll: { severity: 'suggestion' } },
    sources: [hallefors(9), { work: 'Uppsala universitet: Skrivråd', section: 'Förkortningar' }],
    options: {
      kandaLagar: { type: 'strings', default: [], description: 'Lagar som era läsare kan, till exempel ”LSS”.' },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
  },
  document: {
    collect(block) {
      const found = findLaws(block)
      return found.length > 0 ? found : undefined
    },
    check(document, { options, profile, report }) {
      const { blocks } = document
      if (blocks.every(({ facts }) => facts === undefined)) return
      // Officers know the statutes that they work with, and so do those who read an advertisement for their job.
      if (profile === 'webb' && (readershipOf(document) === 'officers' || !namesReader(document))) return
      if (isJobAdvert(document) || isForTrade(document)) return
      const seen = new Set<string>(options.kandaLagar)
      for (const block of blocks)
        for (const law of block.facts ?? []) {
          const { form, start, end, whole, explained, rowEnd } = law
          if (seen.has(form)) continue
          const row = laws().get(form)!
          if (isHeading(block) && !explained) continue
          seen.add(form)
          if (explained || blocks.some((other) => other.index <= block.index + 1 && spellsOut(other, row))) continue
          if (rowEnd !== undefined) {
            report(block.index, {
              at: { start, end: rowEnd },
              message: 'Skriv ut lagarnas namn första gången.',
              suggestions: [
                advise('Skriv ut alla lagarnas namn, eller stryk förkortningarna och säg vad lagarna handlar om'),
              ],
            })
            for (const other of block.facts ?? []) if (other.rowEnd !== undefined) seen.add(other.form)
            continue
          }
          const text = `${row.utskriven} (${form})`
          report(block.index, {
            at: { start, end },
            message: `Skriv ut lagens namn första gången: ”${row.utskriven}”.`,
            suggestions: [
              whole
                ? { title: `Skriv ”${text}”`, safety: 'suggestion', edits: [{ start, end, text }] }
                : { title: `Skriv ut lagens namn: ”${row.utskriven}”`, safety: 'suggestion', edits: [] },
            ],
          })
        }
    },
  },
})

const spellsOut = remembered(({ text }: BlockSummary, row: Abbreviation) => isSpelledOut(text, row))
const isForStaff = remembered(({ text }) => /avvikelsehantering/i.test(text))

/** False for pages for the staff, and for those that cite paragraphs and do not speak to their reader. */
function namesReader(document: DocumentSummary): boolean {
  const { blocks } = document
  if (blocks.some(isForStaff)) return false
  return speaksToReader(document) || !blocks.some(({ text }) => text.includes('§'))
}

/** The laws that a block names by abbreviation; part of a compound (`LSS-handläggare`) is no reference to the law. */
function findLaws(block: TextBlock): Law[] {
  const { text } = block
  const found: Law[] = []
  if (!(traitsOf(text) & Trait.capitals) && !text.includes('SoL')) return found
  for (const match of atCapitals(text, pattern)) {
    const form = match[0]
    const row = laws().get(form)
    if (row === undefined) continue
    const start = match.index
    const end = start + form.length
    if (
      /^-\p{L}/u.test(text.slice(end, end + 2)) ||
      isFirstPart(text.slice(end, end + 40)) ||
      block.markAt(start, 'code') ||
      block.inQuote(start, end) ||
      isBracketedReference(text, start, end) ||
      block.marks.some((mark) => mark.type === 'link' && mark.start <= start && mark.end >= end)
    )
      continue
    if (ambiguous.has(form) && !isCited(text, start, end)) continue
    const rest = rowAfter.exec(text.slice(end, end + longestRow))?.[0].length ?? 0
    const rowEnd = rest > 0 || rowBefore.test(text.slice(Math.max(0, start - 12), start)) ? end + rest : undefined
    found.push({
      form,
      start,
      end,
      whole: !/^[:’']/.test(text.slice(end, end + 1)) && fits.test(text.slice(Math.max(0, start - 16), start)),
      // Who cites by a code knows what it stands for. Another law beside it has letters that are no explanation.
      explained: isCode(text, end) || (rowEnd === undefined && isExplainedAt(block, form, start, end, row)),
      rowEnd,
    })
  }
  return found
}

/** Another abbreviation beside it, with a comma or a conjunction between. */
const rowAfter = /^(?:(?:, | och | eller | samt |\/)(?:\p{Lu}{2,5}|SoL)(?!\p{L}))+/u
/** Characters that a row goes on for. */
const longestRow = 60
const rowBefore = /(?<!\p{L})(?:\p{Lu}{2,5}|SoL)(?:, | och | eller | samt |\/)$/u

function isCited(text: string, start: number, end: number): boolean {
  const lead = text.slice(Math.max(0, start - 12), start)
  if (/(?:§+|kap\.?|st\.?)\s*$/i.test(lead) || after.test(text.slice(end, end + 10))) return true
  return /(?:enligt|stöd av)\s$/i.test(lead)
}
