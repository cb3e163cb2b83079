import { type BlockSummary, type DocumentSummary, defineRule } from '@klarsprak/engine'
import { wcag } from '../src/sources.ts'
import { isHeading, whole } from '../src/structure.ts'

/** A line that calls out, greets or gives a fact is set in bold for what it says: `Välkommen!`, `Tid: 2 december`. */
const saysItself = /!\s*$|^[^:]{2,20}:|^(?:hej|välkommen|varmt välkommen|obs|viktigt)(?!\p{L})/iu
const startsLikeHeading = /^[\p{Lu}\d”"]/u
const hasWord = /\p{L}{3}/u
/** A line that has more than this to say, in words, is more of a lead. */
const mostWords = 10
/** A paragraph of so many words that ends as a sentence does is what a heading stands above. */
const fewestBelow = 5
const sentenceEnd = /[.!?:]["”’)\]]?$/

export const rule = defineRule({
  meta: {
    id: 'falsk-rubrik',
    title: 'Falsk rubrik',
    description: 'Hittar rader i fetstil som ser ut som rubriker men inte är det.',
    why: 'Skärmläsare, sökmotorer och innehållsförteckningar hittar bara rubriker som har rubrikformat.',
    group: 'tillganglighet',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [wcag('1.3.1', 'info-and-relationships')],
    options: {},
    zones: ['paragraph'],
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'block',
  },
  document: {
    check({ format, blocks }, { report }) {
      if (format === 'text') return
      let level = 1
      for (const block of blocks) {
        if (isHeading(block)) level = block.level
        else if (isFalseHeading(block) && isAboveText(blocks, block.index))
          report(block.index, {
            at: whole(block),
            message: `Raden ”${block.text.replaceAll('"', '”')}” ser ut som en rubrik men är bara text i fetstil.`,
            suggestions: [{ title: adviceFor(format, Math.max(2, level)), safety: 'suggestion', edits: [] }],
          })
      }
    },
  },
})

function isFalseHeading({ looksLikeHeading, marks, text, list, table, quoted, wordCount }: BlockSummary): boolean {
  if (!looksLikeHeading || list || table || quoted || wordCount > mostWords) return false
  const covers = (type: string) => marks.some((mark) => mark.type === type && mark.end - mark.start === text.length)
  // What unfolds at a click is a heading to the browser, and a link leads away.
  if (!covers('strong') || covers('link')) return false
  return startsLikeHeading.test(text) && hasWord.test(text) && !saysItself.test(text)
}

/** True where text follows that the line may stand above. Right under a heading it belongs to that. */
function isAboveText(blocks: DocumentSummary['blocks'], index: number): boolean {
  const before = blocks[index - 1]
  const next = blocks[index + 1]
  if (!next || (before && (isHeading(before) || before.looksLikeHeading))) return false
  if (next.kind === 'listItem') return true
  const isText = next.kind === 'paragraph' && !next.looksLikeHeading && !next.quoted
  return isText && next.wordCount >= fewestBelow && sentenceEnd.test(next.text.trim())
}

function adviceFor(format: DocumentSummary['format'], level: number): string {
  if (format === 'html') return `Gör raden till en rubrik: <h${level}>`
  if (format === 'markdown') return `Skriv ${'#'.repeat(level)} före raden i stället för fetstil`
  return `Ge raden formatmallen Rubrik ${level}`
}
