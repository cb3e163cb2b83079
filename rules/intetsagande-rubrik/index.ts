import { type BlockSummary, defineRule, type Profile, type Report } from '@klarsprak/engine'
import { text as headings } from '../generated/tables/rubriker.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { lazy, parts, type Row, readTable } from '../src/table.ts'

type Columns = 'rubrik' | 'exempel' | 'byt' | 'niva' | 'tillats' | 'under'

const table = lazy(() => new Map(readTable<Columns>(headings).map((row) => [row.rubrik.toLowerCase(), row])))
const empty = /^(?:angående|ang|beträffande|rörande|avseende)(?=[\s.:]|$)/i
/** Without folded lines, so that only a line of its own counts. */
const subjectLine = /^(?:ämne|ärende|rubrik):\s*(\S.*)$/i
/** A subject and a year, as in `Fisket 2025`: what happened is not said. Days and seasons say enough. */
const subjectAndYear =
  /^(?!\p{L}*(?:dagen|helgen|veckan|lovet|sommaren|hösten|våren|vintern|valet|året|julen|påsken) )\p{L}{3,}(?:et|en|na|an) (?:19|20)\d\d$/u

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
      for (const block of document.blocks) {
        const text = headingText(block)
        if (text === '') continue
        while (above.length > 0 && above.at(-1)!.level >= block.level && document.format !== 'text') above.pop()
        const hasSubject = above.some((other) => !table().has(plain(headingText(other))))
        above.push(block)
        const found = spared.has(plain(text)) ? undefined : judge(text, profile, hasSubject, extra)
        if (found === undefined) continue
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

/** The text of a heading, or what follows the label of a mail's or a letter's subject line; otherwise empty. */
function headingText(block: BlockSummary): string {
  if (isHeading(block)) return subjectLine.exec(block.text)?.[1] ?? (block.text.trim() === '' ? '' : block.text)
  return (block.index < 4 && subjectLine.exec(block.text)?.[1]) || ''
}

/** What a finding says; with a heading to put in, where one fits any text. */
interface Judgement extends Omit<Report, 'at'> {
  readonly replacement?: string
}

/** What is the matter with a heading, if anything is. */
function judge(text: string, profile: Profile, hasSubject: boolean, extra: ReadonlySet<string>): Judgement | undefined {
  const heading = plain(text)
  const row = table().get(heading)
  if (row) return allows(row, profile, hasSubject) ? undefined : fromRow(row, text, hasSubject)
  const first = empty.exec(heading)
  if (first || extra.has(heading))
    return {
      message: first
        ? `Rubriken börjar med ”${text.trim().slice(0, first[0].length)}”, som inte säger något.`
        : `Rubriken ”${text}” säger inte vad texten handlar om.`,
      suggestions: [advise('Börja med det som är nytt eller viktigt', 'Avgiften för barnomsorg ändras')],
    }
  if (subjectAndYear.test(text) && profile !== 'rapport' && profile !== 'protokoll')
    return {
      message: `Rubriken ”${text}” säger ämnet men inte vad som har hänt.`,
      severity: 'suggestion',
      suggestions: [advise('Skriv nyheten i rubriken', 'Fisket i Svartälven ökade 2025')],
    }
  return undefined
}

function allows(row: Row<Columns>, profile: Profile, hasSubject: boolean): boolean {
  return (row.under === 'ok' && hasSubject) || parts(row.tillats, ' ').includes(profile)
}

function fromRow(row: Row<Columns>, text: string, hasSubject: boolean): Judgement {
  if (row.niva === 'fel')
    return {
      message: `”${text}” är en kvarglömd malltext.`,
      severity: 'error',
      suggestions: [advise('Skriv en egen rubrik', 'Så ansöker du om bygglov')],
    }
  return {
    message: `Rubriken ”${text}” säger inte vad texten handlar om.`,
    ...(hasSubject || row.niva === 'forslag' ? { severity: 'suggestion' as const } : {}),
    ...(row.byt === ''
      ? { suggestions: [advise('Skriv vad texten handlar om', row.exempel)] }
      : { replacement: row.byt }),
  }
}

function advise(what: string, example: string) {
  return { title: `${what}, till exempel ”${example}”`, safety: 'suggestion' as const, edits: [] }
}

/** Where the words of a heading stand in its block, its numbering and closing signs left out. */
function wordsOf(block: string, text: string): { start: number; end: number } {
  const words = plain(text)
  const start = block.length - text.length + text.toLowerCase().indexOf(words)
  return { start, end: start + words.length }
}

/** Lower case, without numbering before and punctuation after. */
function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^\s*(?:§?\s*\d+(?:\.\d+)*\.?\s*§?\s*)?/, '')
    .replace(/[\s.:!?…–-]+$/, '')
}
