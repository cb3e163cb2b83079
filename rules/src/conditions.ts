import type { TableMatch, TextBlock } from '@klarsprak/engine'
import { analyseNounForm, type Word } from 'retext-swedish'
import { lastBeforeParticle } from './rewrite/put-verb.ts'

/**
 * When a row of a word table holds, as its column `villkor` says it. Conditions are parted by spaces:
 *
 * - `utom:…` the row does not hold where this is so; `bara:…` it holds only where this is so; `råd:…` where
 *   this is so the words are marked, but nothing is put in their place; `skriv:…` as `råd:`, and only the row’s own
 *   advice is given, for the words to put in have another sense;
 * - `nästa=a,b` the word after is one of these; `förra=a,b` the word before;
 * - `nästaklass=NOUN,ADJ`, `förraklass=…`, `klass=…` word classes (UD) of the word after, before, and of the
 *   first word itself;
 * - `nästaform=Ind` the word after is indefinite, `Def` definite;
 * - `form=a,b` the words as they stand; `mening=a,b` a word of the sentence has one of these lemmas, or ends
 *   in it as a compound does; `ord=a,b` a word of the sentence is one of these, whole;
 * - `börjar=a,b` the sentence begins with one of these words;
 * - `efter=a,b` as `nästa`, but past a subject and adverbs that stand between: `säkerställer vi att`;
 * - `välj:ta_fram=a,b` where the sentence has one of these lemmas, this verb is put in first;
 * - `enda:få=a,b` where the sentence has one of these lemmas, or the words stand in one of these forms, only this
 *   verb is put in;
 * - `ej:…` before a condition turns it round;
 * - `namn` a name follows, alone or after a noun: `befintliga förskolan Myran`;
 * - `gjort` the clause that follows tells what has been done: `säkerställa att inget har ändrats`;
 * - `förklarat` the words after say what it means: `vinner laga kraft. Det innebär att …`;
 * - `samordnat` a phrase with a preposition is joined to the one that follows: `vid bedömningen av behov och i vården`;
 * - `attribut` an adjective or participle before its noun follows, and no verb stands before: `och ej godkända ytor`;
 * - `andel` a part or an amount is told by how far it reaches past a limit: `den del av hyran som överstiger`;
 * - `utgångspunkt` `från` follows, past a subject and adverbs: `utgår vi i första hand från`;
 * - `flertal` what follows is a noun in the plural: `en stor mängd nya böcker`, not `en stor mängd snö`;
 * - `tid` the sentence tells another time: `i nuläget gäller avtalet från och med 2030`;
 * - `dåtid` the finite verb nearest by stands in the past;
 * - `passiv` the first word is a verb in the passive;
 * - `först` at the start of the sentence; `fråga` in a question; `zon=tableCell` in such a block.
 */
export interface Conditions {
  readonly holds: (match: TableMatch, block: TextBlock) => boolean
  readonly adviceOnly: (match: TableMatch, block: TextBlock) => boolean
  /** True where the words of the row do not have the sense meant, so that only its own advice may be given. */
  readonly ownAdviceOnly: (match: TableMatch, block: TextBlock) => boolean
  /** The verb, in its dictionary form, that suits the sentence best; undefined where the order of the row holds. */
  readonly chosen: (match: TableMatch, block: TextBlock) => string | undefined
  /** The only verb, in its dictionary form, that has the sense meant; undefined where any of the row's may stand. */
  readonly only: (match: TableMatch, block: TextBlock) => string | undefined
}

type Test = (match: TableMatch, block: TextBlock) => boolean

