import type { Suggestion, TableMatch } from '@klarsprak/engine'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase, startsSentence } from '../src/words.ts'

/** Words that point at the person again and would have to change too. */
const backward = new Set([
  'sig',
  'sin',
  'sitt',
  'sina',
  'han',
  'hon',
  'hen',
  'hans',
  'hennes',
  'hens',
  'denne',
  'dennes',
  'själv',
])
/** `du` in place of a subject that nothing else points at; otherwise what to write. */
export function advice(match: TableMatch, isGenitive: boolean, role: string): Suggestion[] {
  if (isGenitive)
    return [{ title: 'Vänd dig till läsaren: ”din”, ”ditt” eller ”dina”', safety: 'suggestion', edits: [] }]
  if (!isSubject(match) || match.words[0]!.sentence.words.some(({ lower }) => backward.has(lower)))
    return [{ title: 'Vänd dig till läsaren: skriv ”du” eller ”dig”', safety: 'suggestion', edits: [] }]
  return [...(role === '' ? ['du'] : ['du', `du ${role}`])].map((replacement) => {
    const text = likeCase(match.text, replacement)
    return {
      title: `Byt till ”${text}”`,
      safety: 'suggestion',
      edits: [{ start: match.start, end: match.end, text }],
    }
  })
}

/** True where word order shows that the words are the subject of their clause. */
function isSubject({ words }: TableMatch): boolean {
  const first = words[0]!
  const { previous } = first
  const next = words.at(-1)!.next
  if (startsSentence(first)) return isFiniteVerb(next)
  if (previous!.upos === 'SCONJ') return true
  if (!isFiniteVerb(previous)) return false
  return startsSentence(previous!) || (previous!.previous!.upos === 'ADV' && startsSentence(previous!.previous!))
}
