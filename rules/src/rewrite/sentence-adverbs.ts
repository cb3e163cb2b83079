import type { Word } from 'retext-swedish'

/** Adverbs of the whole clause: they stand after the verb in the second place, and before it in a subordinate clause. */
const adverbs = new Set(
  (
    'inte ej aldrig alltid ofta sällan ibland redan ännu fortfarande numera nu också även därför dock därmed ' +
    'alltså sedan därefter normalt vanligen vanligtvis oftast endast bara snart nyligen säkert kanske ändå ' +
    'samtidigt således dessutom däremot heller årligen sist först slutligen'
  ).split(' '),
)

export function isSentenceAdverb({ lower, upos }: Word): boolean {
  return (upos === 'ADV' || upos === 'PART' || upos === 'ADJ') && adverbs.has(lower)
}

export function isNegation({ lower }: Word): boolean {
  return lower === 'inte' || lower === 'ej' || lower === 'aldrig'
}
