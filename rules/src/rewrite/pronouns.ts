import type { Word } from 'retext-swedish'

const objects: Readonly<Record<string, string>> = {
  jag: 'mig',
  du: 'dig',
  han: 'honom',
  hon: 'henne',
  vi: 'oss',
  ni: 'er',
  de: 'dem',
}
const subjects: Readonly<Record<string, string>> = {
  mig: 'jag',
  dig: 'du',
  honom: 'han',
  henne: 'hon',
  oss: 'vi',
  er: 'ni',
  dem: 'de',
}
const reflexives: Readonly<Record<string, string>> = { jag: 'mig', du: 'dig', vi: 'oss', ni: 'er' }
/** Pronouns with one form for subject and object. */
const unchanging = new Set(['den', 'det', 'hen', 'detta', 'denna', 'dessa', 'alla', 'många', 'några', 'någon', 'båda'])
/** Unstressed pronouns: they stand before `inte` when they are objects of a verb in the second place. */
const light = new Set(['mig', 'dig', 'honom', 'henne', 'hen', 'oss', 'er', 'dem', 'den', 'det'])
/** `ingen ansökan` is `inte … någon ansökan` where a verb stands between. */
export const negatives: Readonly<Record<string, string>> = {
  ingen: 'någon',
  inget: 'något',
  inga: 'några',
  ingenting: 'någonting',
}

/** `du` as an object is `dig`. Undefined for a pronoun that has no such form. */
export function objectForm({ lower }: Word): string | undefined {
  return objects[lower] ?? (unchanging.has(lower) || negatives[lower] ? lower : undefined)
}

/** `oss` as a subject is `vi`. Undefined for a pronoun that has no such form. */
export function subjectForm({ lower }: Word): string | undefined {
  return subjects[lower] ?? (unchanging.has(lower) ? lower : undefined)
}

/** The reflexive of a subject: `oss` for `vi`, `sig` for nouns and `man`. */
export function reflexiveOf({ lower }: Word): string {
  return reflexives[lower] ?? 'sig'
}

/** True for an object that stands before `inte`: `prövar den inte`. */
export function isLight(object: string): boolean {
  return light.has(object)
}
