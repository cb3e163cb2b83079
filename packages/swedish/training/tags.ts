import type { TreebankSentence, TreebankWord } from './conllu.ts'

/** The tag set of a corpus and the groups of tags that share weights. */
export interface TagSet {
  /** `UPOS|FEATS`, most frequent first. */
  readonly names: readonly string[]
  readonly idOf: ReadonlyMap<string, number>
  /** Group of each tag, by kind of group: word class, features. Features of one class alone are one group. */
  readonly groups: readonly Uint8Array[]
}

export function tagName(word: Pick<TreebankWord, 'upos' | 'feats'>): string {
  return `${word.upos}|${word.feats}`
}

export function collectTags(sentences: readonly TreebankSentence[], more: Iterable<string>): TagSet {
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const word of words) counts.set(tagName(word), (counts.get(tagName(word)) ?? 0) + 1)
  for (const name of more) if (!counts.has(name)) counts.set(name, 0)
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
  const group = (key: (name: string) => string): Uint8Array => {
    const keys = [...new Set(names.map(key))]
    return Uint8Array.from(names, (name) => keys.indexOf(key(name)))
  }
  const featsOf = (name: string): string => name.slice(name.indexOf('|') + 1)
  const shared = (feats: string): boolean => names.filter((name) => featsOf(name) === feats).length > 1
  return {
    names,
    idOf: new Map(names.map((name, id) => [name, id])),
    groups: [group((name) => name.split('|', 1)[0]!), group((name) => (shared(featsOf(name)) ? featsOf(name) : ''))],
  }
}
