/** A code for a place in a statute, which those read who know it: `LSS 9:7`, `LSS 9 §`. */
const code = /^[ \u00a0]\d+[:.]\d|^[ \u00a0]\d+(?: \p{Ll})?[ \u00a0]?§/u
/** In brackets, with the section: `(9 § LSS)`. */
const bracketed = /\((?:[^()]{0,40}\d[^()]{0,12}§[^()]{0,30}|§[^()]{0,20})$/u

/** True where a code for a place in a statute follows its name. */
export function isCode(text: string, end: number): boolean {
  return code.test(text.slice(end, end + 12))
}

/** True for the name of a statute in a bracket that only says where a thing stands. */
export function isBracketedReference(text: string, start: number, end: number): boolean {
  return bracketed.test(text.slice(Math.max(0, start - 90), start)) && /^[^()]{0,30}\)/.test(text.slice(end, end + 31))
}
