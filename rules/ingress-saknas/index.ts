import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { mainHeading } from '../src/headings.ts'
import { onlyIn } from '../src/profiles.ts'
import { isAmongStudents, isJobAdvert, readershipOf } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { helsingborg, kmh, skrIngress, westander } from '../src/sources.ts'
import { firstSentence, isHeading, isRunningText, whole } from '../src/structure.ts'

/** Shorter paragraphs are a date, a label or a greeting. */
const shortest = 6

/** Pages that are looked things up in, forms, and papers with an opening of their own kind. */
const lookedUp =
  /^(?:öppettider|kontakt|sök|ansök|anmäl|blankett|pris|vanliga frågor|frågor|faq(?!\p{L})|sammanträde|kallelse|dagordning|välkommen)|ansökan om|e-tjänst|stadgar|^beslut|normer|referat|(?:vecko|månads)brev|avtal|tax[ao]|reglement|riktlinje|regler|föreskrift|bestämmelse|delegation|protokoll|policy|(?:program|strategi|handlingsplan|verksamhetsplan)(?:met|en|n)?(?:\s|$)|(?:^|\s)plan(?:en)?(?:\s|$)|(?:styrelsen?|fullmäktige|nämnden?|utskottet?|mötet?) (?:den )?\d{1,2} \p{Ll}+(?: \d{4})?(?: i korthet)?\s*$|i korthet\s*$|^kort(?:a nyheter)? (?:om|från)(?!\p{L})/iu
const listOfNews = /^(?:pressmeddelanden|nyheter|aktuellt)\s*$/i
/** First lines of a paper that say what it is. */
const paper = /riktlinje|reglemente|policy|föreskrift|referat/i
/** Judgments, decisions of an ombudsman and other records: they begin with what was asked. */
const record =
  /(?<!\p{L})(?:JO|JK|Dnr|Diarienummer|Justitiekanslern?|Justitieombudsman\p{L}*|Lagrum|Domslut|[Tt]ingsrätten|(?:[Hh]ov|[Kk]ammar)rätten|anför(?:de|t))(?!\p{L})/u
/** Words in which a record shows itself, and in which a letter greets and ends. */
const headBlocks = 4
const tailBlocks = 6
const greeting = /^(?:hej|bästa|kära)(?!\p{L})/iu
const close = /^(?:med )?(?:vänlig(?:a)?|hjärtliga) hälsning(?:ar)?|^hälsningar(?!\p{L})|^hälsar /iu
/** Sections that do what a lead does. */
const summary =
  /^(?:\d|sammanfattning|i korthet|kort om|förord|inledning|introduktion|beslutet? i korthet|vanliga frågor|frågor och svar)/i

/** Sections of an advertisement for a job, which opens as the forms of the trade do. */
const post =
  /^(?:om (?:arbetsplatsen|tjänsten|jobbet|anställningen|uppdraget)|(?:dina )?arbetsuppgifter|(?:din )?kvalifikationer|din profil|anställningsvillkor)\s*$/i
/** A page of ways in begins with its news. */
const news = /^(?:aktuellt|nyheter|senaste nytt)\s*$/i
/** Headings that ask, before a page is one of questions and answers. */
const fewestQuestions = 3

