import type { Profile, TextBlock } from '@klarsprak/engine'
import { agentTypeOf, analyseNounForm, analyseVerbForm, inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { inMainClause } from '../src/clause-scan.ts'
import { activeLemma, auxiliariesOf, isFiniteVerb, particleAfter } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'
import { namesActor, namesAgent } from './actors.ts'
import { decisions, deeds, givesAnyWhere, idle, onlyReaders, readersDeeds, vague } from './deeds.ts'

/** Verbs of which the passive has the one who gets something as its subject: `för att beviljas tillstånd`. */
const giving = new Set(['bevilja', 'erbjuda', 'ge', 'medge', 'neka', 'tilldela', 'tillerkänna', 'vägra'])
/** What a meeting decides, in the words of its record: `Nämnden föreslår att planen godkänns`. */
const resolved = new Set([
  'anta',
  'avslå',
  'bifalla',
  'bevilja',
  'fastställa',
  'godkänna',
  'notera',
  'remittera',
  'återremittera',
])
const proposes = new Set(['besluta', 'föreslå', 'hemställa', 'yrka'])
const times = new Set(['minut', 'timme', 'dag', 'natt', 'vecka', 'månad', 'kvartal', 'år', 'gång'])
/** What tells of a thing's past and of no decision: `proverna har lagrats`. */
const kept = new Set(['lagra', 'förvara', 'spara'])
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'behöver'])
/** A year up to 2019, alone or in a decade or a century: `1962`, `1870-talet`. */
const year = /(?<!\d)(?:1\d\d\d|20[01]\d)(?!\d)/
/** What a text says and holds: `I betänkandet lämnas förslag`, `I 5 kap. behandlas`. */
const inText =
  /^I (?:[\p{L}\d-]+ )?\p{L}*(?:remissen|betänkandet|rapporten|paragraferna|paragrafen|kapitlet|kap\.|dokumentet|avsnittet|avsnitt|lagen|policyn|bilagan|utredningen|propositionen|direktivet|yttrandet|domen|beslutet|planen|skriften|boken|artikeln|tabellen|figuren|diagrammet|texten|broschyren|motiveringen|reglementet|förordningen)(?!\p{L})/iu
/** A question inside another clause: `Hur ordning ska skötas styrs av lagen`. */
const isQuestion = /^(?:Hur|Vad|Vem|Vilken|Vilket|Vilka|Varför)$/
/** What opens a clause at the head of a sentence, where the tagger may see a preposition. */
const opening = /^(?:om|när|innan|sedan|eftersom|ifall|medan)$/
/** Clause openers of two words, which the tagger may read word by word. */
const twoWords = new Set(['samtidigt som', 'även om', 'trots att', 'efter att'])
/** What an authority makes, told of with its noun: `Därefter görs en bedömning`. */
const work =
  /(?:avräkning|bedömning|beräkning|besiktning|besök|besöket|granskning|inspektion|kontroll|kontrollen|kontroller|mätning|mätningar|prövning|tillsyn|undantag|undersökning|upphandling|uppföljning|urval|utredning|utredningen|utvärdering|översyn)$/
const opensWithTime = /^(?:I de fall|I det fall|Från den dag|Från och med den dag|Den dag) /
/** A section of a law, and what a court or a party to its case says. */
const legal =
  /(?:^|\n)\s*\d+(?: ?[a-z])? ?§|\b(?:yrkade|yrkar|anförde|domskäl|SOSFS|författningssamling|säger följande)\b|rätten (?:fann|avslog|biföll|ansåg|uttalade|förklarade|avvisade|ändrade|fastställde|beslutade)\b/i
/** What a reader does, told of with its noun: `Anmälan görs i e-tjänsten`. */
const request =
  /(?:ansökan|anmälan|bokning|bokningen|beställning|beställningen|betalning|betalningen|uppsägning|uppsägningen|överklagande|överklagandet)$/

interface Options {
  readonly tillatMedAv: boolean
  readonly nivaForSvaga: boolean
  readonly godkandaVerb: readonly string[]
}

