import { formatOf, readDocument } from '@klarsprak/documents'
import { type Analysis, analyse, type ConlluBlock, passiveOf, syntax, toConllu } from 'retext-swedish'
import { readTextFile, readTextInput } from '../read.ts'
import { print } from '../terminal.ts'

interface AnalyzeOptions {
  format: 'conllu' | 'json'
  stdinFilename?: string
  encoding?: string
  main?: string
}

/** Prints what the program sees in a text: sentences, words, word classes, relations. */
export async function analyze(path: string | undefined, options: AnalyzeOptions): Promise<void> {
  const fromInput = path === undefined || path === '-'
  const name = fromInput ? (options.stdinFilename ?? 'standard in') : path
  const { text } = fromInput ? readTextInput(name, options.encoding) : readTextFile(name, options.encoding)
  const format = fromInput && options.stdinFilename === undefined ? 'text' : formatOf(name)
  const blocks = format === 'text' ? [{ analysis: analyse(text), syntax }] : [...blocksOf(text, format, options.main)]
  if (options.format === 'json')
    await print(`${JSON.stringify({ version: 1, blocks: blocks.map(jsonBlock) }, null, 2)}\n`)
  else for (const sentence of toConllu(blocks)) await print(sentence)
}

function* blocksOf(text: string, format: 'markdown' | 'html', main: string | undefined): Generator<ConlluBlock> {
  for (const block of readDocument(text, main === undefined ? { format } : { format, main }).blocks) {
    if (block.kind === 'code' || block.text === '') continue
    yield {
      analysis: analyse(block.text, { heading: block.kind === 'heading' }),
      sourceOffset: (offset) => block.map.start(offset),
      syntax,
    }
  }
}

/** Offsets are UTF-16 code units of the file as decoded. */
function jsonBlock({ analysis, sourceOffset = (offset) => offset }: ConlluBlock) {
  return {
    language: analysis.language,
    sentences: analysis.sentences.map((sentence: Analysis['sentences'][number]) => ({
      start: sourceOffset(sentence.start),
      end: sourceOffset(sentence.end),
      text: sentence.text,
      wordCount: sentence.wordCount,
      words: sentence.words.map((word, index) => {
        const tree = syntax(sentence)
        const { kind, agent, agentType, active, within } = passiveOf(word)
        return {
          start: sourceOffset(word.start),
          end: sourceOffset(word.end),
          form: word.form,
          lemma: word.lemma,
          upos: word.upos,
          feats: word.morph,
          confidence: Number(word.confidence.toFixed(3)),
          // Counted from 1 within the sentence, 0 for the root, as in CoNLL-U.
          head: tree.head(index) + 1,
          relation: tree.relation(index),
          ...(kind === 'none'
            ? {}
            : { passive: { kind, within, active, agentType, agent: agent?.map(({ form }) => form).join(' ') } }),
        }
      }),
    })),
  }
}
