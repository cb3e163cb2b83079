import type { BlockSummary } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { remembered } from '../src/remembered.ts'
import { isHeading, isRunningText, type Span } from '../src/structure.ts'

/** A paragraph of fewer words is a greeting, a label or a signature. */
const shortest = 10
/** Five short paragraphs are no wall of text, and fill less than a page. */
const fewest = 220
/** So many may have a notice: a sentence to most of its paragraphs, or what somebody says. */
const fewestOfNotice = 265
/** Without a place that is sure, so much longer may a stretch be, */
const unsure = 1.4
/** and so much longer however many its paragraphs are, where half of them are a sentence. */
const unsureRow = 1.2
/** Paragraphs that are few and have more words than this are better divided than given a heading between them. */
const fewParagraphs = 3
const longParagraph = 90
/** An item of a programme: `18.30 Invigning`, `Lördag 3 maj kl. 11`. */
const programme = /^(?:kl(?:ockan|\.)?\s*)?(?:\d{1,2}[.:]\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d))/i
/** A line of its own that parts the text as a heading does: a day or a time, */
const day =
  /^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? ?)?(?:den )?(?:\d{1,2}(?:\/\d{1,2}| (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*)(?: (?:19|20)\d\d)?|(?:19|20)\d\d-\d\d-\d\d)(?:,? (?:kl(?:ockan|\.)? ?)?\d{1,2}[.:]\d\d)?$/iu
/** or the number of a section and a few words. */
const section = /^\d+(?:\.\d+)+\.? \p{Lu}[^.!?]{2,60}$/u
const numbered = /^(?:§\s*\d|\d+(?:\.\d+)*\s*(?:§|kap\.?\s|[.)]\s))/

/** The blocks between two headings. Sections with numbered paragraphs carry their own marks and are left out. */
export function stretches<B extends BlockSummary>(blocks: readonly B[]): B[][] {
  const all: B[][] = [[]]
  // After the contact of a press release stands what is said of the sender in each of them.
  for (const block of blocks)
    if (isHeading(block) || block.kind === 'contact' || (block.kind === 'paragraph' && isParting(block))) all.push([])
    else if (isRunIn(block) || (block.kind === 'paragraph' && opensWithHeading(block))) all.push([block])
    else if (isRunningText(block) || block.kind === 'tableCell') all.at(-1)!.push(block)
  return all.filter((stretch) => stretch.filter(isNumbered).length < fewestMarks)
}

/** So many paragraphs with a number, or with a label or a question before what they say, find their readers without headings. */
const fewestMarks = 3

function hasOwnMarks(stretch: readonly BlockSummary[]): boolean {
  const paragraphs = stretch.filter(({ kind }) => kind === 'paragraph')
  // Answers whose questions stand elsewhere, as on a page that folds them.
  if (paragraphs.some(({ text }) => answers.test(text))) return true
  return [isLabelled, asksFirst].some((isMarked) => {
    const marked = paragraphs.filter(isMarked).length
    return marked >= fewestMarks && marked * 2 > paragraphs.length
  })
}

/** `Kommissionen: Den lägger förslag …` */
const label = /^\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,2}: \p{Lu}/u
const isLabelled = remembered(({ text }) => label.test(text))

/** `Var finns kartan? Du hämtar den …` */
const asked = /^\p{Lu}[^.!?\n]{3,160}\?(?:\s|$)/u
const answers = /^(?:Ja|Nej|Jo)(?:,| det) /
const asksFirst = remembered(({ text }) => asked.test(text))

/** A question of few words that stands alone. */
const question = /^[^.!?]{3,90}\?$/

/** A question on a line of its own above its answer, in one paragraph. */
const runIn = /^[^.!?\n]{3,90}\?(?:\n|\s?[-–]\s?\p{Lu})/u

const isRunIn = remembered(({ text }) => runIn.test(text))

const isNumbered = remembered(({ text }) => numbered.test(text))

const isParting = remembered(({ text, marks }) => {
  const line = text.trim()
  if (day.test(line) || section.test(line) || question.test(line)) return true
  return line.length < 120 && marks.some(({ type, start, end }) => type === 'strong' && end - start >= line.length)
})