/** True for a passive that does not say who acts, where the reader needs to know. */
export function hidesActor(word: Word, block: TextBlock, profile: Profile, options: Options): boolean {
  if (word.upos !== 'VERB' || !word.lower.endsWith('s') || looksLikeName(word) || isOwner(word)) return false
  const passive = passiveOf(word)
  const { kind, agent, agentType, within } = passive
  const isWeak = kind === 'medial' || kind === 'reporting'
  if (isWeak ? !options.nivaForSvaga : kind !== 's-passive') return false
  if ((within !== 'main' && within !== 'heading') || isSubordinate(word)) return false
  if (agent !== undefined && !isTime(agent) && (options.tillatMedAv || agentType !== 'other')) return false
  const lemma = activeLemma(word, passive)
  if (lemma === undefined || options.godkandaVerb.includes(lemma)) return false
  const deed = deedOf(word, lemma)
  if (!(isWeak || matters(word, lemma, deed, profile)) || isLabel(word) || isTold(word)) return false
  if (
    isResolution(word, lemma, block) ||
    isReceived(word, lemma) ||
    isHistory(word, block.text) ||
    legal.test(block.text)
  )
    return false
  return (
    (isReadersMatter(word, deed) && profile !== 'protokoll') ||
    !(namesActor(word, block.sentences) || namesAgent(word, block.sentences))
  )
}

/** The active verb with its particle: `skicka in`, but `lämna` for `lämnas fram till fredag`. */
export function deedOf(word: Word, lemma: string): string {
  if (lemma === 'se' && word.next?.lower === 'över') return 'se över'
  const particle = particleAfter(word)
  if (particle === undefined || isUntil(particle)) return lemma
  const deed = `${lemma} ${particle.lower}`
  return isLoose(particle) && !deeds.has(deed) ? lemma : deed
}

/** What is a preposition oftener than a particle: `anges på heder och samvete`. */
function isLoose({ lower }: Word): boolean {
  return /^(?:på|över|med|från|under|åt|till|av|om|i)$/.test(lower)
}

/** `fram till fredag` */
function isUntil({ lower, next }: Word): boolean {
  return lower === 'fram' && next?.lower === 'till'
}

/** `Anslaget sätts upp: 18 augusti`, `Beslutas i nämnden:`: the name of a step or a date, and no clause. */
function isLabel(word: Word): boolean {
  const { next, previous, sentence } = word
  if ((next?.form === ':' || next?.next?.form === ':') && isFiniteVerb(word)) return true
  if (previous?.form === ',') return !hasVerbBefore(previous)
  return (previous === undefined || previous.upos === 'PUNCT') && sentence.words.at(-1)!.form !== '?'
}

function hasVerbBefore(word: Word): boolean {
  for (let { previous } = word; previous !== undefined; previous = previous.previous)
    if (isFiniteVerb(previous) || previous.morph.VerbForm === 'Sup') return true
  return false
}

/** `sökes` for `söks` */
function isOldForm({ lower, morph }: Word, lemma: string): boolean {
  if (!lower.endsWith('es') || morph.Tense !== 'Pres') return false
  const form = inflectVerb(lemma, { form: 'Pres', voice: 'Pass' })
  return form !== undefined && form !== lower
}

/** True for what a document says, and in a question that is a part of the sentence. */
function isTold({ sentence }: Word): boolean {
  const { words, text } = sentence
  return (
    inText.test(text) ||
    /^(?:Nedan|Ovan|Här nedan) /.test(text) ||
    (isQuestion.test(words[0]!.form) && words.at(-1)!.form !== '?')
  )
}

/** True for an obligation, and for a deed, a promise or a decision of which the reader asks by whom. */
function matters(word: Word, lemma: string, deed: string, profile: Profile): boolean {
  const [modal, ...others] = modalsOf(word)
  // What was to be done is told of, not asked for; `sökes` belongs to another rule.
  if (modal?.lower === 'skulle' || isOldForm(word, lemma) || analyseVerbForm(word.lower).length === 0) return false
  const hasBeen = modal?.lemma === 'ha' || others.some(({ lower }) => lower === 'ha')
  if (modal !== undefined && demands.has(modal.lower) && !hasBeen) return !vague.has(lemma) || deed !== lemma
  if (lemma === 'göra' && deed === lemma) return !hasBeen && (isRequest(word) || isWork(word))
  if (onlyReaders.has(deed)) return profile !== 'press' && profile !== 'rapport' && profile !== 'protokoll'
  if (word.morph.Tense === 'Past') return decisions.has(deed)
  if (hasBeen || word.morph.VerbForm === 'Sup')
    return (
      modal?.lower !== 'kan' && (decisions.has(deed) || (deeds.has(deed) && !readersDeeds.has(deed) && !kept.has(deed)))
    )
  if (deeds.has(deed) || (deeds.has(lemma) && givesAnyWhere.has(lemma))) return true
  if (lemma === 'ta' && isCharge(word)) return true
  const isPromise = modal === undefined ? word.morph.Tense === 'Pres' : modal.lower === 'kommer'
  return isPromise && !vague.has(lemma) && !idle.has(deed)
}

