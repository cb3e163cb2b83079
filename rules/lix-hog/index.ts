import { type BlockSummary, type DocumentSummary, defineRule, sumMetrics, type TextBlock } from '@klarsprak/engine'
import { decimal, figuresOf, firstBody } from '../src/figures.ts'
import { isForResearchers, isForStatesmen, isJobAdvert, speaksToReader } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, sparv } from '../src/sources.ts'
import { firstSentence, type Span } from '../src/structure.ts'

/** With more words a sentence than this the sentences weigh too. */
const shortMean = 16

/** Fewer words are a label or the name of a thing, which says nothing about how long the sentences are. */
const leastSentence = 4

/** So much over the limit the index has to be: a few long words more or less must not decide. */
const margin = 3

/** So much over it where the sentences are short: the long words are then mostly what the text is about. */
const shortMargin = 8

/** So much over it in plans, bills and other texts that lie on the web for those who read for their work. */
const workMargin = 8

/** A block of fewer words says little by itself. */
const tellingWords = 25

/** The first sentence of a block, and what there is of whole sentences in it: a line without a full stop is a label. */
interface Sentences extends Span {
  readonly whole: number
  readonly wholeWords: number
  /** Words outside them; in lists, where items go without a full stop, none. */
  readonly looseWords: number
}

function sentencesOf(block: TextBlock): Sentences | undefined {
  const first = firstSentence(block)
  if (first === undefined) return undefined
  let whole = 0
  let wholeWords = 0
  let looseWords = 0
  for (const { end, wordCount } of block.sentences)
    if (block.kind !== 'listItem' && !isEnded(block.text, end)) looseWords += wordCount
    else if (wordCount >= leastSentence) {
      whole++
      wholeWords += wordCount
    }
  return { start: first.start, end: first.end, whole, wholeWords, looseWords }
}

function isEnded(text: string, end: number): boolean {
  return text.charCodeAt(end - 1) === fullStop || stop.test(text.slice(Math.max(0, end - 3), end))
}

