/** The four nominative forms of a noun, alternatives parted by `/`; undefined where the noun has no such form. */
export interface NounForms {
  readonly singInd: string | undefined
  readonly singDef: string | undefined
  readonly plurInd: string | undefined
  readonly plurDef: string | undefined
}

/**
 * Paradigm codes of `lexicon/nouns.tsv`: the gender's article, then the plural ending.
 * `en`, `ett`: no plural. `pl`: plural only. `0`: plural as the singular.
 */
export const nounParadigms = [
  'en-or',
  'en-ar',
  'en-er',
  'en-r',
  'en-0',
  'en-s',
  'en',
  'ett-n',
  'ett-0',
  'ett-er',
  'ett-r',
  'ett-s',
  'ett',
  'pl',
] as const

export type NounParadigm = (typeof nounParadigms)[number]

/**
 * How a lemma departs from its paradigm's spelling rules.
 * `double`: a final m or n is doubled before an ending (`rum`, `rummet`).
 * `stressed`: a final -el, -er, -en or -or carries the stress and keeps its vowel (`kvarter`, `kvarteret`).
 */
export interface NounSpelling {
  readonly double: boolean
  readonly stressed: boolean
}

/** Forms that the paradigm does not give. An empty string says that there is no such form. */
export interface NounOverrides {
  readonly singDef?: string | undefined
  readonly plurInd?: string | undefined
  readonly plurDef?: string | undefined
}

const vowels = 'aeiouyåäöé'
const plain: NounSpelling = { double: false, stressed: false }

export function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && vowels.includes(letter)
}

/** Number of vowel groups, which is the number of syllables but for a few loanwords. */
export function syllables(word: string): number {
  let count = 0
  for (let i = 0; i < word.length; i++) if (isVowel(word[i]) && !isVowel(word[i - 1])) count++
  return count
}

/** `nyckel` → `nyckl`, `nummer` → `numr`, `öken` → `ökn`: the vowel of an unstressed final syllable falls away. */
function contracted(word: string): string {
  const stem = word.slice(0, -2)
  const last = stem.at(-1)
  const simplified = (last === 'm' || last === 'n') && stem.at(-2) === last ? stem.slice(0, -1) : stem
  return simplified + word.at(-1)
}

function contracts(word: string, spelling: NounSpelling): boolean {
  if (spelling.stressed || word.length < 4) return false
  const ending = word.slice(-2)
  if (ending !== 'el' && ending !== 'er' && ending !== 'en') return false
  return syllables(word) > 1 && !isVowel(word.at(-3))
}

/** `-en`, `-n`: definite singular of an en-word. */
function commonDefinite(lemma: string, spelling: NounSpelling): string {
  if (spelling.double) return `${lemma}${lemma.at(-1)}en`
  if (isVowel(lemma.at(-1))) return `${lemma}n`
  if (lemma.endsWith('en') && contracts(lemma, spelling)) return `${contracted(lemma)}en`
  const unstressed = !spelling.stressed && syllables(lemma) > 1 && /(?:el|er|or)$/.test(lemma)
  return unstressed ? `${lemma}n` : `${lemma}en`
}

/** `-et`, `-t`: definite singular of an ett-word. */
function neuterDefinite(lemma: string, spelling: NounSpelling): string {
  if (spelling.double) return `${lemma}${lemma.at(-1)}et`
  if (lemma.endsWith('eum') || lemma.endsWith('ium')) return `${lemma.slice(0, -2)}et`
  const last = lemma.at(-1)
  if (isVowel(last)) {
    if (last === 'i' || last === 'é' || syllables(lemma) === 1) return `${lemma}et`
    return `${lemma}t`
  }
  return contracts(lemma, spelling) ? `${contracted(lemma)}et` : `${lemma}et`
}

function stemBefore(lemma: string, spelling: NounSpelling, dropped: string): string {
  if (spelling.double) return lemma + lemma.at(-1)
  if (dropped.includes(lemma.at(-1)!)) return lemma.slice(0, -1)
  if (contracts(lemma, spelling)) return contracted(lemma)
  return lemma
}

function plural(lemma: string, paradigm: NounParadigm, spelling: NounSpelling): string | undefined {
  switch (paradigm) {
    case 'en-or':
      return `${stemBefore(lemma, spelling, 'a')}or`
    case 'en-ar':
      return `${stemBefore(lemma, spelling, 'ea')}ar`
    case 'en-er':
    case 'ett-er': {
      if (lemma.endsWith('eum') || lemma.endsWith('ium')) return `${lemma.slice(0, -2)}er`
      return `${stemBefore(lemma, spelling, 'ea')}er`
    }
    case 'en-r':
    case 'ett-r':
      return `${lemma}r`
    case 'ett-n':
      return `${lemma}n`
    case 'en-s':
    case 'ett-s':
      return `${lemma}s`
    case 'en-0':
    case 'ett-0':
    case 'pl':
      return lemma
    default:
      return undefined
  }
}

/** The definite plural that goes with an indefinite plural. */
function definitePlural(lemma: string, plur: string, paradigm: NounParadigm, spelling: NounSpelling): string {
  if (paradigm === 'en-s' || paradigm === 'ett-s') return `${plur}en`
  if (paradigm === 'pl') return plur.endsWith('r') ? `${plur}na` : plur.endsWith('a') ? '' : `${plur}en`
  if (plur !== lemma) return plur.endsWith('n') ? `${plur}a` : `${plur}na`
  if (paradigm === 'en-0') {
    if (lemma.endsWith('are')) return `${lemma.slice(0, -1)}na`
    if (lemma.endsWith('er')) return `${lemma}na`
    if (isVowel(lemma.at(-1))) return `${lemma}na`
    return `${spelling.double ? lemma + lemma.at(-1) : lemma}en`
  }
  return `${stemBefore(lemma, spelling, '')}en`
}

/**
 * The four nominative forms of `lemma` by paradigm. Pure spelling: nothing is looked up.
 * For `pl` the lemma is itself the indefinite plural.
 */
export function nounForms(
  lemma: string,
  paradigm: NounParadigm,
  spelling: NounSpelling = plain,
  overrides: NounOverrides = {},
): NounForms {
  const pluralOnly = paradigm === 'pl'
  const common = paradigm.startsWith('en')
  const singDef =
    overrides.singDef ?? (pluralOnly ? '' : common ? commonDefinite(lemma, spelling) : neuterDefinite(lemma, spelling))
  const plurInd = overrides.plurInd ?? plural(lemma, paradigm, spelling) ?? ''
  const plurDef = overrides.plurDef ?? (plurInd === '' ? '' : definitePlural(lemma, plurInd, paradigm, spelling))
  return {
    singInd: pluralOnly ? undefined : lemma,
    singDef: singDef || undefined,
    plurInd: plurInd || undefined,
    plurDef: plurDef || undefined,
  }
}