/** The auxiliaries of a verb, also past commas: `ska, enligt lagen, prövas`, `ska planeras, ledas och prövas`. */
function modalsOf(word: Word): readonly Word[] {
  const needing = needs(word)
  if (needing !== undefined) return [needing]
  const found = auxiliariesOf(word)
  if (found.length > 0 || word.morph.VerbForm !== 'Inf') return found
  for (let before = word.previous, steps = 0; before !== undefined && steps < 16; before = before.previous, steps++) {
    if (opensOwnClause(before) || /^(?:som|att|hur|när|vad|var|om)$/.test(before.lower)) return found
    if (isFiniteVerb(before)) return demands.has(before.lower) ? [before] : found
  }
  return found
}

function isReadersMatter(word: Word, deed: string): boolean {
  return readersDeeds.has(deed) || (deed === 'göra' && isRequest(word))
}

/** `Anmälan görs i e-tjänsten`, `Ansökan om bidrag ska göras`, `ska anmälan göras` */
export function isRequest(word: Word): boolean {
  for (let noun = word.previous; noun !== undefined; noun = noun.previous) {
    if (noun.upos === 'PUNCT' || noun.upos === 'SCONJ' || noun.lower === 'som') return false
    if (request.test(noun.lower)) return noun.previous?.upos !== 'ADP'
  }
  return false
}

/** `görs en bedömning av ansökan`, `En utredning görs` */
function isWork(word: Word): boolean {
  if (word.morph.Tense === 'Past') return false
  return isNear(word, ({ lower }) => work.test(lower))
}

/** `tas en avgift ut` */
function isCharge(word: Word): boolean {
  return word.morph.Tense === 'Pres' && isNear(word, ({ lower }) => /(?:avgift|avgiften)$/.test(lower))
}

/** `behöver` in `taxan behöver ses över`, where the tagger may take the infinitive for a present tense of the same form. */
function needs(word: Word): Word | undefined {
  for (let before = word.previous, steps = 0; before !== undefined && steps < 6; before = before.previous, steps++) {
    if (before.lower === 'behöver') return before
    if (before.upos === 'PUNCT' || before.upos === 'CCONJ' || isFiniteVerb(before) || opensOwnClause(before)) break
  }
  return undefined
}

/** True where one of the words around the verb passes, up to the ends of its clause. */
function isNear(word: Word, passes: (word: Word) => boolean): boolean {
  for (let near = word.next, steps = 0; near !== undefined && steps < 5; near = near.next, steps++) {
    if (near.upos === 'PUNCT' || near.upos === 'ADP' || near.upos === 'SCONJ') break
    if (passes(near)) return true
  }
  for (let near = word.previous, steps = 0; near !== undefined && steps < 4; near = near.previous, steps++) {
    if (near.upos === 'PUNCT' || near.upos === 'SCONJ' || near.lower === 'som') break
    if (passes(near)) return near.previous?.upos !== 'ADP'
  }
  return false
}

/** True in a clause that word order shows to be subordinate, where the tagger’s clause openers miss it. */
function isSubordinate(word: Word): boolean {
  const place = needs(word) ?? (isFiniteVerb(word) ? word : modalsOf(word)[0])
  if (place === undefined) return hasSubordinateOrder(word)
  if (isInOpeningClause(place) || isJoinedToSubordinate(place) || hasSubordinateOrder(place)) return true
  return !(inMainClause(place) || followsOpeningClause(place))
}

/** `avvisas` in `även om ansökan avslås, avvisas eller avgörs` */
function isJoinedToSubordinate({ previous }: Word): boolean {
  if (previous?.form !== ',' && previous?.upos !== 'CCONJ') return false
  const first = previous.previous
  if (!isFiniteVerb(first)) return false
  const { kind, within } = passiveOf(first!)
  return kind === 's-passive' && (within === 'subordinate' || isSubordinate(first!))
}

