import { adjectiveLexicon } from '../inflection/adjectives-lexicon.ts'
import { nounLexicon } from '../inflection/nouns-lexicon.ts'
import { verbLexicon } from '../inflection/verbs.ts'
import { loadLexicon } from '../model/load.ts'

/** Section of the lexicon file with the combining forms and prefixes of `lexicon/compound-parts.tsv`. */
export const partSection = 'compound-parts'

/** What joins a first part to the next: nothing, or letters that belong to neither. */
export type CompoundLink = '' | 's' | 'e' | 'o' | 'u' | 'a'

/** A word, or a form of one, that can begin a compound. */
export interface CompoundStart {
  /** As it stands, without the link. */
  readonly text: string
  readonly lemma: string | undefined
  readonly link: CompoundLink
  readonly kind: 'noun' | 'adjective' | 'verb' | 'form' | 'prefix' | 'derived'
  /** How unlikely it is as a first part: 0 and up. */
  readonly cost: number
}

interface Part {
  readonly lemma: string | undefined
  readonly prefix: boolean
}

let parts: ReadonlyMap<string, Part> | undefined

function compoundParts(): ReadonlyMap<string, Part> {
  parts ??= readParts(new TextDecoder().decode(loadLexicon().section(partSection)))
  return parts
}

function readParts(data: string): Map<string, Part> {
  const map = new Map<string, Part>()
  for (const line of data.split('\n')) {
    const [part, lemma, kind] = line.split('\t')
    if (part !== undefined && kind !== undefined)
      map.set(part, { lemma: lemma === '_' ? undefined : lemma, prefix: kind === 'prefix' })
  }
  return map
}

const cache = new Map<string, CompoundStart | null>()
const cacheLimit = 20_000

export function forgetCompoundStarts(): void {
  cache.clear()
}

/**
 * Reads `text` as the first part of a compound, link included: `skol`, `arbets`, `kyrko`, `läkar`. Undefined where
 * it is no such part. Where several readings are possible the likeliest is given.
 *
 * @param text lower case, without what follows
 */
export function compoundStart(text: string): CompoundStart | undefined {
  const known = cache.get(text)
  if (known !== undefined) return known ?? undefined
  if (cache.size >= cacheLimit) cache.clear()
  const found = readStart(text)
  cache.set(text, found ?? null)
  return found
}

function readStart(text: string): CompoundStart | undefined {
  const noun = cheapest(nounReadings(text))
  // Adjectives and verbs cost more than that.
  if (noun !== undefined && (noun.kind === 'prefix' || noun.cost <= 0.5 + shortness(text))) return noun
  return cheapest(otherReadings(text), noun)
}

function cheapest(readings: Iterable<CompoundStart>, known?: CompoundStart): CompoundStart | undefined {
  let best = known
  for (const reading of readings) if (best === undefined || reading.cost < best.cost) best = reading
  return best
}

/** Readings as a noun, a combining form or a prefix. */
function* nounReadings(text: string): Generator<CompoundStart> {
  const part = compoundParts().get(text)
  if (part !== undefined) {
    // A word that is a prefix is nothing else: `före` in `föremål` is not the noun.
    if (part.prefix) return yield { text, lemma: undefined, link: '', kind: 'prefix', cost: 0.8 + shortness(text) }
    yield formOfPart(text, part.lemma!)
  }
  if (text.length < 3) return
  const short = shortness(text)
  const whole = nounTier(text)
  if (whole !== undefined) {
    const unreduced = text.length > 4 && text.endsWith('a') ? 0.6 : 0
    const unlinked = text.length > 5 && takesS.test(text) ? 1 : 0
    yield { text, lemma: text, link: '', kind: 'noun', cost: 0.2 + short + rarity(whole) + unreduced + unlinked }
  }
  for (const vowel of ['a', 'e']) {
    const tier = nounTier(text + vowel)
    if (tier !== undefined)
      yield { text, lemma: text + vowel, link: '', kind: 'noun', cost: 0.3 + short + rarity(tier) }
  }
  if (text.endsWith('s')) yield* linkedByS(text, text.slice(0, -1))
  if (/[eou]$/.test(text) && text.length > 3) {
    const stem = text.slice(0, -1)
    const tier = nounTier(`${stem}a`)
    if (tier !== undefined)
      yield {
        text: stem,
        lemma: `${stem}a`,
        link: text.at(-1) as CompoundLink,
        kind: 'noun',
        cost: 0.8 + short + rarity(tier),
      }
  }
}

function* otherReadings(text: string): Generator<CompoundStart> {
  if (text.length < 3) return
  const short = shortness(text)
  const adjective = adjectiveLexicon().byLemma(text)
  if (adjective !== undefined)
    yield {
      text,
      lemma: text,
      link: '',
      kind: 'adjective',
      cost: 0.5 + short + rarity(Number(adjective.group.properties[0])),
    }
  if (
    verbLexicon()
      .lookup(`${text}a`)
      .some((match) => match.cell === 0)
  )
    yield { text, lemma: `${text}a`, link: '', kind: 'verb', cost: 0.7 + short }
}

function* linkedByS(text: string, stem: string): Generator<CompoundStart> {
  if (stem.length < 2 || /(?:s|st|x|z)$/.test(stem)) return
  const short = shortness(stem)
  const tier = nounTier(stem)
  if (tier !== undefined)
    yield {
      text: stem,
      lemma: stem,
      link: 's',
      kind: 'noun',
      cost: (takesS.test(stem) ? 0.1 : 0.3) + short + rarity(tier),
    }
  const reduced = nounTier(`${stem}e`)
  if (reduced !== undefined)
    yield { text: stem, lemma: `${stem}e`, link: 's', kind: 'noun', cost: 0.2 + short + rarity(reduced) }
  if (tier === undefined && text.length > 6) {
    const suffix = derivedEnding(stem)
    if (suffix !== undefined) yield { text: stem, lemma: stem, link: 's', kind: 'derived', cost: 1.2 + suffix }
  }
}

/** Endings of nouns that are joined with -s. */
const takesS = /(?:ing|het|tion|sion|itet|skap|dom|ling|nad|an)$/

/** Cost of a word that is in no table but ends as a noun does that takes -s (`-ning`, `-het`, `-tion`). */
function derivedEnding(stem: string): number | undefined {
  return /(?:[aeiouyåäö].*)(?:ning|het|tion|sion|itet|skap|dom|ling)$/.test(stem) ? 0.6 : undefined
}

/** A combining form: its last letter is a link where it is added to the lemma, or stands for the lemma's -a. */
function formOfPart(text: string, lemma: string): CompoundStart {
  const last = text.at(-1)!
  const linked = text === lemma + last || (/[eou]/.test(last) && lemma === `${text.slice(0, -1)}a`)
  return {
    text: linked ? text.slice(0, -1) : text,
    lemma,
    link: linked ? (last as CompoundLink) : '',
    kind: 'form',
    cost: 0.3,
  }
}

/** Tier of the noun with this lemma. */
function nounTier(lemma: string): number | undefined {
  const tier = nounLexicon().byLemma(lemma)?.group.properties[1]
  return tier === undefined ? undefined : Number(tier)
}

function shortness(text: string): number {
  if (text.length >= 4) return 0
  return text.length === 3 ? 0.4 : 1.6
}

function rarity(tier: number): number {
  return tier <= 2 ? 0 : (tier - 2) * 0.25
}
