/** Carries one more number into a running hash. */
export function combine(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** Spreads the bits of a finished hash. */
export function finish(hash: number): number {
  const h = Math.imul(hash, 0xc2b2ae35)
  return h ^ (h >>> 13)
}

/** Hash of a form in lower case; all digits count as one. */
export function hashForm(lower: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    h = Math.imul(h ^ (code >= 48 && code <= 57 ? 48 : code), 0x01000193)
  }
  return h
}

const ENDING = 4

/** Hash of a form's last letters: of nouns on -ning and of compounds alike. */
export function hashEnding(lower: string): number {
  let h = 0x2f1b3d5c
  for (let i = Math.max(0, lower.length - ENDING); i < lower.length; i++)
    h = Math.imul(h ^ lower.charCodeAt(i), 0x01000193)
  return h
}
