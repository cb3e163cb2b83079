const MAX_WORDS = 12
const MAX_LENGTH = 200
const LETTER = /\p{L}/u
/** A full stop, or a mark that says that the sentence goes on. */
const STOPS = /[.,;:…–—-]["”’)\]]?$/

/** True where a lone line reads as a heading: 1–12 words with a letter among them, and no final stop. */
export function isHeadingLike(line: string): boolean {
  if (line.length > MAX_LENGTH || line.includes('\n') || STOPS.test(line) || !LETTER.test(line)) return false
  return line.split(/\s+/, MAX_WORDS + 1).length <= MAX_WORDS
}
