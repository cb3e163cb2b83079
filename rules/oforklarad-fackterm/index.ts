import { type BlockSummary, defineRule, type GlossaryEntry, type Suggestion, type TextBlock } from '@klarsprak/engine'
import { text } from '../generated/tables/facktermer.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { lazy, parts, readTable } from '../src/table.ts'
import { isExplained } from './explained.ts'

interface Term {
  readonly term: string
  readonly explanation: string
  /** True where the explanation can stand in brackets after any form of the term. */
  readonly fits: boolean
  readonly patterns: readonly string[]
}

/** A place where a term stands. */
interface Use {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly explained: boolean
  readonly suggestion: Suggestion
}

const terms = lazy((): Term[] =>
  readTable<'term' | 'former' | 'inskjut' | 'forklaring'>(text).map((row) => ({
    term: row.term,
    explanation: row.forklaring,
    fits: row.inskjut === 'ja',
    patterns: [row.term, ...parts(row.former)],
  })),
)

export const rule = defineRule({
  meta: {
    id: 'oforklarad-fackterm',
    title: 'Oförklarad fackterm',
    description: 'Hittar ord ur förvaltningens fackspråk som inte förklaras där de först används.',
    why: 'Ett fackord som inte förklaras stänger ute läsare som inte arbetar med frågan.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [klarsprakshjalpen('Använd ord som läsarna förstår'), skrivregler('1.4'), hallefors(9)],
    options: {
      kandaTermer: { type: 'strings', default: [], description: 'Termer som era läsare kan, i grundform.' },
      kandaIDokument: {
        type: 'boolean',
        default: true,
        description: 'En förklaring var som helst i dokumentet räcker.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['byrakratord'],
  },
  get table() {
    return terms()
  },
  document: {
    collect(block, { glossary }, matches): Use[] | undefined {
      const uses = matches.map(({ entry, start, end }) => {
        const { term, explanation, fits } = entry as Term
        return use(block, { start, end }, term, explanation, fits)
      })
      for (const entry of glossary.entries)
        if (entry.explanation !== '' && entry.sayInstead === '') uses.push(...usesOfEntry(block, entry))
      return uses.length > 0 ? uses : undefined
    },
    check({ blocks }, { options, report }) {
      for (const [term, places] of byTerm(blocks)) {
        if (options.kandaTermer.includes(term)) continue
        if (places.some(({ block }) => isHeading(block))) continue
        const [first] = places
        if (first!.use.explained) continue
        if (options.kandaIDokument && places.some(({ use }) => use.explained)) continue
        const { start, end, suggestion } = first!.use
        report(first!.block.index, {
          at: { start, end },
          message: `”${term}” är ett fackord som inte förklaras.`,
          suggestions: [suggestion],
        })
      }
    },
  },
})

function use(
  block: TextBlock,
  at: { start: number; end: number },
  term: string,
  explanation: string,
  fits: boolean,
): Use {
  const edit = { start: at.end, end: at.end, text: ` (${explanation})` }
  return {
    term,
    ...at,
    explained: isExplained(block, at.start, at.end) || block.inQuote(at.start, at.end),
    suggestion: fits
      ? { title: `Lägg till förklaringen ”(${explanation})”`, safety: 'suggestion', edits: [edit] }
      : { title: `Förklara ordet: ${explanation}`, safety: 'suggestion', edits: [] },
  }
}

/** Where the forms of an entry of the house's own glossary stand in a block. */
function usesOfEntry(block: TextBlock, { term, forms, explanation }: GlossaryEntry): Use[] {
  const uses: Use[] = []
  const lower = block.text.toLowerCase()
  for (const form of new Set([term, ...forms])) {
    // Abbreviations of initials are for `oforklarad-forkortning`.
    if (/^\p{Lu}{2,6}\d?$/u.test(form)) continue
    const needle = form.toLowerCase()
    for (let start = lower.indexOf(needle); start >= 0; start = lower.indexOf(needle, start + 1)) {
      const end = start + needle.length
      if (/[\p{L}\p{N}]/u.test(`${lower[start - 1] ?? ' '}${lower[end] ?? ' '}`)) continue
      uses.push(use(block, { start, end }, term, explanation, true))
    }
  }
  return uses.sort((a, b) => a.start - b.start)
}

function byTerm(blocks: readonly BlockSummary<readonly Use[]>[]): Map<string, { block: BlockSummary; use: Use }[]> {
  const all = new Map<string, { block: BlockSummary; use: Use }[]>()
  for (const block of blocks)
    for (const use of block.facts ?? []) {
      const places = all.get(use.term)
      if (places) places.push({ block, use })
      else all.set(use.term, [{ block, use }])
    }
  return all
}