/** The block at which a stretch grows too long, with what the whole stretch holds. */
export function crossing<B extends BlockSummary<Span>>(stretch: readonly B[], maxParagraphs: number, maxWords: number) {
  return isShort(stretch, maxParagraphs, maxWords) ? undefined : findCrossing(stretch, maxParagraphs, maxWords)
}

/** Most stretches are so short that nothing else need be asked. */
function isShort(stretch: readonly BlockSummary[], maxParagraphs: number, maxWords: number): boolean {
  let paragraphs = 0
  let words = 0
  for (let index = 0; index < stretch.length; index++) {
    const { kind, wordCount } = stretch[index]!
    if (kind === 'paragraph' || kind === 'quote') paragraphs++
    if (kind !== 'tableCell') words += wordCount
  }
  return paragraphs <= maxParagraphs && words <= maxWords
}

function findCrossing<B extends BlockSummary<Span>>(stretch: readonly B[], maxParagraphs: number, maxWords: number) {
  let row = 0
  let longestRow = 0
  let words = 0
  let listed = 0
  const led = new Set<BlockSummary>()
  let isLeading = false
  let notices = 0
  let isCrossed = false
  let paragraph: B | undefined
  /** The last paragraph that hangs on no other. */
  let standing: B | undefined
  let at: B | undefined
  let items = 0
  let counted = 0
  for (let index = 0; index < stretch.length; index++) {
    const block = stretch[index]!
    // `Villkor för lånet:` and a line for each: a list without marks, which one long item among the others does not end.
    const shape = shapeOf(block)
    const isItem =
      shape.isShortItem ||
      (items >= fewestItems &&
        block.wordCount <= longestItem &&
        index + 1 < stretch.length &&
        shapeOf(stretch[index + 1]!).isShortItem)
    isLeading = shape.leads || (isLeading && isItem)
    items = isLeading && !shape.leads ? items + 1 : 0
    if (isLeading) led.add(block)
    const part = isLeading ? Part.stands : shape.part
    if (part === Part.parts || opensWithHeading(block)) row = 0
    if (part === Part.counts) {
      row++
      counted++
      if (shape.isNotice) notices++
    }
    if (block.kind !== 'tableCell') words += block.wordCount
    if (block.kind === 'listItem' || isLeading) listed += block.wordCount
    else if (block.kind !== 'tableCell') paragraph = block
    if (paragraph === block && !shape.hangs) standing = block
    longestRow = Math.max(longestRow, row)
    if (row > maxParagraphs || words > maxWords) isCrossed = true
    // A heading stands over a paragraph, and not inside a list or before what somebody goes on to say.
    if (isCrossed && paragraph !== undefined && !shapeOf(paragraph).hangs) at ??= paragraph
  }
  if (!isCrossed || listed * 2 > words) return undefined
  if (words <= maxWords && words < fewest) return undefined
  if (notices * 2 > counted && words < Math.max(maxWords, fewestOfNotice)) return undefined
  if (counted <= fewParagraphs && words - listed > counted * longParagraph) return undefined
  if (hasOwnMarks(stretch)) return undefined
  const heading = middle(stretch, led)
  if (
    heading === undefined &&
    words <= maxWords * unsure &&
    (longestRow <= maxParagraphs * unsure || (notices * 2 >= counted && words <= maxWords * unsureRow))
  )
    return undefined
  at ??= heading ?? standing
  if (at === undefined) return undefined
  return { block: at, heading, paragraphs: longestRow, words }
}

/** An item after a mark of its own: `· leda arbetet`, `– barn: person under 18 år`. */
const item = /^(?:[·•*‣▪]|[–-] ?(?=\p{Ll}))/u

function hasMark({ text }: BlockSummary): boolean {
  return item.test(text)
}

/** A line that only leads to a link or a list. */
const leadsOn = /^läs mer[^.!?]{0,100}$|:\s*$/iu

/** An item of a list or a programme, or a link that stands alone. */
const isItem = remembered(({ text, marks }) => {
  if (programme.test(text) || item.test(text) || leadsOn.test(text)) return true
  return marks.some(({ type, start, end }) => type === 'link' && end - start >= text.trim().length)
})

/** What a block is in a row of paragraphs. */
const Part = { stands: 0, counts: 1, parts: 2 } as const

