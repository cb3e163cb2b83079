import type { TextBlock, TextEdit } from '@klarsprak/engine'
import { inflectVerb, subjectOf, type Word } from 'retext-swedish'
import { nounPhraseLength } from '../phrases.ts'
import { auxiliariesOf, isFiniteVerb, sameForm } from '../verbs.ts'
import { likeCase } from '../words.ts'
import { isOpener } from './clause-border.ts'
import { phraseLength } from './phrase.ts'
import { negatives, objectForm, reflexiveOf } from './pronouns.ts'

/** A support verb with a noun, and the verb to write instead. */
export interface SupportConstruction {
  /** The support verb: `göra`. */
  readonly verb: Word
  /** The noun that names what is done: `bedömning`. */
  readonly noun: Word
  /** The verb in the infinitive, with its particle or `sig`: `följa upp`. */
  readonly instead: string
  /** Prepositions after the noun, and what stands for them after the verb; the empty string where the object follows. */
  readonly prepositions: ReadonlyMap<string, string>
  /** True for a noun that goes with the same support verb, so that it may be joined to this one. */
  readonly isAnother: (noun: Word) => boolean
}

/** Verbs that take a clause with `att` where the noun has one: `gör bedömningen att` → `bedömer att`. */
const takesClause = new Set(['bedöma', 'besluta', 'föreslå', 'lova', 'rekommendera', 'anta', 'försöka'])
/** Verbs that can have the one who is told as object. */
const takesReceiver = new Set(['informera'])
const articles = new Set(['en', 'ett', 'någon', 'något', 'några'])
/** What an adjective before the noun is beside the verb: `en noggrann bedömning av läget` → `bedömer läget noggrant`. */
export const adverbs: Readonly<Record<string, string>> = {
  noggrann: 'noggrant',
  grundlig: 'grundligt',
  ny: 'på nytt',
  förnyad: 'på nytt',
  individuell: 'individuellt',
  löpande: 'löpande',
  kontinuerlig: 'löpande',
  regelbunden: 'regelbundet',
  årlig: 'varje år',
  objektiv: 'objektivt',
  skriftlig: 'skriftligt',
  muntlig: 'muntligt',
  digital: 'digitalt',
  tydlig: 'tydligt',
}

/**
 * The verb in place of support verb and noun, in the same tense: `genomförde en utvärdering av badet` → `utvärderade
 * badet`. Subject, `inte` and other adverbs keep their places; particles and reflexives get theirs. Undefined unless
 * the noun stands bare, with an article or with an adjective that makes an adverb, and what follows it fits the verb.
 *
 * @returns edits in text order
 */
export function verbForNoun(construction: SupportConstruction, block: TextBlock): readonly TextEdit[] | undefined {
  const { verb, noun, instead, prepositions } = construction
  const [head, ...rest] = instead.split(' ') as [string, ...string[]]
  const form = formLike(verb, head)
  if (form === undefined || isAfterPhrase(verb)) return undefined

  const adjective = noun.previous?.upos === 'ADJ' && noun.previous !== verb ? noun.previous : undefined
  const adverb = adjective && adverbs[adjective.lemma]
  if (adjective && adverb === undefined) return undefined
  const before = (adjective ?? noun).previous!
  const isNegative = before !== verb && negatives[before.lower] !== undefined
  const article = before !== verb && (articles.has(before.lower) || isNegative) ? before : undefined
  const first = article ?? adjective ?? noun
  for (let word = verb.next; word !== undefined && word !== first; word = word.next)
    if (!mayStay(word) && !(takesReceiver.has(instead) && isReceiver(word))) return undefined

  const next = noun.next
  const clause = next?.lower === 'att' && takesClause.has(instead)
  if (noun.morph.Definite === 'Def' && noun.lower !== noun.lemma && !clause) return undefined
  const preposition = next && prepositions.get(next.lower)
  if (!clause && (preposition === undefined || !isObject(next!.next, construction))) return undefined
  const replacesPreposition = !clause && preposition === ''
  const last = clause || preposition === next!.lower ? noun : next!
  const particles = rest.filter((word) => word !== 'sig')
  if (!clause && preposition !== '' && preposition !== next!.lower) particles.push(preposition!)

  const edits: TextEdit[] = [{ start: verb.start, end: verb.end, text: likeCase(verb.form, form) }]
  if (rest.includes('sig') && !addReflexive(verb, edits)) return undefined
  if (isNegative) {
    const object = next?.next
    if (!isFiniteVerb(verb) || (replacesPreposition && object?.upos === 'PRON' && objectForm(object))) return undefined
    particles.unshift('inte')
  }
  const tail = particles.join(' ')
  edits.push(
    tail === ''
      ? { start: first.previous!.end, end: last.end, text: '' }
      : { start: first.start, end: last.end, text: tail },
  )
  if (adverb !== undefined) {
    const end = replacesPreposition ? endOfObject(next!) : undefined
    if (end === undefined) return undefined
    edits.push({ start: end, end, text: ` ${adverb}` })
  }
  const end = edits.at(-1)!.end
  return block.marks.some((mark) => mark.start < end && mark.end > verb.start) ? undefined : edits
}

