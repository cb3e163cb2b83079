import type { Profile, TableMatch } from '@klarsprak/engine'
import { agentTypeOf, analyseNounForm, inflectNoun, type Sentence, type Word } from 'retext-swedish'
import { lazy } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { startsSentence } from '../src/words.ts'
import { type Role, single } from './roles.ts'

const reader = new Set(['du', 'dig', 'din', 'ditt', 'dina', 'ni', 'er', 'ert', 'era'])
/** Texts to everyone, where what someone has done is told of a third person. In a decision it is the reader's own case. */
const tellsStories: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast'])
const duties = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver', 'ansvarar', 'är'])
/** A statute is told about: it speaks of everyone. */
const law = /(?:lagen|balken|förordningen|föreskrifterna|avtalet|kontraktet|rättsfallet|rättsfall)s?$/
/** Reports of cases: `RÅ 1997 ref. 12`, `HFD 2014 ref. 5`. */
const reports = new Set(['RÅ', 'HFD', 'NJA', 'MÖD', 'RH', 'AD', 'JO', 'JK', 'ref.'])

/** True where the words do not mean the reader: an adjective, a statute, two parties, a story, or a reader who is addressed. */
export function meansSomeoneElse(match: TableMatch, profile: Profile): boolean {
  const { sentence, next } = match.words.at(-1)!
  const isAdjective = /^den (?!som |det )/.test((match.entry as Role).patterns[match.pattern]!)
  if (isAdjective && (next?.upos === 'NOUN' || next?.upos === 'ADJ')) return true
  if (isGenitive(match) && hasOtherSubject(sentence, match)) return true
  if (isDefinition(match) || isIdeal(match)) return true
  if (profile === 'webb' && spokenOf.has((match.entry as Role).term) && !isDuty(match) && !isCondition(match))
    return true
  if (isAnother(match) || (describesOthers.has((match.entry as Role).term) && !isDuty(match))) return true
  if (/^(?:till|från|av)$/.test(match.words[0]!.previous?.lower ?? '') && match.words[0]!.lower.startsWith('vårdnads'))
    return true
  if (isOneOfTwo(match) || pointsAtAnybody(match)) return true
  if (isBare(match) && !(startsSentence(match.words[0]!) && isDuty(match))) return true
  return pointsElsewhere(sentence, match) || (tellsStories.has(profile) && isTold(next))
}

/** Whom a text to staff or to helpers is about; the reader only where the text says what they must do. */
const describesOthers = new Set(['patienten', 'användaren'])
/** Whom a page tells of more often than it speaks to: `Insatsen stärker den enskilde`. */
const spokenOf = new Set(['den enskilde', 'brukaren', 'deltagaren', 'besökaren', 'klienten', 'den boende'])

/** `Byggherren är den som låter bygga`, `Med sökanden menas …`: what a word means. */
function isDefinition({ words }: TableMatch): boolean {
  const { next, sentence } = words.at(-1)!
  if (next?.lower === 'är' && /^(?:den|de|en|ett|någon)$/.test(next.next?.lower ?? '')) return true
  return sentence.words.some(({ lower }) => /^(?:menas|avses|definieras|kallas)$/.test(lower))
}

/** `Den enskilde är i centrum`: an ideal of the house. */
function isIdeal({ words }: TableMatch): boolean {
  return words[0]!.sentence.words.some(({ lower }) => /^(?:centrum|fokus|ledord|värdegrund|vision)$/.test(lower))
}

/** `Om den enskilde inte svarar`: the subject of a condition. */
export function isCondition({ words }: TableMatch): boolean {
  return words[0]!.previous?.upos === 'SCONJ'
}

/** Those who read about somebody that they help. */
const helpers =
  /^(?:anhöriga?|anhörigas|närstående|ställföreträdar|huvudman|huvudmannen|förvaltaren?|god|överförmyndar)/

/** `den andra vårdnadshavaren`, `det är fastighetsägaren som ska göra det`, `anhöriga om den enskilde`. */
function isAnother({ words }: TableMatch): boolean {
  const first = words[0]!
  const before = first.previous
  if (/^(?:andra|andre|annan|ena)$/.test(before?.lower ?? '')) return true
  if (words.at(-1)!.next?.lower === 'som' && /^(?:är|det)$/.test(before?.lower ?? '')) return true
  // `Där är det fastighetsägarens ansvar`: whose it is, and not somebody else's.
  if (before?.lower === 'det' && /^(?:ansvar|skyldighet|uppgift|sak)$/.test(words.at(-1)!.next?.lower ?? ''))
    return true
  // `Om grannen till den sökande …`: somebody beside the one who is meant.
  if (/^(?:till|åt|för)$/.test(before?.lower ?? '') && relations.test(before!.previous?.lower ?? '')) return true
  // `Vi informerar den det berör`: the reader may be the one who reported it.
  const concerns = /^(?:det|som)$/.test(first.next?.lower ?? '') && first.next!.next?.lower.startsWith('berör')
  if (concerns && first.sentence.words.some(({ lower }) => lower === 'vi')) return true
  return (
    /^den enskild/.test(`${first.lower} ${first.next?.lower}`) &&
    first.sentence.words.some(({ lower }) => helpers.test(lower))
  )
}

