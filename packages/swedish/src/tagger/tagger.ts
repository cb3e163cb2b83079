import { Lemmatiser } from '../lemma/lemma.ts'
import type { ModelFile } from '../model/file.ts'
import type { Tagger, TagResult } from '../tagging.ts'
import type { Tokens } from '../tokens.ts'
import type { TypeTable } from '../type-table.ts'
import type { Morphology } from '../types.ts'
import { Decoder } from './decode.ts'
import { markInitial } from './features.ts'
import { parseFeats, readTagger, type TaggerModel } from './model.ts'
import { mendReciprocals, reciprocalLemma, voicelessTags } from './reciprocal.ts'
import { WordScores } from './words.ts'

/** Makes the tagger of a model file. */
export function createTagger(file: ModelFile): Tagger {
  const model = readTagger(file)
  const lemmatiser = new Lemmatiser(file)
  const morphs = morphsOf(model)
  const voiceless = voicelessTags(model)
  const voicelessOnly = new Set(voiceless.values())
  const decoder = new Decoder(model)
  const caches = new WeakMap<TypeTable, WordScores>()

  return {
    tag(tokens: Tokens): TagResult {
      const words = caches.get(tokens.types) ?? new WordScores(model, tokens.types)
      caches.set(tokens.types, words)
      const entries = entriesOf(words, tokens)
      const tags = new Uint8Array(tokens.count)
      for (let s = 0; s < tokens.sentenceCount; s++)
        if (tokens.sentenceStart[s]! < tokens.sentenceStart[s + 1]!)
          decoder.decode(words, entries, tokens.sentenceStart[s]!, tokens.sentenceStart[s + 1]!, tags)
      mendReciprocals(tokens, voiceless, tags)
      let confidences: Float32Array | undefined
      const { lemmas } = words
      const lemmaOf = (token: number, tag: number): string => {
        const reciprocal = voicelessOnly.has(tag) ? reciprocalLemma(tokens.lower(token)) : undefined
        if (reciprocal !== undefined) return reciprocal
        return lemmatiser.lemma(tokens.form(token), tokens.lower(token), tag, {
          name: model.upos[tag] === 'PROPN',
          tailStart: words.tailStart(entries[token]!, tag),
        })
      }
      return {
        upos: (token) => model.upos[tags[token]!]!,
        feats: (token) => model.feats[tags[token]!]!,
        morph: (token) => morphs[tags[token]!]!,
        lemma: (token) => {
          const tag = tags[token]!
          const at = words.candidate(entries[token]!, tag)
          if (at < 0) return lemmaOf(token, tag)
          let lemma = lemmas[at]
          if (lemma === undefined) {
            lemma = lemmaOf(token, tag)
            while (lemmas.length <= at) lemmas.push(undefined)
            lemmas[at] = lemma
          }
          return lemma
        },
        confidence: (token) => {
          confidences ??= new Float32Array(tokens.count).fill(-1)
          if (confidences[token]! < 0) {
            const s = sentenceOf(tokens, token)
            const [from, to] = [tokens.sentenceStart[s]!, tokens.sentenceStart[s + 1]!]
            decoder.confidences(words, entries, from, to, tags, confidences)
          }
          return confidences[token]!
        },
      }
    },
  }
}

function morphsOf(model: TaggerModel): Morphology[] {
  const known = new Map<string, Morphology>()
  return model.feats.map((feats) => {
    const morph = known.get(feats) ?? parseFeats(feats)
    known.set(feats, morph)
    return morph
  })
}

/** Room for one text, used again for each: typed arrays are dear to make. */
let shapes = new Uint8Array(4096)
let initial = new Uint8Array(4096)

function entriesOf(words: WordScores, tokens: Tokens): Int32Array {
  const { count, type, sentenceCount, sentenceStart } = tokens
  if (shapes.length < count) {
    shapes = new Uint8Array(count * 2)
    initial = new Uint8Array(count * 2)
  }
  for (let i = 0; i < count; i++) shapes[i] = words.shape(type[i]!)
  for (let s = 0; s < sentenceCount; s++) markInitial(shapes, sentenceStart[s]!, sentenceStart[s + 1]!, initial)
  const entries = new Int32Array(count)
  for (let i = 0; i < count; i++) entries[i] = words.entry(type[i]!, initial[i] === 1)
  return entries
}

/** Number of the sentence that a token stands in. */
function sentenceOf(tokens: Tokens, token: number): number {
  let low = 0
  let high = tokens.sentenceCount - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tokens.sentenceStart[middle]! <= token) low = middle
    else high = middle - 1
  }
  return low
}
