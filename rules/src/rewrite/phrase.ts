import type { Word } from 'retext-swedish'
import { nounPhraseLength } from '../phrases.ts'

const times =
  /(?:dag|dagen|dagar|vecka|veckan|veckor|månad|månaden|månader|år|året|åren|kväll|kvällen|morgon|natt|höst|hösten|vår|våren|vinter|vintern|sommar|sommaren|gång|gången|gånger|tid|tiden|stund|termin|terminen|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|årsskiftet)$/

/** True for a noun that tells when: `vecka`, `maj`, `höstterminen`. */
function isTime({ lower, upos }: Word): boolean {
  return (upos === 'NOUN' || upos === 'PROPN') && times.test(lower)
}

/**
 * How many words from `from` make a noun phrase with what belongs to it: joined phrases, prepositional phrases, a name
 * in quotation marks. 0 where none begins there.
 */
export function phraseLength(words: readonly Word[], from = 0): number {
  let at = from
  // `cirka 40 procent`, `mer än hälften`.
  while (words[at]?.upos === 'ADV' && /^(?:cirka|ungefär|nästan|drygt|knappt|minst|högst)$/.test(words[at]!.lower)) at++
  const head = nounPhraseLength(words.slice(at)) || quantityLength(words[at])
  if (head === 0) return 0
  at += head
  for (;;) {
    const next = words[at]
    if (next === undefined) break
    if (isOpeningQuote(next)) {
      const close = words.findIndex((word, index) => index > at && isQuote(word))
      if (close < 0) break
      at = close + 1
      continue
    }
    if (next.upos !== 'ADP' && next.upos !== 'CCONJ') break
    const length = nounPhraseLength(words.slice(at + 1))
    if (length === 0) break
    at += 1 + length
  }
  return at - from
}

/** `tre av förslagen`, `många av eleverna`: a quantity stands for its noun. */
function quantityLength(word: Word | undefined): number {
  const isQuantity = word?.upos === 'NUM' || word?.upos === 'ADJ' || word?.upos === 'PRON'
  return isQuantity && word.next?.lower === 'av' ? 1 : 0
}

/** True for a phrase that tells when: `den 3 maj`, `varje vecka`, `nästa år`. */
export function isTimePhrase(words: readonly Word[]): boolean {
  const length = nounPhraseLength(words)
  const head = words[length - 1]
  return head !== undefined && isTime(head)
}

function isQuote({ form }: Word): boolean {
  return form === '”' || form === '"' || form === '»'
}

function isOpeningQuote(word: Word): boolean {
  return isQuote(word) || word.form === '“' || word.form === '«'
}

/** The words as they stand in the text; the empty string for none. */
export function textOf(words: readonly Word[], source: string): string {
  return words.length === 0 ? '' : source.slice(words[0]!.start, words.at(-1)!.end)
}
