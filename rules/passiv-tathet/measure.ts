import type { TextBlock } from '@klarsprak/engine'
import { passiveOf, type Sentence, type Word } from 'retext-swedish'
import { isFiniteVerb } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'

/** Verbs whose passive tells of no deed: `Barn som omfattas av reglerna`. */
const states = new Set(['omfatta', 'utgöra', 'prägla', 'beröra', 'känneteckna', 'täcka', 'önska'])

/** What a sentence adds: its place, how many finite clauses it has, and how many of them are passive. */
export interface SentencePassives {
  readonly start: number
  readonly end: number
  readonly clauses: number
  readonly passive: number
}

/** `24 § Beslutet får överklagas`, `enligt plan- och bygglagen (2010:900)`, `Bestämmelser finns i skollagen`. */
const statute =
  /\d ?(?:[a-z] )?§|\(\d{4}:\d+\)|(?<!\p{L})(?:[Bb]estämmelser(?:na)?|[Ll]agen|\p{L}+lagen|\p{L}*förordningen)(?!\p{L})/u

/**
 * Counts the finite clauses of a sentence, and those whose finite verb is a passive or hangs a passive on itself: `ska
 * skickas`, `har höjts`, `blev vald`. Verbs like `avslutas` and `ändras`, which often only tell what happens, count
 * beside another passive.
 */
export function measure({ start, end, words, text }: Sentence, block: TextBlock): SentencePassives {
  // Of what a statute says the writer decides nothing.
  if (statute.test(text)) return { start, end, clauses: 0, passive: 0 }
  let clauses = 0
  let passive = 0
  let medial = 0
  let isCounted = true
  for (const word of words) {
    if (block.inQuote(word.start, word.end)) continue
    const finite = isFiniteVerb(word)
    if (finite) {
      clauses++
      isCounted = false
    }
    if (isCounted) continue
    const kind = passiveKind(word, finite)
    if (kind === undefined) continue
    isCounted = true
    if (kind === 'medial') medial++
    else passive++
  }
  return { start, end, clauses, passive: passive > 0 ? passive + medial : 0 }
}

function passiveKind(word: Word, finite: boolean): 'passive' | 'medial' | undefined {
  if (word.upos !== 'VERB' && word.upos !== 'ADJ') return undefined
  if (!finite && word.previous?.lower === 'att' && word.previous.previous?.lower !== 'kommer') return undefined
  if (!word.lower.endsWith('s') && word.morph.VerbForm !== 'Part') return undefined
  const { kind, within, agent } = passiveOf(word)
  // `styrs från en timer`
  if (/^(?:styr|regler|driv)/.test(word.lower) && word.next?.lower === 'från') return undefined
  // `beslutas av nämnden`: it is said who acts.
  if (agent !== undefined) return undefined
  if (within === 'definition' || states.has(word.lemma) || looksLikeName(word)) return undefined
  if (kind === 's-passive' || kind === 'bli-passive') return 'passive'
  return kind === 'medial' ? 'medial' : undefined
}
