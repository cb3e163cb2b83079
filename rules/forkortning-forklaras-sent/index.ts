import { type BlockSummary, defineRule, type Suggestion } from '@klarsprak/engine'
import { type Place, placesByForm } from '../src/abbreviation-places.ts'
import { findUses, type Use } from '../src/abbreviation-uses.ts'
import { type Abbreviation, abbreviations } from '../src/abbreviations.ts'
import { isSpelledOut } from '../src/explanation.ts'
import { skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'forkortning-forklaras-sent',
    title: 'Förkortningen förklaras för sent',
    description: 'Hittar förkortningar som används innan texten förklarar dem.',
    why: 'En förklaring längre ner hjälper inte den som redan har fastnat på förkortningen.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Uppsala universitet: Skrivråd', section: 'Förkortningar' }, skrivregler('11.8–11.9')],
    options: {
      tillatIRubrik: {
        type: 'boolean',
        default: true,
        description: 'Förkortningen får stå i en rubrik innan den förklaras.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'sentence',
    yieldsTo: ['lagforkortning'],
  },
  document: {
    collect(block) {
      const uses = findUses(block)
      return uses.length > 0 ? uses : undefined
    },
    check({ blocks }, { options, glossary, report }) {
      for (const [form, all] of placesByForm(blocks)) {
        const row = abbreviations().get(form)
        if (row?.kand === 'ja') continue
        const places = all.filter(({ block }) => !options.tillatIRubrik || !isHeading(block))
        const [first] = places
        const later = places.find(({ use }) => use.definition !== undefined)
        if (first === undefined || later === undefined || later === first) continue
        if (isSaidAlready(first, later.use.definition!.long, row, blocks)) continue
        report(first.block.index, {
          at: first.use,
          message: `”${form}” används innan texten förklarar vad det står för.`,
          suggestions: [
            advice(
              first.use,
              later.use,
              glossary.find(form.toLowerCase())?.explanation || row?.utskriven.split(';')[0],
            ),
          ],
          related: [{ block: later.block.index, at: later.use, message: 'Här kommer förklaringen.' }],
        })
      }
    },
  },
})

/** True where the long form stands before the first use, or in its sentence: `IVO, Inspektionen för vård och omsorg`. */
function isSaidAlready(
  { block, use }: Place,
  long: string,
  row: Abbreviation | undefined,
  blocks: readonly BlockSummary[],
): boolean {
  const stop = block.text.slice(use.end).search(/[.!?](?:\s|$)/)
  const said = block.text.slice(0, stop < 0 ? undefined : use.end + stop)
  const texts = [...blocks.filter(({ index }) => index < block.index).map(({ text }) => text), said]
  const lower = long.toLowerCase()
  return texts.some((text) => text.toLowerCase().includes(lower) || (row !== undefined && isSpelledOut(text, row)))
}

/** Moves the long form to where it is first needed; what stands later must be shortened by hand. */
function advice({ form, start, end, whole }: Use, later: Use, known: string | undefined): Suggestion {
  const long = later.definition?.long ?? known
  if (long === undefined || !whole) return { title: 'Flytta förklaringen hit', safety: 'suggestion', edits: [] }
  const text = `${start === 0 ? long.charAt(0).toLocaleUpperCase('sv') + long.slice(1) : long} (${form})`
  return { title: `Flytta förklaringen hit: ”${text}”`, safety: 'suggestion', edits: [{ start, end, text }] }
}
