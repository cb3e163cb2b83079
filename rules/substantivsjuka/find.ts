import type { Word } from 'retext-swedish'
import { text } from '../generated/tables/stodverb.ts'
import { lazy, parts, readTable } from '../src/table.ts'

/** What to say instead of a support verb and a noun. */
interface Support {
  readonly noun: string
  /** The verb in the infinitive, with its particle or other words: `följa upp`. */
  readonly verb: string
  /** Prepositions after the noun, and what stands for them after the verb; the empty string where the object follows. */
  readonly prepositions: ReadonlyMap<string, string>
  readonly mark: string
  /** What to write where no verb can simply be put in. */
  readonly advice: string
}

export interface Nominalisation {
  readonly noun: Word
  readonly support: Support
  /** The words between the verb and the noun. */
  readonly between: readonly Word[]
}

interface Table {
  /** By support verb and noun, the noun as the verb's object. */
  readonly objects: ReadonlyMap<string, ReadonlyMap<string, Support>>
  /** The noun as the verb's subject: `Utbetalning sker`. */
  readonly subjects: ReadonlyMap<string, ReadonlyMap<string, Support>>
}

const table = lazy((): Table => {
  const objects = new Map<string, Map<string, Support>>()
  const subjects = new Map<string, Map<string, Support>>()
  for (const row of readTable<'substantiv' | 'stodverb' | 'verb' | 'prepositioner' | 'svag' | 'skriv'>(text)) {
    const support: Support = {
      noun: row.substantiv,
      verb: row.verb,
      prepositions: new Map(parts(row.prepositioner, ' ').map((pair) => pair.split('>') as [string, string])),
      mark: row.svag,
      advice: row.skriv,
    }
    for (const verb of parts(row.stodverb, ' ')) {
      const byVerb = row.skriv === '' ? objects : subjects
      const nouns = byVerb.get(verb) ?? new Map<string, Support>()
      byVerb.set(verb, nouns.set(row.substantiv, support))
    }
  }
  return { objects, subjects }
})

/** How far from the verb the noun may stand, in words. */
const reach = 6
/** Forms of the commonest support verbs; the tagger's lemma serves for the others. */
const lemmas: ReadonlyMap<string, string> = new Map([
  ['utför', 'utföra'],
  ['görs', 'göra'],
  ['gjordes', 'göra'],
  ['gjorts', 'göra'],
  ['göras', 'göra'],
])

function lemmaOf(verb: Word): string {
  return lemmas.get(verb.lower) ?? verb.lemma
}

export function isSupportVerb(verb: Word): boolean {
  const lemma = lemmaOf(verb)
  const { objects, subjects } = table()
  return objects.has(lemma) || subjects.has(lemma)
}

/** True for a noun that this support verb can have as its object. */
export function isNounOf(verb: Word, noun: Word): boolean {
  return table().objects.get(lemmaOf(verb))?.has(noun.lemma) === true
}

/** The nominalisation that is the object of this verb. */
export function findObject(verb: Word): Nominalisation | undefined {
  return after(verb, table().objects.get(lemmaOf(verb)))
}

/**
 * The nominalisation that is the subject of this verb, before it or after it: `Utbetalning sker`, `Det görs
 * en bedömning`. For an s-passive the nouns are those of the active verb.
 */
export function findSubject(verb: Word): Nominalisation | undefined {
  const lemma = lemmaOf(verb)
  const nouns = verb.lower.endsWith('s') ? table().objects.get(lemma) : table().subjects.get(lemma)
  if (nouns === undefined || (lemma === 'äga' && verb.next?.lower !== 'rum')) return undefined
  const found = before(verb, nouns) ?? opening(verb, nouns) ?? after(verb, nouns)
  // `Förslagen lämnas` is about papers, `Kontrollen görs` about what is done.
  if (found === undefined || !verb.lower.endsWith('s') || isDeed(found.noun)) return found
  return undefined
}

function after(verb: Word, nouns: ReadonlyMap<string, Support> | undefined): Nominalisation | undefined {
  if (nouns === undefined) return undefined
  const between: Word[] = []
  for (let word = verb.next; word !== undefined && between.length < reach; word = word.next) {
    const support = supportOf(word, nouns)
    // `gör prioriteringar nödvändiga`: what the thing becomes, no deed.
    if (support && word.next?.upos === 'ADJ' && word.next.next?.upos !== 'NOUN') return undefined
    if (support) return isIndefinite(word) ? { noun: word, support, between } : undefined
    if (endsSearch(word) || (word.upos === 'NOUN' && word.morph.Definite !== 'Def' && word.morph.Case !== 'Gen'))
      return undefined
    between.push(word)
  }
  return undefined
}

