import type { TextBlock } from '@klarsprak/engine'
import type { Passive, Sentence, Word } from 'retext-swedish'
import { subjectNoun } from '../passiv-form/readers-deed.ts'
import { auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'

/** Nouns of which a shorter stem would end others by chance. */
const shortest = 4
/** `Övriga måltider lagas av personalen`: what is told apart from what stands before. */
const others = /^(?:övriga|resterande|andra|samma|detsamma)$/
const goesOn = /^(?:Den|De|Dessa|Denna|Detsamma|Samma)$/

/**
 * True where the subject of the passive is what the text goes on about: it is told apart from others, the sentence
 * before or after is about it too, or it only points back. Turned, the sentences would lose their thread.
 */
export function isTopic(word: Word, { auxiliary, within }: Passive, { sentences }: TextBlock): boolean {
  // `och att denna översyn genomförs av revisorerna`
  if (within === 'subordinate') return /^(?:denna|detta|dessa)$/.test(subjectNoun(word)?.previous?.lower ?? '')
  if (within !== 'main') return false
  const { index, words } = word.sentence
  if (others.test(words[0]!.lower)) return true
  const [before, after] = [sentences[index - 1], sentences[index + 1]]
  const finite = [word, auxiliary, auxiliariesOf(word)[0]].find((verb) => isFiniteVerb(verb))
  // `Dessa leds av läkare`
  if (before !== undefined && /^(?:denna|detta|dessa)$/.test(finite?.previous?.lower ?? '')) return true
  if (isPointer(finite?.next) && (before !== undefined || hasVerbBefore(finite!))) return true
  if (after !== undefined && goesOn.test(after.words[0]!.form) && isFiniteVerb(after.words[1])) return true
  const subject = subjectNoun(word)?.lemma.toLowerCase()
  if (subject === undefined || subject.length < shortest) return false
  return isAbout(before, subject) || isAbout(after, subject) || isOnlyNamed(before, subject)
}

/** `Via telefonen. Telefonen bemannas av …`: a sentence without a verb, with nothing but the thing in it. */
function isOnlyNamed(sentence: Sentence | undefined, noun: string): boolean {
  if (sentence === undefined || sentence.words.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return false
  return sentence.words.some(({ upos, lemma }) => upos === 'NOUN' && lemma.toLowerCase() === noun)
}

/** The noun that a block opens with, where it is the subject of the passive. */
export function opens(word: Word, { within }: Passive): string | undefined {
  const { index, words } = word.sentence
  if (index > 0 || within !== 'main' || words[0]!.upos !== 'NOUN' || words[0] !== subjectNoun(word)) return undefined
  const topic = words[0]!.lemma.toLowerCase()
  return topic.length < shortest ? undefined : topic
}

/** True for a text whose last sentence opens with this noun. */
export function opensWith(text: string, topic: string): boolean {
  const last = text.split(/[.!?:]\s+(?=\p{Lu})/u).at(-1)!
  return last.toLowerCase().startsWith(topic.replace(/[ae]$/u, ''))
}

/** `Den` in `Den fastställs av nämnden`, and not the determiner of a noun. */
function isPointer(word: Word | undefined): boolean {
  return word !== undefined && /^(?:den|det|de|denna|detta|dessa)$/.test(word.lower) && !isDeterminer(word)
}

function isDeterminer({ next }: Word): boolean {
  return next !== undefined && /^(?:NOUN|ADJ|NUM)$/.test(next.upos)
}

/** `Vi meddelar när kortet är klart och därefter kan det hämtas` */
function hasVerbBefore(verb: Word): boolean {
  for (let word = verb.previous; word !== undefined; word = word.previous) if (isFiniteVerb(word)) return true
  return false
}

/** True for a sentence whose subject is this noun, or one that is compounded with it. */
function isAbout(sentence: Sentence | undefined, noun: string): boolean {
  const topic = sentence && topicOf(sentence)
  if (topic === undefined || topic.length < shortest) return false
  return topic.endsWith(noun) || noun.endsWith(topic)
}

/** The noun that a sentence begins with, or the one after its verb where an adverbial stands first. */
function topicOf({ words }: Sentence): string | undefined {
  // `Har föreningen flyttat vill vi veta det`: what a condition begins with is no topic.
  if (isFiniteVerb(words[0])) return undefined
  let isAdverbial = false
  for (const word of words) {
    if (isFiniteVerb(word)) isAdverbial = false
    else if (word.upos === 'ADP') isAdverbial = true
    else if (word.upos === 'PUNCT' || word.upos === 'SCONJ') return undefined
    else if (word.upos === 'NOUN' && !isAdverbial) return word.lemma.toLowerCase()
  }
  return undefined
}
