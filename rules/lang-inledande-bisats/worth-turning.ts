import type { TextBlock } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { scanClauses } from '../src/clause-scan.ts'
import { firstWord } from '../src/sentence-words.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { leansBack } from './main-first.ts'

const shortMain = 9

function mainWords({ index, sentence }: Word): readonly Word[] {
  return sentence.words.filter((word) => word.index >= index && word.upos !== 'PUNCT')
}

/** True for a main clause of few words, without a clause of its own and without a word that leans on what stands before. */
export function isWorthTurning(verb: Word): boolean {
  const main = mainWords(verb)
  // `erbjuds du en plats i ett annat hus`, `är det dags att`, `finns det lite att tänka på`
  if (main.some(setsNext)) return false
  return main.length <= shortMain && !main.some((word) => opensClause(word) || leansBack.has(word.lower))
}

function setsNext({ lower, previous }: Word): boolean {
  return /^(?:dags|tänka)$/.test(lower) || (/^(?:annan|annat|andra)$/.test(lower) && previous?.previous?.upos === 'ADP')
}

/**
 * True for a main clause that is longer than the words before it, or that has a clause of its own and is more than
 * three fifths as long: turned, the condition would come far too late.
 */
export function isHeavyMain(verb: Word, before: number): boolean {
  const main = mainWords(verb)
  if (main.length > before) return true
  return main.length * 5 > before * 3 && main.some((word) => word !== verb && opensClause(word))
}

/** A condition or a time stands first by nature. It is too much with so many words over the limit and a clause of its own, */
const heavy = 3
/** or with so many where it has none, or says only what the reader wants. */
const heavier = 6
/** What the reader wants: a sign to those whom the sentence is for. */
const wishes = /^(?:vill|önskar|behöver|undrar|tänker|planerar|funderar|ska|har)$/

/**
 * True for a condition or a time that is clearly heavier than what comes after it, and that nothing there takes up: a noun
 * that comes again (`Om du har fordon …, måste ditt fordon …`), or a pronoun for it.
 */
export function isHeavyCondition(first: Word, verb: Word, count: number, most: number): boolean {
  const main = mainWords(verb)
  const clause = verb.sentence.words.filter((word) => word.index >= first.index && word.index < verb.index)
  const holdsClause = scanClauses(verb.sentence).some(
    ({ type, opener, verb: own, from }) =>
      type !== 'main' &&
      own !== undefined &&
      opener !== undefined &&
      opener.index > first.index &&
      from < verb.index - verb.sentence.words[0]!.index,
  )
  const isWish =
    /^(?:du|ni|man)$/.test(first.next?.lower ?? '') &&
    wishes.test(first.next?.next?.lower ?? '') &&
    !clause.some(isNegated)
  if (count < most + (holdsClause && !isWish ? heavy : heavier)) return false
  if (main.length * 3 > count * 2) return false
  const named = new Set(clause.filter(({ upos }) => upos === 'NOUN').map(({ lemma }) => lemma))
  return !main.some(
    (word) =>
      (word.upos === 'NOUN' && named.has(word.lemma)) ||
      takenUp.test(word.lower) ||
      (word.lower === 'det' && word.previous?.morph.VerbForm === 'Inf' && isLoose(word)),
  )
}

const takenUp = /^(?:den|de|dem|han|hon|hen|honom|henne|dess|deras|hans|hennes|sådan|sådant|sådana)$/

function isNegated({ lower }: Word): boolean {
  return lower === 'inte'
}

/** True where the sentence before or after it opens with the same word: `Om du bor själv … . Om du bor med någon …`. */
export function isBesideLike(sentence: Sentence, { sentences }: TextBlock): boolean {
  const at = sentences.indexOf(sentence)
  const own = firstWord(sentence)?.lower
  return [sentences[at - 1], sentences[at + 1]].some((other) => other !== undefined && firstWord(other)?.lower === own)
}

function opensClause({ upos, lower, next }: Word): boolean {
  if (lower === 'som') return next?.upos !== 'NOUN' && next?.upos !== 'ADJ'
  if (lower === 'att') return next !== undefined && next.morph.VerbForm !== 'Inf'
  // `så kallat`
  if (upos === 'SCONJ') return next?.upos !== 'ADJ'
  return /^(?:om|när|innan|hur|vad|där)$/.test(lower) && next?.upos === 'PRON' && next.morph.Case === 'Nom'
}

/** What points to the sentence before: it would come after what it belongs to. */
const pointsBack =
  /^(?:sådan|sådant|sådana|denna|detta|dessa|denne|dess|däremot|istället|stället|också|samtidigt|alltså|därmed|sålunda)$/
