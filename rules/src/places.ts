import type { TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'

/** The word that holds this offset, or the first one after it. */
export function wordAt({ words }: Pick<TextBlock, 'words'>, offset: number): Word | undefined {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return words[low]
}

const pathSign = /[\\_@#=~]/

/**
 * True inside code, a web or e-mail address, a file name or a path: signs there are no typography. Give a range that
 * ends after the sign.
 */
export function isTechnical(block: TextBlock, start: number, end: number): boolean {
  if (block.markAt(start, 'code') || (end > start && block.markAt(end - 1, 'code'))) return true
  for (let word = wordAt(block, start), steps = 0; word && word.start < end && steps < 20; steps++) {
    if (word.kind === 'url' || word.kind === 'email') return true
    word = block.words[word.index + 1]
  }
  return isInPath(block.text, start, end)
}

/** Longest stretch without white space that is looked at. */
const reach = 120

function isInPath(text: string, start: number, end: number): boolean {
  let from = start
  while (from > 0 && start - from < reach && !isSpace(text.charCodeAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < reach && !isSpace(text.charCodeAt(to))) to++
  const run = text.slice(from, to)
  return (
    pathSign.test(run) ||
    /^(?:https?:|www\.|\/\p{L})|[a-z]\w*\/\w+\/\w|[\p{Ll}\d]\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|zip|csv|html?|aspx?|php|xml|json|txt|md|se|com|org|nu|eu|net)(?![\p{L}\d])/u.test(
      run,
    )
  )
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 160 || code === 0x202f
}

/** True inside brackets that open and close in the block. */
export function isInBrackets(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('(', start)
  if (open < 0 || text.lastIndexOf(')', start - 1) > open) return false
  return text.indexOf(')', end) >= 0
}

/** Up to this many characters before a place. */
export function before(text: string, at: number, length = 30): string {
  return text.slice(Math.max(0, at - length), at)
}

/** Up to this many characters after a place. */
export function after(text: string, at: number, length = 30): string {
  return text.slice(at, at + length)
}

/** The last word of letters before a place, lower case, with nothing but spaces and points between. */
export function wordBefore(text: string, at: number): string {
  return /([\p{L}§][\p{L}.-]*?)[.:]?[ \u00a0]*[([]?$/u.exec(before(text, at))?.[1]?.toLowerCase() ?? ''
}

const referenceWords =
  /(?:^|[^\p{L}])(?:dnr|diarienr|nr|tfn|tel|sfs|prop|bet|rskr|sou|ds|isbn|issn|bg|pg|box|artnr|id|iso|ss-en|kod|ref|ocr|lag(?:en)?|förordning(?:en)?|kungörelse(?:n)?|mobil|fax|växel|[\p{L}.-]*(?:nummer|nr|telefon|giro|konto|beteckning|ärende|ärendet|postnr|version))[.:]?[ \u00a0]*[([]?$/iu

/** True after a word that says that a number is a name: `dnr`, `nr`, `tfn`, `org.nr`, `bankgiro`, `SFS`. */
export function isReference(text: string, start: number): boolean {
  return referenceWords.test(before(text, start, 24))
}
