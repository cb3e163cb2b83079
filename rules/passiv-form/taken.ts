import type { Word } from 'retext-swedish'
import { text as words } from '../generated/tables/ersattningar.ts'
import { text as compounds } from '../generated/tables/partikelverb.ts'
import { readReplacements } from '../src/replacements.ts'
import { lazy } from '../src/table.ts'
import { findObject, findSubject, isSupportVerb } from '../substantivsjuka/find.ts'

/** Passive forms that a rule for hard words marks. */
const hardWords = lazy(
  () =>
    new Set(
      [...readReplacements(words), ...readReplacements(compounds)]
        .filter(({ wordClass, strength }) => wordClass === 'v' && strength < 3)
        .flatMap(({ patterns }) => patterns.filter((pattern) => pattern.endsWith('s'))),
    ),
)

/** True for a passive whose finding gives way to another rule’s, as yieldsTo says, so that it takes no place. */
export function isTakenByOther(verb: Word): boolean {
  if (hardWords().has(verb.lower)) return true
  return isSupportVerb(verb) && (findObject(verb) ?? findSubject(verb)) !== undefined
}