/** What points in the main clause to what stands in the clause before it. */
const pointsToClause = /^(?:denna|detta|dessa|denne|dess)$/
const persons = /^(?:de|den|han|hon|hen|dessa)$/
/** What the main clause says of the whole clause before it. */
const follows =
  /^(?:innebära|betyda|medföra|leda|påverka|bero|hända|ske|bli|gälla|räknas|räkna|visa|tyda|framgå|avgöra|spela)$/
/** Verbs whose subject a clause with `om` is. */
const subjectless = /^(?:bero|framgå|avgöra|avgöras|spela|sakna|styra|styras|reglera|regleras)$/

/**
 * True for a clause that has to stand first: it or the main clause points back, the main clause tells what follows from it or
 * what may be concluded, or the clause is its subject.
 */
export function belongsFirst(first: Word, verb: Word): boolean {
  const { words } = verb.sentence
  const clause = words.filter((word) => word.index >= first.index && word.index < verb.index)
  if (clause.some(({ lower }) => pointsBack.test(lower))) return true
  // `om de …`, `för att de …`
  const subject = first.next?.lower === 'att' ? first.next.next : first.next
  if (subject !== undefined && persons.test(subject.lower) && !/^(?:NOUN|ADJ)$/.test(subject.next?.upos ?? ''))
    return true
  const main = mainWords(verb)
  if (main.some((word) => pointsToClause.test(word.lower) && !isDeterminer(word))) return true
  // `Om du bor med en partner kan ni få hjälp`: the clause says who they are.
  if (main[1]?.lower === 'ni' && clause.some(({ lower }) => lower === 'du')) return true
  return isConclusion(main) || isSubject(main)
}

/** Letters that a verb and its noun begin with alike: `beslutar` and `beslutet`. */
const alike = 5

/**
 * True where the main clause takes up the clause before it: with `det` and a noun (`gäller det beslutet`), with the noun of
 * its verb (`om vi beslutar … överklaga beslutet`), with a pronoun for its subject (`ska hon ringa`), or with `det` that the
 * sender does something with (`så kan vi spara det`).
 */
export function takesUp(verb: Word, first: Word): boolean {
  const main = mainWords(verb)
  const clause = verb.sentence.words.filter((word) => word.index >= first.index && word.index < verb.index)
  // `Om en anställd blir sjuk … ska hon ringa`: it says of whom.
  if (/^(?:hon|han|hen)$/.test(main[1]?.lower ?? '')) return true
  for (const word of main) {
    if (word.upos === 'NOUN' && word.morph.Definite === 'Def') {
      if (/^(?:det|den)$/.test(word.previous?.lower ?? '') && main.includes(word.previous!)) return true
      const stem = word.lemma.slice(0, Math.max(alike, word.lemma.length - 2))
      if (word.lemma.length >= alike && clause.some(({ upos, lemma }) => upos === 'VERB' && lemma.startsWith(stem)))
        return true
    }
    if (word.lower === 'det' && main[1]?.lower === 'vi' && word.previous?.upos === 'VERB' && isLoose(word)) return true
  }
  return false
}

/** True for an object by itself: `lagra det i arkivet`, not `lagra det material`. */
function isLoose({ next }: Word): boolean {
  return next === undefined || next.upos === 'ADP' || next.upos === 'PUNCT'
}

/** `i denna blankett`, but not `har denna företräde`. */
function isDeterminer({ upos, lower, next }: Word): boolean {
  return upos === 'DET' && next?.upos === 'NOUN' && !(lower === 'denna' && next.morph.Gender === 'Neut')
}

/** `kan det innebära att`, `är det ett tecken på` */
function isConclusion([verb, det, ...rest]: readonly Word[]): boolean {
  if (det?.lower !== 'det') return false
  if (follows.test(verb!.lemma) || rest.slice(0, 3).some(({ lemma }) => follows.test(lemma))) return true
  return verb!.lemma === 'vara' && rest.slice(0, 3).some(({ upos, lower }) => upos === 'NOUN' && lower !== 'dags')
}

/** `Om beslutet är riktigt beror på omständigheterna`: no subject follows the verb. */
function isSubject([verb, ...rest]: readonly Word[]): boolean {
  if (!subjectless.test(verb!.lemma)) return false
  for (const word of rest) {
    if (word.upos === 'ADP' || isFiniteVerb(word)) return true
    if (/^(?:PRON|NOUN|PROPN|DET|NUM)$/.test(word.upos)) return /^(?:betydelse|roll)$/.test(word.lower)
  }
  return true
}