const fullStop = 46
/** What ends a sentence, or leads in what follows. */
const stop = /[.!?:;…][”"’')\]]*\s*$/

export const rule = defineRule({
  meta: {
    id: 'lix-hog',
    title: 'Högt läsbarhetsindex',
    description: 'Räknar ut textens LIX och säger till när det är högt.',
    why: 'Långa meningar och långa ord gör texten tung, och LIX är ett grovt mått på båda.',
    group: 'matt',
    checklist: [1, 8],
    severity: 'suggestion',
    enabled: false,
    profiles: { lattlast: { options: { forslag: 35 } }, protokoll: { severity: 'off' } },
    sources: [
      sparv('lix'),
      { work: 'C.H. Björnsson: Läsbarhet (1968)' },
      { work: 'Helsingborgs stad: Hjälp med språket', section: 'LIX' },
      hallefors(8),
    ],
    options: {
      forslag: {
        type: 'integer',
        default: 50,
        minimum: 20,
        maximum: 100,
        description: 'Över så högt LIX blir det ett förslag.',
      },
      malWebb: {
        type: 'integer',
        default: 40,
        minimum: 20,
        maximum: 100,
        description: 'Målet som rådet nämner i webbtexter.',
      },
      minOrd: {
        type: 'integer',
        default: 100,
        minimum: 5,
        maximum: 5000,
        description: 'Så många ord löpande text ska det finnas för att regeln ska räkna.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem', 'quote'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: sentencesOf,
    check(document, { options, profile, report }) {
      const { words, sentences, lix } = figuresOf(document)
      if (words < options.minOrd || lix < options.forslag + margin) return
      const isForAll = speaksToReader(document) && !isForResearchers(document)
      if (profile !== 'lattlast' && !isForAll && lix < options.forslag + workMargin) return
      if (
        isMostlyLists(document.blocks) ||
        isJobAdvert(document) ||
        (profile !== 'lattlast' && isForStatesmen(document))
      )
        return
      const mean = meanSentence(document)
      if (profile !== 'lattlast' && mean <= shortMean && lix < options.forslag + shortMargin) return
      // Lines without a full stop, read as long sentences, must not decide.
      if (
        isMostlyLoose(document.blocks, options.minOrd) ||
        lix - Math.max(0, words / sentences - mean) < options.forslag
      )
        return
      if (lix - repeatedShare(document.blocks, words) < options.forslag) return
      const place = firstBody(document.blocks.filter(({ facts }) => facts !== undefined && facts.whole > 0))
      if (place === undefined) return
      const goal = profile === 'webb' && isForAll ? `, och sikta på LIX ${options.malWebb} på webben` : ''
      report(place.index, {
        at: place.at,
        message: `Texten har LIX ${Math.round(lix)}, med ${decimal(words / sentences, 1)} ord per mening. Över ${options.forslag} är den tung att läsa.`,
        suggestions: [
          {
            title: `${mean > shortMean ? 'Dela långa meningar och byt långa ord mot korta' : 'Byt framför allt långa ord mot korta'}${goal}`,
            safety: 'suggestion',
            edits: [],
          },
        ],
        related: heaviest(document.blocks),
      })
    },
  },
})

/** Words in the whole sentences of the paragraphs, on the average; of the list items where there are no paragraphs. */
function meanSentence({ blocks }: DocumentSummary<Sentences>): number {
  return meanOf(blocks, false) ?? meanOf(blocks, true) ?? 0
}

function meanOf(blocks: readonly BlockSummary<Sentences>[], inLists: boolean): number | undefined {
  let sentences = 0
  let words = 0
  for (const { kind, stats, facts } of blocks) {
    if (facts === undefined || stats.body === undefined || (kind === 'listItem') !== inLists) continue
    sentences += facts.whole
    words += facts.wholeWords
  }
  return sentences === 0 ? undefined : words / sentences
}

/** Where lines without a full stop have a greater share of the words, the text is a form or a list without marks. */
const mostLoose = 0.4

/** True where the whole sentences have fewer words than the rule asks of a text. */
function isMostlyLoose(blocks: readonly BlockSummary<Sentences>[], minWords: number): boolean {
  let loose = 0
  let whole = 0
  let all = 0
  for (const { facts, stats, wordCount } of blocks)
    if (stats.body && facts !== undefined) {
      loose += facts.looseWords
      whole += facts.wholeWords
      all += wordCount
    }
  return loose > mostLoose * all && whole < minWords
}

/** Where lists stand for a greater share of the words, the short text between them is led in by them. */
const mostListed = 0.4
/** So few words only lead in the list. */
const leadWords = 30

function isMostlyLists(blocks: readonly BlockSummary<Span>[]): boolean {
  let listed = 0
  let all = 0
  for (const { kind, wordCount, stats } of blocks)
    if (stats.body) {
      all += wordCount
      if (kind === 'listItem') listed += wordCount
    }
  return listed > mostListed * all && all - listed > leadWords
}

/** A word of more letters is long, as LIX counts. */
const longWord = 6
/** A long word that stands so often is the subject of the page, which a writer can hardly do without. */
const often = 4

/** How much of the index comes from long words that the page has over and over, after the first time. */
function repeatedShare(blocks: readonly BlockSummary<Span>[], words: number): number {
  const times = new Map<string, number>()
  for (const { stats } of blocks)
    for (const form of stats.body?.forms ?? []) if (form.length > longWord) times.set(form, (times.get(form) ?? 0) + 1)
  let extra = 0
  for (const count of times.values()) if (count >= often) extra += count - 1
  return (100 * extra) / words
}

const lixOf = remembered(({ stats }) => sumMetrics([stats]).lix)

/** The two blocks with the highest LIX. */
function heaviest(blocks: readonly BlockSummary<Span>[]) {
  return blocks
    .filter(({ stats, facts }) => facts !== undefined && (stats.body?.forms.length ?? 0) >= tellingWords)
    .map((block) => ({ block: block.index, at: block.facts!, lix: lixOf(block) }))
    .sort((a, b) => b.lix - a.lix || a.block - b.block)
    .slice(0, 2)
    .map(({ block, at, lix }) => ({ block, at, message: `Här är LIX ${Math.round(lix)}.` }))
}
