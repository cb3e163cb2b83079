import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const upos = new Set('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '))

const features: Record<string, readonly string[]> = {
  Abbr: ['Yes'],
  Case: ['Nom', 'Gen', 'Acc'],
  Definite: ['Def', 'Ind'],
  Degree: ['Pos', 'Cmp', 'Sup'],
  ExtPos: ['ADP', 'ADV', 'CCONJ', 'SCONJ'],
  Gender: ['Com', 'Neut'],
  Mood: ['Ind', 'Imp'],
  Number: ['Sing', 'Plur'],
  NumType: ['Card', 'Ord'],
  Polarity: ['Neg'],
  Poss: ['Yes'],
  PronType: ['Art', 'Dem', 'Ind', 'Int', 'Neg', 'Prs', 'Rel', 'Tot'],
  Tense: ['Pres', 'Past'],
  VerbForm: ['Fin', 'Inf', 'Sup', 'Part'],
  Voice: ['Act', 'Pass'],
}

const relations = new Set(
  `acl acl:cleft acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound:prt conj cop csubj csubj:pass det
  discourse expl fixed flat:name iobj mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:agent parataxis punct root
  vocative xcomp`.split(/\s+/),
)

function read(part: 'train' | 'test') {
  const source = readFileSync(new URL(`../gold/${part}.conllu`, import.meta.url), 'utf8')
  return source
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n')
      const comment = (name: string) =>
        lines.find((line) => line.startsWith(`# ${name} = `))?.slice(name.length + 5) ?? ''
      const words = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
      return { id: comment('sent_id'), text: comment('text'), genre: comment('genre'), words }
    })
}

/** What is wrong with the features of a word, if anything. */
function faultyFeatures(feats: string): string[] {
  if (feats === '_') return []
  const pairs = feats.split('|')
  const names = pairs.map((pair) => pair.split('=')[0]!)
  const faults = pairs.filter((pair) => {
    const [name, value] = pair.split('=')
    return !features[name!]?.includes(value!)
  })
  const sorted = [...new Set(names)].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  return sorted.join() === names.join() ? faults : [...faults, `order: ${feats}`]
}

/** What is wrong with a tree, if anything; a sentence without one has `_` throughout. */
function faultyTree(words: readonly string[][]): string | undefined {
  if (words.every((word) => word[6] === '_' && word[7] === '_')) return undefined
  const heads = words.map((word) => Number(word[6]))
  if (heads.filter((head) => head === 0).length !== 1) return 'not one root'
  for (const [index, word] of words.entries()) {
    if (!relations.has(word[7]!)) return `relation ${word[7]}`
    if ((word[7] === 'root') !== (heads[index] === 0)) return `root at ${index + 1}`
    let steps = 0
    for (let at = index + 1; at !== 0; at = heads[at - 1]!) {
      if (!(at >= 1 && at <= words.length) || steps++ > words.length) return `no way to the root from ${index + 1}`
    }
  }
  return undefined
}

describe.each([
  ['train', 400],
  ['test', 200],
] as const)('gold/%s.conllu', (part, count) => {
  const sentences = read(part)

  it('has its sentences, each with an id, a genre and ten columns a word', () => {
    expect(sentences).toHaveLength(count)
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(count)
    for (const { id, genre, words } of sentences) {
      expect(id).toMatch(new RegExp(`^gold-${part}-\\d+$`))
      expect(genre).toMatch(/^(decision|heading|letter|list|press|report|service)$/)
      expect(words.map((word) => word[0])).toEqual(words.map((_, index) => String(index + 1)))
      expect(words.filter((word) => word.length !== 10 || word.includes(''))).toEqual([])
    }
  })

  it('has words that make up the text', () => {
    for (const { text, words } of sentences) {
      expect(
        words
          .map((word) => word[1] + (word[9] === 'SpaceAfter=No' ? '' : ' '))
          .join('')
          .trim(),
      ).toBe(text)
    }
  })

  it('has known word classes and features only', () => {
    for (const { id, words } of sentences) {
      for (const word of words) {
        expect(upos, `${id} ${word[1]}`).toContain(word[3])
        expect(faultyFeatures(word[5]!), `${id} ${word[1]}`).toEqual([])
      }
    }
  })

  it('has whole trees, for at least a hundred sentences', () => {
    for (const { id, words } of sentences) expect(faultyTree(words), id).toBeUndefined()
    expect(sentences.filter(({ words }) => words[0]![6] !== '_').length).toBeGreaterThanOrEqual(100)
  })
})

it('keeps the two halves apart', () => {
  const train = new Set(read('train').map(({ text }) => text))
  const shared = read('test').filter(({ text, words }) => words.length > 4 && train.has(text))
  expect(shared).toEqual([])
})
