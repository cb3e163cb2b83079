import { adjectiveLexicon } from '../inflection/adjectives-lexicon.ts'
import { lemmaOf } from '../inflection/form-lexicon.ts'
import { nounLexicon } from '../inflection/nouns-lexicon.ts'
import { verbLexicon } from '../inflection/verbs.ts'
import { memo } from '../memo.ts'
import { loadLexicon } from '../model/load.ts'
import { compoundEnd } from './ends.ts'
import { type CompoundLink, compoundStart } from './starts.ts'

/** Section of the lexicon file with the words of `lexicon/simplex.tsv`. */
export const simplexSection = 'simplex'

/** A part of a compound. */
export interface CompoundPart {
  /** As it stands in the word, link not counted; of two equal letters left out of three it has none (`tul` in `tullag`). */
  readonly text: string
  readonly lemma?: string
  /** What stands between this part and the next and belongs to neither. */
  readonly link: CompoundLink
}

/** A compound and its parts, all that can stand alone: `bygg|lov|s|handläggare`. */
export interface CompoundSplit {
  readonly parts: readonly CompoundPart[]
  /** 0–1. Below 0.5 another split is about as likely. */
  readonly confidence: number
}

interface Parse {
  readonly parts: readonly CompoundPart[]
  readonly cost: number
  /** Offsets at which parts after the first begin. */
  readonly boundaries: readonly number[]
}

const longest = 80
const kept = 4
const costOfPart = 0.35

/** A word that is in the lexicon whole is split only when its parts are this certain. */
const limitInLexicon = 1.7
const limit = 3.2

let simplex: ReadonlySet<string> | undefined

function simplexWords(): ReadonlySet<string> {
  simplex ??= new Set(new TextDecoder().decode(loadLexicon().section(simplexSection)).split('\n'))
  return simplex
}

/**
 * Splits a compound into its parts, however many; undefined where the word is no compound or its parts are not known.
 * Words formed with a prefix (`återvinna`, `otydlig`) and derived words are no compounds.
 *
 * @param form one word in any of its forms; capitals count as small letters, a hyphen always parts
 */
export function splitCompound(form: string): CompoundSplit | undefined {
  // Marks of their own are joined to their letters, so that a form may be longer than its word.
  return form.length > longest * 2 ? undefined : splitOf(form)
}

const splitOf = memo((form: string): CompoundSplit | undefined => {
  const lower = form.normalize('NFC').toLowerCase()
  if (lower.length > longest || !/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(lower)) return undefined
  if (!lower.includes('-')) return splitWord(lower)
  return splitHyphenated(lower)
})

/** `e-handelsplats`: each piece on its own; a link goes with the piece before. */
function splitHyphenated(lower: string): CompoundSplit | undefined {
  const pieces = lower.split('-')
  const parts: CompoundPart[] = []
  let confidence = 1
  for (const [i, piece] of pieces.entries()) {
    const split = splitWord(piece)
    if (split !== undefined) {
      parts.push(...split.parts)
      confidence = Math.min(confidence, split.confidence)
      continue
    }
    const last = i === pieces.length - 1
    const lemma = last ? compoundEnd(piece)?.lemma : compoundStart(piece)?.lemma
    parts.push(lemma === undefined ? { text: piece, link: '' } : { text: piece, lemma, link: '' })
  }
  return { parts, confidence }
}

function splitWord(word: string): CompoundSplit | undefined {
  if (word.length < 4) return undefined
  const whole = wholeWord(word)
  if (simplexWords().has(word) || (whole !== undefined && simplexWords().has(whole))) return undefined
  const parses = parse(word).filter((found) => found.boundaries.length > 0)
  const best = parses[0]
  if (best === undefined || best.cost > limit) return undefined
  if (whole !== undefined && best.cost > limitInLexicon) return undefined
  const rival = parses.find((other) => conflicts(other, best))
  const margin = rival === undefined ? 1 : Math.min(1, (rival.cost - best.cost) / 0.8)
  const confidence = Math.max(0, 1 - best.cost / 5) * (0.45 + 0.55 * margin)
  return { parts: best.parts.flatMap(splitPart), confidence: Math.round(confidence * 100) / 100 }
}

