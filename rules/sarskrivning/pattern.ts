import type { TextBlock } from '@klarsprak/engine'
import { analyseNounForm, nounInfo, splitCompound, type Word } from 'retext-swedish'
import { isNoProse } from '../src/correct.ts'

/** Beginnings of compounds that are no words of their own. */
const beginnings = new Set(
  `arbets skol sop gymnasie familje vikarie ferie medborgar skatte kyrko läkar lärar ledar invånar användar förskole
  hälso`.split(/\s+/),
)
/** Abstract nouns whose bare genitive can hardly stand without an article: `verksamhets plan`. */
const abstract = /(?:ings|hets|ions|skaps|tets|doms)$/
/** What a noun in an adverbial may meet: `varje gång vägen …`, `i höst lovar …`, `för säkerhets skull`. */
const loose = new Set(
  `gång dag år vecka månad kväll natt morgon sommar höst vår vinter timme minut kilo meter procent antal mängd par del
  rad typ slag sätt fall exempel sort grupp kopp glas art form tack skull lördag söndag måndag tisdag onsdag torsdag
  fredag klass nummer sida linje nivå steg zon avsnitt kapitel punkt rum plan ring sätt rätt möjlighet dygn`.split(
    /\s+/,
  ),
)

/** True where nothing but one space parts two small-letter words, and no link or code begins or ends between them. */
export function isAdjacent(block: TextBlock, first: Word, second: Word): boolean {
  if (second.start !== first.end + 1 || first.kind !== 'word' || second.kind !== 'word') return false
  if (block.text.charCodeAt(first.end) !== 32) return false
  if (!isSmall(second.form) || second.form.includes('-')) return false
  if (block.marks.length > 0 && isParted(block, first, second)) return false
  return !isNoProse(block, first) && !isNoProse(block, second)
}

function isSmall(form: string): boolean {
  return form === form.toLowerCase()
}

function isParted({ marks }: TextBlock, first: Word, second: Word): boolean {
  return marks.some(
    ({ start, end }) => (start > first.start && start <= second.start) || (end >= first.end && end < second.end),
  )
}

/** True where two words that no table lists are most likely one compound. */
export function patternPair(first: Word, second: Word): boolean {
  if (second.upos !== 'NOUN' || second.morph.Case === 'Gen' || loose.has(second.lower) || !isStart(first)) return false
  const begins = beginnings.has(first.lower)
  const links = !begins && first.lower.length > 6 && abstract.test(first.lower)
  // Readings are dear, and most pairs fall before them.
  if (!begins && (hasDescription(first) || !(links || isIndefinite(first)))) return false
  const known = analyseNounForm(first.lower + second.lower)[0]
  if (known === undefined || (known.source !== 'lexicon' && known.source !== 'compound')) return false
  if (begins) return true
  return links ? isNounWithLink(first, second) : known.source === 'lexicon' && isBareNoun(first)
}

/** A small letter, or the capital that begins a sentence. */
function isStart({ form, previous }: Word): boolean {
  return isSmall(form) || previous === undefined || previous.upos === 'PUNCT'
}

/** A noun with the -s of a compound, not the genitive of a person: `i släktings hushåll`. */
function isNounWithLink(first: Word, second: Word): boolean {
  if (nounInfo(first.lower.slice(0, -1))?.type === 'person') return false
  const split = splitCompound(first.lower + second.lower)
  return second.lower !== 'skull' && split !== undefined && split.confidence > 0.6
}

function isIndefinite({ upos, lower, morph }: Word): boolean {
  if (upos !== 'NOUN' || loose.has(lower)) return false
  return morph.Case !== 'Gen' && morph.Definite !== 'Def' && morph.Number !== 'Plur'
}

/** A noun of its own that is neither a person nor an organ, which may be given something. */
function isBareNoun(first: Word): boolean {
  const info = nounInfo(first.lower)
  return info?.source === 'lexicon' && info.type === undefined
}

const describing = new Set(['DET', 'ADJ', 'PRON', 'NUM', 'CCONJ'])
const distributive = new Set(['respektive', 'varje', 'vardera', 'eventuell', 'annans', 'resp'])

/**
 * True where a word before makes the first a noun of its own: `varje verksamhets behov`, `en förenings bidrag`,
 * `elevers utbildnings kvalitet`.
 */
export function hasDescription({ previous }: Word): boolean {
  if (previous === undefined) return false
  return (
    describing.has(previous.upos) ||
    distributive.has(previous.lower) ||
    previous.morph.Case === 'Gen' ||
    previous.morph.Poss !== undefined
  )
}