const relations =
  /^(?:grann(?:e|en|ar|arna)|anhörig(?:a)?|närstående|föräld(?:er|rar|rarna)|syskon|ombud(?:et)?|kontaktperson(?:en)?)$/

/** True where the sentence says what the person may or must do. In other sentences the words may describe someone. */
export function isDuty({ words }: TableMatch): boolean {
  return duties.has(words.at(-1)!.next?.lower ?? '')
}

/** True where the words begin the sentence or follow its verb, and do something: no object and no receiver. */
export function isActor(match: TableMatch): boolean {
  const first = match.words[0]!
  return isDuty(match) || startsSentence(first) || first.previous?.upos === 'SCONJ'
}

/** `fastighetsägaren eller bostadsrättsföreningen`: one of two, of whom the reader may be the other or neither. */
function isOneOfTwo({ words }: TableMatch): boolean {
  const joint = words.at(-1)!.next
  if (joint?.upos === 'CCONJ' && isSomebody(headAfter(joint))) return true
  const before = words[0]!.previous
  return before?.upos === 'CCONJ' && isSomebody(before.previous)
}

function headAfter(joint: Word): Word | undefined {
  let { next } = joint
  while (next?.upos === 'DET' || next?.upos === 'ADJ') next = next.next
  return next
}

function isSomebody(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.upos === 'NOUN' || word.upos === 'PROPN') &&
    word.morph.Case !== 'Gen' &&
    agentTypeOf(word) !== 'other'
  )
}

/** `Om någon anser … kan den enskilde …`: the words point back at anybody. */
function pointsAtAnybody({ words }: TableMatch): boolean {
  const first = words[0]!
  return first.sentence.words.some(
    ({ lower, start, next }) => lower === 'någon' && start < first.start && !/^(?:NOUN|ADJ)$/.test(next?.upos ?? ''),
  )
}

/** True before a verb that tells what someone has done: `Fastighetsägaren har lovat`. */
function isTold(verb: Word | undefined): boolean {
  return (
    isFiniteVerb(verb) &&
    (verb!.morph.Tense === 'Past' || (verb!.lower === 'har' && verb!.next?.morph.VerbForm === 'Sup'))
  )
}

/** `Vårdnadshavare` without an ending may be anyone; the reader where the sentence begins with what they must do. */
function isBare({ words }: TableMatch): boolean {
  return words.length === 1 && words[0]!.lower.endsWith('are')
}

function isGenitive({ entry, pattern }: TableMatch): boolean {
  return pattern >= (entry as Role).genitiveFrom
}

/** Someone that a text is about though no row of the table names them. */
const others = ['person', 'personen', 'personer', 'elev', 'elever', 'barn', 'ungdomar', 'den', 'de', 'alla']
/** The roles without an article, singular and plural: `sökande`, `vårdnadshavare`, `kund`, `kunder`. */
const bare = lazy(() => {
  const forms = new Set(others)
  for (const form of single())
    for (const { lemma, case: grammatical, number } of analyseNounForm(form)) {
      if (grammatical !== 'Nom' || number !== 'Sing') continue
      const plural = inflectNoun(lemma, { number: 'Plur', definite: 'Ind' })
      forms.add(lemma).add(plural ?? lemma)
    }
  return forms.add('sökande').add('klagande')
})

/** True where the sentence begins with another role as its subject: `Sökande behöver vårdnadshavarens samtycke`. */
function hasOtherSubject({ words }: Sentence, match: TableMatch): boolean {
  const end = words.findIndex((word) => word.lower === 'som' || word.upos === 'PUNCT' || isFiniteVerb(word))
  const head = words[end - 1]
  return head !== undefined && head.end <= match.start && head.morph.Case !== 'Gen' && bare().has(head.lower)
}

/** True where the sentence has the reader in it already, tells what a law says, or is about two parties. */
function pointsElsewhere({ words }: Sentence, match: TableMatch): boolean {
  return words.some(
    (word) =>
      reader.has(word.lower) ||
      law.test(word.lower) ||
      reports.has(word.form) ||
      word.form === '§' ||
      (word.lower === 'lag' && word.previous?.lower === 'denna') ||
      (single().has(word.lower) && !match.entry.patterns.includes(word.lower)),
  )
}
