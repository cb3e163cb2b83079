import { agentTypeOf, passiveOf, type Sentence, type Word } from 'retext-swedish'
import { inMainClause } from '../src/clause-scan.ts'
import { isFiniteVerb } from '../src/verbs.ts'

const readers = new Set([
  'du',
  'ni',
  'man',
  'dig',
  'er',
  'den',
  'det',
  'de',
  'dem',
  'sig',
  'alla',
  'någon',
  'var',
  'en',
])
const staff =
  /(?:handläggare|chef|rektor|personal|lärare|läkare|ordförande|inspektör|sekreterare|ansvarig|tjänsteman|tjänsteperson|nämnd|vaktmästare|entreprenör)$/
/** Verbs that tell what somebody has, wants or is, and not who acts: `när vi har fått ansökan`. */
const idle = new Set(
  'få,ha,vara,bli,vilja,heta,behöva,veta,tycka,tro,hoppas,anse,finnas,ligga,stå,sakna,omfatta,tillhöra,bestå,kunna,vänta,visa,innebära,gälla,betyda,krävas'.split(
    ',',
  ),
)
const nominal = new Set(['DET', 'ADJ', 'NUM'])

/** True where the sentence or the one before has somebody else than the reader do something, so that it is known who acts. */
export function namesActor({ sentence }: Word, sentences: readonly Sentence[]): boolean {
  if (sentence.words.some((other) => acts(other, true))) return true
  return sentenceBefore(sentence, sentences)?.words.some((other) => acts(other, false)) === true
}

/** True where somebody else than the reader acts in the main clause. */
export function namesActorIn({ words }: Sentence): boolean {
  return words.some((word) => acts(word, false))
}

/** True where the sentence or the one before says by whom the same is done: `Planen tas fram av kontoret. Den tas fram …`. */
export function namesAgent(word: Word, sentences: readonly Sentence[]): boolean {
  const says = (other: Word) => other !== word && other.lower === word.lower && passiveOf(other).agent !== undefined
  return word.sentence.words.some(says) || sentenceBefore(word.sentence, sentences)?.words.some(says) === true
}

/** True where the sentence before tells who does this same deed: `ska du lämna in den. Alla sidor ska lämnas in`. */
export function namesDoer(word: Word, active: string, sentences: readonly Sentence[]): boolean {
  // What is done with `göra` stands in the noun.
  if (active === 'göra') return false
  const { sentence } = word
  const before = sentenceBefore(sentence, sentences)
  const tells = (other: Word) => other.lemma === active && other.upos === 'VERB' && other.morph.Voice !== 'Pass'
  return before?.words.some(tells) === true && /(?<!\p{L})(?:du|vi)(?!\p{L})/iu.test(before.text)
}

/** True where the reader acts in another clause: `laddas upp när du genomför ansökan`. */
export function readerActs({ sentence }: Word): boolean {
  return sentence.words.some(
    ({ lower, next }) => lower === 'du' && isFiniteVerb(next) && next!.upos === 'VERB' && !idle.has(next!.lemma),
  )
}

/** True where `vi` stands in the sentence before or after. */
export function saysWeBeside({ sentence }: Word, sentences: readonly Sentence[]): boolean {
  const at = sentences.indexOf(sentence)
  return [sentences[at - 1], sentences[at + 1]].some((one) => one?.words.some(({ lower }) => lower === 'vi') === true)
}

/** The one organ that the sentence or the one before has act, `av nämnden`, in lower case; undefined where there is none or are several. */
export function organNamed(word: Word, sentences: readonly Sentence[]): string | undefined {
  const { sentence } = word
  const before = sentenceBefore(sentence, sentences)
  if (!saysAv(sentence) && (before === undefined || !saysAv(before))) return undefined
  const words = [...(before?.words ?? []), ...sentence.words]
  const organs = new Set<string>()
  for (const noun of words) {
    if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') continue
    if (firstOf(noun).previous?.lower !== 'av' || agentTypeOf(noun) !== 'organisation') continue
    if (noun.upos === 'PROPN' || noun.morph.Definite !== 'Def' || noun.morph.Case === 'Gen') return undefined
    organs.add(noun.lower)
  }
  return organs.size === 1 ? [...organs][0] : undefined
}

