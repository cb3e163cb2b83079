import type { Block } from '@klarsprak/documents'
import { type Analysis, catalogueForms, type Sentence, type Word } from 'retext-swedish'
import type { Metrics } from './result.ts'

/** What a block adds to the metrics of its document, and where its sentences stand. */
export interface BlockStats {
  /** As the catalogue counts. */
  readonly wordCount: number
  readonly sentenceCount: number
  /** Start and end of every sentence, in pairs. */
  readonly sentenceSpans: Int32Array
  /** BCP 47 of the language recognised, `und` where it cannot be told. */
  readonly language: string
  /** Not Swedish: language rules leave it alone. */
  readonly foreign: boolean
  /** Undefined where the block is no body text. */
  readonly body: BodyStats | undefined
}

interface BodyStats {
  readonly longWords: number
  /** The words in lower case. */
  readonly forms: readonly string[]
  /** Words of every sentence that has any. */
  readonly sentenceLengths: readonly number[]
  readonly longestSentence: number
  readonly nominal: number
  readonly verbal: number
}

/** List items with fewer words than this are no sentences (catalogue, *Läsbarhetsmått*). */
const shortestListItem = 4

/** Words with more letters than this are long (Björnsson 1968). */
const longestShortWord = 6

/** Words that a text in a language other than the page's must have before the page's `lang` is not believed. */
const tellingLength = 12

export function blockStats(block: Block, analysis: Analysis): BlockStats {
  const { sentences } = analysis
  const sentenceSpans = new Int32Array(sentences.length * 2)
  let wordCount = 0
  for (const [index, sentence] of sentences.entries()) {
    sentenceSpans[index * 2] = sentence.start
    sentenceSpans[index * 2 + 1] = sentence.end
    wordCount += sentence.wordCount
  }
  const { language } = analysis
  const foreign = isForeign(block.lang, language, wordCount)
  const body = isBody(block, wordCount) && !foreign ? bodyStats(sentences) : undefined
  return { wordCount, sentenceCount: sentences.length, sentenceSpans, language, foreign, body }
}

function isForeign(declared: string | undefined, recognised: string, words: number): boolean {
  const looksForeign = recognised !== 'sv' && recognised !== 'und'
  if (declared === undefined || /^sv\b/i.test(declared)) return looksForeign
  // Templates often declare the wrong language for a whole page; a long Swedish text speaks for itself.
  return looksForeign || recognised !== 'sv' || words < tellingLength
}

/** Running text: no headings, tables, code, captions or contact details, and no list items of a few words. */
function isBody({ kind }: Block, words: number): boolean {
  if (kind === 'listItem') return words >= shortestListItem
  return kind === 'paragraph' || kind === 'lead' || kind === 'quote'
}

function bodyStats(sentences: readonly Sentence[]): BodyStats {
  const forms: string[] = []
  const sentenceLengths: number[] = []
  let longestSentence = 0
  let nominal = 0
  let verbal = 0
  for (const sentence of sentences) {
    const before = forms.length
    catalogueForms(sentence, forms)
    const length = forms.length - before
    if (length > 0) sentenceLengths.push(length)
    if (length > longestSentence) longestSentence = length
    const { words } = sentence
    for (let index = 0; index < words.length; index++) {
      const side = nominalSide(words[index]!)
      if (side === 'nominal') nominal++
      else if (side === 'verbal') verbal++
    }
  }
  let longWords = 0
  for (let index = 0; index < forms.length; index++) if (isLong(forms[index]!)) longWords++
  // Copies have room for what they hold and no more: statistics are kept.
  return {
    longWords,
    forms: forms.slice(),
    sentenceLengths: sentenceLengths.slice(),
    longestSentence,
    nominal,
    verbal,
  }
}

/** Hyphens and digits are no letters: `50-årsfest` has seven. */
export function isLong(form: string): boolean {
  let letters = 0
  for (let index = 0; index < form.length && letters <= longestShortWord; index++) {
    const unit = form.charCodeAt(index)
    if (unit < 128 ? unit >= 97 && unit <= 122 : isLetter(form.charAt(index))) letters++
  }
  return letters > longestShortWord
}

function isLetter(character: string): boolean {
  return 'åäöé'.includes(character) || /\p{L}/u.test(character)
}

/**
 * Which side of the nominal ratio a word counts on: nouns, prepositions and participles against pronouns, adverbs and
 * verbs (Språkbanken's Sparv: NN, PP, PC against PN, AB, VB). Possessive, relative and interrogative pronouns and
 * relative adverbs have classes of their own in that scheme, and count on neither.
 */
function nominalSide(word: Word): 'nominal' | 'verbal' | undefined {
  switch (word.upos) {
    case 'NOUN':
    case 'ADP':
      return 'nominal'
    case 'AUX':
      return 'verbal'
    case 'VERB':
      return isParticiple(word) ? 'nominal' : 'verbal'
    case 'ADJ':
      return isParticiple(word) ? 'nominal' : undefined
    case 'PRON':
      return word.morph.Poss === 'Yes' || isRelative(word.morph.PronType) ? undefined : 'verbal'
    case 'ADV':
      return isRelative(word.morph.PronType) ? undefined : 'verbal'
    case 'PART':
      return word.morph.Polarity === 'Neg' ? 'verbal' : undefined
    default:
      return undefined
  }
}

function isParticiple({ morph }: Word): boolean {
  return morph.VerbForm === 'Part'
}

function isRelative(type: string | undefined): boolean {
  return type !== undefined && (type.includes('Rel') || type.includes('Int'))
}

/**
 * The metrics of a text from those of its blocks: LIX = O/M + 100·L/O (Björnsson 1968), OVIX = ln N / ln(2 − ln U/ln N)
 * and the nominal ratio, as the catalogue's *Läsbarhetsmått* defines them. OVIX is null where no word comes twice, the
 * nominal ratio where nothing stands on the verbal side.
 */
export function sumMetrics(blocks: readonly BlockStats[]): Metrics {
  let words = 0
  let longWords = 0
  let sentences = 0
  let longestSentence = 0
  let nominal = 0
  let verbal = 0
  for (const { body } of blocks) {
    if (!body) continue
    words += body.forms.length
    longWords += body.longWords
    sentences += body.sentenceLengths.length
    longestSentence = Math.max(longestSentence, body.longestSentence)
    nominal += body.nominal
    verbal += body.verbal
  }
  let variation: number | null | undefined
  return {
    words,
    sentences,
    lix: sentences === 0 ? 0 : round(words / sentences + (100 * longWords) / words, 1),
    // Costs more than the others together, and few ask for it.
    get ovix() {
      if (variation === undefined) variation = ovix(words, distinctForms(blocks))
      return variation
    },
    nominalRatio: verbal === 0 ? null : round(nominal / verbal, 2),
    longestSentence,
  }
}

function distinctForms(blocks: readonly BlockStats[]): number {
  const forms = new Set<string>()
  for (const { body } of blocks) for (const form of body?.forms ?? []) forms.add(form)
  return forms.size
}

function ovix(words: number, distinct: number): number | null {
  if (words < 2 || distinct === words) return null
  const value = Math.log(words) / Math.log(2 - Math.log(distinct) / Math.log(words))
  return Number.isFinite(value) ? round(value, 1) : null
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
