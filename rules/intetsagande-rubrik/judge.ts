import type { Profile, Report } from '@klarsprak/engine'
import { text as headings } from '../generated/tables/rubriker.ts'
import { opening } from '../src/structure.ts'
import { lazy, parts, type Row, readTable } from '../src/table.ts'
import { plain } from './heading.ts'

type Columns = 'rubrik' | 'exempel' | 'byt' | 'niva' | 'tillats' | 'under'

const table = lazy(() => new Map(readTable<Columns>(headings).map((row) => [row.rubrik.toLowerCase(), row])))
const empty = /^(?:angående|ang|beträffande|rörande|avseende)(?=[\s.:]|$)/i
/** A subject and a year, as in `Fisket 2025`: what happened is not said. Days and seasons say enough. */
const subjectAndYear =
  /^(?!\p{L}*(?:dagen|helgen|veckan|lovet|sommaren|hösten|våren|vintern|valet|året|julen|påsken) )\p{L}{3,}(?:et|en|na|an) (?:19|20)\d\d$/u

/** True for a heading that says what its text is about. */
export function namesSubject(text: string): boolean {
  return !table().has(plain(text))
}

/** What a finding says; with a heading to put in, where one fits any text. */
export interface Judgement extends Omit<Report, 'at'> {
  readonly replacement?: string
}

/**
 * What is the matter with a heading, if anything is.
 *
 * @param isPaper whether the text is one of the plans, statutes and reports whose headings are as in a report
 * @param subject the outermost heading above that says what the text is about
 */
export function judge(
  text: string,
  profile: Profile,
  subject: string | undefined,
  extra: ReadonlySet<string>,
  isPaper: () => boolean,
): Judgement | undefined {
  const heading = plain(text)
  const row = table().get(heading)
  if (row)
    return row.niva !== 'fel' && (numbered.test(text) || allows(row, profile, subject !== undefined, isPaper))
      ? undefined
      : fromRow(row, text, subject)
  const first = empty.exec(heading)
  if (first && isPaper()) return undefined
  if (first || extra.has(heading))
    return {
      message: first
        ? `Rubriken börjar med ”${text.trim().slice(0, first[0].length)}”, som inte säger något.`
        : `Rubriken ”${text}” säger inte vad texten handlar om.`,
      suggestions: [
        subject === undefined
          ? advise('Börja med det som är nytt eller viktigt', 'Avgiften för barnomsorg ändras')
          : adviseOn(subject),
      ],
    }
  if (profile === 'press' && subjectAndYear.test(text))
    return {
      message: `Rubriken ”${text}” säger ämnet men inte vad som har hänt.`,
      severity: 'suggestion',
      suggestions: [advise('Skriv nyheten i rubriken', 'Fisket i Svartälven ökade 2025')],
    }
  return undefined
}

/** A number of its own: the heading of a section in a plan or report. */
const numbered = /^\s*\d+(?:\.\d+)*\.? \p{L}/u

function allows(row: Row<Columns>, profile: Profile, hasSubject: boolean, isPaper: () => boolean): boolean {
  if (row.under === 'ok' && hasSubject) return true
  const allowed = parts(row.tillats, ' ')
  return allowed.includes(profile) || (allowed.length > 0 && isPaper())
}

function fromRow(row: Row<Columns>, text: string, subject: string | undefined): Judgement {
  if (row.niva === 'fel')
    return {
      message: `”${text}” är en kvarglömd malltext.`,
      severity: 'error',
      suggestions: [advise('Skriv en egen rubrik', 'Så ansöker du om bygglov')],
    }
  return {
    message: `Rubriken ”${text}” säger inte vad texten handlar om.`,
    ...(subject !== undefined || row.niva === 'forslag' ? { severity: 'suggestion' as const } : {}),
    ...(row.byt === ''
      ? {
          suggestions: [subject === undefined ? advise('Skriv vad texten handlar om', row.exempel) : adviseOn(subject)],
        }
      : { replacement: row.byt }),
  }
}

function advise(what: string, example: string) {
  return { title: `${what}. Så kan det se ut i en annan text: ”${example}”`, safety: 'suggestion' as const, edits: [] }
}

/** An example from another subject would only puzzle where the text says its own. */
function adviseOn(subject: string) {
  const name = opening(subject, 8).replaceAll(/["”]/g, '’')
  return {
    title: `Skriv vad avsnittet säger om det som huvudrubriken handlar om: ”${name}”`,
    safety: 'suggestion' as const,
    edits: [],
  }
}
