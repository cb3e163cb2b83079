import type { Profile, TextBlock } from '@klarsprak/engine'
import {
  agentTypeOf,
  analyseNounForm,
  analyseVerbForm,
  inflectVerb,
  passiveOf,
  type Sentence,
  type Word,
} from 'retext-swedish'
import { inMainClause } from '../src/clause-scan.ts'
import { isInText } from '../src/in-text.ts'
import { ofText } from '../src/of-text.ts'
import { isAsked } from '../src/rewrite/reader.ts'
import { activeLemma, auxiliariesOf, isFiniteVerb, particleAfter } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'
import { namesActor, namesAgent, namesDoer, namesOrgan, readerActs, saysWeBeside } from './actors.ts'
import {
  decisions,
  deeds,
  demanded,
  idle,
  likelyReaders,
  officesDeeds,
  onlyReaders,
  othersDeeds,
  readersDeeds,
  vague,
} from './deeds.ts'
import {
  isForbidden,
  isReadersDeed,
  isRequest,
  isSurelyReaders,
  isToReader,
  subjectNoun,
  third,
} from './readers-deed.ts'

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
/** Verbs that mean another's deed with `ut` or `tillbaka`. */
const parting = new Set(['betala', 'ge', 'lämna', 'skicka', 'sända'])
const times = new Set(['minut', 'timme', 'dag', 'natt', 'vecka', 'månad', 'kvartal', 'år', 'gång'])
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'behöver'])
/** A year up to 2019, alone or in a decade or a century: `1962`, `1870-talet`. */
const year = /(?<!\d)(?:1\d\d\d|20[01]\d)(?!\d)/
/** A question inside another clause: `Hur ordning ska skötas styrs av lagen`. */
const isQuestion = /^(?:Hur|Vad|Vem|Vilken|Vilket|Vilka|Varför)$/
/** What opens a clause at the head of a sentence, where the tagger may see a preposition. */
const opening = /^(?:om|när|innan|sedan|eftersom|ifall|medan)$/
/** Clause openers of two words, which the tagger may read word by word. */
const twoWords = new Set(['samtidigt som', 'även om', 'trots att', 'efter att'])
const opensWithTime = /^(?:I de fall|I det fall|Från den dag|Från och med den dag|Den dag) /
/** A section of a law, and what a court or a party to its case says. */
const legal =
  /(?:^|\n)\s*\d+(?: ?[a-z])? ?§|\b(?:yrkade|yrkar|anförde|domskäl|SOSFS|författningssamling|säger följande)\b|rätten (?:fann|avslog|biföll|ansåg|uttalade|förklarade|avvisade|ändrade|fastställde|beslutade)\b/i
const isLegal = ofText((text) => legal.test(text))

interface Options {
  readonly tillatMedAv: boolean
  readonly nivaForSvaga: boolean
  readonly godkandaVerb: readonly string[]
}

/** True for a passive that does not say who acts, where the reader needs to know. */
const proviso = /(?<!\p{L})(?:om|såvida|där|när) (?:inget|inte|intet|ej|ingenting) annat (?:särskilt )?$/iu

