import { type Tokens, tokenise } from '../src/tokens.ts'
import { TypeTable } from '../src/type-table.ts'
import type { TreebankSentence } from './conllu.ts'

/** A treebank's own sentences and words as tokens, so that the tagger can be looked at apart from the tokeniser. */
export function goldTokens(sentences: readonly TreebankSentence[]): Tokens {
  const words = sentences.flatMap((sentence) => sentence.words)
  const types = new TypeTable()
  const start = new Int32Array(words.length)
  const end = new Int32Array(words.length)
  const kind = new Uint8Array(words.length)
  const type = new Int32Array(words.length)
  let text = ''
  words.forEach(({ form }, i) => {
    start[i] = text.length
    end[i] = text.length + form.length
    text += `${form} `
  })
  words.forEach(({ form }, i) => {
    const alone = tokenise(form)
    kind[i] = alone.kind[0]!
    type[i] = types.intern(text, start[i]!, end[i]!, kind[i]!)
  })
  const sentenceStart = new Int32Array(sentences.length + 1)
  sentences.forEach((sentence, s) => {
    sentenceStart[s + 1] = sentenceStart[s]! + sentence.words.length
  })
  return {
    text,
    heading: false,
    count: words.length,
    start,
    end,
    kind,
    type,
    types,
    sentenceCount: sentences.length,
    sentenceStart,
    form: (token) => types.form(type[token]!),
    lower: (token) => types.lower(type[token]!),
    spaceBefore: () => true,
  }
}
