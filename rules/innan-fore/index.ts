import { nounPhrase, type Word } from 'retext-swedish'
import { formalWordRule } from '../src/formal-word.ts'

const times = new Set(
  `januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag
  fredag lördag söndag jul påsk midsommar nyår advent årsskifte sommar höst vinter vår lunch frukost middag midnatt
  helg sommarlov jullov sportlov påsklov höstlov semester kl kl. klockan vecka skolstart terminsstart byggstart`.split(
    /\s+/,
  ),
)
/** Verbs of a clause about the time itself: `innan sommaren är slut`, `innan lunch serveras`. */
const verbs = new Set(['VERB', 'AUX'])
const closers = new Set(['.', ',', '!', '?', ')', ';', ':', '–', '…'])

export const rule = formalWordRule({
  meta: {
    id: 'innan-fore',
    title: 'Innan eller före',
    description: 'Hittar ”innan” framför en tidpunkt i formella texter, där ”före” passar bättre.',
    why: 'I vårdad skrift inleder ”innan” en bisats, så läsaren väntar sig ett verb som aldrig kommer.',
    sources: [{ work: 'Språkrådet: Veckans språkråd (2005)', section: 'vecka 21, innan dess eller före dess' }],
  },
  word: 'innan',
  formal: 'före',
  where: 'framför en tidpunkt',
  isMeant: isPreposition,
})

/** A time or a noun phrase, with no verb of a clause after it. */
function isPreposition(word: Word): boolean {
  const { next } = word
  if (next === undefined || next.lower === 'dess' || next.lower === 'för') return false
  const last = endOfTime(next) ?? nounPhrase(next).at(-1)
  if (last === undefined || !['NOUN', 'PROPN', 'NUM'].includes(last.upos)) return false
  const after = last.next
  if (after === undefined || closers.has(after.form)) return true
  if (endOfTime(next) === undefined) return false
  if (!verbs.has(after.upos)) return after.upos === 'ADP' || after.upos === 'CCONJ'
  // `Innan årsskiftet skickar vi brev`: the verb of the main clause, with its subject after it.
  return word.previous === undefined && after.morph.VerbForm === 'Fin' && after.next?.upos === 'PRON'
}

/** The last word of a date or a time of day: `den 1 maj`, `kl. 9`, `årsskiftet`. */
function endOfTime(first: Word): Word | undefined {
  let word: Word | undefined = first
  let last: Word | undefined
  for (let steps = 0; word !== undefined && steps < 6; steps++, word = word.next) {
    const isTime = times.has(word.lower) || times.has(word.lemma.toLowerCase())
    if (isTime || (word.kind === 'number' && (last !== undefined || first.lower === 'den'))) last = word
    else if (!['den', 'nästa', 'sista'].includes(word.lower) && word.kind !== 'number') break
  }
  return last
}