/** Lemma of a word that the lexicon has whole. */
function wholeWord(word: string): string | undefined {
  for (const form of word.endsWith('s') ? [word, word.slice(0, -1)] : [word]) {
    const match = nounLexicon().lookup(form)[0] ?? adjectiveLexicon().lookup(form)[0]
    if (match !== undefined) return lemmaOf(match)
    const verb = verbLexicon().lookup(form)[0]
    if (verb !== undefined) return verb.stem + verb.group.paradigm.lemmaEnding
  }
  return undefined
}

/** A part that is itself a compound in the lexicon (`arbetsplats`) gives its own parts. */
function splitPart(part: CompoundPart): readonly CompoundPart[] {
  if (part.text.length < 5 || part.lemma === undefined || wholeWord(part.lemma) === undefined) return [part]
  const split = splitWord(part.text.startsWith(part.lemma) ? part.text : part.lemma)
  if (split === undefined) return [part]
  const joined = split.parts.map(({ text, link }) => text + link).join('')
  const last = split.parts.at(-1)!
  if (joined === part.text) return [...split.parts.slice(0, -1), { ...last, link: part.link }]
  // The lemma was split: its end is cut to what stands here (`förskol` of `förskola`).
  const cut = joined.length - part.text.length
  if (cut < 1 || cut >= last.text.length || !joined.startsWith(part.text)) return [part]
  return [...split.parts.slice(0, -1), { ...last, text: last.text.slice(0, -cut), link: part.link }]
}

/** The likeliest ways to read the whole word, best first. */
function parse(word: string): readonly Parse[] {
  return parseFrom(word, 0, new Map())
}

/** The likeliest ways to read what follows `at`, best first; each place is read once. */
function parseFrom(word: string, at: number, known: Map<number, readonly Parse[]>): readonly Parse[] {
  const before = known.get(at)
  if (before !== undefined) return before
  const found: Parse[] = []
  const end = compoundEnd(word.slice(at))
  if (end !== undefined) {
    const part: CompoundPart = { text: word.slice(at), lemma: end.lemma, link: '' }
    found.push({ parts: [part], cost: end.cost, boundaries: [] })
  }
  for (let next = at + 1; next <= word.length - 2; next++) {
    const text = word.slice(at, next)
    const start = compoundStart(text)
    if (start?.kind === 'prefix') prefix(found, text, start.cost, parseFrom(word, next, known))
    else if (start !== undefined) join(found, start, start.cost, next, parseFrom(word, next, known))
    const letter = text.at(-1)
    if (letter === word[next] && letter !== text.at(-2) && text.length > 2) {
      const full = compoundStart(text + letter)
      if (full !== undefined && full.link === '' && full.kind !== 'prefix')
        join(found, { text, lemma: full.lemma, link: '' }, full.cost + 0.3, next, parseFrom(word, next, known))
    }
  }
  const best = found.sort((a, b) => a.cost - b.cost).slice(0, kept)
  known.set(at, best)
  return best
}

/** Puts a first part before each way to read the rest. */
function join(
  found: Parse[],
  { text, lemma, link }: { text: string; lemma: string | undefined; link: CompoundLink },
  cost: number,
  next: number,
  rest: readonly Parse[],
): void {
  const first: CompoundPart = lemma === undefined ? { text, link } : { text, lemma, link }
  for (const tail of rest)
    found.push({
      parts: [first, ...tail.parts],
      cost: cost + costOfPart + tail.cost,
      boundaries: [next, ...tail.boundaries],
    })
}

/** A prefix belongs to the part after it. */
function prefix(found: Parse[], text: string, cost: number, rest: readonly Parse[]): void {
  for (const { parts, cost: costOfRest, boundaries } of rest) {
    const [first, ...others] = parts
    const lemma = first!.lemma === undefined ? {} : { lemma: text + first!.lemma }
    found.push({
      parts: [{ ...first!, ...lemma, text: text + first!.text }, ...others],
      cost: cost + costOfPart + costOfRest,
      boundaries,
    })
  }
}

/** Whether two readings part the word in places that do not go together. */
function conflicts(a: Parse, b: Parse): boolean {
  const inB = a.boundaries.every((boundary) => b.boundaries.includes(boundary))
  const inA = b.boundaries.every((boundary) => a.boundaries.includes(boundary))
  return a.boundaries.length > 0 && !inA && !inB
}
