import type { TreebankSentence, TreebankWord } from './conllu.ts'

/** Counts of one measure; `precision`, `recall` and `f1` are in per cent. */
export class Score {
  correct = 0
  system = 0
  gold = 0

  add(gold: boolean, system: boolean, correct: boolean): void {
    if (gold) this.gold++
    if (system) this.system++
    if (correct) this.correct++
  }

  get precision(): number {
    return this.system === 0 ? 0 : (100 * this.correct) / this.system
  }

  get recall(): number {
    return this.gold === 0 ? 0 : (100 * this.correct) / this.gold
  }

  get f1(): number {
    const sum = this.precision + this.recall
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum
  }
}

/** A word of the gold file and the word of the system's output that covers the same characters. */
export interface Pair {
  gold: TreebankWord
  system: TreebankWord
  sentence: TreebankSentence
}

export interface Comparison {
  scores: Map<string, Score>
  pairs: Pair[]
}

/** A passive verb form that is no participle, as UD_Swedish-Talbanken marks it. */
export function isPassive({ upos, feats }: Pick<TreebankWord, 'upos' | 'feats'>): boolean {
  return (upos === 'VERB' || upos === 'AUX') && /\bVoice=Pass\b/.test(feats) && !/\bVerbForm=Part\b/.test(feats)
}

/** True where heads and relations are given. */
export const hasTree = ({ words }: TreebankSentence): boolean => words.some(({ head }) => Number.isInteger(head))

interface Placed {
  word: TreebankWord
  sentence: TreebankSentence
  span: string
  head: string
}

/**
 * Compares two analyses of one text as the CoNLL 2018 shared task does: words are aligned by the characters
 * they cover, white space left out, and relations are compared without their subtypes.
 *
 * @throws {Error} where the two do not have the same characters
 */
export function compare(gold: readonly TreebankSentence[], system: readonly TreebankSentence[]): Comparison {
  const [goldWords, goldSpans] = place(gold)
  const [systemWords, systemSpans] = place(system)
  const characters = (words: readonly Placed[]): string => words.map(({ word }) => bare(word.form)).join('')
  if (characters(goldWords) !== characters(systemWords)) throw new Error('the two analyses are of different texts')

  const scores = new Map<string, Score>()
  const measure = (name: string): Score => {
    const score = scores.get(name) ?? new Score()
    scores.set(name, score)
    return score
  }
  const sentences = measure('Sentences')
  sentences.gold = goldSpans.size
  sentences.system = systemSpans.size
  sentences.correct = [...goldSpans].filter((span) => systemSpans.has(span)).length

  const bySpan = new Map(systemWords.map((placed) => [placed.span, placed]))
  const pairs: Pair[] = []
  const kinds: Record<string, (g: Placed, s: Placed) => boolean> = {
    Words: () => true,
    UPOS: (g, s) => g.word.upos === s.word.upos,
    UFeats: (g, s) => g.word.feats === s.word.feats,
    Lemmas: (g, s) => g.word.lemma === s.word.lemma,
    UAS: (g, s) => g.head === s.head,
    LAS: (g, s) => g.head === s.head && relation(g.word) === relation(s.word),
  }
  // Sentences without a tree in the gold file say nothing about heads and relations.
  const ofTrees = new Set(['UAS', 'LAS', 'aux:pass', 'obl:agent'])
  const treeless = new Set(goldWords.filter(({ word }) => !Number.isInteger(word.head)).map(({ span }) => span))
  const marks: Record<string, (word: TreebankWord) => boolean> = {
    'Voice=Pass': isPassive,
    'aux:pass': ({ deprel }) => deprel === 'aux:pass',
    'obl:agent': ({ deprel }) => deprel === 'obl:agent',
  }
  for (const placed of systemWords) {
    for (const name of Object.keys(kinds)) if (!ofTrees.has(name)) measure(name).system++
    for (const [name, has] of Object.entries(marks))
      if (has(placed.word) && !(ofTrees.has(name) && treeless.has(placed.span))) measure(name).system++
  }
  for (const placed of goldWords) {
    const other = bySpan.get(placed.span)
    if (other) pairs.push({ gold: placed.word, system: other.word, sentence: placed.sentence })
    for (const [name, right] of Object.entries(kinds)) {
      const counts = !ofTrees.has(name) || Number.isInteger(placed.word.head)
      if (counts)
        measure(name).add(true, ofTrees.has(name) && other !== undefined, other !== undefined && right(placed, other))
    }
    for (const [name, has] of Object.entries(marks)) {
      const both = other !== undefined && has(placed.word) && has(other.word)
      measure(name).add(has(placed.word), false, both && (name !== 'obl:agent' || placed.head === other.head))
    }
  }
  return { scores, pairs }
}

function relation(word: TreebankWord): string {
  return word.deprel.split(':', 1)[0]!
}

function bare(form: string): string {
  return form.replace(/\s/g, '')
}

/** Every word with the span of characters it covers in the whole text, and the spans of the sentences. */
function place(sentences: readonly TreebankSentence[]): [Placed[], Set<string>] {
  const out: Placed[] = []
  const spans = new Set<string>()
  let position = 0
  for (const sentence of sentences) {
    const start = position
    const own = sentence.words.map(({ form }) => {
      const from = position
      position += [...bare(form)].length
      return `${from}-${position}`
    })
    sentence.words.forEach((word, i) => {
      out.push({ word, sentence, span: own[i]!, head: word.head > 0 ? (own[word.head - 1] ?? '?') : 'root' })
    })
    spans.add(`${start}-${position}`)
  }
  return [out, spans]
}

/**
 * The running text of a treebank: sentences of a paragraph joined by a space, paragraphs by an empty line. A
 * sentence without closing punctuation is a heading or a list item, and stands as a paragraph of its own.
 */
export function rawText(sentences: readonly TreebankSentence[]): string {
  let text = ''
  let open = false
  for (const sentence of sentences) {
    text += (text === '' ? '' : sentence.newBlock || open ? '\n\n' : ' ') + sentence.text
    open = !/[.!?:;…]["'”’»)\]]*$/.test(sentence.text)
  }
  return `${text}\n`
}
