import type { Word } from '../types.ts'
import { type ClauseWords, markClauses } from './clauses.ts'
import { hashEnding, hashForm } from './hash.ts'
import { CLASS_SUM, ClassNumber, MARK_SUM, markNumber, tagHash, wordClass } from './word-classes.ts'

/** What the parser reads of a word. */
export type ParserToken = Pick<Word, 'form' | 'lower' | 'upos' | 'feats' | 'morph'>

/**
 * A sentence as the parser reads it: its words without punctuation, which is attached afterwards. One object serves
 * many sentences; arrays have room for the artificial root at `count`.
 */
export class ParserInput implements ClauseWords {
  /** Number of words, punctuation left out. */
  count = 0
  /** The sentence's tokens, punctuation included. */
  tokens: readonly ParserToken[] = []
  /** Index in `tokens` of each word. */
  token = new Int32Array(0)
  /** Hash of the form in lower case. */
  form = new Int32Array(0)
  /** Hash of the form's last letters. */
  ending = new Int32Array(0)
  /** Hash of word class and features. */
  tag = new Int32Array(0)
  /** Number of the word's class in `CLASSES`. */
  class = new Uint8Array(0)
  /** What punctuation stands before each word, and at `count` after the last: up to two marks, three bits each. */
  marks = new Uint8Array(0)
  /** Kind of clause of each verb: see `markClauses`. */
  clause = new Uint8Array(0)
  /** Finite verbs, and those of main clauses, from each position to the end; at most 2. */
  finiteAhead = new Uint8Array(0)
  mainAhead = new Uint8Array(0)
  /**
   * Running sums of finite verbs, punctuation, conjunctions and clause openers, a byte each: of the words before each
   * position and the punctuation up to it.
   */
  sums = new Int32Array(0)
  isQuestion = false

  /** Reads a sentence. One of punctuation alone keeps its first mark as its one word. */
  read(tokens: readonly ParserToken[]): void {
    this.reserve(tokens.length)
    this.tokens = tokens
    this.count = 0
    const hasWords = tokens.some(({ upos }) => upos !== 'PUNCT')
    let marks = 0
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      if (token.upos === 'PUNCT' && (hasWords || i > 0)) marks = markNumber(token.form) | ((marks << 3) & 63)
      else {
        this.add(i, token, marks)
        marks = 0
      }
    }
    this.end(marks)
  }

  lower(word: number): string {
    return this.tokens[this.token[word]!]!.lower
  }

  isSubjectPronoun(word: number): boolean {
    const { upos, morph, lower } = this.tokens[this.token[word]!]!
    return upos === 'PRON' && (morph.Case === 'Nom' || lower === 'man')
  }

  private add(index: number, word: ParserToken, marks: number): void {
    const i = this.count++
    const number = ClassNumber[wordClass(word.upos, word.morph)]
    this.token[i] = index
    this.form[i] = hashForm(word.lower)
    this.ending[i] = hashEnding(word.lower)
    this.tag[i] = tagHash(word.upos, word.feats)
    this.class[i] = number
    this.mark(i, marks)
  }

  /** Notes the punctuation before a position, and what stands before that. */
  private mark(i: number, marks: number): void {
    const before = i === 0 ? 0 : this.sums[i - 1]! + CLASS_SUM[this.class[i - 1]!]!
    this.marks[i] = marks
    this.sums[i] = before + (marks === 0 ? 0 : MARK_SUM)
  }

  /** Closes the sentence with the artificial root. */
  private end(marks: number): void {
    const { count } = this
    this.form[count] = ROOT
    this.ending[count] = ROOT
    this.tag[count] = ROOT
    this.class[count] = ROOT_CLASS
    this.clause[count] = 0
    this.mark(count, marks)
    this.isQuestion = this.tokens.at(-1)?.form === '?'
    markClauses(this, this.clause, this.finiteAhead, this.mainAhead)
  }

  private reserve(tokens: number): void {
    if (this.token.length >= tokens + 2) return
    const size = Math.max(64, (tokens + 2) * 2)
    this.token = new Int32Array(size)
    this.form = new Int32Array(size)
    this.ending = new Int32Array(size)
    this.tag = new Int32Array(size)
    this.class = new Uint8Array(size)
    this.marks = new Uint8Array(size)
    this.clause = new Uint8Array(size)
    this.finiteAhead = new Uint8Array(size)
    this.mainAhead = new Uint8Array(size)
    this.sums = new Int32Array(size)
  }
}

const ROOT = -7
const ROOT_CLASS = 63