function saysAv({ words }: Sentence): boolean {
  for (let index = 0; index < words.length; index++) if (words[index]!.lower === 'av') return true
  return false
}

/** True where the sentence or the one before names an organ in any place, or says `vi`: it is known, or guessed, who acts. */
export function namesOrgan({ sentence }: Word, sentences: readonly Sentence[]): boolean {
  return [sentence, sentenceBefore(sentence, sentences)].some((one) => one?.words.some(isOrgan))
}

/** `stödet från personalen`: those who act are named, though they are no subject. */
function isOrgan(word: Word): boolean {
  if (word.lower === 'vi' || word.lower === 'oss' || (word.upos === 'NOUN' && staff.test(word.lemma))) return true
  return (
    (word.upos === 'NOUN' || word.upos === 'PROPN') && word.morph.Case !== 'Gen' && agentTypeOf(word) === 'organisation'
  )
}

function sentenceBefore(sentence: Sentence, sentences: readonly Sentence[]): Sentence | undefined {
  const at = sentences.indexOf(sentence)
  return at > 0 ? sentences[at - 1] : undefined
}

/** True for the subject of an active verb that names an organ or a person: `Nämnden prövar`, `Därefter prövar vi`. */
function acts(word: Word, inAnyClause: boolean): boolean {
  const { upos, lower, morph } = word
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'PRON') return false
  if (morph.Case === 'Gen' || morph.Case === 'Acc' || readers.has(lower)) return false
  if (inAdverbial(word)) return false
  // Who `we` are is known, also where they only wait: `behandlas inte förrän vi har fått pengarna`.
  if (inAnyClause && lower === 'vi') return true
  const hasActive = [word.next, word.next?.next, firstOf(word).previous].some(
    (verb) => isActive(verb, inAnyClause) && (inAnyClause || inMainClause(verb!)),
  )
  return hasActive && mayDecide(word)
}

/** An organ, `vi`, or somebody who works there; others ask and receive. */
function mayDecide(word: Word): boolean {
  const type = agentTypeOf(word)
  return type === 'organisation' || word.lower === 'vi' || (type === 'person' && staff.test(word.lemma))
}

function isActive(verb: Word | undefined, mayBeSupine: boolean): boolean {
  if (mayBeSupine && verb?.morph.VerbForm === 'Sup' && verb.morph.Voice !== 'Pass') return !idle.has(verb.lemma)
  return isFiniteVerb(verb) && verb!.morph.Voice !== 'Pass' && isDeed(verb!) && !leadsPassive(verb!)
}

/** True where the finite verb, or the one that it leads, tells of something done: `har fått` and `vill` do not. */
function isDeed(verb: Word): boolean {
  if (verb.upos !== 'AUX') return !idle.has(verb.lemma)
  for (let word = verb.next, steps = 0; word !== undefined && steps < 6; word = word.next, steps++) {
    if (word.morph.VerbForm === 'Inf' || word.morph.VerbForm === 'Sup') return !idle.has(word.lemma)
    if (word.upos === 'PUNCT' || isFiniteVerb(word)) break
  }
  return verb.lemma !== 'ha' && verb.lemma !== 'vilja' && verb.lemma !== 'vara' && verb.lemma !== 'få'
}

/** `ska` in `barnen ska hämtas`, `har` in `barnet har blivit placerat` */
function leadsPassive(verb: Word): boolean {
  for (let word = verb.next, steps = 0; word !== undefined && steps < 6; word = word.next, steps++) {
    if (word.morph.VerbForm === 'Inf' || word.morph.VerbForm === 'Sup')
      return word.morph.Voice === 'Pass' || word.lemma === 'bli'
    if (word.upos === 'PUNCT' || isFiniteVerb(word)) return false
  }
  return false
}

function firstOf(noun: Word): Word {
  let first = noun
  while (first.previous !== undefined && isPart(first.previous)) first = first.previous
  return first
}

function inAdverbial(noun: Word): boolean {
  return firstOf(noun).previous?.upos === 'ADP'
}

function isPart({ upos, morph }: Word): boolean {
  return nominal.has(upos) || morph.Case === 'Gen' || morph.Poss === 'Yes'
}
