import type { TextBlock } from '@klarsprak/engine'

const saysSo =
  /^[”"]?\s*(?:,?\s*(?:det vill säga|dvs\.?|d\.v\.s\.|alltså|med andra ord|som (?:är|betyder|innebär|gör|visar|styr|talar om))|\(|=|–\s|(?:är|innebär|betyder) (?:att|en|ett|när|den|det|de|ditt|kommunens)\b|(?:reglerar|styr|visar|anger|bestämmer) (?:hur|vad|var|vilk)|kallas\b)/i
/** An apposition: `startbesked, ett godkännande från kommunen`. */
const apposition = /^, (?:en|ett|den|det|de|som) \p{Ll}{3,}/u
/** The next sentence says it: `… ett slutbesked. Det är ett beslut om att …`. */
const saidNext = /^[^.!?]{0,80}[.!?] (?:Det|Den|Detta) (?:är|innebär|betyder|visar|ger) /
const askedBefore = /(?:vad (?:är|betyder|innebär)|så kallad[et]?|s\.k\.|kallas(?: för)?|det heter|med) [”"]?$/i
const defined = /^[”"]? (?:menas|avses|menar vi)\b/

/** True where the words around a term say what it means, or it stands in brackets as the name of what was described. */
export function isExplained({ text }: TextBlock, start: number, end: number): boolean {
  const after = text.slice(end, end + 60)
  const before = text.slice(Math.max(0, start - 30), start)
  if (saysSo.test(after) || apposition.test(after) || saidNext.test(text.slice(end, end + 120))) return true
  if (askedBefore.test(before) && (defined.test(after) || !/med [”"]?$/i.test(before))) return true
  if (/\($/.test(before) && /^\)/.test(after)) return true
  return start === 0 && /^\s*[:–]\s/.test(after)
}