export function hidesActor(word: Word, block: TextBlock, profile: Profile, options: Options): boolean {
  if (word.upos !== 'VERB' || !word.lower.endsWith('s') || looksLikeName(word) || isOwner(word)) return false
  // `om inget annat anges`: a set phrase about other texts.
  if (proviso.test(word.sentence.text.slice(0, word.start - word.sentence.start))) return false
  const passive = passiveOf(word)
  const { kind, agent, agentType, within } = passive
  const isWeak = kind === 'medial' || kind === 'reporting'
  if (isWeak ? !options.nivaForSvaga : kind !== 's-passive') return false
  if ((within !== 'main' && within !== 'heading') || isSubordinate(word)) return false
  if (options.tillatMedAv && (saysBySomebody(word.sentence) || isAfterSomebody(word, block.sentences))) return false
  if (agent !== undefined && !isTime(agent) && (options.tillatMedAv || agentType !== 'other')) return false
  const lemma = activeLemma(word, passive)
  if (lemma === undefined || options.godkandaVerb.includes(lemma)) return false
  const deed = deedOf(word, lemma)
  // The deed is in the noun: `Ansökan görs`, `ska en kontroll göras`.
  if (deed === 'göra') return false
  if (!(isWeak || matters(word, lemma, deed, profile)) || isLabel(word) || isTold(word)) return false
  if (
    isSharedSubject(word) ||
    isBesideState(word) ||
    isOtherWay(word) ||
    isFact(word, deed) ||
    isFeeAgain(word, deed, block.sentences)
  )
    return false
  // `Kommunens beslut överklagas till nämnden och nämndens beslut överklagas till domstolen`
  if (word.sentence.words.some((other) => other !== word && other.lower === word.lower)) return false
  // `Dagvatten får inte anslutas`: how it is built, whoever builds it.
  if (deed === 'ansluta' && isForbidden(word) && !saysYou(word)) return false
  if (isResolution(word, lemma, block) || isReceived(word, lemma) || isHistory(word, block.text) || isLegal(block.text))
    return false
  if (isInList(word, block) || isCondition(word) || isAboutOther(word) || isFormQuestion(word) || isInBrackets(word))
    return false
  if (block.kind === 'heading' && (!isDemanded(word) || word.sentence.text.endsWith('?'))) return false
  if (
    saysWhoInClause(word, lemma) ||
    isForAll(word, deed, block) ||
    isTale(block.text) ||
    isForAnyone(word, lemma) ||
    restatesLaw(word, block.sentences) ||
    isProgramMessage(word) ||
    namesDoer(word, lemma, block.sentences)
  )
    return false
  const isToldToDo = modalsOf(word).length === 0 && isAsked(word, deed, false)
  if (readersDeeds.has(deed) && (isDemanded(word) || onlyReaders.has(deed) || isToldToDo))
    return !((profile === 'protokoll' && namesActor(word, block.sentences)) || isKnownFrom(word, deed, block.sentences))
  if (namesActor(word, block.sentences)) return false
  if (readersDeeds.has(deed) && isAsked(word, deed, modalsOf(word).length > 0)) return true
  if (namesAgent(word, block.sentences) || saysWeBeside(word, block.sentences)) return false
  const isReaders = isDemanded(word) && !officesDeeds.has(deed) && !othersDeeds.has(deed)
  return isReaders || !(isOurs(word) || namesOrgan(word, block.sentences))
}

/** `Avgiften är fast och måste betalas`: the thing is the subject of both verbs, and turned the first would have none. */
function isSharedSubject(word: Word): boolean {
  const place = modalsOf(word)[0] ?? word
  let before = place?.previous
  while (before?.upos === 'ADV') before = before.previous
  if (before?.upos !== 'CCONJ' || /^(?:NOUN|PRON|DET|PROPN)$/.test(place?.next?.upos ?? '')) return false
  for (before = before.previous; before !== undefined && before.form !== ','; before = before.previous)
    if (isFiniteVerb(before)) return before.morph.Voice !== 'Pass'
  return false
}

/** `ska dokumenteras och finnas i skolan`: the thing is the subject of both, and of the second nobody is the actor. */
function isBesideState(word: Word): boolean {
  const joint = (particleAfter(word) ?? word).next
  const after = joint?.upos === 'CCONJ' ? joint.next : undefined
  return after !== undefined && (states.test(after.lower) || passiveOf(after).kind === 'deponent')
}

const states = /^(?:finnas|finns|hoppas|lyckas|minnas|märkas|råkas|synas|trivas|vistas)$/

/** `kan beställas från förlaget eller hämtas i butiken`: advice on one of two ways would leave the other. */
function isOtherWay(word: Word): boolean {
  let isAfter = false
  for (let { previous } = word, steps = 0; previous !== undefined && steps < 8; previous = previous.previous, steps++) {
    if (previous.upos === 'PUNCT' || previous.upos === 'SCONJ' || isFiniteVerb(previous)) break
    if (previous.lower === 'eller' && steps === 0) isAfter = true
    if (isAfter && steps > 1 && isPassiveInfinitive(previous)) return true
  }
  for (let { next } = word, steps = 0; next !== undefined && steps < 8; next = next.next, steps++) {
    if (next.upos === 'PUNCT' || next.upos === 'SCONJ' || isFiniteVerb(next)) return false
    if (next.lower === 'eller' && steps > 0 && next.next !== undefined && isPassiveInfinitive(next.next)) return true
  }
  return false
}

