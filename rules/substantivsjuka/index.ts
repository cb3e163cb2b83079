import { defineRule, type Profile, type Suggestion, type TextBlock } from '@klarsprak/engine'
import {
  agentTypeOf,
  analyseVerbForm,
  inflectVerb,
  passiveOf,
  type Sentence,
  subjectOf,
  type Word,
} from 'retext-swedish'
import { isInText } from '../src/in-text.ts'
import { quotesStatute, readershipOf } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { adverbs, verbForNoun } from '../src/rewrite/support-verb.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { activeChain, auxiliariesOf, isFiniteVerb, sameForm } from '../src/verbs.ts'
import { likeCase } from '../src/words.ts'
import { findObject, findSubject, isNounOf, isSupportVerb, type Nominalisation } from './find.ts'

export const rule = defineRule({
  meta: {
    id: 'substantivsjuka',
    title: 'Substantivsjuka',
    description: 'Hittar fraser där ett verb har gömts i ett substantiv, som ”göra en bedömning”.',
    why: 'Med ett enda verb blir meningen kortare och det syns vem som gör något.',
    group: 'ord',
    checklist: [7, 8],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('1.4'),
      { work: 'Nacka kommun: Checklista för klarspråk' },
      { work: 'Språktidningen: Enkelt språk', section: 'om nominaliseringar' },
      hallefors(7),
    ],
    options: {
      tillatLamnaIn: {
        type: 'boolean',
        default: true,
        description: 'Låt ”lämna in”, ”skicka in” och uppmaningar som ”Gör en ansökan” vara.',
      },
      striktOmSvaga: {
        type: 'boolean',
        default: false,
        description: 'Ta även med korta och vanliga fraser, som ”fatta beslut” och ”ge besked”.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent'],
  },
  // Also a preposition, and sometimes taken for one.
  table: [{ patterns: ['utför'] }],
  document: {
    collect(block, { options, profile }, matches): readonly Found[] | undefined {
      const found: Found[] = []
      for (const { words } of block.sentences)
        for (const word of words)
          if (word.upos === 'VERB' && isSupportVerb(word)) add(check(word, block, options, profile))
      for (const { words } of matches)
        if (words[0]!.upos === 'ADP' && isSupportVerb(words[0]!)) add(check(words[0]!, block, options, profile))
      return found.length > 0 ? found : undefined

      function add(one: Found | undefined): void {
        if (one !== undefined) found.push(one)
      }
    },
    check(document, { profile, report }) {
      const { blocks } = document
      if (!blocks.some(({ facts }) => facts !== undefined)) return
      // Courts and ombudsmen tell of others' texts and in their words; minutes only share words with them.
      const readership = readershipOf(document)
      if (profile !== 'protokoll' && /^(?:court|ombudsman)$/.test(readership)) return
      const isShort = blocks.reduce((sum, { text }) => sum + text.length, 0) < shortText
      const isOurs = blocks.some(saysWe) || isShort
      const isToOne = blocks.some(saysDu)
      const isToSeveral = blocks.some(saysNiTo)
      const isPublic = readership === 'public'
      const isToReader = isShort || isToOne || isToSeveral
      const isOfPapers = blocks.some(({ facts }) => facts?.some(({ ofPaper }) => ofPaper)) && blocks.some(tellsOfPapers)
      const isOfSupervision =
        blocks.some(({ facts }) => facts?.some(({ ofSupervision }) => ofSupervision)) &&
        blocks.some(isHeadingOnSupervision)
      for (const block of blocks) {
        const { index, facts } = block
        if (facts === undefined) continue
        const saysNi = isToSeveral && !saysDu(block) && (!isToOne || saysNiTo(block))
        for (const { at, message, byUs, byOthers, bySomebody, isWithOthers, ofPaper, ofSupervision } of facts)
          if (!(ofPaper && isOfPapers) && !(ofSupervision && isOfSupervision)) {
            const suggested = isWithOthers ? bySomebody : isOurs ? byUs : byOthers
            const isUnsure = !isPublic || (!isToReader && suggested.some(addressesReader))
            const suggestions = isUnsure ? bySomebody : saysNi ? suggested.map(toSeveral) : suggested
            report(index, { at, message, suggestions })
          }
      }
    },
  },
})

/** A verb hidden in a noun. */
interface Found {
  readonly at: { readonly start: number; readonly end: number }
  readonly message: string
  /** What to write where the text calls its sender `vi`, where it does not, and where who acts is not sure. */
  readonly byUs: readonly Suggestion[]
  readonly byOthers: readonly Suggestion[]
  readonly bySomebody: readonly Suggestion[]
  /** True where the paragraph names another organ than the municipality. */
  readonly isWithOthers: boolean
  /** True for what may be a paper: `lämna förslag`. */
  readonly ofPaper: boolean
  /** True for `utöva tillsyn`, which a text about it has to call by its name. */
  readonly ofSupervision: boolean
}

