import { type BlockSummary, type DocumentSummary, defineRule } from '@klarsprak/engine'
import { isJobAdvert, readershipOf, speaksToReader } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { headingText, plain, wordsOf } from './heading.ts'
import { judge, namesSubject } from './judge.ts'

export const rule = defineRule({
  meta: {
    id: 'intetsagande-rubrik',
    title: 'Intetsägande rubrik',
    description: 'Hittar rubriker som inte säger vad texten under dem handlar om.',
    why: 'Läsaren väljer vad hen ska läsa efter rubrikerna, och en allmän rubrik ger inget att välja på.',
    group: 'struktur',
    checklist: [4],
    severity: 'warning',
    enabled: true,
    sources: [
      klarsprakshjalpen('Skriv tydliga rubriker'),
      skrivregler('3.5'),
      { work: 'Bolagsverket: Språkstöd', url: 'https://kliv.nu/sprakstod' },
      hallefors(4),
    ],
    options: {
      extra: { type: 'strings', default: [], description: 'Fler rubriker som ska räknas som intetsägande.' },
      undanta: { type: 'strings', default: [], description: 'Rubriker som är i sin ordning hos er.' },
    },
    zones: ['heading'],
    fix: 'suggestion',
    extent: 'block',
  },
  document: {
    check(document, { options, profile, report }) {
      const spared = new Set(options.undanta.map(plain))
      const extra = new Set(options.extra.map(plain))
      const above: BlockSummary[] = []
      let paper: boolean | undefined
      const isPaper = () => {
        paper ??= isPaperOf(document)
        return paper
      }
      for (const block of document.blocks) {
        const text = headingText(block)
        if (text === '') continue
        while (above.length > 0 && above.at(-1)!.level >= block.level && document.format !== 'text') above.pop()
        const subject = above.map(headingText).find(namesSubject)
        above.push(block)
        const found = spared.has(plain(text)) ? undefined : judge(text, profile, subject, extra, isPaper)
        if (found === undefined) continue
        if (document.format === 'text' && isRepeated(text, document)) continue
        if (above.length > 1 && pointing.test(text.trim()) && isPointer(block, document)) continue
        const start = block.text.length - text.length
        const { replacement, suggestions = [], ...rest } = found
        report(block.index, {
          ...rest,
          at: { start, end: block.text.length },
          suggestions:
            replacement === undefined
              ? suggestions
              : [
                  {
                    title: `Byt till ”${replacement}”`,
                    safety: 'suggestion',
                    edits: [{ ...wordsOf(block.text, text), text: replacement }],
                  },
                ],
        })
      }
    },
  },
})

/** What plans, statutes and reports call themselves, alone or as the end of a longer word. */
const paper =
  /(?:reglemente|taxa|taxan|policy|plan|planen|strategi|delegationsordning(?:en)?|riktlinjer?|riktlinjen|handbok|tjänsteskrivelse|promemoria|rapport|föreskrifter|anvisningar|bestämmelser|stadgar|program|granskning|utredning|kravspecifikation(?:en)?)(?!\p{L})/iu

/** So many blocks of plain text are no note or mail. */
const longText = 5

function isPaperOf(document: DocumentSummary): boolean {
  const first = document.blocks.find(isHeading)?.text ?? ''
  if (paper.test(`${document.title ?? ''} ${first}`) || readershipOf(document) !== 'public') return true
  if (!speaksToReader(document) || isJobAdvert(document)) return true
  // Plain text loses its title and the numbers of its chapters.
  if (document.format === 'text') return document.blocks.length >= longText
  // A text without a main heading is cut out of one that has it, or has its title elsewhere.
  return !document.blocks.some((block) => isHeading(block) && block.level === 1)
}

/** Headings of what leads on from a page. */
const pointing = /^(?:mer info|läs mer|länkar|relaterad info|frågor$)/iu
/** Words of a line that only points on: `Läs mer om hemtjänst på din kommuns webbplats`. */
const mostWords = 15

/** True for a section that is one short line, or a list of links: what it holds is seen at a glance. */
function isPointer({ index }: BlockSummary, { blocks }: DocumentSummary): boolean {
  let lines = 0
  for (const block of blocks.slice(index + 1)) {
    if (isHeading(block)) break
    const links = block.marks.some(({ type, start, end }) => type === 'link' && (end - start) * 2 >= block.text.length)
    if (!links && (block.wordCount > mostWords || ++lines > 1)) return false
  }
  return true
}

/** So many times in plain text, a line is the label of a link and no heading. */
const mostTimes = 3

function isRepeated(text: string, { blocks }: DocumentSummary): boolean {
  return blocks.filter((block) => headingText(block) === text).length > mostTimes
}