/** `Kursen söks inte här`, `söks på olika sätt`: it is told how things are, and nobody is asked to act. */
function isFact(word: Word, deed: string): boolean {
  if (modalsOf(word).length > 0 || !readersDeeds.has(deed)) return false
  return /^(?:inte|ej|aldrig)$/.test(word.next?.lower ?? '') || /(?<!\p{L})på olika sätt/u.test(word.sentence.text)
}

/** `Avgiften är 200 kronor. Den betalas en gång om året.`: who pays was clear from the first of them. */
function isFeeAgain(word: Word, deed: string, sentences: readonly Sentence[]): boolean {
  if ((deed !== 'betala' && deed !== 'betala in') || modalsOf(word).length > 0) return false
  const { index } = word.sentence
  for (let at = Math.max(0, index - nearSentences); at < index; at++) if (fee.test(sentences[at]!.text)) return true
  return false
}

const nearSentences = 5
const fee = /avgift|kostnad|hyra|pris|taxa/iu

/** A tale in the first person tells its reader to do nothing. */
const isTale = ofText((text) => /(?<!\p{L})jag(?!\p{L})/iu.test(text))
const readerClause = /(?<!\p{L})(?:om|när|innan) du(?!\p{L})|(?<!\p{L})du som(?!\p{L})/iu

/** `Resenären har rätt till hjälp. Det ska sägas till när du bokar`: what the sentence before tells of another. */
const aboutBefore = /^\P{L}*Det .*(?<!\p{L})när du(?!\p{L})/u

/** `kan skrivas ut om du har e-legitimation`: it is clear who acts. */
function saysWhoInClause({ sentence }: Word, active: string): boolean {
  return active !== 'bevilja' && readerClause.test(sentence.text) && !aboutBefore.test(sentence.text)
}

const nothing = /^\P{L}*(?:ingenting|inget|ingen|inga)(?!\p{L})/iu

