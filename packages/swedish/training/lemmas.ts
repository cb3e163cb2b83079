import { cutAll, type LemmaRows, lemmaBase, lemmaKey, maxLemmaEnding, type Script } from '../src/lemma/lemma.ts'
import type { TrainingWord } from './corpus.ts'
import { getOrCreate } from './maps.ts'
import type { TagSet } from './tags.ts'

/**
 * Learns for each tag a tree of endings that says how the lemma is made, and keeps of it only where a
 * longer ending says other than the shorter. Words with a rule of their own are the exceptions.
 */
export function learnLemmas(words: Iterable<TrainingWord>, tags: TagSet): LemmaRows {
  const scripts: Script[] = []
  const scriptIds = new Map<string, number>()
  const counts = new Map<string, Map<number, number>>()
  for (const word of words) {
    if (word.tag < 0) continue
    const name = tags.names[word.tag]!.startsWith('PROPN')
    const script = scriptFor(lemmaBase(word.form, word.lower, name), word.lemma)
    const text = `${script.cut}:${script.add}`
    let id = scriptIds.get(text)
    if (id === undefined) {
      id = scripts.length
      scriptIds.set(text, id)
      scripts.push(script)
    }
    const key = `${word.tag}:${word.lower}`
    const seen = getOrCreate(counts, key, () => new Map<number, number>())
    seen.set(id, (seen.get(id) ?? 0) + 1)
  }

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
    vote(node, script)
    for (let k = 1; k <= Math.min(maxLemmaEnding, lower.length); k++) {
      const letter = lower[lower.length - k]!
      node = getOrCreate(node.children, letter, create)
      vote(node, script)
    }
    node.children.set(`^${lower}`, { votes: new Map(), children: new Map(), word: script })
  }

  const rules = new Map<number, number>()
  const visit = (node: Node, tag: number, ending: string, inherited: number): void => {
    let current = inherited
    const choice = most(node.votes)
    if (choice !== inherited && (node.votes.get(choice) ?? 0) > (node.votes.get(inherited) ?? 0)) {
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