/** `Genomför ni …?` looks like an imperative. */
function formLike(verb: Word, lemma: string): string | undefined {
  const isQuestion = verb.morph.Mood === 'Imp' && verb.next?.upos === 'PRON' && verb.next.morph.Case === 'Nom'
  // `utför` is tagged as the preposition.
  return isQuestion || verb.upos === 'ADP' ? inflectVerb(lemma, { form: 'Pres' }) : sameForm(verb, lemma)
}

/** `att till styrelsen lämna förslag`: what stands before the verb went with the noun. */
function isAfterPhrase(verb: Word): boolean {
  if (verb.morph.VerbForm !== 'Inf' && verb.morph.VerbForm !== 'Sup') return false
  for (let word = verb.previous, steps = 0; word !== undefined && steps < 5; word = word.previous, steps++) {
    if (word.upos === 'ADP') return true
    if (isFiniteVerb(word) || word.lower === 'att' || word.upos === 'PUNCT') return false
  }
  return false
}

/** True for an object that the verb can take over, with nothing joined to it that belongs to the support verb. */
function isObject(first: Word | undefined, { isAnother }: SupportConstruction): boolean {
  if (first === undefined || first.upos === 'PUNCT' || first.upos === 'CCONJ') return false
  for (let word: Word | undefined = first; word !== undefined; word = word.next) {
    if (isOpener(word) || isFiniteVerb(word) || word.upos === 'PUNCT') return true
    if (word.upos === 'NOUN' && isAnother(word) && isJoined(word)) return false
  }
  return true
}

function isJoined(noun: Word): boolean {
  let before = noun.previous
  while (before !== undefined && (before.upos === 'DET' || before.upos === 'ADJ')) before = before.previous
  return before?.upos === 'CCONJ'
}

/** Where the object after a preposition ends, if the sentence ends there. */
function endOfObject(preposition: Word): number | undefined {
  const { words } = preposition.sentence
  const after = words.slice(preposition.index - words[0]!.index + 1)
  const length = phraseLength(after)
  if (length === 0) return undefined
  const next = after[length]
  return next === undefined || /^[.!?]$/.test(next.form) ? after[length - 1]!.end : undefined
}

/** Puts the reflexive after the verb, or after a subject that follows it. False where the subject is not certain. */
function addReflexive(verb: Word, edits: TextEdit[]): boolean {
  const [edit] = edits
  if (verb.morph.Mood === 'Imp') {
    edits[0] = { ...edit!, text: `${edit!.text} dig` }
    return true
  }
  const hasTense = isFiniteVerb(verb)
  if (!hasTense && auxiliariesOf(verb).length === 0) return false
  const subject = subjectOf(verb)
  if (subject === undefined || subject.lower === 'som' || subject.lower === 'det') return false
  const reflexive = reflexiveOf(subject)
  if (!hasTense || subject.index < verb.index) {
    edits[0] = { ...edit!, text: `${edit!.text} ${reflexive}` }
    return true
  }
  const { words } = verb.sentence
  const after = words.slice(verb.index - words[0]!.index + 1)
  const end = after[nounPhraseLength(after) - 1]
  if (end !== subject) return false
  edits.push({ start: end.end, end: end.end, text: ` ${reflexive}` })
  return true
}

/** True for the one who is told: `ger dig information` → `informerar dig`. */
function isReceiver(word: Word): boolean {
  return word.upos === 'PRON' && word.morph.Case === 'Acc'
}

/** True for a subject or an adverb between the verb and its object. */
function mayStay(word: Word): boolean {
  if (word.upos === 'ADV' || word.upos === 'PROPN') return true
  if (word.upos === 'PART') return word.lower === 'inte'
  if (word.upos === 'PRON') return word.morph.Case === 'Nom' || word.lower === 'man'
  return word.upos === 'NOUN' && word.morph.Definite === 'Def' && word.morph.Case !== 'Gen'
}