/** `Ingenting får lämnas kvar`: a ban for everybody, where the paragraph does not speak to the reader. */
function isForAll(word: Word, deed: string, block: TextBlock): boolean {
  if (!isForbidden(word) || !(/^lämna(?: (?:kvar|framme))?$/.test(deed) || nothing.test(word.sentence.text)))
    return false
  return !/(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/iu.test(block.text)
}

/** `får bara lämnas av den som berörs`, `skrivs under av alla som`: it says who acts, wherever it stands. */
const bySomebody =
  /(?<!\p{L})\p{L}+s(?: \p{L}+){0,2} av (?:(?:bara|endast|enbart|både|även) )?(?:(?:den|dem|de|alla|var och en|någon|andra|personer|du) (?:som|vars)|dig|er|oss)(?!\p{L})/u

function saysBySomebody({ text }: Sentence): boolean {
  return text.includes(' av ') && bySomebody.test(text)
}

/** True for the same verb as in a sentence before that says who acts. */
function isAfterSomebody(word: Word, sentences: readonly Sentence[]): boolean {
  const before = sentences[word.sentence.index - 1]
  return before !== undefined && saysBySomebody(before) && before.words.some(({ lower }) => lower === word.lower)
}

/** True for what an authority does, or only tells of: a section that names one leaves no doubt of who acts. */
export function isOfficesMatter(word: Word): boolean {
  const lemma = activeLemma(word, passiveOf(word))
  if (lemma === undefined) return false
  const deed = deedOf(word, lemma)
  if (officesDeeds.has(deed) || othersDeeds.has(deed)) return true
  const isDuty = isDemanded(word)
  if (isDuty && !readersDeeds.has(deed)) return false
  if (!isReadersDeed(word, deed)) return true
  return !isDuty && !isSurelyReaders(word, deed, modalsOf(word).length > 0)
}

/** True for a demand of which it is worth asking whom it is for, or what a reader is likely to do; not for what holds of all. */
export function isOpenDuty(word: Word): boolean {
  const lemma = activeLemma(word, passiveOf(word))
  if (lemma === undefined || isToReader(word) || isPointed(word)) return false
  if (likelyReaders.has(deedOf(word, lemma))) return true
  const deed = deedOf(word, lemma)
  return (
    isDemanded(word) && !general.has(deed) && word.previous?.lower !== 'kunna' && !alwaysHolds.test(word.sentence.text)
  )
}

/** `kan bokas`, `bör lämnas`: nobody has to, but for an appeal, which has its time, and a decision. */
export function isMild(word: Word): boolean {
  const [modal] = modalsOf(word)
  if (!/^(?:kan|bör)$/.test(modal?.lower ?? '') || word.lower.startsWith('överklaga')) return false
  const lemma = activeLemma(word, passiveOf(word))
  return modal!.lower === 'bör' || (lemma !== undefined && readersDeeds.has(deedOf(word, lemma)))
}

/** `Avgiften har höjts`, `Ansökan avslås`: of a decision it is asked who made it. */
export function isDecision(word: Word): boolean {
  const lemma = activeLemma(word, passiveOf(word))
  return lemma !== undefined && decisions.has(deedOf(word, lemma))
}

/** `Riktlinjerna ska följas`, `Journal ska föras`: what is done is too general to ask by whom. */
const general = new Set(
  (
    'bibehålla,dokumentera,eftersträva,finna,främja,fullgöra,följa,föra,förankra,genomföra,hålla,iaktta,inhämta,kosta,' +
    'respektera,sköta,skriva,sätta,ta,ta ansvar,uppfylla,uppmärksamma,uppnå,utföra,verkställa,ägna'
  ).split(','),
)

/** `måste den sparas`, `Det ska pyntas`: no noun tells what is done with what. */
function isPointed(word: Word): boolean {
  const place = modalsOf(word)[0] ?? word
  return [place.previous, place.next].some(
    (near) => near !== undefined && /^(?:den|det|detta|dessa)$/.test(near.lower) && near.upos === 'PRON',
  )
}

const alwaysHolds = /(?<!\p{L})(?:alltid|aldrig|samtliga|respektive)(?!\p{L})/u

/** `publiceras på vår webbplats`: it shows that the sender does it. */
function isOurs({ sentence }: Word): boolean {
  return sentence.words.some(({ lower }) => /^(?:vår|vårt|våra)$/.test(lower))
}

/** True where it shows beside a reader's deed who does it: the reader in another clause, or the sender who only tells. */
function isKnownFrom(word: Word, deed: string, sentences: readonly Sentence[]): boolean {
  return readerActs(word) || (modalsOf(word).length === 0 && !onlyReaders.has(deed) && saysWeBeside(word, sentences))
}

/** What a statute says, in its words: `enligt plan- och bygglagen`. */
const ofLaw =
  /(?<!\p{L})(?:[Ee]nligt|[Gg]enom|[Ii]|eller) [^.]{0,60}(?:lag(?:en|arna|stiftning(?:en)?)?|förordningen|balken|GDPR)(?!\p{L})|laglighetsprövning/u

/** True for a sentence about what a statute says, and after one where it has no `du` of its own. */
function restatesLaw(word: Word, sentences: readonly Sentence[]): boolean {
  const { sentence } = word
  if (ofLaw.test(sentence.text)) return true
  const before = sentences[sentence.index - 1]
  return before !== undefined && /^Enligt /.test(before.text) && ofLaw.test(before.text) && !saysYou(word)
}

/** `Nötter får inte ätas i lokalen`: a rule for all who are there. */
function isForAnyone(word: Word, lemma: string): boolean {
  return /^(?:äta|dricka|röka)$/.test(lemma) && modalsOf(word)[0]?.lower === 'får'
}

/** `Din ansökan kan inte slutföras`: what a program says of itself. */
function isProgramMessage(word: Word): boolean {
  if (!/^(?:slutföras|skickas|visas|sparas|laddas|hämtas|öppnas)$/.test(word.lower)) return false
  return word.previous?.lower === 'inte' && word.previous.previous?.lower === 'kan'
}

/** True where the sentence is about somebody who is not its reader, or has `du` as the one whom something is done to. */
function isAboutOther(word: Word): boolean {
  // `Rättens beslut kan i sin tur överklagas`: by anyone of the parties.
  if (/(?<!\p{L})i sin tur(?!\p{L})/u.test(word.sentence.text)) return true
  const place = isFiniteVerb(word) ? word : (auxiliariesOf(word)[0] ?? word)
  if (place.previous?.lower === 'du' || place.next?.lower === 'du') return true
  return word.sentence.words.some(({ lower, previous }) => third.test(lower) || (lower === 'du' && isPassive(previous)))
}

/** `prickas du av`: what is done with the reader, in the same sentence. */
function isPassive(verb: Word | undefined): boolean {
  return verb?.upos === 'VERB' && verb.lower.endsWith('s') && passiveOf(verb).kind === 's-passive'
}

/** `(behöver bara skickas in en gång)`: said in passing. */
function isInBrackets({ sentence, start }: Word): boolean {
  const before = sentence.text.slice(0, start - sentence.start)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** `Hyrs någon del av bostaden ut?` on a form, and `Behöver lacket kompletteras, så gör det`, a condition. */
function isFormQuestion(word: Word): boolean {
  const [first] = word.sentence.words
  if (!isFiniteVerb(first)) return false
  return word.sentence.text.endsWith('?') || first === modalsOf(word)[0]
}

/** True in what leads in a list, `kan lämnas till:`, and in what follows `att:`. */
function isInList({ sentence }: Word, { sentences }: TextBlock): boolean {
  if (sentence.text.endsWith(':')) return true
  const at = sentences.indexOf(sentence)
  return at > 0 && sentences[at - 1]!.text.endsWith(':')
}

/** `I de fall tillsyn samordnas`: a clause that a noun opens, after a figure as well. */
function isCondition({ sentence, start }: Word): boolean {
  const { text } = sentence
  const at = text.search(/(?:^|[ (])(?:i de fall|i det fall|i fall|den dag) /iu)
  if (at < 0 || sentence.start + at > start) return false
  return !text.slice(at, start - sentence.start).includes(',')
}

function isDemanded(word: Word): boolean {
  const [modal] = modalsOf(word)
  return modal !== undefined && demands.has(modal.lower)
}

/** The active verb with its particle: `skicka in`, but `lämna` for `lämnas fram till fredag`. */
export function deedOf(word: Word, lemma: string): string {
  if (lemma === 'se' && word.next?.lower === 'över') return 'se över'
  if (lemma === 'ta') {
    const noun = subjectNoun(word)?.lower ?? ''
    if (fixed.test(noun)) return `ta ${noun}`
    // `Kortet ska tas med till lokalen`, but `ska tas med mat`
    if (word.next?.lower === 'med' && (word.next.next === undefined || /^(?:ADP|PUNCT|ADV)$/.test(word.next.next.upos)))
      return 'ta med'
  }
  if (lemma === 'fylla' && (word.next?.lower === 'i' || hasFarI(word))) return 'fylla i'
  // `skickas den ut`
  const particle =
    particleAfter(word) ??
    (word.next?.upos === 'PRON' ? particleAfter(word.next) : undefined) ??
    farParticle(word, lemma)
  if (particle === undefined || isUntil(particle)) return lemma
  const deed = `${lemma} ${particle.lower}`
  return isLoose(particle) && !deeds.has(deed) && !(particle.lower === 'av' && wipes.test(lemma)) ? lemma : deed
}

/** `ska torkas av`, `ska stängas av klockan 22`: without the particle another deed. */
const wipes = /^(?:torka|stänga|spola|duka|borsta|lasta|koppla)$/

/** What is taken in a fixed phrase, which the verb means nothing without: `ta hänsyn`. */
const fixed = /^(?:hänsyn|ställning|kontakt|ansvar|avstånd|lärdom)$/

/** `fylls blanketten i och skickas`: `i` with no noun after it. */
function hasFarI(word: Word): boolean {
  for (let { next } = word, steps = 0; next !== undefined && steps < 5; next = next.next, steps++) {
    if (next.lower === 'i') return next.next === undefined || /^(?:PUNCT|CCONJ|ADP|SCONJ)$/.test(next.next.upos)
    if (!/^(?:NOUN|DET|ADJ|PRON|ADV|PART)$/.test(next.upos)) return false
  }
  return false
}

/** What stands behind the subject: `betalas inte avgiften tillbaka`, `betalas den därefter ut`. */
function farParticle(word: Word, lemma: string): Word | undefined {
  if (!parting.has(lemma)) return undefined
  for (let { next } = word, steps = 0; next !== undefined && steps < 6; next = next.next, steps++) {
    if (next.lower === 'tillbaka' || next.lower === 'åter') return next
    if (next.lower === 'ut' && (next.next === undefined || /^(?:PUNCT|ADP|CCONJ)$/.test(next.next.upos))) return next
    if (/^(?:PUNCT|ADP|CCONJ|SCONJ|VERB|AUX)$/.test(next.upos)) return undefined
  }
  return undefined
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
    isInText(text) ||
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
  if (modal !== undefined && demands.has(modal.lower) && !hasBeen)
    return (!vague.has(lemma) || deed !== lemma) && !othersDeeds.has(deed) && mayBeReaders(word, deed)
  if (onlyReaders.has(deed)) return profile !== 'press' && profile !== 'rapport' && profile !== 'protokoll'
  if (word.morph.Tense === 'Past' || hasBeen || word.morph.VerbForm === 'Sup')
    return modal?.lower !== 'kan' && decisions.has(deed) && hasKnownSubject(word)
  if (isReadersDeed(word, deed) && !demanded.has(deed) && isAsked(word, deed, modal !== undefined)) return true
  // Of what is done with the reader's own case, and of nothing else, it is asked who does it.
  const isReaders = saysYou(word)
  const isCase = (officesDeeds.has(deed) || decisions.has(deed)) && hasKnownSubject(word)
  if (!isReaders && (modal?.lower === 'kan' || !isCase)) return false
  if (lemma === 'ta' && isCharge(word)) return true
  return deeds.has(deed) || !(vague.has(lemma) || idle.has(deed))
}

/** True under a demand, unless it is the sender's to do, with no case of the reader's: `Planen ska prövas`. */
function mayBeReaders(word: Word, deed: string): boolean {
  return !officesDeeds.has(deed) || saysYou(word) || hasKnownSubject(word) || isRequest(word)
}

const you = new Set(['du', 'dig', 'din', 'ditt', 'dina'])

/** True where the clause says `du` or `din`, beside the verb or as its subject. */
function saysYou(word: Word): boolean {
  for (let near = word.next; near !== undefined && near.form !== ','; near = near.next) {
    if (opensOwnClause(near) || near.lower === 'där') break
    if (you.has(near.lower)) return true
  }
  for (let near = word.previous; near !== undefined && near.form !== ','; near = near.previous)
    if (near.upos === 'SCONJ') return false
    else if (you.has(near.lower)) return true
  return false
}

/** True for a subject that the reader knows, `Ansökan`, `Det beslutet`: definite, and no part of an adverbial. */
function hasKnownSubject(word: Word): boolean {
  const subject = subjectNoun(word)
  return subject !== undefined && isKnown(subject)
}

function isKnown({ lower, morph }: Word): boolean {
  return (morph.Definite === 'Def' || /(?:sökan|mälan)$/.test(lower)) && morph.Case !== 'Gen'
}

/** The auxiliaries of a verb, also past commas: `ska, enligt lagen, prövas`, `ska planeras, ledas och prövas`. */
export function modalsOf(word: Word): readonly Word[] {
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

/** `tas en avgift ut` */
function isCharge(word: Word): boolean {
  return word.morph.Tense === 'Pres' && isNear(word, ({ lower }) => /(?:avgift|avgiften)$/.test(lower))
}

const owes = /^(?:behöver|ska|skall|måste|bör)$/

/** `behöver` in `taxan behöver ses över`, `ska` in `ska detta meddelas`, where the tagger may take the infinitive for a present tense of the same form. */
function needs(word: Word): Word | undefined {
  if (word.morph.VerbForm === 'Sup') return undefined
  for (let before = word.previous, steps = 0; before !== undefined && steps < 6; before = before.previous, steps++) {
    if (steps === 0 && before.form === ',') return owesBeforePhrase(before)
    if (owes.test(before.lower)) return before
    if (
      before.upos === 'PUNCT' ||
      before.upos === 'CCONJ' ||
      isFiniteVerb(before) ||
      before.lower === 'som' ||
      opensOwnClause(before)
    )
      break
  }
  return sharedModal(word) ?? modalBeforeRelative(word)
}

/** `ska` in `ska vara skriftlig och skickas`: the form of a present tense, joined to an infinitive of the same subject. */
function sharedModal(word: Word): Word | undefined {
  // `ska göras skriftligt och skickas sedan vidare`: a clause of its own.
  if (word.previous?.upos !== 'CCONJ' || !mayBeInfinitive(word)) return undefined
  if (word.next?.upos === 'ADV' && word.next !== particleAfter(word)) return undefined
  if (/^(?:inte|ej|aldrig)$/.test(word.next?.lower ?? '')) return undefined
  let isJoined = false
  for (let before = word.previous.previous, steps = 0; before !== undefined && steps < 14; steps++) {
    if (before.morph.VerbForm === 'Inf')
      isJoined ||= before.morph.Voice === 'Pass' || /^(?:vara|ske)$/.test(before.lower)
    else if (isFiniteVerb(before)) return isJoined && owes.test(before.lower) ? before : undefined
    if (opensOwnClause(before) || before.lower === 'som' || /^[;:]$/.test(before.form)) return undefined
    before = before.previous
  }
  return undefined
}

/** `ska` in `ska ett intyg som styrker behovet bifogas`: the finite verb of a relative clause stands between. */
function modalBeforeRelative(word: Word): Word | undefined {
  if (word.previous?.upos === 'CCONJ' || !mayBeInfinitive(word)) return undefined
  let finites = 0
  let isPast = false
  for (let before = word.previous, steps = 0; before !== undefined && steps < 24; before = before.previous, steps++) {
    if (before.lower === 'som') {
      if (isPast || finites !== 1) return undefined
      isPast = true
    } else if (isFiniteVerb(before)) {
      if (isPast) return owes.test(before.lower) ? before : undefined
      if (++finites > 1) return undefined
    } else if (before.upos === 'PUNCT' || before.upos === 'SCONJ' || before.morph.VerbForm === 'Inf') return undefined
  }
  return undefined
}

/** True for a form that is both the infinitive and the present tense: `skickas`, but not `sänds`. */
function mayBeInfinitive({ lower }: Word): boolean {
  return analyseVerbForm(lower).some(({ form, voice }) => form === 'Inf' && voice === 'Pass')
}

/** The passive infinitive that this one is joined to, as `tas` in `ska tas fram och ställas tillbaka`. */
export function conjunctBefore(word: Word): Word | undefined {
  if (word.previous?.upos !== 'CCONJ' || modalsOf(word).length === 0) return undefined
  const before = word.previous.previous
  const found = before !== undefined && before.upos !== 'VERB' ? before.previous : before
  return found !== undefined && isPassiveInfinitive(found) && followerOf(found) === word ? found : undefined
}

/** The passive infinitive that is joined to this one. */
export function conjunctAfter(word: Word): Word | undefined {
  const after = isPassiveInfinitive(word) ? followerOf(word) : undefined
  return after !== undefined &&
    mayBeInfinitive(after) &&
    !states.test(after.lower) &&
    modalsOf(after)[0] === modalsOf(word)[0]
    ? after
    : undefined
}

function followerOf(word: Word): Word | undefined {
  const joint = (particleAfter(word) ?? word).next
  return joint?.lower === 'och' && joint.next?.upos === 'VERB' ? joint.next : undefined
}

function isPassiveInfinitive({ upos, morph, lower }: Word): boolean {
  return upos === 'VERB' && morph.VerbForm === 'Inf' && lower.endsWith('s')
}

/** `ska` in `ska, tillsammans med bilagor, skickas` */
function owesBeforePhrase(comma: Word): Word | undefined {
  for (let word = comma.previous, steps = 0; word !== undefined && steps < 10; word = word.previous, steps++) {
    if (word.form === ',') return owes.test(word.previous?.lower ?? '') ? word.previous : undefined
    if (isFiniteVerb(word) || opensOwnClause(word)) return undefined
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
  // `som du vill ska läggas upp`
  if (/^(?:vill|ville|önskar|tycker|anser|tror)$/.test(place.previous?.lower ?? '') || joinsSubordinate(place))
    return true
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

/** `till vilka uppgifter har lämnats eller ska lämnas`, `om du är antagen eller om ansökan har avslagits` */
function joinsSubordinate(place: Word): boolean {
  let word = place.previous
  for (; word !== undefined && word.upos !== 'CCONJ' && !isFiniteVerb(word) && word.form !== ','; word = word.previous)
    if (word.lower === 'om' && word.previous?.upos === 'CCONJ') return true
  if (word?.upos !== 'CCONJ' || word !== place.previous) return false
  for (word = word.previous; word !== undefined && !/^[,:;]$/.test(word.form); word = word.previous)
    if (opensOwnClause(word) || word.lower === 'vilka') return true
  return false
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
  // `Syskon på skolan ges förtur`: a bare noun after the verb is what is given.
  const { previous, next } = word
  if (next?.upos === 'NOUN' && next.morph.Definite === 'Ind' && /^(?:NOUN|PRON|PROPN)$/.test(previous?.upos ?? ''))
    return true
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
