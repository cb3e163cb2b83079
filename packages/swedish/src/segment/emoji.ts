// An emoji with everything that belongs to it: skin tone, variation selector, joined emoji, keycap, tags; or a flag.
const EMOJI =
  /\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?(?:[\u{e0020}-\u{e007e}]+\u{e007f})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?)*|\p{EMod}|\p{RI}/uy

/** The end of the emoji at `start`; 0 where there is none. */
export function emojiEnd(text: string, start: number): number {
  EMOJI.lastIndex = start
  return EMOJI.test(text) ? EMOJI.lastIndex : 0
}

/** True where a letter outside the basic plane begins at `start`. */
export function isAstralLetter(text: string, start: number): boolean {
  const point = text.codePointAt(start)
  return point !== undefined && point > 0xffff && /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point))
}
