import type { TextBlock } from '@klarsprak/engine'
import type { Passive, Word } from 'retext-swedish'
import { readPassiveClause } from '../src/rewrite/passive-clause.ts'
import { auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'

/** So many words may stand in a sentence that is turned at a glance, and in the parts of it. */
const longest = { sentence: 14, opening: 3, subject: 5, between: 2, agent: 4, ending: 5 }
const months = '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)'
/** What opens a sentence and only tells when: `I maj`, `Den 3 maj`, `Därefter`. */
const time = new RegExp(
  `^(?:I (?:år|fjol|dag|går|${months})|Under (?:våren|sommaren|hösten|vintern|året)|På (?:våren|sommaren|hösten|vintern|kvällen|morgonen)|Den \\d+ ${months}|Nu|Därefter|Sedan)$`,
  'u',
)
/** What stands first in a question without being its subject. */
const asks = /^(?:När|Hur ofta|Varför|Var)$/u
/** What may follow the agent: when, and how it is done. */
const ending = new RegExp(
  `^(?:den \\d|i (?:år|fjol|dag|går|${months})(?!\\p{L})|(?:före|under|inom|senast) |(?:varje|varannan) |utan kostnad|enligt )`,
  'u',
)
/** What opens a clause, and what points to another sentence. */
const clausal = /^(?:som|att|vilken|vilket|vilka|man|sig)$/
const pointing = /^(?:detta|denna|dessa)$/

/**
 * True where the clause is so short and plain that it can be rewritten word for word: the only one of its sentence, with
 * a plain subject and the agent just after the verb, and at most a time before or after; or a clause
 * of a few words that begins or ends its sentence. In others the writer knows better.
 */
export function isPlainClause(word: Word, passive: Passive, head: readonly Word[], block: TextBlock): boolean {
  const { words, text, start } = word.sentence
  if (words.length - 1 > longest.sentence || !/^\p{Lu}.*[.?]$/su.test(text)) return false
  if (block.kind === 'listItem' && block.sentences.length === 1) return false
  if (/[,;()"”–/]|:\s/u.test(text)) return false
  const rest = text.slice(head.at(-1)!.end - start).trim()
  if (!isPlainAgent(head.slice(1), rest)) return false
  if (passive.within === 'relative') return isShortRelative(word, head, rest)
  if (passive.within === 'subordinate') return isShortCondition(word, passive, head, rest)
  if (passive.within !== 'main' || hasOtherClause(word, passive)) return false
  if (!/^[.?]$/.test(rest) && !(ending.test(rest) && rest.split(' ').length <= longest.ending)) return false
  const clause = readPassiveClause(word, passive, head[0])
  if (clause === undefined || clause.order === 'subordinate') return false
  const { front, subject, adverbs } = clause
  if (front.length > longest.opening || clause.rest.length + adverbs.length > longest.between) return false
  const opening = front.map(({ form }) => form).join(' ')
  return (opening === '' || time.test(opening) || asks.test(opening)) && isPlainSubject(subject)
}

/** True for a finite verb beside those of the passive, and for an `innan` that the tagger may see no clause after. */
function hasOtherClause(word: Word, { auxiliary }: Passive): boolean {
  const own = [word, auxiliary, ...auxiliariesOf(word)]
  return word.sentence.words.some(
    (other) => (isFiniteVerb(other) && !own.includes(other)) || /^(?:innan|medan|som)$/.test(other.lower),
  )
}

/** `nämnden`, `båda vårdnadshavarna`, `Eva Lind`; a pair only last in its sentence, and no phrase or clause. */
function isPlainAgent(agent: readonly Word[], rest: string): boolean {
  const isPair = agent.some(({ upos }) => upos === 'CCONJ')
  if (agent.length > longest.agent + (isPair ? 1 : 0) || (isPair && !/^[.?]$/.test(rest))) return false
  return agent.every(
    ({ upos, morph }) => /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|ADV|CCONJ)$/.test(upos) && morph.VerbForm !== 'Fin',
  )
}

/** A noun with what stands before it, and at most one phrase after: `beslutet om bygglov`. */
function isPlainSubject(subject: readonly Word[]): boolean {
  if (subject.some(({ upos, lower }) => upos === 'CCONJ' || upos === 'PUNCT' || clausal.test(lower))) return false
  // `Det statliga lånet`, but no `Det` and no `Dessa frågor`.
  if (
    subject.some(({ lower, next }) => pointing.test(lower) || (/^(?:den|det|de)$/.test(lower) && next?.upos !== 'ADJ'))
  )
    return false
  return subject.length <= longest.subject && subject.filter(({ upos }) => upos === 'ADP').length <= 1
}

/** `de beslut som fattas av nämnden.`: nothing between, and nothing after. */
function isShortRelative({ previous }: Word, head: readonly Word[], rest: string): boolean {
  return previous?.lower === 'som' && previous.previous?.upos === 'NOUN' && rest === '.' && head.length <= 3
}

/** `Om ansökan avslås av nämnden kan du överklaga.`, `när ansökan har prövats av nämnden.`: one noun, and one that acts. */
function isShortCondition(word: Word, passive: Passive, head: readonly Word[], rest: string): boolean {
  const clause = readPassiveClause(word, passive, head[0])
  if (clause?.order !== 'subordinate' || clause.subject.length !== 1 || clause.subject[0]!.upos !== 'NOUN') return false
  if (clause.rest.length > 0 || head.length !== 2 || head[1]!.morph.Definite !== 'Def') return false
  const opener = clause.subject[0]!.previous
  if (opener === undefined || !/^(?:om|när|att|eftersom|snart)$/.test(opener.lower)) return false
  return rest === '.' || (/^(?:Om|När|Eftersom)$/.test(opener.form) && isFiniteVerb(head[1]!.next))
}
