import { defineRule } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { readershipOf, speaksToReader } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { measure, type SentencePassives } from './measure.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** So many places are shown, the densest first. */
const shown = 5

/** So many passives are many to those who read for their work, too. */
const denser = 5

/** Papers whose decisions have a set form. */
const agenda =
  /^(?:kallelse|lagrådsremiss\p{L}*|betänkande|utskottets? (?:föreslår|betänkande)|föredragningslista|dagordning|beslutsunderlag)(?!\p{L})/iu
/** Sections that tell how something was examined. */
const method = /^(?:[\d.]+ )?(?:material och )?metod(?:en|er|erna|ik)?(?!\p{L})/iu
const isMethodHeading = remembered(({ text }) => method.test(text))

/** What a paragraph about samples and measurements says, whatever its heading. */
const laboratory =
  /(?<!\p{L})(?:prov(?:er|erna|et)?|\p{L}*analys(?:en|er|erna|eras|erats|erades)?|RNA|PCR|\p{L}*extrah\p{L}*|\p{L}*koncentrer\p{L}*|normaliser\p{L}*|laborator\p{L}*|enkät\p{L}*|respondent\p{L}*|datamängd\p{L}*|mätning\p{L}*|[–-]\d+ ?°C)(?!\p{L})/giu
const fewestLaboratoryWords = 3

/** A part of each, found without looking round every letter. */
const maybeLaboratory =
  /prov|analys|RNA|PCR|extrah|koncentrer|normaliser|laborator|enkät|respondent|datamängd|mätning|°C/giu

const isLaboratory = remembered(
  ({ text }) =>
    allMatches(text, maybeLaboratory).length >= fewestLaboratoryWords &&
    allMatches(text, laboratory).length >= fewestLaboratoryWords,
)

export const rule = defineRule({
  meta: {
    id: 'passiv-tathet',
    title: 'Många passiva verb',
    description: 'Hittar ställen och texter där de passiva verben står tätt.',
    why: 'När många verb är passiva ser läsaren inte vem som ska göra vad.',
    group: 'verb',
    checklist: [7],
    severity: 'suggestion',
    enabled: true,
    profiles: { protokoll: { severity: 'off' } },
    sources: [skrivregler('1.3'), klarsprakshjalpen('Använd ord som läsarna förstår'), hallefors(7)],
    options: {
      maxAndel: {
        type: 'number',
        default: 0.35,
        minimum: 0.05,
        maximum: 1,
        description: 'Så stor andel av satserna i texten får vara passiva.',
      },
      minFinita: {
        type: 'integer',
        default: 15,
        minimum: 3,
        maximum: 200,
        description: 'Så många satser ska texten ha för att andelen ska räknas.',
      },
      meningarIRad: {
        type: 'integer',
        default: 3,
        minimum: 2,
        maximum: 20,
        description: 'Så många meningar i rad ska vara passiva.',
      },
      finitaIMening: {
        type: 'integer',
        default: 3,
        minimum: 2,
        maximum: 20,
        description: 'Så många passiva satser ska en enda mening ha.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
  },
  document: {
    collect(block): readonly SentencePassives[] | undefined {
      return block.quoted || block.sentences.length === 0
        ? undefined
        : block.sentences.map((sentence) => measure(sentence, block))
    },
    check(document, { options, profile, report }) {
      const { blocks } = document
      if (blocks.slice(0, 3).some(({ text }) => agenda.test(text.slice(0, 80)))) return
      let clauses = 0
      let passive = 0
      let isMethod = false
      const all: PlacedStretch[] = []
      for (let index = 0; index < blocks.length; index++) {
        const block = blocks[index]!
        if (block.kind === 'heading') isMethod = isMethodHeading(block)
        const { facts } = block
        // How samples were taken: any laboratory would do the same.
        if (facts === undefined || isMethod || isLaboratory(block)) continue
        const sum = sumOf(facts)
        clauses += sum.clauses
        passive += sum.passive
        if (sum.passive > 0)
          addStretches(
            all,
            stretchesOf(facts, options).filter((stretch) => isNameless(stretch, block.text)),
            index,
          )
      }
      if (clauses === 0 || /^(?:court|ombudsman)$/.test(readershipOf(document))) return
      // Plans, guides and yearly reports are for those who know who does what: only what is dense stands out.
      const isForWork = profile === 'webb' && !speaksToReader(document)
      const places = isForWork ? all.filter((place) => place.passive >= denser) : all
      places.sort((a, b) => b.passive - a.passive || a.block - b.block || a.start - b.start)
      const isDense =
        !isForWork && clauses >= options.minFinita && Math.round((100 * passive) / clauses) > options.maxAndel * 100
      if (isDense && places.length === 0) {
        const block = densest(blocks)
        const { start, end } = block.facts!.reduce((most, one) => (one.passive > most.passive ? one : most))
        places.push({ block: block.index, start, end, passive: 0 })
      }
      for (const { block, start, end, passive: count } of places.slice(0, shown)) {
        const here = count > 0 ? `Här står ${count} passiva verb tätt` : ''
        const share = isDense ? `${Math.round((100 * passive) / clauses)} % av satserna i texten är passiva` : ''
        report(block, {
          at: { start, end },
          message: here && share ? `${here}, och ${share}.` : `${here || share}.`,
          suggestions: [{ title: 'Skriv vem som gör vad, i alla satser där det går', safety: 'suggestion', edits: [] }],
        })
      }
    },
  },
})

/** False for a few passives among which somebody is named: `Vi hör av oss när ansökan registreras, prövas och avslutas`. */
function isNameless({ start, end, passive }: Stretch, text: string): boolean {
  return passive > many || !/(?<!\p{L})(?:du|ni|vi)(?!\p{L})/iu.test(text.slice(start, end))
}

/** So many passives make a block the place to show. */
const many = 3

/** The first of the blocks with the most passives, or the first with any where none has many. */
function densest<T extends { readonly facts: readonly SentencePassives[] | undefined }>(blocks: readonly T[]): T {
  const count = ({ facts }: T) => (facts === undefined ? 0 : sumOf(facts).passive)
  const most = blocks.reduce((best, one) => (count(one) > count(best) ? one : best))
  return count(most) >= many ? most : blocks.find((block) => count(block) > 0)!
}

interface PlacedStretch extends Stretch {
  /** Which block it stands in. */
  readonly block: number
}

function addStretches(all: PlacedStretch[], stretches: readonly Stretch[], block: number): void {
  for (const { start, end, passive } of stretches) all.push({ start, end, passive, block })
}

function sumOf(sentences: readonly SentencePassives[]): { clauses: number; passive: number } {
  let clauses = 0
  let passive = 0
  for (let index = 0; index < sentences.length; index++) {
    clauses += sentences[index]!.clauses
    passive += sentences[index]!.passive
  }
  return { clauses, passive }
}
