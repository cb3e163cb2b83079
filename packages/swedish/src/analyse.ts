import { countWords } from './catalogue-words.ts'
import { languageOf } from './language.ts'
import { defaultTagger } from './tagger.ts'
import type { TagResult } from './tagging.ts'
import { type Tokens, tokenise } from './tokens.ts'
import { TOKEN_KINDS } from './type-table.ts'
import type { AnalyseOptions, Analysis, Morphology, Sentence, TokenKind, Upos, Word } from './types.ts'

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
    this.tagResult ??= defaultTagger().tag(this.tokens)
    return this.tagResult
  }

  get sentences(): readonly Sentence[] {
    if (this.sentenceList === undefined) {
      const list: TextSentence[] = []
      for (let i = 0; i < this.tokens.sentenceCount; i++) list.push(new TextSentence(this, i))
      this.sentenceList = list
    }
    return this.sentenceList
  }

  get words(): readonly Word[] {
    if (this.wordList === undefined) {
      const list: Word[] = []
      for (const { words } of this.sentences) for (const word of words) list.push(word)
      this.wordList = list
    }
    return this.wordList
  }
}

class TextSentence implements Sentence {
  readonly index: number
  readonly analysis: TextAnalysis
  private wordList: readonly TextWord[] | undefined
  private counted = -1

  constructor(analysis: TextAnalysis, index: number) {
    this.analysis = analysis
    this.index = index
  }

  get firstToken(): number {
    return this.analysis.tokens.sentenceStart[this.index]!
  }

  get start(): number {
    return this.analysis.tokens.start[this.firstToken]!
  }

  get end(): number {
    const { tokens } = this.analysis
    return tokens.end[tokens.sentenceStart[this.index + 1]! - 1]!
  }

  get text(): string {
    return this.analysis.text.slice(this.start, this.end)
  }

  get words(): readonly TextWord[] {
    if (this.wordList === undefined) {
      const list: TextWord[] = []
      const end = this.analysis.tokens.sentenceStart[this.index + 1]!
      for (let token = this.firstToken; token < end; token++) list.push(new TextWord(this, token))
      this.wordList = list
    }
    return this.wordList
  }

  get wordCount(): number {
    if (this.counted < 0) this.counted = countWords(this)
    return this.counted
  }
}

class TextWord implements Word {
  readonly index: number
  readonly sentence: TextSentence

  constructor(sentence: TextSentence, index: number) {
    this.sentence = sentence
    this.index = index
  }

  get start(): number {
    return this.sentence.analysis.tokens.start[this.index]!
  }

  get end(): number {
    return this.sentence.analysis.tokens.end[this.index]!
  }

  get form(): string {
    return this.sentence.analysis.tokens.form(this.index)
  }

  get lower(): string {
    return this.sentence.analysis.tokens.lower(this.index)
  }

  get kind(): TokenKind {
    return TOKEN_KINDS[this.sentence.analysis.tokens.kind[this.index]!]!
  }

  get upos(): Upos {
    return this.sentence.analysis.tags.upos(this.index)
  }

  get feats(): string {
    return this.sentence.analysis.tags.feats(this.index)
  }

  get morph(): Morphology {
    return this.sentence.analysis.tags.morph(this.index)
  }

  get lemma(): string {
    return this.sentence.analysis.tags.lemma(this.index)
  }

  get confidence(): number {
    return this.sentence.analysis.tags.confidence(this.index)
  }

  get spaceBefore(): boolean {
    return this.sentence.analysis.tokens.spaceBefore(this.index)
  }

  get previous(): Word | undefined {
    return this.sentence.words[this.index - this.sentence.firstToken - 1]
  }

  get next(): Word | undefined {
    return this.sentence.words[this.index - this.sentence.firstToken + 1]
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

/** The tokens behind an analysis, for code that works on arrays and not on word objects. */
export function tokensOf(analysis: Analysis): Tokens {
  if (!(analysis instanceof TextAnalysis)) throw new TypeError('not an analysis made by analyse()')
  return analysis.tokens
}
