import type { TextBlock, TextEdit } from '@klarsprak/engine'
import { agentTypeOf, inflectVerb, type Passive, type Word } from 'retext-swedish'
import { nounPhraseLength } from '../phrases.ts'
import { activeLemma, isFiniteVerb, sameForm } from '../verbs.ts'
import { likeCase, uncapitalised } from '../words.ts'
import { canFollow, canStay, sharesSubject } from './after-agent.ts'
import { isOpener } from './clause-border.ts'
import { isHiddenInfinitive, type PassiveClause, readPassiveClause, readWithoutAgent } from './passive-clause.ts'
import { textOf } from './phrase.ts'
import { isLight, negatives, objectForm, subjectForm } from './pronouns.ts'
import { isNegation } from './sentence-adverbs.ts'

const ownReference = new Set(['sig', 'sin', 'sitt', 'sina', 'själv', 'själva', 'varandra', 'varandras', 'egen', 'egna'])
const otherReference = new Set(['dess', 'deras', 'hans', 'hennes'])
const wholes = new Set(['alla', 'allt', 'båda', 'samtliga', 'varje', 'varenda', 'ingen', 'inga', 'inget'])
/** Words before `av` that single the actor out and go with it. */
const singling = new Set(['bara', 'endast', 'enbart'])
/** Words before the actor, or before its `av`, that a plain subject cannot take over. */
const joining = new Set([
  ...singling,
  'även',
  'också',
  'främst',
  'dels',
  'delvis',
  'huvudsakligen',
  'särskilt',
  'både',
  'såväl',
  'varken',
  'antingen',
  'inte',
  'utan',
  'minst',
  'bland',
  'till',
  'annat',
])
/** Verbs with an `att` clause of their own beside the one whom they ask something of. */
const asking = new Set([
  'uppmana',
  'be',
  'ombe',
  'anmoda',
  'tvinga',
  'rekommendera',
  'uppmuntra',
  'råda',
  'ålägga',
  'förelägga',
])
/** Verbs with a phrase for the one who is told. */
const telling = new Set(['redovisa', 'presentera', 'föredra', 'förklara', 'visa', 'beskriva', 'berätta'])
/** `är fattat` tells of what has been done; `är ägd` of what goes on. */
const finished = new Set(
  'välja utse fastställa publicera fatta besluta skriva godkänna anta underteckna utfärda upprätta granska betala beställa anmäla'.split(
    ' ',
  ),
)
/** What a participle in one word is as a verb: `inställt` is `ställa in`. */
const particleVerbs: Readonly<Record<string, string>> = {
  inställa: 'ställa in',
  uppsäga: 'säga upp',
  avstänga: 'stänga av',
  nedlägga: 'lägga ner',
  utskicka: 'skicka ut',
  inkalla: 'kalla in',
  uppringa: 'ringa upp',
  inbjuda: 'bjuda in',
  påköra: 'köra på',
  överköra: 'köra över',
  bortföra: 'föra bort',
  insläppa: 'släppa in',
}

/**
 * The clause of a passive with its agent as the subject: `Beslutet fattades av nämnden` → `Nämnden fattade beslutet`.
 * The edit ends where the agent ends. Undefined unless it is certain that the clause is whole, that nothing else in
 * the sentence hangs on its subject, and that the words mean the same in their new order.
 */
export function activeClause(verb: Word, passive: Passive, block: TextBlock): TextEdit | undefined {
  const { agent } = passive
  if (agent === undefined || agent[0]!.index < verb.index) return undefined
  const clause = readPassiveClause(verb, passive, agent[0])
  if (clause === undefined) return undefined
  const own = ownWords(agent)
  const last = own.at(-1)!
  if (!isPlainAgent(own, block)) return undefined
  // A long subject between verb and object is hard to read.
  if (clause.order === 'inverted' && own.some(({ lower }) => lower === 'som')) return undefined
  // `redovisas av chefen för nämnden`: it may be the nämnd that is told.
  if (telling.has(verb.lemma) && own.some(({ lower }) => lower === 'för')) return undefined
  if (!takesClause(clause, last.next) && !canStay(last.next, isInsideMain(clause))) return undefined
  const actor = subjectOf(own.slice(1), block.text)
  if (actor === undefined) return undefined
  return compose(clause, passive, { text: actor, first: agent[1]!, last }, block)
}

/**
 * The clause of a passive with a subject that it does not name: `Ansökan behandlas` → `Vi behandlar ansökan`.
 *
 * @param actor who does it, in lower case but for names
 */
