import { type DocumentSummary, defineRule } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { isAmongStudents, isJobAdvert, readershipOf, speaksToReader } from '../src/readership.ts'
import { klarsprakshjalpen, kmh, skrBrodtext, skrivregler } from '../src/sources.ts'
import { opening, type Span } from '../src/structure.ts'
import { breakingPoint } from './breaking-point.ts'

/** Statutes and agreements, whose paragraphs are as they are. */
const statute = /^(?:\d+\s?(?:kap\.|§)|§|\d+(?: \d+)?\(\d+\))/

const usual = 80

/** So much longer may a paragraph be where a text is for those who read for their work. */
const slack = 1.25

/** A word or two too many are no trouble. */
const ease = 1.06

/** So much longer may a paragraph be where no sentence can be told to begin something new: it may be about one thing. */
const oneThing = 1.9
/** and where it is for work already. */
const oneThingForWork = 1.6

/** Full stops with no space after, where the breaks of lines and paragraphs were lost. */
const glued = /\p{Ll}[.!?]\p{Lu}\p{Ll}/gu
/** What somebody else has said or written, in their words. */
const reported =
  /(?<!\p{L})(?:följande yttrande|anför(?:de|t)?(?: i huvudsak)? följande|uppgav|anför(?:de|t)|anser att|menar att|hävdar)(?!\p{L})/u

/** Lines that make paragraphs of their own. */
const fewestLines = 3

/** An answer in an interview, or a quotation with its source: `”Vi …” (Lind 2019)`. */
const answer = /^[*_]*["”»'’‘][^"”»]+["”»'’][*_]*[.]?(?:\s*\([^()]{2,80}\)\.?)?\s*$/

/** A paragraph that may be too long. */
interface Long {
  readonly words: number
  /** Its first sentence. */
  readonly first: Span
  /** Where a new paragraph can begin, with the words that it begins with; undefined where no place is sure. */
  readonly split: (Span & { readonly opening: string }) | undefined
  /** True where the place is so sure that the paragraph is about two things. */
  readonly isSplitSure: boolean
  readonly sentences: number
}

export const rule = defineRule({
  meta: {
    id: 'langt-stycke',
    title: 'Långt stycke',
    description: 'Hittar stycken som är för långa för att läsas i ett svep.',
    why: 'Ett långt stycke ser tungt ut, och läsaren hittar inte det som gäller hen.',
    group: 'struktur',
    checklist: [1, 3],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { options: { forslagOrd: 120, forslagTecken: 900 } } },
    sources: [skrBrodtext, kmh, klarsprakshjalpen('Sortera innehållet'), skrivregler('3.8')],
    options: {
      forslagOrd: {
        type: 'integer',
        default: usual,
        minimum: 20,
        maximum: 1000,
        description: 'Fler ord än så ger ett förslag, om stycket också har fler tecken än nästa gräns.',
      },
      forslagTecken: {
        type: 'integer',
        default: 500,
        minimum: 100,
        maximum: 10000,
        description: 'Så många tecken måste ett stycke ha för att ge ett förslag.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'none',
    extent: 'block',
    yieldsTo: ['textmassa'],
  },
  document: {
    collect({ text, sentences, quoted }, { options }): Long | undefined {
      const first = sentences[0]
      if (
        quoted ||
        first === undefined ||
        text.length <= options.forslagTecken ||
        statute.test(text) ||
        answer.test(text) ||
        reported.test(text) ||
        allMatches(text, glued).length > 1 ||
        isBroken(text, options.forslagOrd)
      )
        return undefined
      const words = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0)
      if (words <= options.forslagOrd) return undefined
      const sure = breakingPoint(text, sentences, words, 'sure')
      const split = sure ?? breakingPoint(text, sentences, words, 'turns')
      return {
        words,
        first: { start: first.start, end: first.end },
        split: split && { start: split.start, end: split.end, opening: opening(split.text).replaceAll('"', '”') },
        isSplitSure: sure !== undefined,
        sentences: sentences.length,
      }
    },
    check(document, { options, profile, report }) {
      let limit: number | undefined
      for (const { index, facts } of document.blocks) {
        if (facts === undefined) continue
        // A report of a case is as the court wrote it.
        if (limit === undefined && isOthers(document)) return
        const isWork = isForWork(document, profile)
        limit ??= options.forslagOrd * (isWork ? slack : ease)
        const { sentences: parts } = facts
        // A limit that somebody has tightened holds as it stands.
        const isSure = facts.isSplitSure || parts === 1 || options.forslagOrd < usual
        if (facts.words <= (isSure ? limit : limit * (isWork ? oneThingForWork : oneThing))) continue
        const { words, first, split, sentences } = facts
        report(index, {
          at: first,
          message: `Stycket har ${words} ord.`,
          suggestions: [
            {
              title: split
                ? `Dela stycket, till exempel vid meningen som börjar ”${split.opening}”`
                : sentences > 1
                  ? 'Dela stycket där texten går över till något nytt'
                  : 'Dela meningen i flera, eller gör en punktlista av det som räknas upp',
              safety: 'suggestion',
              edits: [],
            },
          ],
          ...(split ? { related: [{ block: index, at: split, message: 'Här kan ett nytt stycke börja.' }] } : {}),
        })
      }
    },
  },
})

/** True where the writer has broken lines between sentences, so that no stretch is long: a letter, a row of steps. */
function isBroken(text: string, most: number): boolean {
  const lines = text.split('\n')
  if (lines.length < fewestLines) return false
  return lines.every((line, index) => line.split(' ').length <= most && (index === 0 || !/^\p{Ll}/u.test(line)))
}

/** What courts and ombudsmen write of a case, what students tell each other, and advertisements for jobs. */
function isOthers(document: DocumentSummary): boolean {
  return /^(?:court|ombudsman)$/.test(readershipOf(document)) || isAmongStudents(document) || isJobAdvert(document)
}

/** Judgments, plans and guides on the web; reports have limits of their own. */
function isForWork(document: DocumentSummary, profile: string): boolean {
  return (profile === 'webb' || profile === 'beslut') && !speaksToReader(document)
}
