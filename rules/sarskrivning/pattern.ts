import type { TextBlock } from '@klarsprak/engine'
import { analyseNounForm, analyseVerbForm, nounInfo, splitCompound, type Word } from 'retext-swedish'
import { isNoProse } from '../src/correct.ts'
import { hasCapital } from '../src/words.ts'

/** Beginnings of compounds that are no words of their own. */
const beginnings = new Set(
  `arbets skol sop gymnasie familje vikarie ferie medborgar skatte kyrko läkar lärar ledar invånar användar förskole
  hälso`.split(/\s+/),
)
/** What a noun in an adverbial may meet: `varje gång vägen …`, `i höst lovar …`, `för säkerhets skull`. */
const loose = new Set(
  `gång dag år vecka månad kväll natt morgon sommar höst vår vinter timme minut kilo meter procent antal mängd par del
  rad typ slag sätt fall exempel sort grupp kopp glas art form tack skull lördag söndag måndag tisdag onsdag torsdag
  fredag klass nummer sida linje nivå steg zon avsnitt kapitel punkt rum plan ring rätt möjlighet dygn fråga väg
  bord hus plats tid`.split(/\s+/),
)

/** True where nothing but one space parts two words, the second in small letters, and no link or code ends between. */
export function isAdjacent(block: TextBlock, first: Word, second: Word): boolean {
  if (second.start !== first.end + 1 || first.kind !== 'word' || second.kind !== 'word') return false
  if (block.text.charCodeAt(first.end) !== 32) return false
  if (!isSmall(second.form) || second.form.includes('-')) return false
  if (block.marks.length > 0 && isParted(block, first, second)) return false
  return !isNoProse(block, first) && !isNoProse(block, second)
}

function isSmall(form: string): boolean {
  return !hasCapital(form) && form === form.toLowerCase()
}

function isParted({ marks }: TextBlock, first: Word, second: Word): boolean {
  return marks.some(
    ({ start, end }) => (start > first.start && start <= second.start) || (end >= first.end && end < second.end),
  )
}

/** True where two words that no table lists are most likely one compound. */
export function patternPair(first: Word, second: Word): boolean {
  if (second.upos !== 'NOUN' || second.morph.Case === 'Gen' || !isStart(first) || isAllThrough(second)) return false
  const begins = beginnings.has(first.lower)
  // Most pairs fall at the first word; readings of both together, and of what is no word, are dear.
  const owns = !begins && isGenitive(first)
  if (!begins && !owns && !isBareNoun(first)) return false
  const agrees = !begins && agreesWithSecond(first, second)
  if (!begins && !agrees && (loose.has(second.lower) || hasDescription(first))) return false
  const known = analyseNounForm(first.lower + second.lower)[0]
  if (known === undefined || (known.source !== 'lexicon' && known.source !== 'compound')) return false
  if (begins) return true
  if (owns) return (known.source === 'lexicon' || isLikely(first, second)) && !isLiving(first) && !isInRow(second)
  if (known.source !== 'lexicon') return isFramed(first, second) && isLikely(first, second)
  return agrees || !isLiving(first) || isFramed(first, second)
}

/** `hjälp dygnet runt`, `öppet året om`: a time and the word that says all through it. */
function isAllThrough({ lower, next }: Word): boolean {
  if (next === undefined || !/^(?:runt|om|lång|igenom)$/.test(next.lower)) return false
  return /^(?:dygnet|året|veckan|dagen|natten|kvällen|sommaren|vintern)$/.test(lower)
}

/** A small letter, or the capital that begins a sentence. */
function isStart({ form, previous }: Word): boolean {
  return isSmall(form) || previous === undefined || previous.upos === 'PUNCT'
}

/** An indefinite genitive, which can hardly stand without an article: `bistånds handläggare`, but not `skadas människor`. */
function isGenitive({ lower, upos }: Word): boolean {
  if (!lower.endsWith('s') || lower.endsWith('tals') || lower.length < 6 || upos === 'ADJ') return false
  if (upos === 'VERB' && analyseVerbForm(lower).some(({ source }) => source === 'lexicon')) return false
  const readings = analyseNounForm(lower)
  return (
    readings.some(({ number }) => number === 'Sing') &&
    readings.every(({ case: form, definite, source }) => form === 'Gen' && definite === 'Ind' && source === 'lexicon')
  )
}

/** `fordons bredd, längd eller vikt`: what is owned is more than one thing. */
function isInRow({ next }: Word): boolean {
  return /^(?:och|eller|samt|,)$/.test(next?.form ?? '') && next?.next?.upos === 'NOUN'
}

function isLikely(first: Word, second: Word): boolean {
  const split = splitCompound(first.lower + second.lower)
  return split !== undefined && split.confidence > 0.75
}

/** A person or an organ, which owns things and may be given them: `lärares sjukdom`, `ge barn mat`. */
function isLiving({ lower }: Word): boolean {
  return stemsOf(lower).some((lemma) => nounInfo(lemma)?.type !== undefined)
}

function stemsOf(lower: string): string[] {
  return analyseNounForm(lower).flatMap(({ lemma, head }) => [lemma, head])
}

/** An indefinite noun that is no measure and no genitive. */
function isBareNoun({ lower, upos, morph }: Word): boolean {
  if (upos !== 'NOUN' || loose.has(lower)) return false
  if (morph.Case === 'Gen' || morph.Definite === 'Def' || morph.Number === 'Plur') return false
  return nounInfo(lower)?.source === 'lexicon'
}

/** `av kommun styrelsen`: a lone noun between a preposition and a definite one can be no object. */
function isFramed({ previous }: Word, second: Word): boolean {
  return second.morph.Definite === 'Def' && (previous === undefined || previous.upos === 'ADP')
}

const agreeing: ReadonlySet<Word['upos']> = new Set<Word['upos']>(['DET', 'ADJ', 'PRON'])

/** `ett budget år`, `ditt parkerings tillstånd`: the word before agrees with the second noun but not with the first. */
function agreesWithSecond({ lower, previous }: Word, second: Word): boolean {
  if (previous === undefined || !agreeing.has(previous.upos)) return false
  const { Gender: wanted, Number: number } = previous.morph
  if (number !== 'Sing' || (wanted !== 'Com' && wanted !== 'Neut')) return false
  const one = analyseNounForm(lower)
  if (one.length === 0 || one.some(({ gender }) => gender === wanted)) return false
  return analyseNounForm(second.lower).some(({ gender }) => gender === wanted)
}

const describing = new Set(['DET', 'ADJ', 'PRON', 'NUM', 'CCONJ'])
const distributive = new Set(['respektive', 'varje', 'vardera', 'eventuell', 'annans', 'resp'])

/**
 * True where a word before makes the first a noun of its own: `varje verksamhets behov`, `en förenings bidrag`,
 * `elevers utbildnings kvalitet`.
 */
export function hasDescription({ previous }: Word): boolean {
  if (previous === undefined) return false
  if (distributive.has(previous.lower) || describing.has(previous.upos)) return true
  return previous.morph.Case === 'Gen' || previous.morph.Poss !== undefined
}
