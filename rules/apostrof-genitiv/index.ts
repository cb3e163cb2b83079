import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { isTechnical, wordAt } from '../src/places.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const pattern = /(?<![\p{L}\d'’])(\p{L}[\p{L}-]+)['’´`]s(?![\p{L}\d'’])/gu
/** English words and brands that have an apostrophe of their own. */
const english = new Set(
  (
    'it that what who he she there here how let where when women men children today mcdonald levi moody sotheby ' +
    'lloyd wendy kellogg jerry domino christie victoria macy bird arby hershey valentine mother father day year'
  ).split(' '),
)

export const rule = defineRule({
  meta: {
    id: 'apostrof-genitiv',
    title: 'Apostrof i genitiv',
    description: 'Hittar genitiv med apostrof före s.',
    why: 'På svenska skrivs genitivens s direkt efter ordet, utan apostrof.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [fragelada(20976), fragelada(30687), { work: 'Studentlitteratur: Skrivhjälp' }, skrivregler('kapitel 13')],
    options: {
      namnEngelska: {
        type: 'strings',
        default: [],
        description: 'Namn som ska ha kvar sin apostrof.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['forkortning-kolon'],
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.apostrophe) || !/['’´`]s/.test(text)) return
      for (const { 0: found, 1: word, index: start } of allMatches(text, pattern)) {
        const end = start + found.length
        if (/\p{Lu}$/u.test(word!) || english.has(word!.toLowerCase()) || isTechnical(block, start, end)) continue
        if (options.namnEngelska.some((name) => name.replace(/['’]s?$/, '').toLowerCase() === word!.toLowerCase()))
          continue
        // What is owned follows; a capital is more of an English name.
        const next = wordAt(block, end)
        if (next === undefined || !/^(?:NOUN|ADJ|NUM)$/.test(next.upos) || !/^[\p{Ll}\d]/u.test(next.form)) continue
        const written = /[sxz]$/i.test(word!) ? word! : `${word}s`
        report({
          at: { start, end },
          message: `Skriv ”${written}” utan apostrof.`,
          suggestions: [write(start, end, written)],
        })
      }
    },
  },
})
