import type { Suggestion, TextBlock, TextEdit } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { sameForm } from '../src/verbs.ts'
import { likeCase } from '../src/words.ts'
import type { Support } from './find.ts'

/** Verbs that take a clause with `att` where the noun has one: `gör bedömningen att` → `bedömer att`. */
const takesClause = new Set(['bedöma', 'besluta', 'föreslå', 'lova', 'rekommendera', 'anta', 'försöka'])
const articles = new Set(['en', 'ett'])

/**
 * The verb in place of support verb and noun, in the same tense: `genomförde en utvärdering av badet` →
 * `utvärderade badet`. Undefined unless the noun stands bare or with an article, nothing but a subject and
 * adverbs stands between, and what follows the noun fits the verb.
 */
export function rewrite(verb: Word, noun: Word, support: Support, block: TextBlock): Suggestion | undefined {
  const [head, ...rest] = support.verb.split(' ')
  const form = head && sameForm(verb, head)
  if (!form || rest.includes('sig')) return undefined

  const article = noun.previous !== verb && articles.has(noun.previous!.lower) ? noun.previous : undefined
  const first = article ?? noun
  for (let word = verb.next; word !== undefined && word !== first; word = word.next)
    if (!mayStay(word) && !(support.verb === 'informera' && isReceiver(word))) return undefined

  const next = noun.next
  const clause = next?.lower === 'att' && takesClause.has(support.verb)
  if (noun.morph.Definite === 'Def' && !clause) return undefined
  const preposition = next && support.prepositions.get(next.lower)
  if (!clause && (preposition === undefined || next!.next === undefined || next!.next.upos === 'PUNCT'))
    return undefined

  const last = !clause && preposition === '' ? next! : noun
  const tail = [...rest, ...(clause || preposition === '' || preposition === next!.lower ? [] : [preposition])].join(
    ' ',
  )
  const edits: TextEdit[] = [
    { start: verb.start, end: verb.end, text: likeCase(verb.form, form) },
    tail === ''
      ? { start: first.previous!.end, end: last.end, text: '' }
      : { start: first.start, end: last.end, text: tail },
  ]
  const kept = block.text.slice(verb.end, edits[1]!.start)
  return {
    title: `Skriv ”${edits[0]!.text}${kept}${edits[1]!.text} …”`.replace(/\s+…/, ' …'),
    safety: 'suggestion',
    edits,
  }
}

/** True for the one who is told: `ger dig information` → `informerar dig`. */
function isReceiver(word: Word): boolean {
  return word.upos === 'PRON' && word.morph.Case === 'Acc'
}

/** True for a subject or an adverb between the verb and its object. */
function mayStay(word: Word): boolean {
  if (word.upos === 'ADV' || word.upos === 'PROPN') return true
  if (word.upos === 'PART') return word.lower === 'inte'
  if (word.upos === 'PRON') return word.morph.Case === 'Nom' || word.lower === 'man'
  return word.upos === 'NOUN' && word.morph.Definite === 'Def' && word.morph.Case !== 'Gen'
}
