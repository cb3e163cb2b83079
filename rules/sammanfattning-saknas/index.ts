import { defineRule } from '@klarsprak/engine'
import { mainHeading } from '../src/headings.ts'
import { speaksToReader } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen, nacka } from '../src/sources.ts'
import { firstSentence, isHeading, isRunningText, whole } from '../src/structure.ts'

/** Papers that are looked things up in, not read. */
const reference =
  /(?:avtal|tax[ao]|föreskrift|författning|reglement|stadg|protokoll|ordning|villkor|regler|förteckning|dagordning|kallelse)/i
/** So long must an opening be, and at most, to stand for a summary. */
const opening = { least: 30, most: 150 }

export const rule = defineRule({
  meta: {
    id: 'sammanfattning-saknas',
    title: 'Sammanfattning saknas',
    description: 'Hittar långa texter utan sammanfattning och utan ingress.',
    why: 'Den som inte hinner läsa allt får inte veta det viktigaste.',
    group: 'struktur',
    checklist: [5],
    severity: 'suggestion',
    enabled: false,
    profiles: { protokoll: { severity: 'off' } },
    sources: [klarsprakshjalpen('Sortera innehållet'), nacka, hallefors(5)],
    options: {
      minOrd: {
        type: 'integer',
        default: 1000,
        minimum: 50,
        maximum: 20000,
        description: 'Så många ord löptext måste texten ha.',
      },
      rubrikord: {
        type: 'strings',
        default: ['sammanfattning', 'i korthet', 'i korta drag', 'kort om', 'det viktigaste', 'slutsats'],
        description: 'Ord som visar att ett avsnitt är en sammanfattning.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, profile, report }) {
      const { blocks, format } = document
      let words = 0
      for (const block of blocks) if (isRunningText(block)) words += block.wordCount
      if (words < options.minOrd) return
      // Articles and essays are read from the beginning to the end.
      if (profile === 'webb' && !speaksToReader(document)) return
      // In plain text a short line further down may look like a heading.
      const heading = format === 'text' ? blocks.slice(0, 1).find(isHeading) : mainHeading(document)
      if (reference.test(heading?.text ?? document.title ?? '')) return
      const marks = options.rubrikord.map((word) => word.toLowerCase())
      for (const block of blocks) {
        if (!isHeading(block) && !block.looksLikeHeading) continue
        const lower = block.text.toLowerCase()
        if (marks.some((word) => lower.includes(word))) return
      }
      let before = 0
      for (const block of blocks.slice((heading?.index ?? -1) + 1)) {
        if (isHeading(block)) break
        if (isRunningText(block)) before += block.wordCount
      }
      if (before >= opening.least && before <= opening.most) return
      const place = heading ?? blocks.find(isRunningText)
      if (!place) return
      report(place.index, {
        at: isHeading(place) ? whole(place) : (place.facts ?? whole(place)),
        message: `Texten har ${words} ord men ingen sammanfattning.`,
        suggestions: [
          {
            title: 'Börja med en kort sammanfattning: vad texten leder fram till och vad läsaren ska göra',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
