import { CUES, FUNCTION_WORDS } from './language/function-words.ts'
import { languageOfScript } from './language/scripts.ts'
import type { Tokens } from './tokens.ts'
import { KindCode, type TypeTable } from './type-table.ts'

const LANGUAGES = FUNCTION_WORDS.map(([language]) => language)
const SWEDISH = 1
/** Marks a type that has been looked up in the lists. */
const KNOWN = 1 << 30
/** Marks a type whose letters and endings have been looked at as well. */
const CUED = 1 << 29
/** Marks a type that is written with other letters than the Latin. */
const OTHER_SCRIPT = 1 << 28
/** Marks a word of the lists: letters and endings alone prove no language. */
const LISTED = 1 << 27
const LANGUAGE_BITS = (1 << LANGUAGES.length) - 1

const bitOf = (language: string) => 1 << LANGUAGES.indexOf(language)

const WORD_LANGUAGES = new Map<string, number>()
for (const [language, words] of FUNCTION_WORDS) {
  for (const word of words.trim().split(/\s+/)) {
    WORD_LANGUAGES.set(word, (WORD_LANGUAGES.get(word) ?? 0) | bitOf(language))
  }
}

const CUE_BITS = CUES.map(([languages, pattern]) => ({
  bits: languages.split(' ').reduce((bits, language) => bits | bitOf(language), 0),
  pattern,
}))

/** Longest word that is looked at: longer ones tell nothing. */
const MAX_LENGTH = 40

/** The bits of a word that is in no list: the languages that its letters and endings tell. */
function cuesOf(lower: string): number {
  if (lower.length > MAX_LENGTH) return 0
  if (/[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\p{Cf}]/u.test(lower)) return OTHER_SCRIPT
  let bits = 0
  if (lower.length > 2) for (const cue of CUE_BITS) if (cue.pattern.test(lower)) bits |= cue.bits
  return bits
}

const caches = new WeakMap<TypeTable, Int32Array>()

/** What is known of the languages of each type, with room for all types of the table. */
function cacheFor(types: TypeTable): Int32Array {
  let cache = caches.get(types)
  if (cache === undefined || cache.length < types.count) {
    const larger = new Int32Array(types.count * 2 + 1024)
    if (cache !== undefined) larger.set(cache)
    cache = larger
    caches.set(types, cache)
  }
  return cache
}

interface Evidence {
  /** Words with letters. */
  words: number
  otherScript: number
  /** Words that Swedish has, by the lists. */
  swedish: number
  /** By language: words that both it and Swedish have. */
  shared: Int32Array
  /** By language: words that it has and Swedish has not, by the lists or by their looks. */
  foreign: Int32Array
  /** The same, by the lists alone. */
  listed: Int32Array
}

/** Of the text in hand, used again for each. */
const evidence: Evidence = {
  words: 0,
  otherScript: 0,
  swedish: 0,
  shared: new Int32Array(LANGUAGES.length),
  foreign: new Int32Array(LANGUAGES.length),
  listed: new Int32Array(LANGUAGES.length),
}

function evidenceOf(tokens: Tokens, withCues: boolean): Evidence {
  const cache = cacheFor(tokens.types)
  evidence.words = 0
  evidence.otherScript = 0
  evidence.swedish = 0
  evidence.shared.fill(0)
  evidence.foreign.fill(0)
  evidence.listed.fill(0)
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== KindCode.word) continue
    evidence.words++
    const type = tokens.type[token]!
    let bits = cache[type]!
    if (bits === 0) {
      const listed = WORD_LANGUAGES.get(tokens.types.lower(type))
      bits = listed === undefined ? KNOWN : listed | KNOWN | LISTED | CUED
      cache[type] = bits
    }
    if (withCues && (bits & CUED) === 0) {
      bits |= CUED | cuesOf(tokens.types.lower(type))
      cache[type] = bits
    }
    if (bits & OTHER_SCRIPT) evidence.otherScript++
    else if (bits & LISTED || (withCues && bits & LANGUAGE_BITS)) addHits(bits)
  }
  return evidence
}

function addHits(bits: number): void {
  const isSwedish = (bits & SWEDISH) !== 0
  if (isSwedish) evidence.swedish++
  const counts = isSwedish ? evidence.shared : evidence.foreign
  let rest = bits & LANGUAGE_BITS & ~SWEDISH
  while (rest !== 0) {
    const language = 31 - Math.clz32(rest)
    counts[language]!++
    if (!isSwedish && bits & LISTED) evidence.listed[language]!++
    rest &= ~(1 << language)
  }
}

/**
 * The language a text is in, as BCP 47: Swedish unless the text plainly shows another one, `und` where it
 * has too few words to tell. Names, abbreviations, loan words and quoted titles make no Swedish text foreign.
 */
export function languageOf(tokens: Tokens): string {
  const byLists = evidenceOf(tokens, false)
  if (byLists.words === 0) return 'und'
  if (isPlainlySwedish(byLists)) return 'sv'
  const evidence = evidenceOf(tokens, true)
  const { words, swedish, shared, foreign } = evidence
  if (evidence.otherScript * 2 > words) return languageOfScript(tokens.text.slice(0, 2000))
  let best = 1
  for (let i = 2; i < LANGUAGES.length; i++) {
    if (2 * foreign[i]! + shared[i]! > 2 * foreign[best]! + shared[best]!) best = i
  }
  if (isPlain(evidence, best)) return LANGUAGES[best]!
  return swedish > 0 || words > 2 ? 'sv' : 'und'
}

/** Whether the lists alone leave no doubt: most texts are done with that. */
function isPlainlySwedish({ words, swedish, shared, foreign }: Evidence): boolean {
  if (swedish < 2 || swedish * 6 < words) return false
  return foreign.every((own, language) => own === 0 || (own + shared[language]!) * 2 < swedish)
}

/** Whether the evidence for a foreign language outweighs that for Swedish, with a margin. */
function isPlain({ words, swedish, shared, foreign, listed }: Evidence, language: number): boolean {
  const own = foreign[language]!
  const common = shared[language]!
  const onlySwedish = swedish - common
  if (listed[language] === 0) return false
  if (words < 8) return own >= 2 && onlySwedish === 0 && own * 4 >= words
  return own >= 2 + onlySwedish && (own + common) * 4 >= words && own * 10 >= words
}
