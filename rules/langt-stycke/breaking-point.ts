import type { Sentence } from 'retext-swedish'
import { allMatches } from '../src/matches.ts'

/** Words that take up a new case, time or purpose. */
const opener =
  /^(?:(?:om|när|har|vill|behöver|är|innan) (?:du|ni)|efter|innan|före|du som|den som|slutligen|till sist)(?!\p{L})/iu
/** Words that turn to another time or another of the things told of: as good a place as any in a paragraph that is far too long. */
const turn =
  /^(?:efter ?hand|numera|nuförtiden|i dag|idag|(?:på|under) senare år|under de senaste|rätt snart|snart|så småningom|senare|år \d{4}|(?:under|på) \d{4}-talet|(?:hos|för|bland) andra \p{L}+|andra \p{L}+|(?:en|ett) (?:annan|annat|tredje|ytterligare) \p{L}+|till skillnad från|när det gäller|principen om|vad gäller)(?!\p{L})/iu
/** What a turn itself says of the one before. */
const turnAway = /^(?:(?:hos|för|bland) andra|andra|(?:en|ett) (?:annan|annat|tredje|ytterligare)) /iu
/** A word near the beginning of a sentence that leans on the one before it. */
const leaning =
  /(?<!\p{L})(?:å andra sidan|dock|det|den|de|dem|han|hon|hen|denne|detta|denna|dessa|så|då|där|därför|sådana?|sådant|dess|deras|samma|också|även|därmed|däremot|emellertid|heller|annan|andra|övriga|båda|bägge|därtill|alltså|således|i så fall|exempelvis|till exempel)(?!\p{L})/iu
/** What leans on nothing but its own sentence: `Den som söker …`, `När du vill säga upp platsen gör du det …`. */
const ownReference = /^den som |gör (?:du|ni|vi|man) det(?!\p{L})/giu
/** How far into a sentence such a word is looked for. */
const near = 45
/** The part of a paragraph, counted in words, that each side of the place has at least. */
const leastShare = 0.25
/** Long words of which this much is the same are of one family. */
const family = 6
/** How far into a sentence its subject is looked for. */
const subjectLength = 60

/**
 * The sentence at which a paragraph parts best: near the middle, neither the second nor the last, which
 * takes up a new case and no word of the sentence before it. Where the writer has broken lines between sentences, it stands
 * after a break. Undefined where no sentence is sure to open a paragraph.
 *
 * @param total the number of words
 * @param openers `sure` ones alone, or also what turns to another time or thing
 */
export function breakingPoint(
  text: string,
  sentences: readonly Sentence[],
  total: number,
  openers: 'sure' | 'turns',
): Sentence | undefined {
  const broken = breaks(text, sentences)
  let words = sentences[0]!.wordCount
  let best: Sentence | undefined
  let distance = total * (0.5 - leastShare)
  for (let i = 1; i < sentences.length; i++) {
    const sentence = sentences[i]!
    const off = Math.abs(total / 2 - words)
    if (off < distance && canOpen(sentence, sentences[i - 1]!, i, sentences.length, broken, openers)) {
      best = sentence
      distance = off
    }
    words += sentence.wordCount
  }
  return best
}

function canOpen(
  sentence: Sentence,
  before: Sentence,
  at: number,
  count: number,
  broken: ReadonlySet<Sentence>,
  openers: 'sure' | 'turns',
): boolean {
  if (sentence.wordCount < 3) return false
  if (broken.size > 0) return broken.has(sentence)
  if (at < 2 || at === count - 1) return false
  const { text } = sentence
  if (openers === 'turns' && turn.test(text))
    return !leaning.test(text.replace(turnAway, '').slice(0, near)) && !sharesSubject(text, before.text)
  if (!opener.test(text)) return false
  return !leaning.test(text.slice(0, near).replace(ownReference, '')) && !sharesSubject(text, before.text)
}

/** The sentences after a line break, where every break stands between sentences. */
function breaks(text: string, sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const found = new Set<Sentence>()
  if (!text.includes('\n')) return found
  for (const sentence of sentences) {
    if (sentence.text.includes('\n')) return new Set()
    if (/\n\s*$/.test(text.slice(Math.max(0, sentence.start - 3), sentence.start))) found.add(sentence)
  }
  return found
}

/** True where a long word near the beginning of a sentence stands in the one before as well. */
function sharesSubject(text: string, before: string): boolean {
  const lower = before.toLowerCase()
  return allMatches(text.slice(0, subjectLength).toLowerCase(), /\p{L}{6,}/gu).some(([word]) =>
    lower.includes(word.slice(0, family)),
  )
}
