import { normalise } from '../src/characters.ts'
import { markInitial } from '../src/tagger/features.ts'
import { plainSign, shapeOf } from '../src/tagger/shape.ts'
import type { TreebankSentence } from './conllu.ts'
import { type TagSet, tagName } from './tags.ts'

/** A word as the tagger's training sees it. */
export interface TrainingWord {
  form: string
  /** As words are compared. */
  lower: string
  shape: number
  /** Its capital says nothing. */
  initial: boolean
  /** Number of its tag, −1 where the tag set lacks it. */
  tag: number
  lemma: string
}

/** Treebank sentences as words with shape, place and tag. */
export function toTrainingWords(sentences: readonly TreebankSentence[], tags: TagSet): TrainingWord[][] {
  return sentences.map(({ words }) => {
    const shapes = Uint8Array.from(words, ({ form }) => shapeOf(form))
    const initial = new Uint8Array(words.length)
    markInitial(shapes, 0, words.length, initial)
    return words.map((word, i) => ({
      form: word.form,
      lower: plainSign(normalise(word.form), shapes[i]!),
      shape: shapes[i]!,
      initial: initial[i] === 1,
      tag: tags.idOf.get(tagName(word)) ?? -1,
      lemma: word.lemma,
    }))
  })
}
