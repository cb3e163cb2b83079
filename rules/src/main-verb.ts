import type { Word } from 'retext-swedish'

/** True where a finite verb comes before any word that begins a subordinate clause. */
export function hasMainVerb(words: readonly Word[]): boolean {
  for (const { morph, upos, lower } of words) {
    if (morph.VerbForm === 'Fin' && morph.Mood !== 'Imp') return true
    if (upos === 'SCONJ' || /^(?:som|där|vars|att|om|när|vad|hur|varför|vem|vilken|vilket|vilka)$/.test(lower))
      return false
  }
  return false
}