const isHeadingOnSupervision = remembered(({ kind, text }) => kind === 'heading' && /tillsyn/iu.test(text))

/** Where the proposals are papers: `Förslagen ska handla om …`, `ett medborgarförslag`. */
const papers = /(?<!\p{L})(?:förslage[nt] (?:ska|skall|måste|får|bör)|medborgarförslag|e-förslag)/iu
const tellsOfPapers = remembered(({ text }) => papers.test(text))

/** A shorter text may leave `vi` out by chance. */
const shortText = 260
const we = /(?<!\p{L})(?:vi|oss|vår|vårt|våra)(?!\p{L})/iu
const saysWe = remembered(({ text }) => we.test(text))

const one = /(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/iu
const several = /(?<!\p{L})(?:ni|er|ert|era)(?!\p{L})/iu
const saysDu = remembered(({ text }) => one.test(text))
const saysNiTo = remembered(({ text }) => several.test(text))

function addressesReader({ title }: Suggestion): boolean {
  return /(?<!\p{L})(?:du|dig)(?!\p{L})/u.test(title)
}

/** The same advice to readers who are called `ni`. */
function toSeveral(suggestion: Suggestion): Suggestion {
  if (!suggestion.title.includes('du') && !suggestion.title.includes('dig')) return suggestion
  const title = suggestion.title.replace(/(?<!\p{L})du(?!\p{L})/gu, 'ni').replace(/(?<!\p{L})dig(?!\p{L})/gu, 'er')
  return { ...suggestion, title }
}

/** True where a paragraph has an organ in it that is not the municipality: who does it may be that one. */
function namesOthers({ words }: TextBlock, deed: Word): boolean {
  return words.some(
    (word) =>
      word !== deed &&
      (word.upos === 'NOUN' || word.upos === 'PROPN') &&
      word.morph.Case !== 'Gen' &&
      !/kommun/i.test(word.lemma) &&
      isFiniteVerb(word.next) &&
      agentTypeOf(word) === 'organisation',
  )
}

/** `utövar tillsyn`: a statute's word for more than a check. */
function supervises({ morph }: Word, { support }: Nominalisation): Suggestion[] {
  if (support.noun !== 'tillsyn' || morph.Tense !== 'Pres') return []
  return [{ title: 'Skriv ”har tillsyn över”, om det är lagens ord som gäller', safety: 'suggestion', edits: [] }]
}

const negations = new Set(['ingen', 'inget', 'inga', 'någon', 'något', 'inte', 'ej'])
/** Attributes that the verb takes in grammar, and not in sense: `en individuell prövning` is no `prövar individuellt`. */
const unfit = new Set(['individuell'])

/** Where a reader does it: `Ändringen görs skriftligt på en blankett`. */
const onForm = /skriftlig|blankett|formulär|e-tjänst|mina sidor|kundtjänst/i
/** Texts whose sender is `vi`. */
const senders: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast', 'strikt'])

/** Who does it where the text does not say so: its sender, somebody else or the reader, or one who cannot be told. */
type Actor = 'we' | 'others' | 'somebody'

interface Options {
  readonly tillatLamnaIn: boolean
  readonly striktOmSvaga: boolean
}

/** @param verb a support verb */
function check(verb: Word, block: TextBlock, options: Options, profile: Profile): Found | undefined {
  const isPassive = verb.lower.endsWith('s') && passiveOf(verb).kind === 's-passive'
  const found = isPassive ? findSubject(verb) : (findObject(verb) ?? findSubject(verb))
  if (found === undefined || isExamination(found, block.text) || isSpared(verb, found, options)) return undefined
  if (isJoinedToInfinitive(verb) || quotesStatute(block.text) || takesUp(found, block)) return undefined
  if (isStatutory(found, block) || pointsBack(verb, found.noun, block)) return undefined
  // `göra en ny ansökan även om du gjort en tidigare`: `en tidigare` wants the noun.
  if (leavesOut.test(verb.sentence.text.slice(found.noun.end - verb.sentence.start))) return undefined
  const { noun, support } = found
  // `Återbetalning sker inte`
  const isNegated = [noun.previous, verb.next, ...found.between].some(
    (word) => word !== undefined && negations.has(word.lower),
  )
  const [first, last] = noun.index < verb.index ? [noun, verb] : [verb, noun]
  const rum = last === verb && verb.lemma === 'äga' ? verb.next : undefined
  const at = { start: first.start, end: rum?.end ?? last.end }
  const edited = isPassive || support.advice !== '' ? undefined : rewritten(verb, found, block)
  const suggest = (actor: Actor) =>
    verb.lemma === 'föreligga' && support.verb === ''
      ? plainVerb(verb)
      : [...plainVerb(verb), edited ?? advise(verb, found, isPassive, isNegated, actor), ...supervises(verb, found)]
  const isSender = senders.has(profile)
  return {
    at,
    message:
      verb.lemma === 'föreligga' && support.verb === ''
        ? `”${verb.form}” är ett tungt ord.`
        : `I ”${block.text.slice(at.start, at.end)}” är verbet gömt i ett substantiv.`,
    byUs: suggest(isSender ? 'we' : 'others'),
    byOthers: suggest('others'),
    bySomebody: suggest('somebody'),
    isWithOthers: isSender && namesOthers(block, noun),
    ofPaper: noun.lemma === 'förslag',
    ofSupervision: support.noun === 'tillsyn',
  }
}

/** `en tidigare`, `någon annan`: a pronoun that stands for the noun. */
const leavesOut =
  /(?<!\p{L})(?:en|ett|någon|något|den|det) (?:tidigare|annan|annat|första|förra|ny|nytt)(?=[.,;:!?]|$)/iu

/** `Nämnden ska redovisa planen. Redovisningen görs i maj`: the noun takes up the verb of the sentence before. */
function takesUp({ noun, support }: Nominalisation, { sentences }: TextBlock): boolean {
  if (noun.morph.Definite !== 'Def' || noun.lower === noun.lemma) return false
  const before = sentences[sentences.indexOf(noun.sentence) - 1]
  const [head, particle] = support.verb.split(' ')
  const same = synonyms[support.noun]
  return (
    before?.words.some(
      ({ upos, lemma }) =>
        upos === 'VERB' && (lemma === same || (lemma === head && (particle === undefined || says(before, particle)))),
    ) === true
  )
}

function says({ words }: Sentence, one: string): boolean {
  return words.some(({ lower }) => lower === one)
}

/** Another verb that the noun may take up: `räknar ut avgiften. Beräkningen görs för att …`. */
const synonyms: Readonly<Record<string, string>> = {
  beräkning: 'räkna',
  bedömning: 'avgöra',
  kontroll: 'undersöka',
  undersökning: 'kontrollera',
}

/** `göra en prövning` for a grade: the name of an examination. */
function isExamination({ noun }: Nominalisation, text: string): boolean {
  return noun.lemma === 'prövning' && /betyg|kurs|komvux/i.test(text)
}

/** True for what is said like that on purpose: calls to act, names, and weak cases. */
function isSpared(verb: Word, { noun, support, between }: Nominalisation, options: Options): boolean {
  if (support.mark === 'svag' && !options.striktOmSvaga) return true
  if (isBarePlural(verb, noun, between, support.prepositions) || isQualified(noun)) return true
  // What was done and is over is told of: `medan utredningen gjordes`.
  if (verb.lower.endsWith('s') && verb.morph.Tense === 'Past') return true
  if (between.some((word) => word.upos === 'PROPN' && word.morph.Case === 'Gen')) return true
  if (between.some(isUnfit) || attributesOf(noun).some(isUnfit) || isShared(noun) || noun.next?.lower === 'per')
    return true
  // `En ansökan görs per barn`: how many there are is what is said.
  if (verb.next?.lower === 'per') return true
  // `efter att vi genomfört en inspektion`, `görs ett urval`, `görs en kartläggning`: the verb would want an object.
  if (wantsObject.test(noun.lemma) && !/^(?:ske|äga|pågå)$/.test(verb.lemma) && !isAbout(noun)) return true
  // `gör vi ingen mätning`: that nothing is done is plain, and the verb would want an object.
  if (/^(?:ing(?:en|et|a)|någon|något)$/.test(noun.previous?.lower ?? '') && !isAbout(noun)) return true
  // `när du har gjort en anmälan`: of whom or what stands nowhere, and the verb would want it.
  if (noun.lemma === 'anmälan' && noun.index > verb.index && !verb.lower.endsWith('s') && !saysWhat(noun)) return true
  // `Åtgärder mot halka vidtas`: one does something about it, but does not `åtgärda halka`.
  if (noun.lemma === 'åtgärd' && noun.index < verb.index) return true
  // `åtgärder mot mobbning`: one stops it, and only what is broken or disturbs can be put right.
  if (noun.lemma === 'åtgärd' && !isMendable(noun)) return true
  // `rekommendationer om kost`: not what is recommended.
  if (noun.lemma === 'rekommendation' && noun.next?.lower !== 'att') return true
  // `garanti på arbetet`: one `garanterar priset`, but hardly the work.
  if (noun.lemma === 'garanti' && !/^(?:för|att)$/.test(noun.next?.lower ?? '')) return true
  // `En ändring måste ske`, `Invigningen äger rum i maj`: the verb would want an object, and there is none.
  if (/^(?:ändring|invigning)$/.test(noun.lemma) && noun.index < verb.index && noun.next?.lower !== 'av') {
    if (/^(?:en|någon|ingen)$/.test(noun.previous?.lower ?? '') || noun.morph.Definite === 'Def') return true
  }
  // `Undervisningen sker på dagtid`: when and where it is.
  if (noun.lemma === 'undervisning' && noun.morph.Definite === 'Def') return true
  // `lämna fler förslag`: papers, not what somebody proposes.
  if (noun.lemma === 'förslag' && verb.lemma === 'lämna' && between.length > 0) return true
  // `får nämnderna till styrelsen lämna förslag på …`: whom the papers go to stands before the verb.
  if (noun.lemma === 'förslag' && verb.morph.VerbForm === 'Inf' && isSentTo(verb)) return true
  // `medborgare kan lämna förslag till fullmäktige`
  if (noun.lemma === 'förslag' && !/^(?:på|om|att)$/.test(noun.next?.lower ?? '')) return true
  // `I lagrådsremissen lämnas förslag om …`: how such papers begin.
  if (verb.lower.endsWith('s') && isInText(verb.sentence.text)) return true
  // `gör en beräkning som visar …`: the clause is about the noun.
  if (noun.index > verb.index && noun.next?.lower === 'som') return true
  // `En ny bedömning har gjorts som visar …`
  if (noun.index < verb.index && verb.next?.lower === 'som' && isFiniteVerb(verb.next.next)) return true
  if (isSeenTo(verb, noun)) return true
  // `Ändringar görs skriftligt`: it is the notice that is in writing.
  if (/^(?:för)?ändring$/.test(noun.lemma) && noun.index < verb.index && onForm.test(verb.sentence.text)) return true
  // `Bytet sker inte i maj` points back at what was said.
  if (
    verb.lemma === 'ske' &&
    noun.morph.Definite === 'Def' &&
    noun.lower !== noun.lemma &&
    !noun.lower.endsWith('ningen')
  )
    return true
  // `Om du inte gör någon anmälan`: of what?
  if (noun.lemma === 'anmälan' && noun.previous?.lower === 'någon' && !/^(?:av|om)$/.test(noun.next?.lower ?? ''))
    return true
  // What is to be done stands nowhere: `vidta åtgärder`.
  if (noun.lemma === 'åtgärd' && noun.next?.lower !== 'mot') return true
  // `Lämna information om din adress`: what a form asks for.
  if (/^(?:information|upplysning)$/.test(noun.lemma) && verb.morph.Mood === 'Imp') return true
  // `ring 113 13 för att lämna information`: what somebody knows, to those who need it.
  if (/^(?:information|upplysning)$/.test(noun.lemma) && verb.lemma !== 'ske' && noun.next?.lower !== 'om') return true
  // `lämna information om du vill bli uppringd`: a clause, and nothing that it is about.
  if (noun.index > verb.index && !(asksWhether.test(noun.lemma) || noun.lemma === 'anmälan') && beginsClause(noun.next))
    return true
  if (!options.tillatLamnaIn) return false
  if (support.mark === 'uppmaning' && verb.morph.Mood === 'Imp') return true
  return verb.next?.lower === 'in' || noun.next?.lower === 'in'
}

/** `åtgärder mot bullret`: what can be mended or made less. */
function isMendable({ next }: Word): boolean {
  if (next?.lower !== 'mot') return false
  for (let word = next.next; word !== undefined; word = word.next)
    if (word.upos === 'NOUN') return mendable.test(word.lemma.toLowerCase())
    else if (!isFunctional(word) && word.morph.Case !== 'Gen') return false
  return false
}

const mendable = /(?:buller|brist|fel|skada|läcka|läckage|problem|fukt|mögel|radon|drag)$/

/** True where the receiver stands just before the infinitive: `till styrelsen lämna`. */
function isSentTo({ previous }: Word): boolean {
  let before = previous
  while (before !== undefined && /^(?:NOUN|PROPN|DET|ADJ)$/.test(before.upos)) before = before.previous
  return before !== previous && before?.lower === 'till'
}

/** `utövar tillsyn enligt miljöbalken`, `utövar tillsyn. Det innebär att …`: a statute's word, or one that is explained. */
function isStatutory({ noun, support }: Nominalisation, { sentences, words }: TextBlock): boolean {
  if (support.noun !== 'tillsyn') return false
  // `Vi utövar tillsyn över badet och tar ut en avgift för tillsynen`: what the fee is for.
  if (words.some((word) => word !== noun && word.upos === 'NOUN' && word.lower.startsWith('tillsyn'))) return true
  const { sentence } = noun
  return statute.test(sentence.text) || explains.test(sentences[sentences.indexOf(sentence) + 1]?.text ?? '')
}

const statute = /(?<!\p{L})(?:enligt|med stöd av) |§|\p{L}(?:lagen|balken|förordningen)(?!\p{L})/u
const explains = /^(?:Det(?:ta)?|Tillsynen?|Vår tillsyn|I tillsynen) [^.]*(?:innebär|betyder|ingår|kontroller)/u

/** `göra beställningar`: any of them, and the verb would want one to have as its object. */
function isBarePlural(
  verb: Word,
  noun: Word,
  between: readonly Word[],
  prepositions: ReadonlyMap<string, string>,
): boolean {
  if (noun.morph.Number !== 'Plur' || noun.morph.Definite === 'Def' || noun.lemma === noun.lower) return false
  if (prepositions.has(noun.next?.lower ?? '') || noun.next?.lower === 'att') return false
  if (noun.index < verb.index) return attributesOf(noun).length === 0
  return !between.some(({ upos }) => upos === 'ADJ' || upos === 'DET' || upos === 'NUM')
}

/**
 * `Denna planering sker …`, `hur ofta kontrollen görs`, and what was named before: `Vi gör hembesök. Kontrollen görs …`.
 * It is no news there that it is done, but when or where.
 */
function pointsBack(verb: Word, noun: Word, { words }: TextBlock): boolean {
  if (/^(?:denna|detta|dessa)$/.test(noun.previous?.lower ?? '')) return true
  if (noun.morph.Definite !== 'Def' || noun.lower === noun.lemma || noun.index > verb.index) return false
  const asks = noun.previous?.lower ?? ''
  if (/^(?:när|där|hur|innan|ofta|tills)$/.test(asks)) return true
  const stem = noun.lemma.toLowerCase()
  return words.some(({ start, upos, lemma }) => upos === 'NOUN' && start < noun.start && lemma.endsWith(stem))
}

/** `gör förändringar av huset som påverkar miljön`: the clause may be about the noun, and would be about the object. */
function isQualified({ lemma, next, sentence, end }: Word): boolean {
  if (next?.upos !== 'ADP' || !/(?:ändring|justering)$/.test(lemma)) return false
  return /^ (?:av|i|på) (?:\p{L}+[- ]){1,4}som (?:kan |ska |inte )?\p{L}+(?:ar|er|a|as|s)(?!\p{L})/u.test(
    sentence.text.slice(end - sentence.start),
  )
}

/** `Ägaren ansvarar för att kontrollen görs`: it does not matter by whom. */
function isSeenTo(verb: Word, { morph, lower, lemma, previous }: Word): boolean {
  if (!verb.lower.endsWith('s') || morph.Definite !== 'Def' || lower === lemma) return false
  const before = previous?.lower === 'att' ? previous.previous : undefined
  if (before?.lower !== 'för' && before?.lower !== 'till') return false
  return /^(?:ansvar(?:ig|iga|igt|ar|a|et)?|ser?|såg|sett)$/.test(before.previous?.lower ?? '')
}

/** What has a question as its object: `göra en utredning om du kan få stöd`. */
const asksWhether = /^(?:utredning|bedömning|undersökning|prövning|kontroll|analys|granskning)$/

/** True for `om` before a subject and its verb: `om du har`, `om den personen är`. */
function beginsClause(word: Word | undefined): boolean {
  if (word?.lower !== 'om') return false
  if (word.upos === 'SCONJ') return true
  for (let subject = word.next, steps = 0; subject !== undefined && steps < 4; subject = subject.next, steps++) {
    if (steps > 0 && isFiniteVerb(subject)) return true
    if (!/^(?:PRON|DET|ADJ|NOUN|PROPN)$/.test(subject.upos) || subject.lower === 'som') return false
  }
  return false
}

/** True where it stands what the deed is done to: `en mätning av bullret`, `en utredning om du har rätt till stöd`. */
function isAbout({ next, lemma }: Word): boolean {
  return next?.lower === 'av' || (next?.lower === 'om' && (asksWhether.test(lemma) || !beginsClause(next)))
}

/** True for `anmälan` where it stands, or can be seen, whom or what somebody registers or reports. */
function saysWhat(noun: Word): boolean {
  const { text } = noun.sentence
  return (
    isAbout(noun) ||
    /^(?:om|till|för|hos|via|på)$/.test(noun.next?.lower ?? '') ||
    building.test(text) ||
    course.test(text)
  )
}

const wantsObject = /^(?:urval|inspektion|inköp|besiktning|kartläggning|utredning)$/

/** `Här kan du läsa mer och gör ansökan`: whether it is asked for or goes with `kan` is not sure. */
function isJoinedToInfinitive({ previous, morph }: Word): boolean {
  if (previous?.upos !== 'CCONJ' || morph.VerbForm !== 'Fin') return false
  for (let word = previous.previous; word !== undefined && word.upos !== 'PUNCT'; word = word.previous)
    if (word.morph.VerbForm === 'Inf') return true
    else if (word.morph.VerbForm === 'Fin') return false
  return false
}

/** `individuell`, `PCR-baserad`, `ytterligare`: the verb cannot say it, and the advice would lose it. */
function isUnfit({ upos, lemma }: Word): boolean {
  return upos === 'ADJ' && (adverbs[lemma] === undefined || unfit.has(lemma))
}

/** The adjectives and participles before the noun. */
function attributesOf({ previous }: Word): Word[] {
  const found: Word[] = []
  for (let word = previous; word !== undefined && /^(?:ADJ|DET|ADV|NUM)$/.test(word.upos); word = word.previous)
    if (word.upos === 'ADJ') found.push(word)
  return found
}

/** `lämna upplysningar och underrättelser`: the verb would take only one of them. */
function isShared({ next }: Word): boolean {
  const joins = next?.upos === 'CCONJ' || next?.form === ','
  if (next?.form.startsWith('/')) return true
  return joins && next.next?.upos === 'NOUN' && next.next.morph.Definite !== 'Def'
}

/** `föreligger risk` → `finns risk`: better, though the noun stays. */
function plainVerb(verb: Word): Suggestion[] {
  const text = verb.lemma === 'föreligga' ? sameForm(verb, 'finnas') : undefined
  if (text === undefined) return []
  const edit = { start: verb.start, end: verb.end, text: likeCase(verb.form, text) }
  return [{ title: `Byt till ”${edit.text}”`, safety: 'suggestion', edits: [edit] }]
}

const hopes: ReadonlyMap<string, string> = new Map([['om', '']])

function rewritten(verb: Word, { noun, support }: Nominalisation, block: TextBlock): Suggestion | undefined {
  // `göra en anmälan om hissen stannar`: a clause is no object.
  if (noun.next?.lower === 'om' && support.prepositions.get('om') === '' && beginsClause(noun.next)) return undefined
  const edits = verbForNoun(
    {
      verb,
      noun,
      instead: support.verb,
      // `en förhoppning om att`: ”hoppas att”, without a preposition.
      prepositions: noun.lemma === 'förhoppning' && noun.next?.next?.lower === 'att' ? hopes : support.prepositions,
      isAnother: (other) => isNounOf(verb, other),
    },
    block,
  )
  // `motiverat att utför tillsyn`: the slip would stay; `göra en ansökan om stöd till chefen`: one asks with, not to, somebody.
  if (edits === undefined || (verb.previous?.lower === 'att' && verb.morph.VerbForm === 'Fin')) return undefined
  if (
    /^(?:ansökan|information|upplysning)$/.test(noun.lemma) &&
    / till (?:\p{L}+ )?\p{L}+/u.test(verb.sentence.text.slice(noun.end - verb.sentence.start))
  )
    return undefined
  let at = verb.start
  let text = ''
  for (const edit of edits) {
    text += block.text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return { title: `Skriv ”${text.trim()} …”`, safety: 'suggestion', edits }
}

function advise(
  verb: Word,
  { noun, support }: Nominalisation,
  isPassive: boolean,
  isNegated: boolean,
  actor: Actor,
): Suggestion {
  const { verb: lemma, advice, mark } = support
  const asked = `Skriv med ${lemma === '' ? 'ett verb' : `verbet ”${lemma}”`} i stället, och ${
    isSaid(verb) ? 'börja med den som gör det' : 'säg vem som gör det'
  }`
  return { title: title(), safety: 'suggestion', edits: [] }

  function title(): string {
    const namesNobody = isPassive || advice !== ''
    const isRequest = mark === 'uppmaning' || requests.test(noun.lemma)
    if (isNegated && namesNobody) return 'Skriv med ett verb och ”inte”, och säg vem det gäller'
    if (
      namesNobody &&
      (isSaid(verb) || isSubordinate(verb) || isOthersCase(verb) || (!isRequest && namesOrgan(verb, noun)))
    )
      return asked
    const isReaders = mark === 'uppmaning' || readersNouns.test(noun.lemma) || onForm.test(verb.sentence.text)
    // `Redovisningen görs i maj` points back at what somebody was said to do.
    const isKnown = noun.morph.Definite === 'Def' && noun.lower !== noun.lemma
    if (namesNobody && (actor === 'somebody' || (!isReaders && (actor === 'others' || (isPassive && isKnown)))))
      return asked
    const chain = isPassive ? activeChain(verb, lemma) : undefined
    if (isPassive && !isReaders && eitherWay.test(noun.lemma)) return asked
    if (advice !== '' && isReaders && !advice.includes('”du')) return asked
    if (advice !== '') return `Skriv med verbet i stället: ${underModal(advice, verb)}`
    const written = chain ? withSubject(chain, isReaders ? 'du' : 'vi', verb, noun) : formOf(verb, lemma)
    const next = noun.next?.lower ?? ''
    const adverb = attributesOf(noun).map(({ lemma: adjective }) => ` ${adverbs[adjective]}`)
    // `Ansökan om bidrag görs`: what it is about goes with the verb.
    const about = namesNobody && next === 'om' && support.prepositions.get('om') === 'om' ? ' om …' : ''
    if (noun.lemma === 'anmälan' && (!/^(?:av|om)$/.test(next) || beginsClause(noun.next)))
      return `Skriv med verbet i stället: ${registers(written, adverb.join(''), verb, noun, isPassive)}`
    // `göra en uppsägning`: one has to `säga upp` something.
    const lacksObject = !namesNobody && support.prepositions.get('av') === '' && !support.prepositions.has(next)
    if (lacksObject && beginsClause(noun.next)) return `Skriv med verbet i stället: ”${written}${adverb.join('')} om …”`
    if (lacksObject && next !== 'att')
      return `Skriv med verbet i stället, och skriv vad det gäller: ”${written} …${adverb.join('')}”`
    return `Skriv med verbet i stället: ”${written}${adverb.join('')}${about}”`
  }
}

/** The verb in the same tense, with the pronoun of its subject: `gör vi ett uttalande` → `uttalar oss`. */
function formOf(verb: Word, lemma: string): string {
  // `utför` is tagged as the preposition.
  const [head, ...rest] = lemma.split(' ') as [string, ...string[]]
  const present = verb.upos === 'ADP' ? inflectVerb(head, { form: 'Pres' }) : undefined
  const form = present === undefined ? (sameForm(verb, lemma) ?? lemma) : [present, ...rest].join(' ')
  // `nådde enighet` → `enades`
  if (lemma.endsWith('as') && verb.morph.Tense === 'Past') return `${lemma.slice(0, -1)}des`
  if (lemma.endsWith('as') && verb.morph.VerbForm === 'Sup') return `${lemma.slice(0, -1)}ts`
  if (!rest.includes('sig')) return form
  const reflexive = reflexives[subjectOf(verb)?.lower ?? '']
  return reflexive === undefined ? form : form.replace(/ sig$/, ` ${reflexive}`)
}

const reflexives: Readonly<Record<string, string>> = { jag: 'mig', du: 'dig', vi: 'oss', ni: 'er' }

/** `Under hösten görs en granskning`: after what opens the clause the verb comes before its subject, `granskar vi`. */
function withSubject(chain: string, subject: string, verb: Word, noun: Word): string {
  const finite = isFiniteVerb(verb) ? verb : auxiliariesOf(verb)[0]
  if (finite === undefined || noun.index < finite.index) return `${subject} ${chain}`
  const { previous } = finite
  if (previous?.lower === 'det' || previous?.upos === 'CCONJ') return `${subject} ${chain}`
  const [first, ...rest] = chain.split(' ')
  return [first, subject, ...rest].join(' ')
}

/**
 * What a reader tells of is registered, `anmäla det till kommunen`, or the reader: `anmäla dig till kursen`. Whose
 * name it is, or what it is about, has to be asked where no word says so.
 */
function registers(written: string, adverb: string, verb: Word, { next }: Word, isPassive: boolean): string {
  const matter = next?.lower === 'för' ? next.next : undefined
  // `en anmälan för installation av fettavskiljare`
  if (matter?.upos === 'NOUN' && /(?:ning|tion|ande)(?:en|er|erna|ar|arna|t)?$/.test(matter.lower))
    return `”${written} ${matter.lower} …”`
  const isYou = isPassive || verb.morph.Mood === 'Imp' || verb.sentence.words.some(({ lower }) => lower === 'du')
  const it = `”${written} det${adverb}”`
  const { text } = verb.sentence
  if (building.test(text)) return it
  // A child is registered by its parents.
  if (course.test(text) && !children.test(text)) return `”${written} ${isYou ? 'dig' : 'sig'}${adverb}”`
  const asked = `”${written} …${adverb}”, och skriv vem eller vad det gäller`
  if (next?.lower !== 'till' || children.test(text.slice(next.start - verb.sentence.start))) return asked
  let receiver = next.next
  while (receiver !== undefined && (isFunctional(receiver) || receiver.morph.Case === 'Gen')) receiver = receiver.next
  if (receiver === undefined || agentTypeOf(receiver) !== 'organisation') return asked
  // `gjort anmälan till kommunen att …`
  return receiver.next?.lower === 'att' ? `”${written} till … att …”` : it
}

/** What is registered where somebody builds, installs or runs something, */
const building =
  /(?<!\p{L})(?:bygg|startbesked|slutbesked|anlägg|anordn|install|inrätt|avlopp|värmepump|lokal|livsmedel|verksamhet|skad|ändra(?!\p{L}))/iu
/** where somebody wants to take part, */
const course = /(?<!\p{L})(?:kurs|sfi(?!\p{L})|läger|tävling|utbildning|ämnesval|feriejobb)/iu
/** and where it is not the reader who does. */
const children = /(?<!\p{L})(?:barn|elev|förskol|skol|fritids|simskol|kulturskol)/iu

function isFunctional({ upos, morph }: Word): boolean {
  return upos === 'DET' || upos === 'ADJ' || morph.Poss === 'Yes'
}

/** `Tömning kan ske`: ”vi tömmer” → ”vi kan tömma”. */
function underModal(advice: string, verb: Word): string {
  const [modal] = auxiliariesOf(verb)
  if (modal === undefined || verb.morph.VerbForm !== 'Inf') return advice
  return advice.replaceAll(/”(vi|du) (\p{L}+)/gu, (all, who: string, form: string) => {
    const lemma = analyseVerbForm(form)[0]?.lemma
    return lemma === undefined ? all : `”${who} ${modal.lower === 'skall' ? 'ska' : modal.lower} ${lemma}`
  })
}

/** What somebody does to an organ, which is then no actor. */
const requests = /^(?:ansökan|anmälan|avanmälan|bokning|avbokning|beställning|överklagande)$/
/** What a reader does, though another may do it too. */
const readersNouns = /^(?:uppsägning|anmälan|avanmälan|ansökan|bokning|avbokning|betalning|beställning|överklagande)$/

/** What the sender does as well as the reader: `Registrering görs i receptionen`. */
const eitherWay = /^(?:registrering|redovisning|komplettering|inbetalning|återbetalning|överföring)$/

/** True where the sentence says who acts: `görs av skolan`. */
function isSaid(verb: Word): boolean {
  if (passiveOf(verb).agent !== undefined || isSaidLater(verb.next)) return true
  // `Avläsning sker av mätaren`: what it is done to.
  return verb.next?.lower === 'av' && (verb.lemma !== 'ske' || namesActor(verb.next.next))
}

function namesActor(first: Word | undefined): boolean {
  for (let word = first; word !== undefined; word = word.next)
    if (word.upos === 'NOUN' || word.upos === 'PROPN') return agentTypeOf(word) !== 'other'
    else if (!isFunctional(word)) return word.upos === 'PRON'
  return false
}

/** True where an organ or somebody other than the reader has the sentence as its own: `Nämnden behöver …`. */
function namesOrgan({ sentence }: Word, deed: Word): boolean {
  return sentence.words.some(
    (word) =>
      word !== deed &&
      (word.upos === 'NOUN' || word.upos === 'PROPN') &&
      agentTypeOf(word) !== 'other' &&
      word.morph.Case !== 'Gen',
  )
}

/** `Upphör innehavaren med handeln ska anmälan göras`: a condition about somebody who is not the reader. */
function isOthersCase({ sentence: { words } }: Word): boolean {
  const [first, second] = words
  if (!isFiniteVerb(first) || first!.morph.Mood === 'Imp' || second?.upos !== 'NOUN') return false
  return agentTypeOf(second) !== 'other' && !children.test(second.lower) && words.at(-1)!.form !== '?'
}

/** `görs inte av kommunen`, `görs ej av kommunen` */
function isSaidLater(word: Word | undefined): boolean {
  return (word?.upos === 'ADV' || word?.upos === 'PART') && word.next?.lower === 'av'
}

/** True in a clause that hangs on another, where the actor is often someone else than the sender. */
function isSubordinate(verb: Word): boolean {
  for (let word = verb.previous; word !== undefined && word.upos !== 'PUNCT'; word = word.previous)
    // `Ansökan om bidrag görs`
    if (word.lower === 'om' && word.previous?.upos === 'NOUN') continue
    else if (word.upos === 'SCONJ' || subordinators.has(word.lower)) return true
  return false
}

const subordinators = new Set([
  'att',
  'där',
  'innan',
  'då',
  'eftersom',
  'hur',
  'när',
  'om',
  'som',
  'varför',
  'vilken',
  'vilket',
  'vilka',
])
