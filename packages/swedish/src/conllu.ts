import type { Analysis, Sentence, Syntax, Word } from './types.ts'

/** A stretch of text to print: an analysis and where its characters stand in the source. */
export interface ConlluBlock {
  readonly analysis: Analysis
  /** The source offset of an offset into the analysed text; the same offset where it is left out. */
  readonly sourceOffset?: (offset: number) => number
  /** Heads and relations; columns 7 and 8 stay empty where it is left out. */
  readonly syntax?: (sentence: Sentence) => Syntax
}

const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+[ \t]*/g

/**
 * CoNLL-U v2 with UD_Swedish-Talbanken's conventions, one sentence at a time. Each block and each part of a
 * block after an empty line is a paragraph; `TokenRange` in MISC has source offsets in UTF-16 code units.
 */
export function* toConllu(blocks: Iterable<ConlluBlock>): Generator<string> {
  let number = 0
  for (const { analysis, sourceOffset = (offset: number) => offset, syntax } of blocks) {
    let previous: Sentence | undefined
    for (const sentence of analysis.sentences) {
      number++
      const lines: string[] = []
      if (previous === undefined || hasEmptyLine(analysis.text, previous.end, sentence.start)) lines.push('# newpar')
      lines.push(`# sent_id = ${number}`, `# text = ${sentence.text.replace(LINE_BREAKS, ' ')}`)
      const tree = syntax?.(sentence)
      sentence.words.forEach((word, i) => {
        lines.push(wordLine(word, i, sourceOffset, tree))
      })
      yield `${lines.join('\n')}\n\n`
      previous = sentence
    }
  }
}

function hasEmptyLine(text: string, start: number, end: number): boolean {
  return /\n\s*\n|\r\s*\r|\u2029/.test(text.slice(start, end))
}

function wordLine(
  word: Word,
  position: number,
  sourceOffset: (offset: number) => number,
  tree: Syntax | undefined,
): string {
  const range = `TokenRange=${sourceOffset(word.start)}:${sourceOffset(word.end)}`
  const misc = word.next !== undefined && !word.next.spaceBefore ? `SpaceAfter=No|${range}` : range
  const arc = tree === undefined ? '_\t_' : `${tree.head(position) + 1}\t${tree.relation(position)}`
  return `${position + 1}\t${word.form}\t${word.lemma || '_'}\t${word.upos}\t_\t${word.feats}\t${arc}\t_\t${misc}`
}
