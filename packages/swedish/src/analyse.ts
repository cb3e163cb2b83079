import { countWords } from './catalogue-words.ts'
import { languageOf } from './language.ts'
import { defaultTagger } from './tagger.ts'
import type { TagResult } from './tagging.ts'
import { type Tokens, tokenise } from './tokens.ts'
import { TOKEN_KINDS } from './type-table.ts'
import type { AnalyseOptions, Analysis, Morphology, Passive, Sentence, TokenKind, Upos, Word } from './types.ts'

/** One text with its tokens; tags are worked out when first asked for. */
class TextAnalysis implements Analysis {
  readonly text: string
  readonly tokens: Tokens
  private languageTag: string | undefined
  private tagResult: TagResult | undefined
  private sentenceList: readonly TextSentence[] | undefined
  private wordList: readonly Word[] | undefined

  constructor(tokens: Tokens) {
    this.text = tokens.text
    this.tokens = tokens
  }

  get language(): string {
    this.languageTag ??= languageOf(this.tokens)
    return this.languageTag
  }

  get tags(): TagResult {
    return this.tagResult ?? this.tag()
  }

  get sentences(): readonly Sentence[] {
    return this.sentenceList ?? this.makeSentences()
  }

  get words(): readonly Word[] {
    return this.wordList ?? this.makeWords()
  }

  tag(): TagResult {
    const tags = defaultTagger().tag(this.tokens)
    this.tagResult = tags
    return tags
  }

  /** Makes and reads every word. Nothing that stands in the code of those who ask later is called from here. */
  readWords(): void {
    const tags = this.tagResult ?? this.tag()
    const sentences = this.sentenceList ?? this.makeSentences()
    for (let i = 0; i < sentences.length; i++) sentences[i]!.readWords(tags)
    this.makeWords()
  }

  private makeWords(): readonly Word[] {
    const list: Word[] = []
    for (const { words } of this.sentenceList ?? this.makeSentences()) for (const word of words) list.push(word)
    this.wordList = list
    return list
  }

  private makeSentences(): readonly TextSentence[] {
    const list: TextSentence[] = []
    for (let i = 0; i < this.tokens.sentenceCount; i++) list.push(new TextSentence(this, i))
    this.sentenceList = list
    return list
  }
}

class TextSentence implements Sentence {
  readonly index: number
  readonly analysis: TextAnalysis
  readonly start: number
  readonly end: number
  private wordList: readonly TextWord[] | undefined
  private counted = -1

  constructor(analysis: TextAnalysis, index: number) {
    const { start, end, sentenceStart } = analysis.tokens
    this.analysis = analysis
    this.index = index
    this.start = start[sentenceStart[index]!]!
    this.end = end[sentenceStart[index + 1]! - 1]!
  }

  get text(): string {
    return this.analysis.text.slice(this.start, this.end)
  }

  get words(): readonly TextWord[] {
    return this.wordList ?? this.makeWords()
  }

  get wordCount(): number {
    return this.counted >= 0 ? this.counted : this.countWords()
  }

  private makeWords(): readonly TextWord[] {
    const { tokens } = this.analysis
    const list: TextWord[] = []
    const end = tokens.sentenceStart[this.index + 1]!
    let previous: TextWord | undefined
    for (let token = tokens.sentenceStart[this.index]!; token < end; token++) {
      previous = new TextWord(this, tokens, token, previous)
      list.push(previous)
    }
    this.wordList = list
    return list
  }

  readWords(tags: TagResult): void {
    const words = this.wordList ?? this.makeWords()
    for (let i = 0; i < words.length; i++) words[i]!.read(tags)
    this.countWords()
  }

  private countWords(): number {
    this.counted = countWords(this)
    return this.counted
  }
}

/**
 * A word with what its letters say as plain fields, and what the tagger says kept once asked for: rules read the same
 * few properties of every word over and over, and each reading stands in the code of each rule.
 */
class TextWord implements Word {
  readonly index: number
  readonly sentence: TextSentence
  readonly start: number
  readonly end: number
  readonly form: string
  readonly lower: string
  readonly kind: TokenKind
  readonly previous: TextWord | undefined
  next: TextWord | undefined = undefined
  /** Kept by `passiveOf`. */
  passiveRead: Passive | undefined = undefined
  private uposRead: Upos | undefined = undefined
  private morphRead: Morphology | undefined = undefined
  private lemmaRead: string | undefined = undefined

  constructor(sentence: TextSentence, tokens: Tokens, index: number, previous: TextWord | undefined) {
    const type = tokens.type[index]!
    this.index = index
    this.sentence = sentence
    this.start = tokens.start[index]!
    this.end = tokens.end[index]!
    this.form = tokens.types.form(type)
    this.lower = tokens.types.lower(type)
    this.kind = TOKEN_KINDS[tokens.kind[index]!]!
    this.previous = previous
    if (previous !== undefined) previous.next = this
  }

  get upos(): Upos {
    return this.uposRead ?? this.readUpos()
  }

  get feats(): string {
    return this.sentence.analysis.tags.feats(this.index)
  }

  get morph(): Morphology {
    return this.morphRead ?? this.readMorph()
  }

  get lemma(): string {
    return this.lemmaRead ?? this.readLemma()
  }

  get confidence(): number {
    return this.sentence.analysis.tags.confidence(this.index)
  }

  get spaceBefore(): boolean {
    return this.sentence.analysis.tokens.spaceBefore(this.index)
  }

  read(tags: TagResult): void {
    this.uposRead = tags.upos(this.index)
    this.morphRead = tags.morph(this.index)
    this.lemmaRead = tags.lemma(this.index)
  }

  private readUpos(): Upos {
    const upos = this.sentence.analysis.tags.upos(this.index)
    this.uposRead = upos
    return upos
  }

  private readMorph(): Morphology {
    const morph = this.sentence.analysis.tags.morph(this.index)
    this.morphRead = morph
    return morph
  }

  private readLemma(): string {
    const lemma = this.sentence.analysis.tags.lemma(this.index)
    this.lemmaRead = lemma
    return lemma
  }
}

/**
 * Reads a Swedish text: sentences, words, word classes and lemmas. Paragraphs are divided by empty lines.
 * Any string is accepted; time is linear in its length. The result depends on the text and the options
 * alone. Word objects, word classes and the language are worked out when first asked for.
 */
export function analyse(text: string, options: AnalyseOptions = {}): Analysis {
  return new TextAnalysis(tokenise(text, options))
}

/**
 * Works out word classes and lemmas of all words in several texts now, and not when the first is asked for. Code that asks
 * of every word is quicker so: the tagger's tables stay at hand from text to text, and what works an answer out is not
 * compiled into everything that asks.
 *
 * @throws TypeError for an analysis that `analyse` did not make
 */
export function tagWords(analyses: readonly Analysis[]): void {
  for (const analysis of analyses) textOf(analysis).tag()
  for (const analysis of analyses) textOf(analysis).readWords()
}

/** The tokens behind an analysis, for code that works on arrays and not on word objects. */
export function tokensOf(analysis: Analysis): Tokens {
  return textOf(analysis).tokens
}

function textOf(analysis: Analysis): TextAnalysis {
  if (!(analysis instanceof TextAnalysis)) throw new TypeError('not an analysis made by analyse()')
  return analysis
}
