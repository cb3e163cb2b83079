import type { Morphology, Upos } from '../types.ts'
import { hashForm } from './hash.ts'

/** The parser's word classes: UD's, with those parted that stand in different places. */
export const CLASSES = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
  'participle',
  'genitive',
  'relative',
  'possessive',
  'finite auxiliary',
  'infinitive auxiliary',
  'finite verb',
  'imperative',
  'infinitive',
  'supine',
  'passive participle',
] as const

export type WordClass = (typeof CLASSES)[number]

/** Number of each class. */
export const ClassNumber = Object.fromEntries(CLASSES.map((name, i) => [name, i])) as Record<WordClass, number>

const VERB_CLASSES: Record<string, WordClass> = {
  Fin: 'finite verb',
  Inf: 'infinitive',
  Sup: 'supine',
  Part: 'passive participle',
}

/** The class of a word by what the tagger says of it. */
export function wordClass(upos: Upos, morph: Morphology): WordClass {
  switch (upos) {
    case 'VERB':
      if (morph.Mood === 'Imp') return 'imperative'
      return VERB_CLASSES[morph.VerbForm ?? ''] ?? 'VERB'
    case 'AUX':
      if (morph.VerbForm === 'Fin') return 'finite auxiliary'
      return morph.VerbForm === 'Inf' ? 'infinitive auxiliary' : 'AUX'
    case 'ADJ':
      return morph.VerbForm === 'Part' ? 'participle' : 'ADJ'
    case 'NOUN':
      return morph.Case === 'Gen' ? 'genitive' : 'NOUN'
    case 'PRON':
      if (morph.PronType === 'Rel') return 'relative'
      return morph.Poss === 'Yes' ? 'possessive' : 'PRON'
    default:
      return upos
  }
}

/** One bit for each group of classes that matters between two words; bit 11 is punctuation. */
export const GROUP_BIT = Int32Array.from(CLASSES, (name) => 1 << groupOf(name))
export const MARK_BIT = 1 << 11

function groupOf(name: WordClass): number {
  switch (name) {
    case 'NOUN':
    case 'PROPN':
      return 0
    case 'PRON':
    case 'possessive':
      return 1
    case 'finite verb':
    case 'finite auxiliary':
    case 'imperative':
      return 2
    case 'VERB':
    case 'AUX':
    case 'infinitive':
    case 'infinitive auxiliary':
    case 'supine':
    case 'passive participle':
      return 3
    case 'ADP':
      return 4
    case 'ADJ':
    case 'participle':
    case 'NUM':
      return 5
    case 'ADV':
      return 6
    case 'CCONJ':
      return 7
    case 'SCONJ':
    case 'relative':
      return 8
    case 'PART':
      return 9
    default:
      return 10
  }
}

/** What a punctuation mark parts, 1–7. */
export function markNumber(form: string): number {
  switch (form[0]) {
    case ',':
      return 1
    case '-':
    case '–':
    case '—':
      return 2
    case '(':
    case '[':
      return 3
    case ')':
    case ']':
      return 4
    case ':':
      return 5
    case '"':
    case "'":
    case '”':
    case '“':
    case '„':
    case '’':
    case '‘':
    case '»':
    case '«':
      return 6
    default:
      return 7
  }
}

/** What a word, and punctuation, adds to the running sums of `ParserInput.sums`. */
export const MARK_SUM = 1 << 8
export const CLASS_SUM = Int32Array.from(CLASSES, (name) => {
  switch (name) {
    case 'finite verb':
    case 'finite auxiliary':
    case 'imperative':
      return 1
    case 'CCONJ':
      return 1 << 16
    case 'SCONJ':
    case 'relative':
      return 1 << 24
    default:
      return 0
  }
})

const tagHashes = new Map<string, Map<string, number>>()

/** Hash of a word class with its features. Kept by both, of which a tagger has some two hundred. */
export function tagHash(upos: string, feats: string): number {
  let ofFeats = tagHashes.get(feats)
  if (ofFeats === undefined) {
    ofFeats = new Map()
    tagHashes.set(feats, ofFeats)
  }
  let hash = ofFeats.get(upos)
  if (hash === undefined) {
    hash = hashForm(`${upos} ${feats}`)
    ofFeats.set(upos, hash)
  }
  return hash
}
