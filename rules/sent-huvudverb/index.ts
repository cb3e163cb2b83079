import { defineRule, type TextBlock } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { mainVerb, scanClauses } from '../src/clause-scan.ts'
import { allMatches } from '../src/matches.ts'
import { opensWithClause } from '../src/opening-clause.ts'
import { nounPhraseLength } from '../src/phrases.ts'
import { firstWord, unquotedBetween } from '../src/sentence-words.ts'
import { hallefors, klarsprakshjalpen, nacka, skrivregler } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'

const addressed = new Set(['du', 'ni', 'den', 'de', 'alla'])
const easier = 3

/** A date is read as one word or two. */
const date = /\d{1,2} \p{Ll}{3,} (?:19|20)\d\d/u
const dateWords = 2

/** Items of no more words are quick to read in a row. */
const longestItem = 4

export const rule = defineRule({
  meta: {
    id: 'sent-huvudverb',
    title: 'Huvudverbet kommer sent',
    description: 'Hittar meningar där det står många ord före huvudsatsens verb.',
    why: 'Läsaren förstår meningen först när verbet kommer, och måste minnas allt som står före.',
    group: 'meningar',
    checklist: [3, 7],
    severity: 'suggestion',
    enabled: true,
    sources: [klarsprakshjalpen('Skriv meningar med flyt'), nacka, skrivregler('1.3'), hallefors(7)],
    options: {
      flaggaFran: {
        type: 'integer',
        default: 12,
        minimum: 5,
        maximum: 50,
        description: 'Från så många ord före verbet ger regeln träff.',
      },
      minMeningslangd: {
        type: 'integer',
        default: 14,
        minimum: 5,
        maximum: 100,
        description: 'Kortare meningar lämnas i fred.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
    yieldsTo: ['inskjuten-sats'],
  },
  document: {
    collect(block, { options }): readonly Late[] | undefined {
      const found: Late[] = []
      for (const sentence of block.sentences) {
        const late = lateVerb(sentence, block, options)
        if (late !== undefined) found.push(late)
      }
      return found.length > 0 ? found : undefined
    },
    check({ blocks }, { report }) {
      for (let at = 0; at < blocks.length; at++) {
        const { index, facts, text } = blocks[at]!
        if (facts === undefined) continue
        for (const { start, end, count, verb, advice } of facts) {
          if (start === 0 && [blocks[at - 1], blocks[at + 1]].some((other) => isOpenedAlike(text, other?.text)))
            continue
          report(index, {
            at: { start, end },
            message: `Det står ${count} ord före huvudverbet ”${verb}”.`,
            suggestions: [
              {
                title: advice,
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
        }
      }
    },
  },
})

/** A verb that comes late, with the words before it. */
interface Late {
  readonly start: number
  readonly end: number
  readonly count: number
  readonly verb: string
  readonly advice: string
}

/** What to do; where something is only named, nobody acts: `Som exempel på … kan nämnas …`. */
function adviceFor(first: Word, verb: Word): string {
  const rest = 'lägg resten efter eller i en egen mening'
  if (verb.next?.lower === 'nämnas')
    return first.lower === 'som' && first.next?.lower === 'exempel'
      ? `Skriv ”Exempel på … är …” utan ”kan nämnas”, och ${rest}`
      : `Börja med det som nämns, och ${rest}`
  // `Du som har en båt i hamnen kan ansöka …`: the condition can stand after.
  if (/^(?:du|ni)$/.test(first.lower) && first.next?.lower === 'som')
    return `Skriv ”${first.form} ${verb.lower} … om ${first.lower} …”, eller korta det som står före verbet`
  const hasSubjectFirst = isFigure(verb.next) || (first.upos !== 'ADP' && first.upos !== 'ADV') || onlySubject(first)
  if (hasSubjectFirst) return `Korta det som står före verbet, och ${rest}`
  const subject = subjectAfter(verb)
  return subject === undefined
    ? `Börja med huvudsaken, och ${rest}`
    : `Börja med ”${capitalise(subject)} ${verb.lower} …”, och ${rest}`
}

/** The subject right after the verb, where it is plain: a pronoun, or a noun that nothing after it belongs to. */
function subjectAfter(verb: Word): string | undefined {
  const after = verb.sentence.words.filter(({ index }) => index > verb.index)
  const [first] = after
  if (first === undefined) return undefined
  if (/^(?:vi|du|ni|man|jag)$/.test(first.lower)) return first.lower
  const length = /^(?:PRON|ADV|ADP)$/.test(first.upos) ? 0 : nounPhraseLength(after)
  const next = after[length]
  if (length === 0 || next === undefined || /^(?:ADP|CCONJ|SCONJ|NOUN|PROPN|PUNCT|NUM|DET)$/.test(next.upos))
    return undefined
  return next.lower === 'som' || next.lower === 'att'
    ? undefined
    : after
        .slice(0, length)
        .map(({ form }) => form)
        .join(' ')
}

/** `… svarade 92 procent att …`: what a figure tells can hardly begin the sentence. */
const figures = 1

function isFigure(word: Word | undefined): boolean {
  return word?.upos === 'NUM'
}

function lateVerb(
  sentence: Sentence,
  block: TextBlock,
  options: { readonly flaggaFran: number; readonly minMeningslangd: number },
): Late | undefined {
  if (sentence.wordCount < Math.max(options.minMeningslangd, options.flaggaFran + 1)) return undefined
  if (opensWithClause(sentence) || joinedClause.test(sentence.text) || openingClause.test(sentence.text))
    return undefined
  const verb = ownVerb(sentence)
  const first = firstWord(sentence)
  if (verb === undefined || first === undefined || mayBeClauseVerb(verb)) return undefined
  // `Hur gå vidare …`, `Och ju längre …, desto större blir`: built in another way.
  if (
    first.next?.morph.VerbForm === 'Inf' ||
    /(?:^|\P{L})ju \p{L}+/iu.test(block.text.slice(sentence.start, verb.start))
  )
    return undefined
  // Questions in a row are a fragment, and a reference is no clause: ”…, se bilaga 2”.
  if ((asks.test(first.lower) && isAsked(verb)) || refers(verb)) return undefined
  // ”Exempel på … är:” leads in a list, and a paragraph of a law keeps its words.
  if (verb.next?.form === ':' || /^\d+(?: ?[a-z])? §/.test(sentence.text)) return undefined
  if (block.inQuote(verb.start, verb.end) || opensQuote(block.text, sentence.start)) return undefined
  if (followsModal(verb) || defines.test(verb.lower) || (first.upos !== 'ADP' && isShortPredicate(verb)))
    return undefined
  // A figure or a label before the sentence is a heading or a row of a table: `Etapp 2, Relining`, `9 Svar på frågor`.
  if (/^(?:\d|\p{Lu}\p{L}+ \d+,|Till exempel,)/u.test(sentence.text)) return undefined
  if (block.kind === 'listItem' && (/^\p{Ll}/u.test(first.form) || decides.test(verb.lower))) return undefined
  const before = block.text.slice(sentence.start, verb.start)
  const count =
    unquotedBetween(sentence, sentence.start, verb.start, block) - (date.test(before) ? dateWords : 0) - aside(before)
  const limit = options.flaggaFran + ease(first) + (isFigure(verb.next) ? figures : 0)
  if (count < limit || /[:•]/.test(block.text.slice(sentence.start, verb.start))) return undefined
  if (noSentence.test(before) || block.markAt(first.start, 'strong')?.end === block.text.length) return undefined
  if (hasMainClause.test(before) || allMatches(before, names).length > mostNames) return undefined
  const front = block.text.slice(first.start, verb.start)
  if ((first.upos !== 'ADP' || front.split(',').length > 3) && isEnumeration(front, 1)) return undefined
  // `Med god mat, varma rum och närhet till naturen finns …`
  if (first.lower === 'med' && front.includes(',') && isEnumeration(front, 0)) return undefined
  if (isParallel(sentence, block) || row.test(front)) return undefined
  return {
    start: first.start,
    end: verb.end,
    count,
    verb: verb.form,
    advice: adviceFor(first, verb),
  }
}

/** True for paragraphs that begin with the same words: `Personer inskrivna på …` and `Personer folkbokförda i …`. */
function isOpenedAlike(text: string, other: string | undefined): boolean {
  const own = firstWords.exec(text)?.[0]
  return own !== undefined && own === firstWords.exec(other ?? '')?.[0]
}

/** A long word, or a short one and the next. */
const firstWords = /^(?:\p{L}{5,}|\p{L}{1,4} \p{L}+)/u

/** `Enligt plan- och bygglagen, plan- och byggförordningen och …`, `… som livsmedel, kosttillskott och vatten, har`: names in a row. */
const row =
  /^Enligt [^,]*(?:lagen|förordningen|balken)[^,]*, [^,]*(?:lagen|förordningen|balken|föreskrift)| som [^,]+, [^,]+ och [^,]+, $/

/** A second main clause begins before the verb: what is read as its subject holds the verb of the first. */
const hasMainClause = /, (?:för|men|så|deras|dess|hans|hennes|utan) /iu
/** So many words with a capital before the verb are headings and names that ran into the text. */
const mostNames = 4
const names = /[\s/](?:\p{Lu}\p{Ll}{2,}|\p{Lu}{4,})/gu
/** `… kallas utlägg`: a definition says first what it defines. */
const defines = /^(?:kallas|kallades|heter|benämns)$/
/** `Budgeten för … godkänns.`: a point of a decision, which names first what it is about. */
const decides = /^(?:godkänns|fastställs|antas|noteras|avslås|bifalls|beviljas|upphävs|överlämnas|avskrivs)$/
const modal = /^(?:ska|skall|skulle|kan|kunde|får|fick|bör|måste|vill|ville|kommer)$/

/** `… är personuppgifter.`: what a thing is, or that it is done, in a word or two. */
function isShortPredicate({ lemma, next }: Word): boolean {
  if (lemma !== 'vara') return false
  let word = next
  for (let steps = 0; word !== undefined && steps < shortest; steps++, word = word.next)
    if (/^[.!?]$/.test(word.form)) return true
  return word === undefined || /^[.!?]$/.test(word.form)
}

const shortest = 2

/** True for an infinitive read as the main verb: `ska … skickas`. */
function followsModal(verb: Word): boolean {
  if (verb.upos === 'AUX') return false
  let word = verb.previous
  for (let steps = 0; word !== undefined && steps < 6 && word.form !== ','; steps++, word = word.previous)
    if (modal.test(word.lower)) return true
  return false
}

function opensQuote(text: string, start: number): boolean {
  return /["”'’»]/.test(text.slice(Math.max(0, start - 1), start + 1))
}

/** How many words more a reader takes, because the sentence says at once whom it is for: `Du som …`, `För barn som …`. */
function ease(first: Word): number {
  const { lower, upos, next } = first
  if (onlySubject(first)) return 1
  if (lower === 'för') return 1
  if (addressed.has(lower) && next?.lower === 'som') return easier
  // `Förskolor som redan bedriver …`: whom or what it is about stands first.
  if (subjectNoun(first)?.next?.lower === 'som') return 2
  // A long subject is easier than a long adverbial: the reader knows at once what the sentence is about.
  return upos === 'ADP' ? 0 : 1
}

/** `Endast de som …`, `Även personer i …`: a subject, and a word about it. */
function onlySubject({ lower, next }: Word): boolean {
  return /^(?:endast|enbart|bara|även|också)$/.test(lower) && next !== undefined && subjects.has(next.upos)
}

const subjects: ReadonlySet<Word['upos']> = new Set<Word['upos']>(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'])

/** The noun that a sentence begins with, alone or after what describes it: `all källkod`, `de nya lokaler`. */
function subjectNoun(first: Word): Word | undefined {
  let word: Word | undefined = first
  for (let steps = 0; word !== undefined && steps < 2 && /^(?:DET|ADJ|NUM)$/.test(word.upos); steps++) word = word.next
  return word?.upos === 'NOUN' ? word : undefined
}

/** Question words that a fragment of several questions begins with: `Vilka som får plats, …`. */
const asks = /^(?:vilka|vilken|vilket|vem|vad|hur|varför|var|när)$/

/** True where the verb belongs to the last question itself: `…, eller om nämnden ska bestämma`. */
function isAsked(verb: Word): boolean {
  for (let word = verb.previous; word !== undefined && !/^[,;:]$/.test(word.form); word = word.previous) {
    if (isFiniteVerb(word)) return false
    if (word.lower === 'om' || asks.test(word.lower)) return word.previous !== undefined
  }
  return false
}

/** True for `se bilaga`, `jfr sidan` after a comma. */
function refers({ lower, previous }: Word): boolean {
  return /^(?:se|jfr|jämför)$/.test(lower) && previous !== undefined && /^[,(–]$/.test(previous.form)
}

/** Of two finite verbs in a row the first ends a clause: `Under den tid som arbetet pågår är …`. */
function lastInRow(verb: Word | undefined): Word | undefined {
  const next = verb?.next
  return next && verb.upos === 'VERB' && isFiniteVerb(next) && next.morph.Mood !== 'Imp' ? next : verb
}

/**
 * The main verb, read once more where it may belong to a clause joined with `eller` or `och`: in `frånvaro som beror på
 * sjukdom eller att eleven missar bussen leder till …` it is the next finite verb with nothing that asks for it.
 */
function ownVerb(sentence: Sentence): Word | undefined {
  const verb = lastInRow(mainVerb(sentence))
  if (verb === undefined) return undefined
  const clauses = scanClauses(sentence)
  const offset = sentence.words[0]!.index
  const at = verb.index - offset
  const isAfterClause = clauses.some(({ type, from }) => type !== 'main' && from < at)
  const joins = sentence.words.slice(Math.max(0, at - 5), at).some(({ upos }) => upos === 'CCONJ')
  if (!isAfterClause || !joins) return verb
  for (let index = at + 1; index < sentence.words.length; index++) {
    const word = sentence.words[index]!
    if (
      word.upos === 'CCONJ' ||
      word.form === ',' ||
      clauses.some(({ type, from }) => type !== 'main' && from === index)
    )
      return verb
    if (isFiniteVerb(word) && word.previous!.upos !== 'PART') return word
  }
  return verb
}

/**
 * True where the verb may go with a clause before it: after that clause's opener stands a comma or a conjunction, and later
 * comes another finite verb that nothing asks for, or such a verb comes with nothing between. `En förening som hyr en lokal, eller delar den, söker …`.
 */
function mayBeClauseVerb(verb: Word): boolean {
  const { words } = verb.sentence
  const at = verb.index - words[0]!.index
  const clauses = scanClauses(verb.sentence)
  const last = clauses.findLast(({ type, from }) => type !== 'main' && from < at)
  if (last === undefined) return false
  const asked = new Set(clauses.filter(({ type }) => type !== 'main').map(({ verb: own }) => own))
  const later = words.findIndex((word, index) => index > at && isFiniteVerb(word) && !asked.has(word))
  if (later < 0) return false
  const joins = ({ upos, form }: Word) => upos === 'CCONJ' || form === ','
  // With nothing between the two, the first ends a clause: `… samma vecka som barnet ska börja blir …`.
  return words.slice(last.from + 1, at).some(joins) || !words.slice(at + 1, later).some(({ upos }) => stops.has(upos))
}

const stops: ReadonlySet<Word['upos']> = new Set<Word['upos']>(['CCONJ', 'PUNCT', 'SCONJ'])

/** How many words stand between dashes: a reader takes them as said in passing. */
function aside(before: string): number {
  const between = / [–-] ([^–]+) [–-] /.exec(before)?.[1]
  return between === undefined ? 0 : between.split(' ').length
}

/** Clauses whose openers the tagger may read word by word, and the same in the infinitive: `Efter att ha bidragit …`. */
const openingClause = /^(?:även om|efter att|utan att|förutom att)(?!\p{L})/iu
/** A clause that something else leads in: `Men om du …`. */
const joinedClause = /^(?:men|och|för) (?:om|när|eftersom|även om)(?!\p{L})/iu
/** A label before a dash, a bracket that holds more than one sentence, words in capitals or with page numbers in a row. */
const noSentence = /^\(|^\S+(?: \S+)? [-–] |(?:\p{Lu}{4,}[^\p{L}]+(?:\p{Ll}+ )*){3}|\.{3}|(?:\d+ \p{Lu}\p{L}* ){2}/u

/** True for short items in a row before the verb: `Rubriker, tabeller, bildtexter, länkar och kod räknas inte`. */
function isEnumeration(before: string, mayBeLong: number): boolean {
  const items = before.split(/,|\boch\b|\beller\b|\bsamt\b/).map((item) => item.trim().split(/\s+/).length)
  return (
    items.length >= (before.includes(',') ? 3 : 4) && items.filter((length) => length > longestItem).length <= mayBeLong
  )
}

/** True for a sentence that begins like the one before or after it: `För barn som …. För barn i …`. */
function isParallel(sentence: Sentence, { sentences }: TextBlock): boolean {
  const at = sentences.indexOf(sentence)
  const own = opening(sentence)
  return own === opening(sentences[at - 1]) || own === opening(sentences[at + 1])
}

/** The first word of a sentence, or two where the first tells little: `för barn`. */
function opening(sentence: Sentence | undefined): string | undefined {
  const first = sentence && firstWord(sentence)
  return first && (first.lower.length > short ? first.lower : `${first.lower} ${first.next?.lower}`)
}

const short = 4
