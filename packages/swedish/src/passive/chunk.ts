import type { Word } from '../types.ts'

/** Noun phrases and clause borders as word classes alone show them: cheap, and sure enough beside a verb. */

/** True where no phrase of the verb's clause goes on past this word. */
export function isClauseBorder(word: Word): boolean {
  const { upos, morph } = word
  if (upos === 'SCONJ' || morph.VerbForm === 'Fin') return true
  if (upos === 'PUNCT') return !/^["”“’'»«]$/u.test(word.form)
  return morph.PronType === 'Rel' || (upos === 'PRON' && word.lower === 'som')
}

const isModifier = ({ upos, morph }: Word): boolean =>
  upos === 'DET' || upos === 'ADJ' || upos === 'NUM' || morph.Case === 'Gen' || morph.Poss === 'Yes'

const isHead = ({ upos }: Word): boolean => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON'

/** The last word that modifies from the left, or the head, of the noun phrase that begins at `first`. */
export function headOfPhraseAt(first: Word | undefined): Word | undefined {
  let last: Word | undefined
  for (let word = first; word !== undefined; word = word.next) {
    if (isModifier(word)) last = word
    else if (word.upos === 'PROPN' && ownerEnd(word) !== undefined) {
      last = ownerEnd(word)!
      word = last
    } else if (word.upos === 'NOUN' && (isOrigin(word) || word.lower.endsWith('-'))) last = word
    else if (isHead(word)) return word.upos === 'NOUN' ? (nameBeside(word) ?? word) : word
    else if (word.upos === 'ADV' || (word.upos === 'PUNCT' && /^["”’']$/u.test(word.form))) continue
    else if (word.upos === 'CCONJ' && last !== undefined && word.next !== undefined && isModifier(word.next)) continue
    else break
  }
  return last
}

/** `Anna Bergs` of `Anna Bergs förslag`: the last word of a name that owns the noun after it. */
function ownerEnd(name: Word): Word | undefined {
  let last = name
  while (last.next?.upos === 'PROPN') last = last.next
  const noun = last.next?.upos === 'ADJ' ? last.next.next : last.next
  return last !== name && last.lower.endsWith('s') && noun?.upos === 'NOUN' && !isCapital(noun) ? last : undefined
}

/** `svensk` of `en svensk författare`, which has the form of the noun. */
const isOrigin = ({ lower, next }: Word): boolean => lower.endsWith('sk') && next?.upos === 'NOUN'

const isCapital = ({ form }: Word): boolean => form[0] !== form[0]!.toLowerCase()

/** `ordföranden Karin Berg`, `bolaget Peab`: the name is the head, as in UD. */
function nameBeside(title: Word): Word | undefined {
  const { next } = title
  if (next === undefined || title.morph.Case === 'Gen') return undefined
  if (next.upos !== 'PROPN' && !(next.upos === 'NOUN' && isCapital(next) && !isCapital(title))) return undefined
  let last = next
  while (last.next?.upos === 'PROPN') last = last.next
  return last.morph.Case === 'Gen' && last.next?.upos === 'NOUN' ? last.next : next
}

/** `ordföranden Karin Berg`, `Region Örebro län`: the last word of what stands beside the head. */
function endOfNames(head: Word): Word {
  let end = head
  while (end.next !== undefined) {
    const { next } = end
    const name = next.upos === 'PROPN' || (end.upos === 'PROPN' && next.upos === 'NOUN')
    if (!name && next.lower !== 'själv' && next.lower !== 'själva') break
    end = next
  }
  return end
}

const ATTACHING = new Set(['på', 'från', 'vid', 'inom', 'hos', 'i', 'för'])
const TIME =
  /(?:dag|vecka|månad|år|kväll|morgon|natt|helg|höst|vår|vinter|sommar|tid|gång|början|slut|samband|samarbete|samråd|regel|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/u

/** True for nouns that tell when: `torsdag`, `november`, `årsskifte`. */
export const isTimeNoun = (word: Word): boolean => TIME.test(word.lemma) || TIME.test(word.lower)

/**
 * The last word of the noun phrase around `head`: names beside it, phrases joined by och/eller, one prepositional phrase
 * that tells of it, a relative clause.
 */
export function endOfPhrase(head: Word): Word {
  let end = endOfNames(head)
  for (let next = end.next; next !== undefined; next = end.next) {
    if (next.upos === 'CCONJ' && (next.lower === 'och' || next.lower === 'eller' || next.lower === 'samt')) {
      const joined = headOfPhraseAt(next.next)
      if (joined === undefined || !isHead(joined) || startsClause(joined)) break
      end = endOfNames(joined)
    } else if (next.upos === 'ADP' && ATTACHING.has(next.lower)) {
      const inner = headOfPhraseAt(next.next)
      if (inner === undefined || !isHead(inner) || inner.upos === 'PRON' || isTimeNoun(inner)) break
      return endOfNames(inner)
    } else if (next.lower === 'som') return hasVerb(next) ? endOfClause(next) : end
    else break
  }
  return end
}

const startsClause = (word: Word): boolean => word.next?.morph.VerbForm === 'Fin'

/** `nämnden som beslutade`, but not `nämnden som olämplig`. */
function hasVerb(opener: Word): boolean {
  for (let word = opener.next; word !== undefined && word.upos !== 'PUNCT'; word = word.next)
    if (word.morph.VerbForm === 'Fin' || word.morph.VerbForm === 'Sup') return true
  return false
}

function endOfClause(opener: Word): Word {
  let end = opener
  while (end.next !== undefined && end.next.upos !== 'PUNCT') end = end.next
  return end
}