export function activeClauseBy(actor: string, verb: Word, passive: Passive, block: TextBlock): TextEdit | undefined {
  const found = readWithoutAgent(verb, passive)
  if (found === undefined) return undefined
  const [clause, last] = found
  if (sharesSubject(last.next) || hasPredicate(clause, last.next)) return undefined
  if (isFiniteVerb(last.next) && !isInsideMain(clause)) return undefined
  return compose(clause, passive, { text: actor, first: undefined, last }, block)
}

/** `bedöms tillräckligt`: what follows says something of the subject. */
function hasPredicate({ verb }: PassiveClause, following: Word | undefined): boolean {
  if (following === undefined) return false
  if (verb.lemma === 'bedöma' && (following.upos === 'ADV' || following.lower === 'som')) return true
  return following.upos === 'ADJ' && following.next?.upos !== 'NOUN'
}

/** True for a subordinate clause, and for a condition in the form of a question: `Lagas maten av kocken blir den god`. */
function isInsideMain({ order, front }: PassiveClause): boolean {
  return order === 'subordinate' || (order === 'inverted' && front.length === 0)
}

/** True for `att` that belongs to the verb, not to the actor: `uppmanas av kommunen att …`. */
function takesClause(clause: PassiveClause, following: Word | undefined): boolean {
  return following?.lower === 'att' && (isFormal(clause) || asking.has(clause.verb.lemma))
}

interface Actor {
  readonly text: string
  /** Its first word, where the text names it. */
  readonly first: Word | undefined
  /** The last word of the text that the clause is put in place of. */
  readonly last: Word
}