/** `eller dispens inte meddelas`, `samtidigt som information filtreras bort`, `om inget annat meddelas` */
function hasSubordinateOrder({ previous }: Word): boolean {
  if (previous === undefined) return false
  if (/^(?:inte|ej|aldrig)$/.test(previous.lower))
    return previous.previous !== undefined && !isFiniteVerb(previous.previous)
  if (previous.lower === 'annat' && /^(?:inget|inte)$/.test(previous.previous?.lower ?? '')) return true
  for (let word: Word | undefined = previous; word !== undefined && !isFiniteVerb(word); word = word.previous) {
    if (word.morph.VerbForm === 'Sup') return false
    if (twoWords.has(`${word.previous?.lower} ${word.lower}`)) return true
  }
  return false
}

/** True where another verb follows that nothing opens or joins: `Om kullen splittras kan ungarna dö`. */
function isInOpeningClause({ next, sentence }: Word): boolean {
  if (sentence.words[0]!.upos !== 'SCONJ' && !opensWithTime.test(sentence.text)) return false
  let owed = 0
  for (let word = next; word !== undefined; word = word.next) {
    if (word.form === ',') return false
    if (word.upos === 'CCONJ' || opensOwnClause(word)) owed = 1
    else if (isFiniteVerb(word) && owed === 0) return true
    else if (isFiniteVerb(word)) owed = 0
  }
  return false
}

/**
 * True for a verb before its subject and after a clause that opens the sentence: `När planen är klar skickas den ut`.
 * Another verb stands before it, and no clause opens between the two.
 */
function followsOpeningClause({ next, previous, sentence }: Word): boolean {
  if (previous?.lower === 'så' && previous.previous?.lower !== 'om') return true
  const first = sentence.words[0]!
  if (first.upos !== 'SCONJ' && !opening.test(first.lower) && !isFiniteVerb(first)) return false
  if (next === undefined || !/^(?:PRON|DET|NOUN|ADJ)$/.test(next.upos) || previous?.upos === 'CCONJ') return false
  for (let word = previous; word !== undefined; word = word.previous) {
    if (isFiniteVerb(word)) return true
    if (opensOwnClause(word)) return false
  }
  return false
}

function opensOwnClause({ upos, lower, morph, next }: Word): boolean {
  if (lower === 'som') return next?.upos !== 'NOUN' && next?.upos !== 'ADJ'
  return upos === 'SCONJ' || morph.PronType === 'Int' || morph.PronType === 'Rel'
}

/** `förskolas eller skolas webbsida`: a noun in the genitive, read as a verb. */
function isOwner({ lower, next, previous }: Word): boolean {
  if (next?.upos !== 'NOUN' || previous?.upos === 'AUX') return false
  const isVerb = analyseVerbForm(lower).some(({ source }) => source === 'lexicon')
  return analyseNounForm(lower).some(
    ({ case: grammatical, source }) => grammatical === 'Gen' && (source === 'lexicon' || !isVerb),
  )
}

/** True for a time after a particle, which looks like an agent: `läses av varje timme`. */
function isTime(agent: readonly Word[]): boolean {
  return agent.some(({ lemma }) => times.has(lemma))
}

/** True where something was done long ago, as in `Skolan byggdes 1962`: who did it seldom matters. */
function isHistory({ morph, sentence }: Word, text: string): boolean {
  return morph.Tense === 'Past' && year.test(text.slice(0, sentence.end))
}

/** `Alla ska erbjudas plats`: the one who gets it is the subject, and the active verb would need another. */
function isReceived(word: Word, active: string): boolean {
  if (!giving.has(active) || particleAfter(word)?.lower === 'in') return false
  const place = isFiniteVerb(word) ? word : (auxiliariesOf(word)[0] ?? word)
  for (const side of [place.previous, place.next])
    if (side !== undefined && /^(?:NOUN|PRON|PROPN)$/.test(side.upos) && isPerson(side)) return true
  return false
}

function isPerson(word: Word): boolean {
  return /^(?:den|de|alla|var|varje|någon|ingen|du|ni|dig|er)$/.test(word.lower) || agentTypeOf(word) !== 'other'
}

/** True in a proposal that a meeting decides on: `föreslår att planen godkänns`, and in its record: `Informationen noteras`. */
function isResolution({ sentence, index, morph }: Word, active: string, { kind }: TextBlock): boolean {
  if (!resolved.has(active) || morph.Tense !== 'Pres') return false
  if (kind === 'listItem') return true
  const { words } = sentence
  const proposal = words.find(({ lemma, lower }) => proposes.has(lemma) && !lower.endsWith('s'))
  return proposal === undefined
    ? active === 'notera' && words.length <= 4
    : proposal.index < index && words.slice(proposal.index - words[0]!.index).some(({ lower }) => lower === 'att')
}
