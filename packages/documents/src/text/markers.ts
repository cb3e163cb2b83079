/** What a line of a list begins with. */
export interface Marker {
  type: 'bullet' | 'ordered'
  /** A dash that may begin a line of dialogue as well. */
  isDash: boolean
  /** A letter instead of a number: `a)`. */
  isLetter: boolean
  /** Value of an ordered marker: 2 for `2.` and for `b)`; 0 for bullets. */
  number: number
  /** Characters of the marker and the white space after it. */
  length: number
}

/** Bullets of word processors that fonts of symbols leave behind are among them. */
const BULLET = /^([-–—−*+•·‣▪▫◦●○■□➢➤✓✔\uf0a7\uf0b7])(?:[ \t\u00a0]+)(?=\S)/
const ORDERED = /^\(?(?:(\d{1,3})[.)]|([a-zåäö])\))[ \t\u00a0]+(?=\S)/
const ATTRIBUTION =
  /[,”"!?–] (?:säger|sa|sade|anser|avslutar|berättar|betonar|erkänner|fastslår|fortsätter|framhåller|frågar|förklarar|hoppas|hävdar|kommenterar|konstaterar|lovar|medger|menar|påpekar|skriver|svarar|tillägger|tycker|understryker|undrar|uppger|uppmanar|utropar|varnar)\b/

/** The list marker that a line begins with. */
export function readMarker(line: string): Marker | undefined {
  const bullet = BULLET.exec(line)
  if (bullet) {
    return { type: 'bullet', isDash: /[-–—]/.test(bullet[1]!), isLetter: false, number: 0, length: bullet[0].length }
  }
  const ordered = ORDERED.exec(line)
  if (!ordered) return undefined
  const isLetter = ordered[1] === undefined
  const number = isLetter ? ordered[2]!.charCodeAt(0) - 0x60 : Number(ordered[1]!)
  return { type: 'ordered', isDash: false, isLetter, number, length: ordered[0].length }
}

/**
 * True where lines that begin with a dash are what somebody says, not a list: they are sentences, and one
 * says who speaks or it stands alone.
 *
 * @param items the texts without their dashes
 */
export function isDialogue(items: readonly string[]): boolean {
  if (!items.every((item) => /^[\p{Lu}\d”"]/u.test(item) && /[.!?…”"]$/.test(item))) return false
  return items.length === 1 || items.some((item) => ATTRIBUTION.test(item))
}
