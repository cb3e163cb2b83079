import { type BlockSummary, defineRule, type Profile, type Report } from '@klarsprak/engine'
import { text as headings } from '../generated/tables/rubriker.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { lazy, parts, type Row, readTable } from '../src/table.ts'

type Columns = 'rubrik' | 'exempel' | 'byt' | 'niva' | 'tillats' | 'under'

const table = lazy(() => new Map(readTable<Columns>(headings).map((row) => [row.rubrik.toLowerCase(), row])))
const empty = /^(?:angående|ang|beträffande|rörande|avseende)(?=[\s.:]|$)/i
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
        if (!isHeading(block) || block.text.trim() === '') continue
        while (above.length > 0 && above.at(-1)!.level >= block.level && document.format !== 'text') above.pop()
        const hasSubject = above.some((heading) => !table().has(plain(heading.text)))
        above.push(block)
        const heading = plain(block.text)
        if (spared.has(heading)) continue
        const found = judge(block.text, heading, profile, hasSubject, extra)
        if (found) report(block.index, { at: { start: 0, end: block.text.length }, ...found })
      }
    },
  },
})

/** What is the matter with a heading, if anything is. */
function judge(
  text: string,
  heading: string,
  profile: Profile,
  hasSubject: boolean,
  extra: ReadonlySet<string>,
): Omit<Report, 'at'> | undefined {
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

function fromRow(row: Row<Columns>, text: string, hasSubject: boolean): Omit<Report, 'at'> {
  if (row.niva === 'fel')
    return {
      message: `”${text}” är en kvarglömd malltext.`,
      severity: 'error',
      suggestions: [advise('Skriv en egen rubrik', 'Så ansöker du om bygglov')],
    }
  return {
    message: `Rubriken ”${text}” säger inte vad texten handlar om.`,
    ...(hasSubject || row.niva === 'forslag' ? { severity: 'suggestion' as const } : {}),
    suggestions: [
      row.byt === ''
        ? advise('Skriv vad texten handlar om', row.exempel)
        : {
            title: `Byt till ”${row.byt}”`,
            safety: 'suggestion',
            edits: [{ ...wordsOf(text), text: row.byt }],
          },
    ],
  }
}

function advise(what: string, example: string) {
  return { title: `${what}, till exempel ”${example}”`, safety: 'suggestion' as const, edits: [] }
}

/** Where the words of a heading stand, its numbering and closing signs left out. */
function wordsOf(text: string): { start: number; end: number } {
  const heading = plain(text)
  const start = text.toLowerCase().indexOf(heading)
  return { start, end: start + heading.length }
}

/** Lower case, without numbering before and punctuation after. */
function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^\s*(?:§?\s*\d+(?:\.\d+)*\.?\s*§?\s*)?/, '')
    .replace(/[\s.:!?…–-]+$/, '')
}