function compose(clause: PassiveClause, passive: Passive, actor: Actor, block: TextBlock): TextEdit | undefined {
  const { verb, order, front, finite, helpers, particle } = clause
  const start = clause.start
  const end = actor.last.end
  if (block.marks.some((mark) => mark.start < end && mark.end > start)) return undefined
  const { words } = verb.sentence
  if (words.some((word) => word.start >= start && ownReference.has(word.lower))) return undefined
  if (words.some((word) => word.start > start && word.end < end && /^[()–]$/.test(word.form))) return undefined

  const rest = [...clause.rest]
  // `registreras och prövas av …`: two verbs share the actor.
  if (rest.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return undefined
  // `ska dock vissa ärenden beslutas`: what stood before the subject stays there, but for `inte`.
  const leading = clause.adverbs.filter((word) => isLeading(word, clause))
  let adverbs = clause.adverbs.filter((word) => !leading.includes(word)).map(({ lower }) => lower)
  let subject = actor.text
  const singled = rest.at(-1)?.lower ?? (clause.rest.length === 0 ? clause.adverbs.at(-1)?.lower : undefined)
  if (singled !== undefined && joining.has(singled) && isBeforeAgent(clause, actor)) {
    const isNegated = clause.adverbs.some(isNegation)
    if (!isNegated && singling.has(singled)) {
      if (rest.length > 0) rest.pop()
      else adverbs.pop()
      subject = `${singled} ${subject}`
    } else if (singled !== 'inte') return undefined
  } else if (clause.adverbs.some(({ lower }) => lower !== 'inte' && joining.has(lower))) return undefined
  if (clause.adverbs.some(isNegation)) {
    const hasWhole = [...clause.subject, ...wordsOf(actor)].some(({ lower }) => wholes.has(lower))
    if (hasWhole) return undefined
    if (/^(?:någon|något|några) /.test(subject)) return undefined
    if (subject === 'någon' || subject === 'några') {
      if (order !== 'subject-first' || !adverbs.includes('inte')) return undefined
      adverbs = adverbs.filter((adverb) => adverb !== 'inte')
      subject = subject === 'någon' ? 'ingen' : 'inga'
    }
  }

  const active = activeForms(verb, passive)
  if (active === undefined) return undefined
  const [form, ownParticle, auxiliary] = active
  const bli = passive.kind === 's-passive' ? undefined : passive.auxiliary
  const nonfinite = helpers.filter((word) => word !== bli).map((word) => word.lower)
  const negated = negativeSubject(clause, nonfinite.length > 0 || finite !== undefined || particle !== undefined)
  const object = order === 'subject-first' && isFormal(clause) ? formalObject(clause, actor) : objectText(clause, block)
  if (object === undefined) return undefined
  if (negated) adverbs.push('inte')
  // `besluta om taxan`, but `besluta att …`, `som nämnden beslutar`.
  const put =
    passive.active === 'besluta' && object !== '' && negated === undefined ? `om ${object}` : (negated ?? object)

  const second = finite && finite !== bli ? modern(finite) : (auxiliary ?? form)
  const verbs = finite && finite !== bli ? [...nonfinite, form] : auxiliary ? [form] : []
  const isSimple = verbs.length === 0
  const tail = textOf(rest, block.text)
  const light = isSimple && order !== 'subordinate' && isLight(put)
  const body = light
    ? [put, ...adverbs, ...verbs, particle?.lower ?? ownParticle]
    : order === 'subordinate'
      ? [particle?.lower ?? ownParticle, put]
      : [...adverbs, ...verbs, particle?.lower ?? ownParticle, put]
  if (light && particle !== undefined) return undefined
  if (clause.subject.some(isFiniteVerb) && (tail !== '' || !endsSentence(actor.last.next))) return undefined
  const pieces =
    order === 'subject-first'
      ? [subject, second, ...body, tail]
      : order === 'inverted'
        ? [textOf(front, block.text), second, ...leading.map(({ lower }) => lower), subject, ...body, tail]
        : [subject, ...adverbs, second, ...verbs, ...body, tail]
  const text = pieces.filter((piece) => piece !== undefined && piece !== '').join(' ')
  return { start, end, text: likeCase(block.text.charAt(start), text) }
}

/** The form that the text should have: the advice on one word must not be what the advice on another takes away. */
function modern({ lower }: Word): string {
  return lower === 'skall' ? 'ska' : lower
}

function isLeading(word: Word, { order, subject }: PassiveClause): boolean {
  return order === 'inverted' && subject[0] !== undefined && word.index < subject[0].index && !isNegation(word)
}

function wordsOf({ first, last }: Actor): readonly Word[] {
  if (first === undefined) return []
  const { words } = first.sentence
  return words.slice(first.index - words[0]!.index, last.index - words[0]!.index + 1)
}

function isBeforeAgent({ verb, rest, particle }: PassiveClause, { first }: Actor): boolean {
  const before = first?.previous?.previous
  return before !== undefined && before !== verb && before !== particle && (rest.at(-1) === before || rest.length === 0)
}

/** The active verb in the passive one's tense, its particle, and `har` for what is done: `är fattat` → `har fattat`. */
function activeForms(verb: Word, passive: Passive): [form: string, particle?: string, auxiliary?: string] | undefined {
  const lemma = activeLemma(verb, passive)
  if (lemma === undefined) return undefined
  const [head, particle] = (particleVerbs[lemma] ?? lemma).split(' ') as [string, string?]
  if (passive.kind === 'state') {
    if (!finished.has(lemma) || !isFiniteVerb(passive.auxiliary)) return undefined
    const form = inflectVerb(head, { form: 'Sup' })
    if (form === undefined) return undefined
    return [form, particle, passive.auxiliary!.morph.Tense === 'Past' ? 'hade' : 'har']
  }
  const place = passive.auxiliary ?? verb
  const form = isHiddenInfinitive(place) ? inflectVerb(head, { form: 'Inf' }) : sameForm(place, head)
  return form === undefined ? undefined : [form, particle]
}

/** `Inga ansökningar har prövats` → `har inte prövat några ansökningar`. */
function negativeSubject({ subject, order }: PassiveClause, isCompound: boolean): string | undefined {
  const some = negatives[subject[0]?.lower ?? '']
  if (some === undefined || !(isCompound || order === 'subordinate')) return undefined
  return [some, ...subject.slice(1).map(({ form }) => form)].join(' ')
}

/** `Det fattades ett beslut`, `Det beslutades att …`: the subject says nothing. */
function isFormal({ subject, rest }: PassiveClause): boolean {
  return subject.length === 1 && subject[0]!.lower === 'det' && !/^(?:som|nu)$/.test(rest[0]?.lower ?? '')
}

function formalObject({ rest }: PassiveClause, { last }: Actor): string | undefined {
  if (rest.length > 0) return rest[0]!.upos === 'DET' || rest[0]!.upos === 'ADJ' ? '' : undefined
  const next = last.next
  return next !== undefined && (isOpener(next) || next.lower === 'att') ? '' : 'det'
}

/** The subject as it stands as an object: `dem` for `de`, `ansökan` for `Ansökan`. */
export function objectText({ subject }: PassiveClause, block: TextBlock): string | undefined {
  const [first, second] = subject
  if (first === undefined) return ''
  const whole = textOf(subject, block.text)
  const rest = whole.slice(first.form.length)
  if (first.upos === 'PRON' && (subject.length === 1 || second!.lower === 'som')) {
    const form = objectForm(first)
    return form === undefined ? undefined : form + rest
  }
  const isNominative = ({ upos, morph, previous }: Word) =>
    upos === 'PRON' && morph.Case === 'Nom' && (previous?.upos === 'CCONJ' || previous === undefined)
  if (subject.some(isNominative)) return undefined
  return uncapitalised(first) + rest
}

/** The agent without a phrase after it that tells of the deed: `av kontoret på uppdrag av …`. */
function ownWords(agent: readonly Word[]): readonly Word[] {
  const isEnd = (word: Word, index: number) =>
    index > 1 &&
    ((word.upos === 'ADP' && canFollow(word)) ||
      (word.upos === 'CCONJ' && word.next !== undefined && isOpener(word.next)))
  const at = agent.findIndex(isEnd)
  return at < 0 ? agent : agent.slice(0, at)
}

/** True for an agent that can be a subject as it stands, with the relative clause that ends the sentence at most. */
function isPlainAgent(agent: readonly Word[], block: TextBlock): boolean {
  const [, first] = agent
  if (first === undefined) return false
  const relative = agent.findIndex(({ lower }) => lower === 'som')
  if (relative >= 0) {
    if (agent.length > 14 || !endsSentence(agent.at(-1)!.next)) return false
    // `av myndigheter som identitet på …`: no clause.
    const clause = agent.slice(relative + 1)
    const again = clause.findIndex(({ lower }) => lower === 'som')
    if (!(again < 0 ? clause : clause.slice(0, again)).some(isFiniteVerb)) return false
  }
  const plain = relative < 0 ? agent : agent.slice(0, relative)
  if (agent.some(({ lower }) => otherReference.has(lower) || ownReference.has(lower))) return false
  const isPair = first.lower === 'både' && agent.some(({ lower }) => lower === 'och')
  if ((joining.has(first.lower) && !isPair) || first.morph.Abbr === 'Yes' || /^(?:bl|t)\.? /.test(first.lower))
    return false
  if (agent.some(({ form }) => /[,;:()/]/.test(form))) return false
  const preposition = plain.findIndex(({ upos }, index) => index > 0 && upos === 'ADP')
  if (preposition > 0) return isPartOfName(plain, preposition, block)
  const isPlain = ({ upos, morph }: Word) =>
    /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|CCONJ|ADV)$/.test(upos) || morph.VerbForm === 'Part'
  return plain.slice(1).every(isPlain)
}