/** What a reader asks for and tells of, which may be about much: `Ansökan om tillstånd och registrering enligt lagen görs …`. */
const requests = /^(?:ansökan|anmälan|begäran|bokning|beställning)$/
/** The most words between such an opening and its verb. */
const longOpening = 16

/** The first word of the sentence as its subject, where no other verb stands between. */
function opening(verb: Word, nouns: ReadonlyMap<string, Support>): Nominalisation | undefined {
  const noun = verb.sentence.words[0]!
  const steps = verb.index - noun.index - 1
  if (steps < 1 || steps > longOpening || !requests.test(noun.lower)) return undefined
  const support = supportOf(noun, nouns)
  if (support === undefined || !/^(?:om|av)$/.test(noun.next!.lower)) return undefined
  const between: Word[] = []
  for (let word = verb.previous!; word !== noun; word = word.previous!) {
    if (word.form === ',' || word.lower === 'som' || (word.upos === 'VERB' && word.morph.VerbForm === 'Fin'))
      return undefined
    if (word.upos === 'SCONJ' && word.lower !== 'om') return undefined
    between.push(word)
  }
  return { noun, support, between }
}

/** Looks for the subject of the clause, past auxiliaries, adverbs and one attribute of the noun. */
function before(verb: Word, nouns: ReadonlyMap<string, Support>): Nominalisation | undefined {
  const between: Word[] = []
  for (let word = verb.previous; word !== undefined && between.length < reach; word = word.previous) {
    const support = supportOf(word, nouns)
    if (support) return isInAdverbial(word) || isJoined(word) ? undefined : { noun: word, support, between }
    const { upos } = word
    if (upos === 'PUNCT' || upos === 'SCONJ' || upos === 'VERB' || upos === 'CCONJ' || word.lower === 'som')
      return undefined
    between.push(word)
  }
  return undefined
}

/** `Vid varje ansökan görs en bedömning`: the noun belongs to its preposition. */
function isInAdverbial(noun: Word): boolean {
  let { previous } = noun
  while (previous !== undefined && isAttribute(previous)) previous = previous.previous
  return previous?.upos === 'ADP'
}

/** `inköp och försäljning`: two deeds that share the verb. */
function isJoined({ previous }: Word): boolean {
  return previous?.upos === 'CCONJ' && /^(?:NOUN|ADJ|PROPN|X|CCONJ)$/.test(previous.previous?.upos ?? '')
}

/** True for a noun that names what is done, also in the definite: `kontrollen`, `bedömningen`. */
function isDeed(noun: Word): boolean {
  // `Anmälan` is definite and indefinite.
  if (/(?:mälan|sökan|klagan|gäran)$/.test(noun.lower)) return true
  return noun.morph.Definite !== 'Def' || /(?:ningen|klagandet|^kontrollen)$/.test(noun.lower)
}

/** True for a noun that names what is done, not one thing that was done: `den undersökningen`, `sina bedömningar`. */
function isIndefinite({ previous, next, morph }: Word): boolean {
  if (next?.lower === 'att') return true
  if (morph.Definite === 'Def') return false
  for (let word = previous; word !== undefined && isAttribute(word); word = word.previous)
    if (word.morph.Poss === 'Yes' || word.morph.Definite === 'Def' || word.lemma === 'sådan') return false
  return true
}

function isAttribute({ upos, morph }: Word): boolean {
  return upos === 'ADJ' || upos === 'DET' || morph.Poss === 'Yes'
}

function supportOf(word: Word, nouns: ReadonlyMap<string, Support>): Support | undefined {
  if (word.upos !== 'NOUN' || word.morph.Case === 'Gen') return undefined
  return nouns.get(word.lemma) ?? nouns.get(word.lower)
}

function endsSearch({ upos, lower }: Word): boolean {
  if (upos === 'PART') return lower !== 'inte'
  return upos === 'PUNCT' || upos === 'SCONJ' || upos === 'CCONJ' || upos === 'ADP' || upos === 'VERB'
}
