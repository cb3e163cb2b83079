import type { Sentence, Word } from 'retext-swedish'
import { isFiniteVerb } from '../src/verbs.ts'

const subjects = new Set(['jag', 'du', 'vi', 'ni', 'han', 'hon', 'hen', 'den', 'det', 'de', 'man', 'detta'])

/** The commas that stand between two main clauses with nothing to join them. */
export function findSplice({ words }: Sentence): Word[] {
  for (let at = 2; at < words.length - 3; at++)
    if (words[at]!.form === ',' && subjects.has(words[at + 1]!.lower)) return splicesFrom(words, at)
  return []
}

function splicesFrom(words: readonly Word[], from: number): Word[] {
  const found: Word[] = []
  // A question, a quotation and its frame, and clauses in a row with och are put together in other ways.
  if (words.at(-1)?.form === '?') return found
  // ”Får du ont, det går också att …”: a question or a condition, which a full stop would leave without its sign.
  const [first, second] = words
  if (
    isFiniteVerb(first) &&
    first!.morph.Mood !== 'Imp' &&
    second !== undefined &&
    (subjects.has(second.lower) || second.upos === 'PRON')
  )
    return found
  for (let at = from; at < words.length - 3; at++) {
    if (words[at]!.form === ',' && subjects.has(words[at + 1]!.lower) && isSplice(words, at)) found.push(words[at]!)
  }
  return found
}

/** True where a comma before a subject parts two main clauses. */
function isSplice(words: readonly Word[], at: number): boolean {
  const subject = words[at + 1]!
  const verb = words[at + 2]!
  if (!isFiniteVerb(verb) || verb.lower === 'vill' || verb.morph.Mood === 'Imp') return false
  if (subject.upos !== 'PRON') return false
  // ”Leken handlar om att röra sig, det är att springa”: what comes explains, and wants a colon or a dash.
  if (subject.lower === 'det' && (verb.lower === 'är' || verb.lower === 'vore') && words[at + 3]!.lower === 'att')
    return false
  return endsMainClause(words, at) && !joinsLater(words, at + 3) && !isOneOfThree(words, at + 3)
}

/** True where a third clause of its own follows after a comma: clauses in a row are an enumeration. */
function isOneOfThree(words: readonly Word[], from: number): boolean {
  const comma = words.findIndex((word, index) => index > from && word.form === ',')
  const first = words[comma + 1]
  if (comma < 0 || first === undefined || /^(?:SCONJ|CCONJ|ADV)$/.test(first.upos) || isFiniteVerb(first)) return false
  if (/^(?:som|vilken|vilket|vilka|där|vars)$/.test(first.lower)) return false
  return isFiniteVerb(words[comma + 2]) || (first.upos === 'DET' && isFiniteVerb(words[comma + 3]))
}

/** True where the words before the comma are a main clause, with its verb second or first, and no subordinate clause goes on. */
function endsMainClause(words: readonly Word[], comma: number): boolean {
  let verb: Word | undefined
  for (let at = 0; at < comma; at++) {
    const word = words[at]!
    if (
      word.upos === 'SCONJ' ||
      /^(?:som|vilket|vilken|vilka|ju|så|desto|hur|vad|vem|var|när|där|antingen|både|dels)$/.test(word.lower)
    )
      return false
    if (/^[,;:–”"(-]$/.test(word.form)) return false
    if (word.lower === 'bara' && word.previous?.lower === 'inte') return false
    if (isFiniteVerb(word)) verb ??= word
  }
  return verb !== undefined && comma >= 3
}

/** True where a later clause is joined with och, which makes the comma one of an enumeration: `Vi målar, vi bygger och vi städar`. */
function joinsLater(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length - 2; at++) {
    const word = words[at]!
    if (word.form === ',' && subjects.has(words[at + 1]!.lower) && isFiniteVerb(words[at + 2])) return true
    if (word.upos === 'CCONJ' && subjects.has(words[at + 1]!.lower) && isFiniteVerb(words[at + 2])) return true
    if (word.lower === 'säger' || word.lower === 'sa' || word.lower === 'berättar') return true
  }
  return false
}
