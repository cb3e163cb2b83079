import { type BlockSummary, type DocumentSummary, defineRule, type Report } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen, nacka, westander } from '../src/sources.ts'
import { isHeading, isRunningText } from '../src/structure.ts'
import { type Marks, readMarks } from './marks.ts'

/** Shorter texts are read to the end anyway. */
const shortest = 80

export const rule = defineRule({
  meta: {
    id: 'viktigast-forst',
    title: 'Det viktigaste kommer sent',
    description: 'Hittar beslut, brev och pressmeddelanden där beskedet eller uppmaningen kommer långt ner.',
    why: 'Läsaren vill först veta vad det blev eller vad hen ska göra, och sedan varför.',
    group: 'struktur',
    checklist: [5],
    severity: 'suggestion',
    enabled: false,
    profiles: {
      beslut: { severity: 'suggestion' },
      press: { severity: 'suggestion' },
      webb: { severity: 'off' },
      rapport: { severity: 'off' },
      protokoll: { severity: 'off' },
      lattlast: { severity: 'off' },
    },
    sources: [klarsprakshjalpen('Sortera innehållet'), nacka, westander, hallefors(5)],
    options: {
      beslutMaxAndel: {
        type: 'number',
        default: 0.4,
        minimum: 0.1,
        maximum: 1,
        description: 'Så stor andel av ett beslut får komma före utfallet.',
      },
      brevMaxAndel: {
        type: 'number',
        default: 0.6,
        minimum: 0.1,
        maximum: 1,
        description: 'Så stor andel av ett brev får komma före uppmaningen.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: readMarks,
    check(document, { options, profile, report }) {
      const total = document.blocks.reduce((sum, block) => sum + (isRunningText(block) ? block.wordCount : 0), 0)
      if (total < shortest) return
      const found =
        profile === 'press'
          ? lateNews(document)
          : profile === 'beslut'
            ? late(document, 'outcome', total, options.beslutMaxAndel)
            : late(document, 'request', total, options.brevMaxAndel)
      if (found) report(found.block.index, found.report)
    },
  },
})

interface Found {
  readonly block: BlockSummary
  readonly report: Report
}

/** The first place where the outcome or the request stands, if too much comes before it. */
function late(
  { blocks }: DocumentSummary<Marks>,
  which: 'outcome' | 'request',
  total: number,
  share: number,
): Found | undefined {
  let words = 0
  let afterReasons = false
  for (const block of blocks) {
    if (isHeading(block) && /^(?:skäl|bakgrund|motivering)/i.test(block.text)) afterReasons = true
    const at = block.facts?.[which]
    if (!at) {
      if (isRunningText(block)) words += block.wordCount
      continue
    }
    if (isHeading(block)) return undefined
    const before = words + at.wordsBefore
    const isLate = before > total * share || (which === 'outcome' && afterReasons && before >= 40)
    if (!isLate) return undefined
    const isOutcome = which === 'outcome'
    return {
      block,
      report: {
        at: at.span,
        message: isOutcome
          ? `Beslutet kommer först efter ${before} av ${total} ord.`
          : `Det läsaren ska göra kommer först efter ${before} av ${total} ord.`,
        suggestions: [
          {
            title: isOutcome
              ? 'Börja med vad beslutet blev, och ge skälen sedan'
              : 'Börja med vad läsaren ska göra och när',
            safety: 'suggestion',
            edits: [],
          },
        ],
      },
    }
  }
  return undefined
}

/** The first sentence of a press release, where it tells of the past and the news comes later. */
function lateNews({ blocks }: DocumentSummary<Marks>): Found | undefined {
  const texts = blocks.filter((block) => isRunningText(block) && block.wordCount >= 6)
  const [first] = texts
  const background = first?.facts?.background
  if (!first || !background) return undefined
  const hasNews = first.facts!.newsAfter || texts.slice(1, 4).some(({ facts }) => facts?.news)
  if (!hasNews) return undefined
  return {
    block: first,
    report: {
      at: background,
      message: 'Pressmeddelandet börjar med bakgrunden.',
      suggestions: [{ title: 'Börja med nyheten: vad som händer, när och för vem', safety: 'suggestion', edits: [] }],
    },
  }
}