/** @throws Error where a condition is written wrong */
export function readConditions(cell: string): Conditions {
  const except: Test[] = []
  const only: Test[] = []
  const advice: Test[] = []
  const ownAdvice: Test[] = []
  const choices: (readonly [verb: string, Test])[] = []
  const onlyOnes: (readonly [verb: string, Test])[] = []
  for (const condition of cell.split(' ').filter(Boolean)) {
    const [, kind, what] = /^(utom|bara|råd|skriv|välj|enda):(.+)$/.exec(condition) ?? []
    if (kind === 'välj' || kind === 'enda') {
      const [name, words] = what!.split('=') as [string, string?]
      const verb = name.replaceAll('_', ' ')
      const inSentence = readTest(`mening=${words}`)
      const inForm = readTest(`form=${words}`)
      if (kind === 'välj') choices.push([verb, inSentence])
      else onlyOnes.push([verb, (match, block) => inForm(match, block) || inSentence(match, block)])
      continue
    }
    if (kind === undefined) throw new Error(`okänt villkor: ${condition}`)
    const lists: Readonly<Record<string, Test[]>> = { utom: except, bara: only, råd: advice, skriv: ownAdvice }
    const test = readTest(what!)
    lists[kind]!.push(test)
    if (kind === 'skriv') advice.push(test)
  }
  return {
    holds: (match, block) => {
      for (const test of except) if (test(match, block)) return false
      for (const test of only) if (!test(match, block)) return false
      return true
    },
    adviceOnly: (match, block) => {
      for (const test of advice) if (test(match, block)) return true
      return false
    },
    ownAdviceOnly: (match, block) => {
      for (const test of ownAdvice) if (test(match, block)) return true
      return false
    },
    chosen: (match, block) => firstOf(choices, match, block),
    only: (match, block) => firstOf(onlyOnes, match, block),
  }
}

function firstOf(
  list: readonly (readonly [verb: string, Test])[],
  match: TableMatch,
  block: TextBlock,
): string | undefined {
  for (const [verb, test] of list) if (test(match, block)) return verb
  return undefined
}

function readTest(text: string): Test {
  if (text.startsWith('ej:')) {
    const test = readTest(text.slice(3))
    return (match, block) => !test(match, block)
  }
  const [name, values = ''] = text.split('=') as [string, string?]
  const wanted = new Set(values.split(','))
  const isOne = (value: string | undefined) => value !== undefined && wanted.has(value)
  switch (name) {
    case 'nästa':
      return ({ words }) => isOne(words.at(-1)!.next?.lower)
    case 'efter':
      return ({ words }) => isOne(lastBeforeParticle(words.at(-1)!)?.next?.lower)
    case 'förra':
      return ({ words }) => isOne(words[0]!.previous?.lower)
    case 'nästaklass':
      return ({ words }) => isOne(words.at(-1)!.next?.upos)
    case 'nästaform':
      return ({ words }) => isOne(words.at(-1)!.next?.morph.Definite)
    case 'förraklass':
      return ({ words }) => isOne(words[0]!.previous?.upos)
    case 'klass':
      return ({ words }) => isOne(words[0]!.upos)
    case 'form':
      return ({ text: form }) => isOne(form.toLowerCase())
    case 'mening':
      return ({ words }) => words[0]!.sentence.words.some((word) => !words.includes(word) && hasEnding(word, wanted))
    case 'ord':
      return ({ words }) =>
        words[0]!.sentence.words.some((word) => !words.includes(word) && (isOne(word.lower) || isOne(word.lemma)))
    case 'börjar':
      return ({ words }) => isOne(words[0]!.sentence.words[0]!.lower)
    case 'namn':
      return ({ words }) => namesThing(words.at(-1)!.next)
    case 'gjort':
      return ({ words }) => tellsOfDone(words.at(-1)!.next)
    case 'förklarat':
      return ({ end }, { text }) => explanation.test(text.slice(end, end + explained))
    case 'samordnat':
      return ({ end, words }) => joinedPhrase.test(textAfter(words[0]!, end))
    case 'utgångspunkt':
      return ({ end, words }) => from.test(textAfter(words[0]!, end))
    case 'flertal':
      return ({ words }) => isPlural(words.at(-1)!.next)
    case 'tid':
      return ({ start, end, words }) => tellsOtherTime(words[0]!, start, end)
    case 'dåtid':
      return ({ words }) => isPast(words[0]!, words.at(-1)!)
    case 'passiv':
      return ({ words }) => words[0]!.morph.Voice === 'Pass'
    case 'attribut':
      return ({ words }) => isBeforeAttribute(words[0]!.previous, words.at(-1)!.next)
    case 'andel':
      return ({ start, words }) => part.test(words[0]!.sentence.text.slice(0, start - words[0]!.sentence.start))
    case 'först':
      return ({ words }) => words[0]!.previous === undefined
    case 'fråga':
      return ({ words }) => words[0]!.sentence.words.at(-1)!.form === '?'
    case 'zon':
      return (_, { kind }) => isOne(kind)
    default:
      throw new Error(`okänt villkor: ${text}`)
  }
}

