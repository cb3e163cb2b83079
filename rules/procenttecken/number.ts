import type { TextBlock } from '@klarsprak/engine'

/** Where the number that ends at `last` begins: `1 250,5` is one number. */
export function numberStart(text: string, last: number): number {
  let start = last
  while (start > 0) {
    const before = text[start - 1]!
    if (/\d/.test(before)) start--
    else if (/[.,\u00a0 ]/.test(before) && start > 1 && /\d/.test(text[start - 2]!) && isGroup(text, start, before))
      start--
    else break
  }
  return start
}

/** True where a space before `start` groups thousands, or the sign is a decimal one. */
function isGroup(text: string, start: number, sign: string): boolean {
  return sign === ',' || sign === '.' || /^\d{3}(?!\d)/.test(text.slice(start))
}

/** True in code, in a web address and in what is glued to a word or an equals sign, as in `width: 50%;`. */
export function isCode(block: TextBlock, start: number, end: number): boolean {
  if (block.markAt(start, 'code')) return true
  const before = block.text[start - 1] ?? ' '
  const after = block.text[end] ?? ' '
  if (/[\p{L}=#&%_/]/u.test(before) || /[=\p{L}\d]/u.test(after)) return true
  if (after === ';' && /[a-z]:\s*$/.test(block.text.slice(0, start))) return true
  const word = block.words.find((candidate) => candidate.end > start)
  return word !== undefined && (word.kind === 'url' || word.kind === 'email')
}
