import type { TextBlock, TextEdit } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { scanClauses } from '../src/clause-scan.ts'
import { nounPhraseLength } from '../src/phrases.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { capitalise, uncapitalised } from '../src/words.ts'

/** Subjects that mean the same wherever they stand. */
const people = new Set(['du', 'vi', 'ni', 'jag', 'man'])
/** Words that would come before what they point to. */
const pointing = new Set([
  'den',
  'de',
  'dem',
  'han',
  'hon',
  'hen',
  'denne',
  'dess',
  'deras',
  'hans',
  'hennes',
  'sin',
  'sitt',
  'sina',
  'detta',
  'dessa',
  'då',
])
/** Words that set the main clause against the condition before it; `stället` is that of `i stället`. */
export const leansBack: ReadonlySet<string> = new Set(['istället', 'stället', 'också', 'även', 'då', 'däremot', 'ändå'])
/** Nouns that tell how much of what comes after. */
const measures = new Set(['antalet', 'mängden', 'delen', 'hälften', 'majoriteten', 'summan', 'andelen'])
/** Words that `om` belongs to when it comes right after: `ansöka om`, `en påminnelse om`. */
const takesOm =
  /(?:beslut(?:et)?|frågan?|frågor(?:na)?|information(?:en)?|ansökan|anmälan|besked(?:et)?|uppgift(?:er|erna)?|avtal(?:et)?|kännedom|påminnelsen?|råd(?:en|et)?|tips(?:en)?|meddelande[tn]?|intyg(?:et)?|bevis(?:et)?|begäran|förslag(?:et)?|synpunkt(?:er|en|erna)?|klagomål(?:et|en)?|upplysning(?:en|ar|arna)?|rapport(?:en|er)?|varning(?:en)?|dom(?:en)?|enighet|reglerna?)$|^(?:ansöka|söka|anmäla|fråga|be|besluta|bestämma|berätta|informera|underrätta|påminna|veta|läsa|höra|prata|tala|rösta|bry|komma|hjälpas|undra)$/
/** With more words after the verb the clause would hang on the wrong one. */
const longestRest = 12

/**
 * The sentence with its main clause first: `Om du flyttar ut, kan du få avslag.` → `Du kan få avslag om du flyttar ut.`
 * Undefined where the main clause is not plain: subject right after the verb, no other clause, nothing that points back.
 */
export function mainFirst(
  sentence: Sentence,
  first: Word,
  last: Word,
  verb: Word,
  block: TextBlock,
): TextEdit | undefined {
  const { words } = sentence
  const stop = words.at(-1)!
  if (stop.form !== '.' || block.marks.some(({ start, end }) => start < sentence.end && end > sentence.start))
    return undefined
  const after = words.slice(words.indexOf(verb) + 1, -1)
  const subject = subjectLength(after)
  const rest = after.slice(subject)
  if (subject === 0 || rest.length === 0 || rest.length > longestRest) return undefined
  if (
    rest.some(
      (word) =>
        isFiniteVerb(word) || pointing.has(word.lower) || leansBack.has(word.lower) || /^[,:;–(”"]$/.test(word.form),
    )
  )
    return undefined
  // `anmäla det`: what it points to would come after it.
  if (rest.some(({ lower, previous }) => lower === 'det' && previous?.upos === 'VERB')) return undefined
  // `tar vi inte emot fler`: of what, the clause has said.
  if (/^(?:fler|flera|några|en|ett|sådan|sådant|sådana)$/.test(rest.at(-1)!.lower)) return undefined
  // ”Om du bor med en partner kan ni få hjälp”: they are named in the clause.
  if (after[0]!.lower === 'ni' && words.some(({ lower, index }) => lower === 'du' && index < verb.index))
    return undefined
  // ”Då bör du låta bli”: what is let be stands in the clause before.
  if (rest.at(-1)!.lower === 'bli' && rest.at(-2)?.lemma === 'låta') return undefined
  // ”överklaga beslutet om vi …” would be read as a decision about something.
  if (first.lower === 'om' && takesOm.test(rest.at(-1)!.lower)) return undefined
  if (scanClauses(sentence).filter(({ type }) => type === 'main').length > 1) return undefined
  // ”Om ditt barn …, kan barnet”: what is named first must stay first, and so must what ”förkasta anbudet” points to.
  const head = after[subject - 1]!
  const named = after.filter((word) => word === head || (word.upos === 'NOUN' && word.morph.Definite === 'Def'))
  if (
    words.some(
      ({ index, lemma, upos }) => index < verb.index && upos === 'NOUN' && named.some((word) => word.lemma === lemma),
    )
  )
    return undefined
  const { text } = block
  const name = text.slice(after[0]!.start, after[subject - 1]!.end)
  const clause = uncapitalised(first) + text.slice(first.end, last.end)
  const comma = /^(?:eftersom|trots|även|medan)$/.test(first.lower) ? ',' : ''
  return {
    start: first.start,
    end: stop.start,
    text: `${capitalise(name)} ${verb.form} ${text.slice(rest[0]!.start, rest.at(-1)!.end)}${comma} ${clause}`,
  }
}

/** How many words of a subject stand here; 0 where none does, or where it goes on after its head. */
function subjectLength(after: readonly Word[]): number {
  const [first] = after
  if (first === undefined) return 0
  if (people.has(first.lower)) return 1
  if (pointing.has(first.lower) || first.upos === 'PRON') return 0
  const length = nounPhraseLength(after)
  const next = after[length]
  if (length === 0 || next === undefined || next.lower === 'som' || next.lower === 'att') return 0
  // ”antalet nya platser”: the subject goes on; ”beslutet laga kraft”: it does not.
  if (next.upos === 'ADJ' && (after[length - 1]!.morph.Definite !== 'Def' || measures.has(after[length - 1]!.lower)))
    return 0
  return /^(?:ADP|CCONJ|SCONJ|NOUN|PROPN|PUNCT|NUM|DET)$/.test(next.upos) ? 0 : length
}

/** The last word before the main verb, a comma and `så` aside: `Om du vill, så kan du`. */
export function lastOfClause(verb: Word): Word {
  let last = verb.previous!
  while (last.previous !== undefined && (/^[,–-]$/.test(last.form) || last.lower === 'så' || last.lower === 'då'))
    last = last.previous
  return last
}
