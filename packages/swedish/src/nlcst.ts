import type {
  Paragraph,
  Punctuation,
  Root,
  Sentence as SentenceNode,
  Source,
  Symbol as SymbolNode,
  Text,
  WhiteSpace,
  WordContent,
  Word as WordNode,
} from 'nlcst'
import type { Point, Position } from 'unist'
import { CharacterClass, classOf } from './characters.ts'
import type { Analysis, Sentence, Syntax, Upos, Word } from './types.ts'

type SyntaxOf = (sentence: Sentence) => Syntax

/** What `retextSwedish` knows of a word; each value is worked out when it is first asked for. */
export class SwedishWordData {
  /** The word that the node stands for. */
  readonly word: Word
  private readonly syntax: SyntaxOf | undefined

  constructor(word: Word, syntax?: SyntaxOf) {
    this.word = word
    this.syntax = syntax
  }

  get lemma(): string {
    return this.word.lemma
  }

  /** UD word class. */
  get upos(): Upos {
    return this.word.upos
  }

  /** UD's FEATS column. */
  get feats(): string {
    return this.word.feats
  }

  /** The word's head in the sentence; undefined for the root, and where the tree was made without syntax. */
  get head(): Word | undefined {
    const { words } = this.word.sentence
    const head = this.syntax?.(this.word.sentence).head(this.word.index - words[0]!.index)
    return head === undefined ? undefined : words[head]
  }

  /** UD relation with subtype; undefined where the tree was made without syntax. */
  get relation(): string | undefined {
    const { sentence, index } = this.word
    return this.syntax?.(sentence).relation(index - sentence.words[0]!.index)
  }

  toJSON(): { lemma: string; upos: Upos; feats: string } {
    return { lemma: this.lemma, upos: this.upos, feats: this.feats }
  }
}

declare module 'nlcst' {
  interface WordData
    extends Partial<Pick<SwedishWordData, 'word' | 'lemma' | 'upos' | 'feats' | 'head' | 'relation'>> {}
}

/** Gives points in the order of the text, each in the time it takes to get there from the last. */
class Locator {
  private readonly text: string
  private line = 1
  private lineStart = 0
  private nextBreak: number

  constructor(text: string) {
    this.text = text
    this.nextBreak = this.breakAfter(0)
  }

  point(offset: number): Point {
    while (offset >= this.nextBreak) {
      this.line++
      this.lineStart = this.nextBreak
      this.nextBreak = this.breakAfter(this.nextBreak)
    }
    return { line: this.line, column: offset - this.lineStart + 1, offset }
  }

  /** The offset after the first line break at or after `from`: LF, CR LF or CR. */
  private breakAfter(from: number): number {
    for (let i = from; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i)
      if (code === 0x0a) return i + 1
      if (code === 0x0d) return this.text.charCodeAt(i + 1) === 0x0a ? i + 2 : i + 1
    }
    return Number.POSITIVE_INFINITY
  }
}

class TreeBuilder {
  private readonly text: string
  private readonly locator: Locator
  private readonly syntax: SyntaxOf | undefined
  private at: Point

  constructor(text: string, syntax: SyntaxOf | undefined) {
    this.text = text
    this.syntax = syntax
    this.locator = new Locator(text)
    this.at = this.locator.point(0)
  }

  root(analysis: Analysis): Root {
    const start = this.at
    const children: Root['children'] = []
    let paragraph: Paragraph | undefined
    for (const sentence of analysis.sentences) {
      const gap = this.whiteSpace(sentence.start)
      if (gap !== undefined) {
        if (paragraph === undefined || isParagraphBreak(gap.value)) {
          children.push(gap)
          paragraph = undefined
        } else paragraph.children.push(gap)
      }
      if (paragraph === undefined) {
        paragraph = { type: 'ParagraphNode', children: [], position: { start: this.at, end: this.at } }
        children.push(paragraph)
      }
      paragraph.children.push(this.sentence(sentence))
      paragraph.position!.end = this.at
    }
    const rest = this.whiteSpace(this.text.length)
    if (rest !== undefined) children.push(rest)
    return { type: 'RootNode', children, position: { start, end: this.at } }
  }

  private sentence(sentence: Sentence): SentenceNode {
    const start = this.at
    const children: SentenceNode['children'] = []
    for (const word of sentence.words) {
      const gap = this.whiteSpace(word.start)
      if (gap !== undefined) children.push(gap)
      children.push(this.word(word))
    }
    return { type: 'SentenceNode', children, position: { start, end: this.at } }
  }

  private word(word: Word): WordNode | Punctuation | SymbolNode | Source {
    const value = word.form
    switch (word.kind) {
      case 'punctuation':
        return { type: 'PunctuationNode', value, position: this.advance(word.end) }
      case 'symbol':
        return { type: 'SymbolNode', value, position: this.advance(word.end) }
      case 'url':
      case 'email':
        return { type: 'SourceNode', value, position: this.advance(word.end) }
    }
    const start = this.at
    const children = this.wordContent(word)
    return {
      type: 'WordNode',
      children,
      data: new SwedishWordData(word, this.syntax),
      position: { start, end: this.at },
    }
  }

  /** The parts of a word: `m.m.` is text, full stop, text, full stop. */
  private wordContent(word: Word): WordContent[] {
    const { text } = this
    const children: WordContent[] = []
    let start = word.start
    for (let i = word.start; i < word.end; i++) {
      const kind = classOf(text.charCodeAt(i))
      if (kind !== CharacterClass.punctuation && kind !== CharacterClass.symbol) continue
      if (i > start) children.push(this.textNode(i))
      const value = text[i]!
      const position = this.advance(i + 1)
      children.push(
        kind === CharacterClass.punctuation
          ? { type: 'PunctuationNode', value, position }
          : { type: 'SymbolNode', value, position },
      )
      start = i + 1
    }
    if (word.end > start) children.push(this.textNode(word.end))
    return children
  }

  private textNode(end: number): Text {
    const value = this.text.slice(this.at.offset!, end)
    return { type: 'TextNode', value, position: this.advance(end) }
  }

  private whiteSpace(end: number): WhiteSpace | undefined {
    const start = this.at.offset!
    if (start >= end) return undefined
    return { type: 'WhiteSpaceNode', value: this.text.slice(start, end), position: this.advance(end) }
  }

  private advance(end: number): Position {
    const start = this.at
    this.at = this.locator.point(end)
    return { start, end: this.at }
  }
}

function isParagraphBreak(gap: string): boolean {
  return /\n[^\S\n]*\n|\r[^\S\r\n]*\r|\u2029/.test(gap)
}

/** The nlcst tree of an analysed text, with a position on every node. `syntax` gives heads and relations on demand. */
export function toNlcst(analysis: Analysis, syntax?: SyntaxOf): Root {
  return new TreeBuilder(analysis.text, syntax).root(analysis)
}
