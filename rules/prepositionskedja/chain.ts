import type { Word } from 'retext-swedish'
import { isFiniteVerb } from '../src/verbs.ts'

const linking = new Set([
  'av',
  'för',
  'i',
  'inom',
  'med',
  'om',
  'på',
  'till',
  'vid',
  'från',
  'mot',
  'över',
  'kring',
  'mellan',
  'genom',
  'hos',
  'angående',
  'enligt',
])
const attributes = new Set(['DET', 'ADJ', 'NUM'])
const times =
  /(?:^|\b)(?:dag|dagen|dygn|vecka|veckan|månad|månaden|månader|år|året|åren|tid|tiden|timme|timmar|minuter|klockan|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|kronor|procent)$/

/** Phrases that do the work of one preposition. */
const fixed = new Set([
  'på grund av',
  'i anslutning till',
  'i samband med',
  'till följd av',
  'i stället för',
  'i enlighet med',
  'i form av',
  'i syfte att',
  'i fråga om',
  'med hjälp av',
  'med stöd av',
  'i jämförelse med',
  'i förhållande till',
  'med avseende på',
  'med hänsyn till',
  'i mån av',
  'med anledning av',
  'med utgångspunkt i',
  'i närheten av',
  'med sikte på',
  'till förmån för',
  'med undantag för',
  'i relation till',
  'i utbyte mot',
  'för kännedom om',
  'med omnejd på',
  'i hand med',
])

const law = /^(?:lag|förordning|föreskrift|kungörelse|direktiv)$/

/**
 * The heads that hang on the noun at `from` one after another: `avslag`, `ansökan`, `bidrag` in `beslutet om avslag på
 * ansökan om bidrag`, as indexes. Names, times and figures end the chain: they tell where and when, and are easy to read.
 */
export function chainFrom(words: readonly Word[], from: number): number[] {
  const heads: number[] = []
  let at = from + 1
  while (at < words.length && words[at]!.upos === 'ADP' && linking.has(words[at]!.lower)) {
    const head = headAfter(words, at + 1)
    if (head === undefined) break
    // ”lagen om stöd och service”: the name of a law is one thing, and ends the chain.
    if (law.test(words[head]!.lemma) && words[head + 1]?.lower === 'om') break
    // ”om vårdnadshavare saknar”: a clause, not a phrase.
    if (words[at]!.lower === 'om' && isFiniteVerb(words[head + 1]) && heads.length > 0) break
    heads.push(head)
    at = head + 1
  }
  return heads
}

function headAfter(words: readonly Word[], from: number): number | undefined {
  for (let at = from; at < words.length && at < from + 5; at++) {
    const { upos, morph, lower } = words[at]!
    if (upos === 'NOUN' && (morph.Case === 'Gen' || isFirstOfCompound(words, at))) continue
    if (upos === 'NOUN') return times.test(lower) || isFixed(words, at) || isNamed(words, at) ? undefined : at
    if (upos === 'NUM') return undefined
    if (upos === 'CCONJ' && words[at - 1]!.form.endsWith('-')) continue
    // ”för äldre”: an adjective that stands for people.
    if (upos === 'ADJ' && /^(?:ADP|PUNCT|VERB|AUX)$/.test(words[at + 1]?.upos ?? 'PUNCT')) return at
    if (!attributes.has(upos) && morph.Poss !== 'Yes' && morph.Case !== 'Gen') return undefined
  }
  return undefined
}

/** True for `barn-` in `barn- och ungdomsarbete`. */
function isFirstOfCompound(words: readonly Word[], at: number): boolean {
  return words[at]!.form.endsWith('-') && words[at + 1]?.upos === 'CCONJ'
}

function isFixed(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  return next !== undefined && fixed.has(`${words[at - 1]!.lower} ${words[at]!.lower} ${next.lower}`)
}

/** True for a place with a name: `i Tanums kommun`. */
function isNamed(words: readonly Word[], at: number): boolean {
  return /^\p{Lu}/u.test(words[at]!.form) || /^\p{Lu}/u.test(words[at - 1]!.form)
}

const abstract =
  /(?:ning|ande|ende|else|het|tion|sion|skap|arbete|kontroll|kvalitet|service|ansökan|anmälan|begäran|insats|tillsyn|översyn|beslut|avslag|förslag|bidrag|stöd|underhåll|skötsel|ansvar|rätt|regel|riktlinje|plan|åtgärd|uppgift|uppdrag|underlag|behov|krav)$/

/** True where at least two of the nouns tell of doings, which could be verbs. */
export function hidesDoings(words: readonly Word[], heads: readonly number[]): boolean {
  return heads.filter((at) => abstract.test(words[at]!.lemma)).length >= 2
}
