import { defineRule, type TableEntry, type TextBlock } from '@klarsprak/engine'
import { forms } from '../forkortningsform/forms.ts'
import { text } from '../generated/tables/skrivsatt.ts'
import { type Choice, minorities } from '../src/consistency.ts'
import { correctTo } from '../src/correct.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { lazy, readTable } from '../src/table.ts'
import { looksLikeName } from '../src/words.ts'
import { writtenIn } from '../src/written.ts'

interface Entry extends TableEntry {
  readonly group: string
  readonly variant: string
}

/** Where the guides prefer one of the two, however often a text has the other. */
const recommended = ['framför allt']

/** What abbreviations with full stops and with spaces have in common. */
const abbreviations = 'förkortningar'

const table = lazy((): Entry[] =>
  readTable<'grupp' | 'isar' | 'ihop'>(text).flatMap(({ grupp: group, isar, ihop }) => [
    { patterns: [isar], group, variant: isar },
    { patterns: [ihop], group, variant: ihop },
  ]),
)

export const rule = defineRule({
  meta: {
    id: 'inkonsekvent-skrivsatt',
    title: 'Samma uttryck skrivet på två sätt',
    description: 'Hittar texter som blandar godkända skrivsätt, till exempel ”i dag” och ”idag”.',
    why: 'Båda sätten är rätt, men blandningen ser slarvig ut och kan dra till sig läsarens blick.',
    group: 'termer',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [fragelada(23289), fragelada(27942), skrivregler('kapitel 10')],
    options: {
      valda: {
        type: 'strings',
        default: [],
        description: 'Skrivsätt som ni har valt, till exempel ”i dag”. De vinner även om det andra är vanligare.',
      },
      system: {
        type: 'string',
        default: 'punkt',
        enum: ['vanligast', 'punkt', 'mellanslag'],
        description: 'Hur förkortningar som ”t.ex.” ska skrivas när texten blandar.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'suggestion',
    extent: 'word',
  },
  get table() {
    return table()
  },
  document: {
    collect(block, _context, matches): Choice[] | undefined {
      const abbreviated = writtenIn(block, forms())
      if (matches.length === 0 && abbreviated.length === 0) return undefined
      const choices = matches
        .filter(({ words, start, end }) => !isApart(block, start, end) && !looksLikeName(words[0]!))
        .map(({ entry, start, end }): Choice => {
          const { group, variant } = entry as Entry
          return { group, variant, start, end }
        })
      for (const { written, entry } of abbreviated)
        if (entry.system !== undefined && !isApart(block, written.start, written.end))
          choices.push({ group: abbreviations, variant: entry.system, start: written.start, end: written.end })
      return choices.length > 0 ? choices : undefined
    },
    check({ blocks }, { options, report }) {
      const own = [...options.valda, ...recommended]
      const chosen = options.system === 'vanligast' ? own : [...own, options.system]
      for (const { block, choice, instead, other } of minorities(blocks, chosen)) {
        const written = block.text.slice(choice.start, choice.end)
        const right =
          choice.group === abbreviations ? forms().get(written.toLowerCase())?.[instead as 'punkt'] : instead
        if (right === undefined) continue
        report(block.index, {
          at: choice,
          message:
            choice.group === abbreviations
              ? `Texten blandar förkortningar med punkt och med mellanslag: ”${written}” och ”${other.block.text.slice(other.choice.start, other.choice.end)}”.`
              : `Texten blandar ”${instead}” och ”${choice.variant}”.`,
          suggestions: [correctTo(block, choice, right, 'suggestion')],
          related: [{ block: other.block.index, at: other.choice, message: 'Här är det andra skrivsättet.' }],
        })
      }
    },
  },
})

/** In a quotation, in code, or part of a name: `Idag-redaktionen`. */
function isApart(block: TextBlock, start: number, end: number): boolean {
  if (block.inQuote(start, end) || block.markAt(start, 'code') !== undefined) return true
  return block.text[end] === '-' || block.text[start - 1] === '-'
}