export const rule = defineRule({
  meta: {
    id: 'ingress-saknas',
    title: 'Ingress saknas',
    description: 'Hittar webbsidor och pressmeddelanden som inte börjar med ett kort stycke efter huvudrubriken.',
    why: 'Många läser bara rubriken och de första raderna, så där ska det viktigaste stå.',
    group: 'struktur',
    checklist: [5],
    severity: 'suggestion',
    enabled: true,
    profiles: { ...onlyIn('press', 'webb', 'strikt'), webb: { options: { maxOrd: 100 } } },
    sources: [skrIngress, westander, helsingborg('Hjälp med språket'), kmh],
    options: {
      minText: {
        type: 'integer',
        default: 150,
        minimum: 20,
        maximum: 5000,
        description: 'Så många ord löptext måste texten ha.',
      },
      maxOrd: {
        type: 'integer',
        default: 60,
        minimum: 10,
        maximum: 300,
        description: 'Så många ord får det första stycket ha.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, profile, report }) {
      const { blocks, format, fragment } = document
      const heading = mainHeading(document)
      if (!heading || (format === 'html' && fragment)) return
      if (listOfNews.test(heading.text) || (profile !== 'press' && lookedUp.test(heading.text))) return
      // Plain text is seldom a web page, but what was taken out of a paper.
      if (format === 'text' && profile !== 'press') return
      let words = 0
      for (const block of blocks) if (isRunningText(block)) words += block.wordCount
      if (words < options.minText) return
      if (profile !== 'press' && (isNoPage(blocks, heading.index) || opensElsewise(blocks, heading.index))) return
      if (
        profile === 'webb' &&
        (isAmongStudents(document) || isJobAdvert(document) || readershipOf(document) !== 'public')
      )
        return
      if (profile !== 'press' && blocks.some(isGuided)) return
      const first = blocks.slice(heading.index + 1).find(isTelling)
      // A table or a form is what the reader came for.
      if (!first || first.kind === 'tableCell' || heading.embeds || (isHeading(first) && summary.test(first.text)))
        return
      if (first.kind === 'paragraph' || first.kind === 'lead') {
        if (summary.test(first.text)) return
        if (first.wordCount > options.maxOrd)
          report(first.index, {
            at: first.facts ?? whole(first),
            message: `Det första stycket har ${first.wordCount} ord, så det fungerar inte som ingress.`,
            suggestions: [
              {
                title: `Börja med ett stycke på högst ${options.maxOrd} ord som säger det viktigaste`,
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
        return
      }
      if (isHeading(first) && leadsIn(first, heading, blocks)) return
      report(heading.index, {
        at: whole(heading),
        message: `Efter huvudrubriken kommer ${isHeading(first) ? 'en ny rubrik' : 'en lista'} i stället för en ingress.`,
        suggestions: [
          {
            title: 'Skriv en eller två meningar efter huvudrubriken som säger det viktigaste',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})

/** What a step of a guide says: the steps before it have said what it is about. */
const guide = /(?<!\p{L})(?:den här|denna) guiden?s?(?!\p{L})/iu
const isGuided = remembered(({ text }) => guide.test(text))

/** True for advertisements for jobs, ways in to other pages, and questions with answers. */
function opensElsewise(blocks: readonly BlockSummary[], main: number): boolean {
  const headings = blocks.filter((block) => isHeading(block) && block.index > main).map(({ text }) => text.trim())
  if (headings[0] !== undefined && news.test(headings[0])) return true
  if (headings.length >= fewestWays && wordsUnder(blocks, main) < headings.length * wayWords) return true
  const asking = headings.filter((text) => text.endsWith('?')).length
  if (isShortNews(headings, blocks[main]!.text)) return true
  if (asking >= fewestQuestions ? asking * 2 > headings.length : asking > 1 && asking === headings.length) return true
  return headings.filter((text) => post.test(text)).length > 1 || post.test(headings[0] ?? '')
}

/** So many headings with so few words under each are ways in to other pages. */
const fewestWays = 4
const wayWords = 30

function wordsUnder(blocks: readonly BlockSummary[], main: number): number {
  let words = 0
  for (const block of blocks) if (block.index > main && isRunningText(block)) words += block.wordCount
  return words
}

/** What short news under headings of their own say in them: `Årsredovisningen godkänd`, `Ny taxa beslutad`. */
const tellsNews =
  /(?<!\p{L})(?:godkän[dt]|fastställ[dt]|antagen|antaget|beslutad|utsedd|vald|invald|klar|avslagen|återremitterad)[.!]?$/u
const fewestNews = 2

/** True for a page of short news, each under a heading that tells it. */
function isShortNews(headings: readonly string[], main: string): boolean {
  return !tellsNews.test(main) && headings.filter((text) => tellsNews.test(text)).length >= fewestNews
}

/** Headings that say what the page is about. */
const introduction =
  /^(?:(?:varmt )?välkommen|vad (?:är|innebär)|vi erbjuder|detta (?:är|gäller)|det här (?:är|gäller)|så (?:här )?fungerar)/iu
/** Letters of a word that names the subject and nothing else. */
const subjectLength = 10
/** Letters of the first part of a compound that is taken up in another form: `friluftsprogram`, `friluftslivet`. */
const stemLength = 8

/** True where the first section does what a lead does: it takes up the subject of the page. */
function leadsIn(first: BlockSummary, main: BlockSummary, blocks: readonly BlockSummary[]): boolean {
  if (introduction.test(first.text)) return true
  const next = blocks[first.index + 1]
  if (next && /^(?:Här|På (?:den här )?sidan) /.test(next.text)) return true
  const words = wordsOf(first)
  const named = wordsOf(main)
  if (named.some((word) => word.length >= subjectLength && words.includes(word))) return true
  if (
    named.some((word) =>
      words.some((other) => other.slice(0, stemLength) === word.slice(0, stemLength) && other.length >= stemLength),
    )
  )
    return true
  if (isSubtitle(words, named) && next?.kind === 'paragraph' && isAbout(next, named)) return true
  // `Röstkort`, and under it `Röstkort skickas i maj` with a sentence or two: a lead would say the same.
  return (
    isBrief(first, blocks) &&
    named.some((word) => word.length >= shortSubject && words.some((other) => other.startsWith(word)))
  )
}

/** Words of a heading that names a page, and of a line under it that says what it is. */
const fewWords = 2
const subtitleWords = 3
/** Words in which a paragraph takes up the subject. */
const openingWords = 12

function isSubtitle(words: readonly string[], named: readonly string[]): boolean {
  return named.length <= fewWords && words.length >= subtitleWords
}

/** True for a paragraph that begins with what the page is called: `Visselblåsning`, and then `Kommunen har en visselblåsartjänst`. */
function isAbout(block: BlockSummary, named: readonly string[]): boolean {
  const opening = wordsOf(block).slice(0, openingWords)
  return named.some(
    (word) => word.length >= stemLength && opening.some((other) => other.startsWith(word.slice(0, stemLength))),
  )
}

function wordsOf({ text }: BlockSummary): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}

/** Letters of a word that names the subject of a page whose first section is brief. */
const shortSubject = 5
/** Words of a section that is read at a glance. */
const briefWords = 40

/** True for a section of one short paragraph. */
function isBrief({ index }: BlockSummary, blocks: readonly BlockSummary[]): boolean {
  const [text, next] = [blocks[index + 1], blocks[index + 2]]
  return text?.kind === 'paragraph' && text.wordCount <= briefWords && (next === undefined || isHeading(next))
}

/** True for letters, records and papers, which begin in ways of their own. */
function isNoPage(blocks: readonly BlockSummary[], heading: number): boolean {
  const head = blocks.slice(0, heading + 1 + headBlocks)
  if (
    head.some(
      (block) => block.index >= heading && (isHeading(block) || isRunningText(block)) && record.test(block.text),
    )
  )
    return true
  if (head.some(({ text, wordCount, index }) => index !== heading && wordCount < shortest && paper.test(text)))
    return true
  return head.some(({ text }) => greeting.test(text)) && blocks.slice(-tailBlocks).some(({ text }) => close.test(text))
}

/** A line with a day or a time, or a label, ends in no full stop. */
const sentence = /^[^\d]{15,}\.$/

/** What a reader takes for the beginning: no picture, no caption, no line with a date. */
function isTelling(block: BlockSummary): boolean {
  // A list of links is the contents of the page or its menu.
  if (block.kind === 'listItem' && isLink(block)) return false
  if (isHeading(block) || block.looksLikeHeading || block.kind === 'listItem' || block.kind === 'tableCell') return true
  return (
    block.kind === 'lead' ||
    (block.kind === 'paragraph' && (block.wordCount >= shortest || sentence.test(block.text.trim())))
  )
}

function isLink({ text, marks }: BlockSummary): boolean {
  return marks.some(({ type, start, end }) => type === 'link' && end - start >= text.trim().length)
}
