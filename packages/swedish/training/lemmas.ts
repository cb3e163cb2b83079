import { cutAll, type LemmaRows, lemmaBase, lemmaKey, maxLemmaEnding, type Script } from '../src/lemma/lemma.ts'
import type { TrainingWord } from './corpus.ts'
import { getOrCreate, increment } from './maps.ts'
import type { TagSet } from './tags.ts'

/** A form with its tag and lemma. */
export type LemmaForm = Pick<TrainingWord, 'form' | 'lower' | 'tag' | 'lemma'>

/** Where the treebank and the lexicon give a form different lemmas, the treebank has its way. */
const treebankWeight = 10

/**
 * Learns for each tag a tree of endings that says how the lemma is made, and keeps of it only where a
 * longer ending says other than the shorter. Words with a rule of their own are the exceptions.
 */
export function learnLemmas(words: readonly TrainingWord[], forms: readonly LemmaForm[], tags: TagSet): LemmaRows {
  const scripts: Script[] = []
  const scriptIds = new Map<string, number>()
  const counts = new Map<string, Map<number, number>>()
  const count = ({ form, lower, tag, lemma }: LemmaForm, weight: number): void => {
    const name = tags.names[tag]!.startsWith('PROPN')
    const script = scriptFor(lemmaBase(form, lower, name), lemma)
    const text = `${script.cut}:${script.add}`
    let id = scriptIds.get(text)
    if (id === undefined) {
      id = scripts.length
      scriptIds.set(text, id)
      scripts.push(script)
    }
    const key = `${tag}:${lower}`
    const seen = getOrCreate(counts, key, () => new Map<number, number>())
    increment(seen, id, weight)
  }
  for (const word of words) count(word, treebankWeight)
  for (const form of forms) count(form, 1)

  interface Node {
    votes: Map<number, number>
    children: Map<string, Node>
    word: number | undefined
  }
  const roots = new Map<number, Node>()
  const create = (): Node => ({ votes: new Map(), children: new Map(), word: undefined })
  for (const [key, seen] of counts) {
    const colon = key.indexOf(':')
    const tag = Number(key.slice(0, colon))
    const lower = key.slice(colon + 1)
    const script = most(seen)
    // A word counts once however often it stands in the text: endings are about types.
    let node = getOrCreate(roots, tag, create)
    // A lemma that shares nothing with its form says nothing about other words.
    const regular = scripts[script]!.cut !== cutAll
    if (regular) vote(node, script)
    for (let k = 1; k <= Math.min(maxLemmaEnding, lower.length); k++) {
      const letter = lower[lower.length - k]!
      node = getOrCreate(node.children, letter, create)
      if (regular) vote(node, script)
    }
    node.children.set(`^${lower}`, { votes: new Map(), children: new Map(), word: script })
  }

  const rules = new Map<number, number>()
  const visit = (node: Node, tag: number, ending: string, inherited: number): void => {
    let current = inherited
    const choice = most(node.votes)
    if (choice >= 0 && choice !== inherited && (node.votes.get(choice) ?? 0) > (node.votes.get(inherited) ?? 0)) {
      current = choice
      rules.set(lemmaKey(ending, ending.length, tag), choice)
    }
    for (const [letter, child] of node.children) {
      if (letter.length > 1) {
        const word = letter.slice(1)
        if (child.word !== current) rules.set(lemmaKey(word, word.length + 1, tag), child.word!)
      } else visit(child, tag, letter + ending, current)
    }
  }
  for (const [tag, root] of roots) visit(root, tag, '', -1)
  return { scripts, rules }
}

function vote(node: { votes: Map<number, number> }, script: number): void {
  node.votes.set(script, (node.votes.get(script) ?? 0) + 1)
}

function most(votes: Map<number, number>): number {
  let best = -1
  let top = -1
  for (const [id, count] of votes)
    if (count > top || (count === top && id < best)) {
      best = id
      top = count
    }
  return best
}

function scriptFor(base: string, lemma: string): Script {
  let common = 0
  while (common < base.length && common < lemma.length && base[common] === lemma[common]) common++
  const cut = base.length - common
  if (common === 0 || cut >= cutAll) return { cut: cutAll, add: lemma }
  return { cut, add: lemma.slice(common) }
}