/** `avdelningen för vård`, `chefen för skolan`: what the office is for belongs to its name. */
function isPartOfName(agent: readonly Word[], at: number, { text }: TextBlock): boolean {
  const before = agent[at - 1]!
  const phrase = agent.slice(at + 1)
  if (nounPhraseLength(phrase) === phrase.length && isOffice(phrase.at(-1)!) && isOfficial(agent.slice(1, at)))
    return /^(?:i|på|vid|hos|från|inom)$/.test(agent[at]!.lower)
  if (agent[at]!.lower !== 'för') return false
  return (
    /(?:nämnden|avdelningen|enheten|chefen|kontoret|utskottet|ordföranden|institutet|förvaltningen|rådet)$/.test(
      before.lower,
    ) && !/\bför (?:att|detta|den|det)\b/.test(text.slice(before.start, agent.at(-1)!.end))
  )
}

/** `Region Gotland`, `Socialförvaltningen`, `länet`: an office, or where it is in charge. */
function isOffice(noun: Word): boolean {
  return (
    (agentTypeOf(noun) === 'organisation' &&
      /(?:kommun|kommunen|region|regionen|län|länet|förvaltningen?|avdelning(?:en)?|enheten?|kontoret?|verket|myndigheten?|skolan?)$/.test(
        noun.lower,
      )) ||
    /^(?:kommunen|länet|regionen|staden)$/.test(noun.lower)
  )
}

/** True for those who work at an office, and for its council. */
function isOfficial(words: readonly Word[]): boolean {
  const head = words.at(-1)
  return head !== undefined && agentTypeOf(head) !== 'other'
}

function endsSentence(word: Word | undefined): boolean {
  return word === undefined || /^[.!?]$/.test(word.form)
}

function isAccusative(word: Word): boolean {
  return word.upos === 'PRON' && word.morph.Case === 'Acc' && subjectForm(word) !== word.lower
}

/**
 * The agent as it stands as a subject: `vi` for `oss`, `de` for `dem`. Undefined for a pronoun without such a form.
 *
 * @param agent without its preposition
 */
export function subjectOf(agent: readonly Word[], source: string): string | undefined {
  const [first, second] = agent
  if (first === undefined) return undefined
  const whole = textOf(agent, source)
  if (first.upos === 'PRON' && (agent.length === 1 || /^(?:som|själva?)$/.test(second!.lower))) {
    const form = subjectForm(first)
    return form === undefined ? undefined : form + whole.slice(first.form.length)
  }
  // `av dig och eventuella medsökande`
  const [, ...others] = agent
  if (others.some(isAccusative)) return undefined
  if (first.upos === 'PRON' && first.morph.Case === 'Acc' && second?.upos === 'CCONJ') {
    const form = subjectForm(first)
    return form === undefined ? undefined : form + whole.slice(first.form.length)
  }
  return whole
}
