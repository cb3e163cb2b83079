import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { firstSentence, isRunningText } from '../src/structure.ts'

const subjectLine = /^(?:ämne|ärende|rubrik)\s*:/i

/** Bold lines that greet, call out or give a fact name no text: `Varmt välkommen!`, `Tid: den 2 december`. */
const noHeading = /[!.]\s*$|^[^:]{2,20}:|^(?:hej|välkommen|varmt välkommen)(?!\p{L})/iu
/** Without a paragraph of so many words there is no text to name: messages of a form, questions of a quiz. */
const runningText = 25
/** Words of a line in capitals. */
const mostInCapitals = 30

function isShouted(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && text.split(/\s+/).length <= mostInCapitals
}

/** `Den här sidan visar …`, and a lead in bold: the system that shows the page has its title in a field of its own. */
function hasTitleElsewhere({ text, marks }: BlockSummary): boolean {
  if (/^(?:den här|denna) (?:sidan?|webbplatsen?|artikeln?) /i.test(text)) return true
  return marks.some(({ type, start, end }) => type === 'strong' && start === 0 && end > shortestLead)
}

/** True for what a school or a group writes home each week: `Veckan är snart till ända … Trevlig helg!` */
function isWeekly(first: BlockSummary, last: BlockSummary): boolean {
  return (
    /(?<!\p{L})vecka(?:n|ns)?(?!\p{L})/iu.test(first.text) &&
    /(?<!\p{L})(?:helg|hälsning|hälsar|vecka)/iu.test(last.text)
  )
}

/** Characters in bold that make a lead. */
const shortestLead = 80

/** A question in bold before its answer is a heading of its own. */
function opensWithQuestion({ text, marks }: BlockSummary): boolean {
  return marks.some(({ type, start, end }) => type === 'strong' && start === 0 && text.charAt(end - 1) === '?')
}

/** A text less than so much longer than the limit is short. */
const short = 1.25

export const rule = defineRule({
  meta: {
    id: 'rubrik-saknas',
    title: 'Rubrik saknas',
    description: 'Hittar längre texter som inte har någon rubrik.',
    why: 'Rubriken säger vad texten handlar om, så att läsaren vet om den är viktig för hen.',
    group: 'struktur',
    checklist: [3, 4],
    severity: 'warning',
    enabled: true,
    sources: [
      klarsprakshjalpen('Skriv tydliga rubriker'),
      skrivregler('3.5'),
      { work: 'WCAG 2.1', section: '2.4.6', url: 'https://www.w3.org/TR/WCAG21/#headings-and-labels' },
      hallefors(4),
    ],
    options: {
      minOrd: {
        type: 'integer',
        default: 120,
        minimum: 20,
        maximum: 5000,
        description: 'Så många ord löptext måste dokumentet ha.',
      },
      falskaRubriker: {
        type: 'boolean',
        default: true,
        description: 'Säg till när de enda rubrikerna är rader i fetstil.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, report }) {
      if (document.format === 'html' && document.fragment) return
      const { title, rubrik } = document.frontMatter.data
      if (title || rubrik) return
      let words = 0
      let heading: number | undefined
      let first: (typeof document.blocks)[number] | undefined
      let bold: (typeof document.blocks)[number] | undefined
      let capitals: (typeof document.blocks)[number] | undefined
      let longest = 0
      for (const block of document.blocks) {
        if (block.looksLikeHeading && document.format !== 'text') {
          if (!noHeading.test(block.text)) bold ??= block
        } else if (block.kind === 'heading') heading = block.index
        else if (subjectLine.test(block.text)) return
        else if (isRunningText(block)) {
          // A heading with nothing to read under it is the close of a letter.
          if (heading !== undefined && block.wordCount >= 5) return
          if (first === undefined && isShouted(block.text)) {
            // In plain text nothing else can show a heading.
            if (document.format === 'text') return
            capitals ??= block
            continue
          }
          longest = Math.max(longest, block.wordCount)
          // Items and questions in a row are no text.
          if (block.kind !== 'listItem' && !block.text.trim().endsWith('?')) words += block.wordCount
          first ??= block
        }
      }
      if (words < options.minOrd || first === undefined || longest < runningText) return
      if (
        isWeekly(first, document.blocks.at(-1)!) ||
        hasTitleElsewhere(first) ||
        document.blocks.some(opensWithQuestion)
      )
        return
      const looks = bold ?? capitals
      if (looks) {
        if (options.falskaRubriker)
          report(looks.index, {
            at: { start: 0, end: looks.text.length },
            message: `Rubriken är bara en rad i ${bold ? 'fetstil' : 'versaler'}.`,
            why: 'Skärmläsare, sökmotorer och innehållsförteckningar hittar bara riktiga rubriker.',
            suggestions: [
              {
                title:
                  document.format === 'html'
                    ? 'Gör raden till en rubrik med taggen h1'
                    : document.format === 'office'
                      ? 'Gör raden till en rubrik med formatmallen Rubrik 1'
                      : `Gör raden till en rubrik: sätt # före den och ${bold ? 'ta bort fetstilen' : 'skriv den med små bokstäver'}`,
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
        return
      }
      report(first.index, {
        at: first.facts ?? { start: 0, end: first.text.length },
        message: `Texten har ${words} ord men ingen rubrik.`,
        // A text hardly longer than the limit may be a field of a form or a note.
        ...(words < options.minOrd * short ? { severity: 'suggestion' as const } : {}),
        suggestions: [
          {
            title: 'Sätt en rubrik först som säger det viktigaste i texten',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
