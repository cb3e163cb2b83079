import type { Profile, TableMatch } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { isFiniteVerb } from '../src/verbs.ts'
import { type Role, single } from './roles.ts'

const reader = new Set(['du', 'dig', 'din', 'ditt', 'dina', 'ni', 'er', 'ert', 'era'])
/** Texts to everyone, where what someone has done is told of a third person. In a decision it is the reader's own case. */
const tellsStories: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast'])
const duties = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver', 'ansvarar', 'är'])
/** A statute is told about: it speaks of everyone. */
const law = /(?:lagen|balken|förordningen|föreskrifterna|avtalet|kontraktet)s?$/

/** True where the words do not mean the reader: an adjective, a statute, two parties, a story, or a reader who is addressed. */
export function meansSomeoneElse(match: TableMatch, profile: Profile): boolean {
  const { sentence, next } = match.words.at(-1)!
  const isAdjective = /^den (?!som |det )/.test((match.entry as Role).patterns[match.pattern]!)
  if (isAdjective && (next?.upos === 'NOUN' || next?.upos === 'ADJ')) return true
  return pointsElsewhere(sentence, match) || (tellsStories.has(profile) && isTold(next))
}

/** True where the sentence says what the person may or must do. In other sentences the words may describe someone. */
export function isDuty({ words }: TableMatch): boolean {
  return duties.has(words.at(-1)!.next?.lower ?? '')
}

/** True before a verb that tells what someone has done: `Fastighetsägaren har lovat`. */
function isTold(verb: Word | undefined): boolean {
  return (
    isFiniteVerb(verb) &&
    (verb!.morph.Tense === 'Past' || (verb!.lower === 'har' && verb!.next?.morph.VerbForm === 'Sup'))
  )
}

/** True where the sentence has the reader in it already, tells what a law says, or is about two parties. */
function pointsElsewhere({ words }: Sentence, match: TableMatch): boolean {
  return words.some(
    (word) =>
      reader.has(word.lower) ||
      law.test(word.lower) ||
      word.form === '§' ||
      (single().has(word.lower) && !match.entry.patterns.includes(word.lower)),
  )
}