function partOf(block: BlockSummary): number {
  if ((block.kind !== 'paragraph' && block.kind !== 'quote') || hasMark(block)) return Part.parts
  return block.wordCount >= shortest && !isItem(block) ? Part.counts : Part.stands
}

/** All that a row of paragraphs asks of a block. */
const shapeOf = remembered((block) => ({
  part: partOf(block),
  /** Leads in what follows. */
  leads: block.text.trimEnd().endsWith(':'),
  isShortItem: isShortItem(block),
  /** Belongs to what stands before it: a reply, what somebody says, a paragraph in brackets. */
  hangs: hangs(block.text),
  isNotice: isOneSentence(block.text) || (block.wordCount <= shortReply && hangs(block.text)),
}))

/** A paragraph that begins in bold carries its own heading. */
function opensWithHeading({ looksLikeHeading, marks, text }: BlockSummary): boolean {
  return looksLikeHeading || marks.some(({ type, start, end }) => type === 'strong' && start === 0 && end < text.length)
}

/** A line of dialogue or a quotation belongs to what is said before it, and so does what leans on it by its first words. */
const leaning =
  /^[–—-]\s*(?=\S)|^[”"’'»]|^(?:men|och|där|då|så|o\.\s?b\.\s?s)(?!\p{L})|^(?:som )?vi (?:har )?(?:redan )?sett(?!\p{L})|^[^.!?]*(?<!\p{L})som (?:tidigare|ovan|redan) nämn|^(?:[^.!?]{0,40}(?<!\p{L}))?(?:det|den|de|dem|han|hon|hen|detta|denna|dessa|sådana?|sådant|dess|deras|sitt|sina|också|även|dock|emellertid|ytterligare|vidare|likaså|alltså|exempelvis|till exempel|i stället|istället|sedan|därefter|därmed|därför|däremot|dessutom|samtidigt|utöver|observera|obs|läs mer|andra|annan|återigen)(?!\p{L})|^[^.:!?]{3,25}:|öppnas i (?:ett )?nytt fönster/iu
/** A line broken in the middle of a sentence. */
const goesOn = /^\p{Ll}/u

/** The part of a stretch, counted in words, that each side of the place has at least. */
const leastShare = 0.15

/**
 * Where a heading parts a stretch best: the paragraph that stands nearest the middle, counted in words, and is
 * no item, no line of dialogue and nothing that leans on what stands before it. Undefined where there is none.
 *
 * @param led what a colon leads in
 */
function middle<B extends BlockSummary>(stretch: readonly B[], led: ReadonlySet<BlockSummary>): B | undefined {
  const starts = new Float64Array(stretch.length)
  let total = 0
  for (let index = 0; index < stretch.length; index++) {
    starts[index] = total
    total += stretch[index]!.wordCount
  }
  // Outwards from the middle, so that few need be looked at.
  const half = total / 2
  let after = 0
  while (after < stretch.length && starts[after]! < half) after++
  let before = after - 1
  while (before > 0 || after < stretch.length) {
    const isBefore = before > 0 && (after >= stretch.length || half - starts[before]! <= starts[after]! - half)
    const at = isBefore ? before-- : after++
    if (Math.abs(half - starts[at]!) >= total * (0.5 - leastShare)) return undefined
    const block = stretch[at]!
    if (at === 0 || block.kind !== 'paragraph' || led.has(block) || !canOpen(block)) continue
    if (isTurn(stretch[at - 1]!, block) && !isAnswered(stretch, at)) return block
  }
  return undefined
}

const reply = /^[–—-]\s*\S/

/** True after lines of dialogue that answer a question, which the paragraph may answer too. */
function isAnswered(stretch: readonly BlockSummary[], at: number): boolean {
  let before = at - 1
  while (before > 0 && reply.test(stretch[before]!.text)) before--
  return before < at - 1 && wantsMore.test(stretch[before]!.text)
}

/** Words that two paragraphs about the same thing share. */
const sharedWords = 3
const stemLength = 6

/** What the paragraph after it belongs to: a colon leads over, and a question wants its answer. */
const wantsMore = /[:?][”"]?\s*$/

/** True where a paragraph leaves what the one before it spoke of: nothing leads over, and few words come again. */
function isTurn(before: BlockSummary, block: BlockSummary): boolean {
  if (wantsMore.test(before.text)) return false
  const named = shortStemsOf(before)
  for (const stem of openingStemsOf(block)) if (named.has(stem)) return false
  const topics = topicsOf(before)
  for (const topic of openingTopicsOf(block)) if (topics.has(topic)) return false
  const earlier = stemsOf(before)
  let shared = 0
  for (const stem of stemsOf(block)) if (earlier.has(stem)) shared++
  return shared < sharedWords
}

/** Words that say what a paragraph is about. */
const openingWords = 6

const openingStemsOf = remembered(({ text }): readonly string[] => [
  ...stems(text.split(/\s+/, openingWords).join(' '), mediumWord),
])

const shortStemsOf = remembered(({ text }) => stems(text, mediumWord))
const stemsOf = remembered(({ text }) => stems(text, longWord))

/** Long words of the first sentence or so name what it is about: `socialnämnden`. */
const topicWords = 25
const topicsOf = remembered(({ text }) => stems(text, topicWord, topicLength))
const openingTopicsOf = remembered(({ text }) => stems(text.split(/\s+/, topicWords).join(' '), topicWord, topicLength))
const topicWord = /\p{L}{10,}/gu
const topicLength = 10

const mediumWord = /\p{L}{6,}/gu
const longWord = /\p{L}{7,}/gu

function stems(text: string, words: RegExp, length = stemLength): ReadonlySet<string> {
  return new Set(allMatches(text.toLowerCase(), words).map(([word]) => word.slice(0, length)))
}

/** Words of what somebody says in a notice. */
const shortReply = 40
/** A paragraph that is all in brackets. */
const bracketed = /^\([\s\S]*\)\.?$/

function hangs(text: string): boolean {
  return bracketed.test(text.trim()) || reply.test(text) || /^[”"’'»]/.test(text) || spoken.test(text)
}

/** `säger Anna Ek`, `– Vi är glada`, `”Vi är glada”` */
const says =
  /^[–—-]\s*\p{Lu}|^[”"»]\p{Lu}|[,.?!”"] (?:säger|berättar|förklarar|menar|konstaterar|tycker|fortsätter|skriver|hälsar) (?:\p{Lu}|hon|han|hen)/u
const isSaid = remembered(({ text }) => says.test(text))
/** In Markdown a hyphen before what is said makes an item of it: only the name of who speaks tells. */
const saysWho = /[,.?!”"] (?:säger|berättar|förklarar|menar|konstaterar|tycker|fortsätter) \p{Lu}/u
const isSaidByName = remembered(({ text }) => saysWho.test(text))

/** Paragraphs in which somebody speaks, before a stretch is news. */
const fewestSaid = 2

/** True for a stretch of news: people speak in its paragraphs. */
export function isNews(stretch: readonly BlockSummary[]): boolean {
  const said = stretch.filter((block) => (block.kind === 'listItem' ? isSaidByName(block) : isSaid(block)))
  return said.length >= fewestSaid
}

/** Words of an item that a colon leads in, with a sentence or two. */
const itemWords = 25
/** After so many items, one with more words is an item too. */
const fewestItems = 1
const longestItem = 60

function isShortItem({ text, wordCount }: BlockSummary): boolean {
  return wordCount <= itemWords || isOneSentence(text)
}

/** A paragraph of one sentence is seldom what a heading stands over. */
function isOneSentence(text: string): boolean {
  return !/[.!?:]["”]? +\p{Lu}/u.test(text)
}

/** `En annan viktig fråga är …`, `Slutligen …`: something else begins. */
const opensAnew = /^(?:en annan (?:\p{L}+ )?(?:fråga|sak)|slutligen|till sist)(?!\p{L})/iu

/** What somebody says without a dash before it: it belongs to what was said before. */
const spoken =
  /^(?:Jag|Vi|Det|Nu)(?!\p{L})[\s\S]*(?<!\p{L})jag(?!\p{L})|[,.”"] (?:säger|fortsätter|avslutar|berättar|menar|tycker|konstaterar|förklarar|tillägger) \p{Lu}/u

const canOpen = remembered(
  (block) =>
    !isItem(block) &&
    !isOneSentence(block.text) &&
    block.wordCount >= shortest &&
    (opensAnew.test(block.text) || !leaning.test(block.text)) &&
    !goesOn.test(block.text) &&
    !spoken.test(block.text),
)