/** How far after the word its explanation may begin and end. */
const explained = 160
const explanation =
  /^[^.!?]{0,80}(?:[.!?] (?:det|detta|då) (?:innebär|betyder|vill säga|kan inte längre)|,? (?:det vill säga|dvs\.?|som (?:innebär|betyder)|vilket (?:innebär|betyder)) )/iu
const joinedPhrase =
  /^[^.,:;!?]{0,80} (?:och|eller|samt) (?:av|efter|från|för|före|genom|i|inför|inom|med|om|på|till|under|ur|vid)(?!\p{L})/u
const part =
  /(?:^|\s)(?:den del|de delar|det belopp|den summa|det antal|den tid|det överskott)(?: [^.,:;!?]{1,60})? som $/iu
const from =
  /^(?: (?:vi|du|ni|jag|man|de|alltid|alltså|också|även|då|därför|ofta|oftast|inte|främst|helt|i första hand|i stället|istället|bland annat|till exempel|i huvudsak)){1,3} (?:från|ifrån|ur)(?!\p{L})/u

function textAfter({ sentence }: Word, end: number): string {
  return sentence.text.slice(end - sentence.start)
}

/** How far a noun stands from what counts it: `en stor mängd av kommunens gamla skolor`. */
const farthestNoun = 5

/** True where the noun that is counted, or the adjective that stands for it, is in the plural. */
function isPlural(word: Word | undefined): boolean {
  let last: Word | undefined
  for (let at = word, steps = 0; at !== undefined && steps < farthestNoun; at = at.next, steps++) {
    if (at.upos === 'NOUN' && at.morph.Case !== 'Gen')
      return at.morph.Number === 'Plur' || analyseNounForm(at.lower).some(({ number }) => number === 'Plur')
    if (!/^(?:ADJ|DET|NUM|PRON|PROPN|NOUN)$/.test(at.upos) && at.lower !== 'av') break
    last = at
  }
  return last?.morph.Number === 'Plur'
}

const otherTime =
  /(?<!\p{L})(?:(?:19|20)\d\d(?!\d)|från och med|till och med|fram till|sedan (?:i |den |\d)|i dag|idag|just nu|nu)(?![\p{L}\d])/iu

function tellsOtherTime({ sentence }: Word, start: number, end: number): boolean {
  const before = sentence.text.slice(0, start - sentence.start)
  return otherTime.test(before) || otherTime.test(textAfter(sentence.words[0]!, end))
}

/** True where the nearest finite verb before or after stands in the past: `hade för närvarande ingen plats`. */
function isPast(first: Word, last: Word): boolean {
  let before = first.previous
  let after = last.next
  while (before !== undefined || after !== undefined) {
    for (const word of [before, after]) if (word?.morph.VerbForm === 'Fin') return word.morph.Tense === 'Past'
    before = before?.previous
    after = after?.next
  }
  return false
}

/** True where what follows a negation is an attribute that it belongs to, not the clause. */
function isBeforeAttribute(before: Word | undefined, after: Word | undefined): boolean {
  if (after === undefined || after.next?.upos !== 'NOUN') return false
  if (after.upos !== 'ADJ' && after.morph.VerbForm !== 'Part') return false
  return before?.upos !== 'VERB' && before?.upos !== 'AUX'
}

/** `förskolan Myran`, `Storgatan` */
function namesThing(word: Word | undefined): boolean {
  const name = word?.upos === 'NOUN' ? word.next : word
  return name !== undefined && /^\p{Lu}\p{Ll}/u.test(name.form)
}

/** True where the first verb of a clause, or the one after its auxiliary, is a supine. */
function tellsOfDone(word: Word | undefined): boolean {
  let at = word
  while (at !== undefined && at.upos !== 'VERB' && at.upos !== 'AUX' && at.upos !== 'PUNCT') at = at.next
  if (at === undefined || at.upos === 'PUNCT') return false
  if (at.morph.VerbForm === 'Sup') return true
  if (at.lower !== 'har' && at.lower !== 'hade') return false
  while (at !== undefined && at.upos !== 'PUNCT' && at.upos !== 'NOUN' && at.morph.VerbForm !== 'Sup') at = at.next
  return at?.morph.VerbForm === 'Sup'
}

function hasEnding({ lemma, lower, upos }: Word, endings: ReadonlySet<string>): boolean {
  // The lemma of `ska` is `skola`, which is a school.
  const word = upos === 'AUX' ? lower : lemma.toLowerCase()
  for (const ending of endings) if ((ending.length > 1 && word.endsWith(ending)) || lower === ending) return true
  return false
}
