import type { Profile, TextBlock } from '@klarsprak/engine'
import { agentTypeOf, analyseNounForm, inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { inMainClause } from '../src/clause-scan.ts'
import { activeLemma, auxiliariesOf, isFiniteVerb, particleAfter } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'
import { namesActor, namesAgent } from './actors.ts'
import { decisions, deeds, givesAnyWhere, onlyReaders, readersDeeds, vague } from './deeds.ts'

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
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'behöver'])
/** A year up to 2019, alone or in a decade or a century: `1962`, `1870-talet`. */
const year = /(?<!\d)(?:1\d\d\d|20[01]\d)(?!\d)/
/** What a text says and holds: `I betänkandet lämnas förslag`, `I 5 kap. behandlas`. */
const inText =
  /^I (?:[\p{L}\d-]+ )?\p{L}*(?:remissen|betänkandet|rapporten|paragraferna|paragrafen|kapitlet|kap\.|dokumentet|avsnittet|avsnitt|lagen|policyn|bilagan|utredningen|propositionen|direktivet|yttrandet|domen|beslutet|planen|skriften|boken|artikeln|tabellen|figuren|diagrammet|texten|broschyren|motiveringen|reglementet|förordningen)(?!\p{L})/iu
/** A question inside another clause: `Hur ordning ska skötas styrs av lagen`. */
const isQuestion = /^(?:Hur|Vad|Vem|Vilken|Vilket|Vilka|Varför)$/
/** A section of a law, and what a court or a party to its case says. */
const legal =
  /(?:^|\n)\s*\d+(?: ?[a-z])? ?§|\b(?:yrkade|yrkar|anförde|tingsrätten|hovrätten|länsrätten|regeringsrätten|domskäl|SOSFS|författningssamling|säger följande)\b/i
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
  if (next?.form === ':' || next?.next?.form === ':') return true
  return (previous === undefined || previous.upos === 'PUNCT') && sentence.words.at(-1)!.form !== '?'
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
  return inText.test(text) || (isQuestion.test(words[0]!.form) && words.at(-1)!.form !== '?')
}

/** True for an obligation, and for a deed, a promise or a decision of which the reader asks by whom. */
function matters(word: Word, lemma: string, deed: string, profile: Profile): boolean {
  const [modal, ...others] = auxiliariesOf(word)
  // What was to be done is told of, not asked for; `sökes` belongs to another rule.
  if (modal?.lower === 'skulle' || isOldForm(word, lemma)) return false
  if (lemma === 'göra' && particleAfter(word) === undefined) return isRequest(word) && modal?.lemma !== 'ha'
  if (modal !== undefined && demands.has(modal.lower) && !others.some(({ lower }) => lower === 'ha'))
    return !vague.has(lemma) || deed !== lemma || (lemma === 'använda' && modal.lower === 'får')
  if (onlyReaders.has(deed)) return profile !== 'press' && profile !== 'rapport' && profile !== 'protokoll'
  if (word.morph.Tense === 'Past' || (modal !== undefined && modal.lemma === 'ha') || word.morph.VerbForm === 'Sup')
    return decisions.has(deed)
  return deeds.has(deed) || (deeds.has(lemma) && givesAnyWhere.has(lemma))
}

function isReadersMatter(word: Word, deed: string): boolean {
  return readersDeeds.has(deed) || (deed === 'göra' && isRequest(word))
}

/** `Anmälan görs i e-tjänsten` */
export function isRequest({ previous }: Word): boolean {
  let word = previous
  while (word !== undefined && (word.upos === 'AUX' || word.upos === 'ADV' || word.upos === 'PART'))
    word = word.previous
  return word !== undefined && request.test(word.lower)
}

/** True in a clause that word order shows to be subordinate, where the tagger’s clause openers miss it. */
function isSubordinate(word: Word): boolean {
  const place = isFiniteVerb(word) ? word : auxiliariesOf(word)[0]
  return place !== undefined && !inMainClause(place)
}

/** `förskolas eller skolas webbsida`: a noun in the genitive, read as a verb. */
function isOwner({ lower, next, previous }: Word): boolean {
  if (next?.upos !== 'NOUN' || previous?.upos === 'AUX') return false
  return analyseNounForm(lower).some(({ case: grammatical }) => grammatical === 'Gen')
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
  if (!giving.has(active)) return false
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
