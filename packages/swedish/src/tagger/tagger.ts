import { Lemmatiser } from '../lemma/lemma.ts'
import type { ModelFile } from '../model/file.ts'
import type { Tagger, TagResult } from '../tagging.ts'
import type { Tokens } from '../tokens.ts'
import type { TypeTable } from '../type-table.ts'
import type { Morphology, Upos } from '../types.ts'
import { Decoder } from './decode.ts'
import { markInitial } from './features.ts'
import { parseFeats, readTagger, type TaggerModel } from './model.ts'
import { mendReciprocals, reciprocalLemma, voicelessTags } from './reciprocal.ts'
import { WordScores } from './words.ts'

/** Makes the tagger of a model file. */
export function createTagger(file: ModelFile): Tagger {
  return new ModelTagger(file)
}

class ModelTagger implements Tagger {
  readonly model: TaggerModel
  readonly lemmatiser: Lemmatiser
  readonly morphs: readonly Morphology[]
  readonly decoder: Decoder
  readonly voicelessOnly: ReadonlySet<number>
  private readonly voiceless: ReturnType<typeof voicelessTags>
  private readonly caches = new WeakMap<TypeTable, WordScores>()

  constructor(file: ModelFile) {
    this.model = readTagger(file)
    this.lemmatiser = new Lemmatiser(file)
    this.morphs = morphsOf(this.model)
    this.voiceless = voicelessTags(this.model)
    this.voicelessOnly = new Set(this.voiceless.values())
    this.decoder = new Decoder(this.model)
  }

  tag(tokens: Tokens): TagResult {
    const words = this.caches.get(tokens.types) ?? new WordScores(this.model, tokens.types)
    this.caches.set(tokens.types, words)
    const entries = entriesOf(words, tokens)
    const tags = new Uint8Array(tokens.count)
    for (let s = 0; s < tokens.sentenceCount; s++)
      if (tokens.sentenceStart[s]! < tokens.sentenceStart[s + 1]!)
        this.decoder.decode(words, entries, tokens.sentenceStart[s]!, tokens.sentenceStart[s + 1]!, tags)
    mendReciprocals(tokens, this.voiceless, tags)
    return new TextTags(this, tokens, words, entries, tags)
  }
}

/** What was found for one text. A class: what rules ask of every word finds the same code whatever the text. */
class TextTags implements TagResult {
  private readonly tagger: ModelTagger
  private readonly tokens: Tokens
  private readonly words: WordScores
  private readonly entries: Int32Array
  private readonly tags: Uint8Array
  private confidences: Float32Array | undefined = undefined

  constructor(tagger: ModelTagger, tokens: Tokens, words: WordScores, entries: Int32Array, tags: Uint8Array) {
    this.tagger = tagger
    this.tokens = tokens
    this.words = words
    this.entries = entries
    this.tags = tags
  }

  upos(token: number): Upos {
    return this.tagger.model.upos[this.tags[token]!]!
  }

  feats(token: number): string {
    return this.tagger.model.feats[this.tags[token]!]!
  }

  morph(token: number): Morphology {
    return this.tagger.morphs[this.tags[token]!]!
  }

  lemma(token: number): string {
    const { lemmas } = this.words
    const at = this.words.candidate(this.entries[token]!, this.tags[token]!)
    return (at >= 0 && at < lemmas.length ? lemmas[at] : undefined) ?? this.makeLemma(token, at)
  }

  confidence(token: number): number {
    this.confidences ??= new Float32Array(this.tokens.count).fill(-1)
    if (this.confidences[token]! < 0) {
      const { sentenceStart } = this.tokens
      const s = sentenceOf(this.tokens, token)
      const [from, to] = [sentenceStart[s]!, sentenceStart[s + 1]!]
      this.tagger.decoder.confidences(this.words, this.entries, from, to, this.tags, this.confidences)
    }
    return this.confidences[token]!
  }

  /** @param at where the lemma is kept; −1 where it is not */
  private makeLemma(token: number, at: number): string {
    const lemma = this.lemmaOf(token, this.tags[token]!)
    if (at < 0) return lemma
    const { lemmas } = this.words
    while (lemmas.length <= at) lemmas.push(undefined)
    lemmas[at] = lemma
    return lemma
  }

  private lemmaOf(token: number, tag: number): string {
    const { tokens, tagger } = this
    const reciprocal = tagger.voicelessOnly.has(tag) ? reciprocalLemma(tokens.lower(token)) : undefined
    if (reciprocal !== undefined) return reciprocal
    return tagger.lemmatiser.lemma(tokens.form(token), tokens.lower(token), tag, {
      name: tagger.model.upos[tag] === 'PROPN',
      tailStart: this.words.tailStart(this.entries[token]!, tag),
    })
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
