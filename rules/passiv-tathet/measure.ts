import type { TextBlock } from '@klarsprak/engine'
import { passiveOf, type Sentence, type Word } from 'retext-swedish'
import { vague } from '../passiv-form/deeds.ts'
import { auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'

/** Verbs whose passive tells of no deed: `Barn som omfattas av reglerna`. */
const states = new Set(['omfatta', 'utgöra', 'prägla', 'beröra', 'känneteckna', 'täcka', 'önska', 'dela', 'påverka'])

/** So long a stretch without a full stop is a list or a page whose layout was lost. */
const longest = 90

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
/** Whether the text has a part of any of them: found without looking round every letter. */
function maybeStatute(text: string): boolean {
  return (
    text.includes('§') ||
    text.includes('agen') ||
    text.includes('(') ||
    text.includes('förordningen') ||
    text.includes('estämmelser')
  )
}

/**
 * Counts the finite clauses of a sentence, and those whose finite verb is a passive or hangs a passive on itself: `ska
 * skickas`, `har höjts`, `blev vald`. Verbs like `avslutas` and `ändras`, which often only tell what happens, count
 * beside another passive.
 */
export function measure({ start, end, words, text }: Sentence, block: TextBlock): SentencePassives {
  // Of what a statute says the writer decides nothing.
  if (words.length > longest || (maybeStatute(text) && statute.test(text)))
    return { start, end, clauses: 0, passive: 0 }
  if (words.some(mayBePassive)) return measurePassives(start, end, words, block)
  return { start, end, clauses: clausesIn(words, block), passive: 0 }
}

function clausesIn(words: readonly Word[], block: TextBlock): number {
  let clauses = 0
  for (const word of words) if (isFiniteVerb(word) && !block.inQuote(word.start, word.end)) clauses++
  return clauses
}

/** True for a verb or an adjective with the form of a passive. */
function mayBePassive({ upos, lower, morph }: Word): boolean {
  return (upos === 'VERB' || upos === 'ADJ') && (lower.endsWith('s') || morph.VerbForm === 'Part')
}

function measurePassives(start: number, end: number, words: readonly Word[], block: TextBlock): SentencePassives {
  let clauses = 0
  let passive = 0
  let medial = 0
  let isCounted = true
  let hanging: Word | undefined
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
    // `även om ansökan avslås, avvisas eller återtas`: what hangs on another clause, and all that is joined to it.
    if (kind === 'hanging' || joins(word, hanging) || isConditional(word)) {
      hanging = word
      continue
    }
    isCounted = true
    if (kind === 'medial') medial++
    else passive++
  }
  return { start, end, clauses, passive: passive > 0 ? passive + medial : 0 }
}

/** `även om ansökan avslås`, where the tagger may take `om` for a preposition. */
function isConditional(word: Word): boolean {
  for (let before = word.previous, steps = 0; before !== undefined && steps < 4; before = before.previous, steps++)
    if (before.lower === 'om' && before.previous?.lower === 'även') return true
  return false
}

/** True for a verb with a comma or a conjunction and nothing else between it and another. */
function joins({ previous }: Word, other: Word | undefined): boolean {
  return other !== undefined && (previous?.form === ',' || previous?.upos === 'CCONJ') && previous.previous === other
}

/** `räknas ut` is a deed, `räknas` is not. */
function worksOut({ lower, next }: Word): boolean {
  return lower === 'räknas' && next !== undefined && /^(?:ut|om|fram)$/.test(next.lower)
}

/** `ställs du som anhörig inför` */
function isBefore({ next }: Word): boolean {
  for (let word = next, steps = 0; word !== undefined && steps < 6; word = word.next, steps++) {
    if (word.lower === 'inför') return true
    if (word.upos === 'PUNCT') return false
  }
  return false
}

function passiveKind(word: Word, finite: boolean): 'passive' | 'medial' | 'hanging' | undefined {
  if (!mayBePassive(word)) return undefined
  if (!finite && word.previous?.lower === 'att' && word.previous.previous?.lower !== 'kommer') return undefined
  // `då förslaget väckts`: without `har` of its own a supine stands in a subordinate clause.
  if (word.morph.VerbForm === 'Sup' && auxiliariesOf(word).length === 0) return 'hanging'
  const { kind, within, agent, active } = passiveOf(word)
  // `Betyg ges varje termin`: only a teacher does.
  if (word.lower === 'ges' && [word.previous, word.next].some((near) => near?.lower === 'betyg')) return undefined
  // `ställs du inför frågor`: what befalls somebody, and nobody does.
  if (word.lower.startsWith('ställ') && isBefore(word)) return undefined
  // `styrs från en timer`
  if (/^(?:styr|regler|driv)/.test(word.lower) && word.next?.lower === 'från') return undefined
  // `beslutas av nämnden`: it is said who acts.
  if (agent !== undefined) return undefined
  // What was done and is over, and how things are seen: nobody needs to know who.
  if (finite && word.morph.Tense === 'Past') return undefined
  if (active !== undefined && vague.has(active) && !worksOut(word)) return undefined
  if (within === 'definition' || states.has(word.lemma) || looksLikeName(word)) return undefined
  // What hangs on another clause is seldom a step that the reader asks about.
  if (within === 'subordinate' || within === 'relative') return 'hanging'
  if (kind === 's-passive' || kind === 'bli-passive') return 'passive'
  return kind === 'medial' ? 'medial' : undefined
}
