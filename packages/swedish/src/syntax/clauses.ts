import type { Sentence, Word } from '../types.ts'
import { type SentenceTree, treeOf } from './tree.ts'

export type ClauseType = 'main' | 'relative' | 'subordinate' | 'infinitive'

/** A clause of a sentence. */
export interface Clause {
  readonly type: ClauseType
  /** How many finite clauses it stands in: 0 for a main clause. An infinitive adds none. */
  readonly depth: number
  /** The word that the clause is built on: its main verb, or the noun or adjective beside a copula. */
  readonly predicate: Word
  /** Its finite verb; undefined for infinitives, fragments and clauses that leave `har` out. */
  readonly finite: Word | undefined
  /** The word that opens a subordinate clause: `att`, `om`, `som`; undefined where there is none. */
  readonly opener: Word | undefined
  /** The clause it stands in, or is joined to. */
  readonly parent: Clause | undefined
  /** All its words, those of clauses inside it too, but not those of clauses joined to it. Punctuation at the ends left out. */
  readonly words: readonly Word[]
  /** Offsets into the analysed text. */
  readonly start: number
  readonly end: number
}

const CLAUSAL = /^(?:ccomp|xcomp|advcl|acl|csubj|parataxis|conj|root|dislocated)/

const found = new WeakMap<Sentence, readonly Clause[]>()

/** The clauses of a sentence, in the order of their first words. */
export function clauses(sentence: Sentence): readonly Clause[] {
  let list = found.get(sentence)
  if (list === undefined) {
    list = findClauses(sentence)
    found.set(sentence, list)
  }
  return list
}

/** The finite verb of the main clause: of the first, where several are joined. */
export function finiteVerb(sentence: Sentence): Word | undefined {
  const mains = clauses(sentence).filter(({ type, finite }) => type === 'main' && finite !== undefined)
  return mains[0]?.finite
}

/** True where the subject stands after the finite verb: `Nu stängs badet`. */
export function isInverted(clause: Clause): boolean {
  const { finite, predicate } = clause
  if (finite === undefined) return false
  const tree = treeOf(predicate.sentence)
  const subject = tree
    .dependents(tree.indexOf(predicate))
    .find((dependent) => /^(?:nsubj|expl)/.test(tree.relation(dependent)))
  return subject !== undefined && tree.word(subject).index > finite.index
}

interface Draft {
  readonly at: number
  readonly type: ClauseType
  readonly finite: Word | undefined
  readonly isJoined: boolean
}

function findClauses(sentence: Sentence): Clause[] {
  const { words } = sentence
  if (words.length === 0) return []
  const tree = treeOf(sentence)
  const drafts = new Map<number, Draft>()
  const made = new Map<number, Clause>()
  const order = words.map((_, i) => i).sort((a, b) => depthOf(tree, a) - depthOf(tree, b) || a - b)
  for (const i of order) {
    const over = enclosing(tree, i, drafts)
    const draft = draftAt(tree, i, over)
    if (draft !== undefined) drafts.set(i, draft)
  }
  for (const draft of drafts.values()) {
    const over = enclosing(tree, draft.at, drafts)
    const parent = over === undefined ? undefined : made.get(over.at)
    made.set(draft.at, clauseOf(tree, draft, parent, drafts))
  }
  return [...made.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

function depthOf(tree: SentenceTree, i: number): number {
  let depth = 0
  for (let at = tree.head(i); at >= 0; at = tree.head(at)) depth++
  return depth
}

/** The innermost clause found above a word. */
function enclosing(tree: SentenceTree, i: number, drafts: ReadonlyMap<number, Draft>): Draft | undefined {
  for (let at = tree.head(i); at >= 0; at = tree.head(at)) {
    const draft = drafts.get(at)
    if (draft !== undefined) return draft
  }
  return undefined
}

function draftAt(tree: SentenceTree, i: number, over: Draft | undefined): Draft | undefined {
  const relation = tree.relation(i)
  if (!CLAUSAL.test(relation)) return undefined
  const word = tree.word(i)
  const finite = finiteOf(tree, i)
  const isRoot = tree.head(i) < 0
  const supine = word.morph.VerbForm === 'Sup'
  const infinitive = finite === undefined && hasInfinitive(tree, i)
  if (isRoot) return { at: i, type: infinitive ? 'infinitive' : 'main', finite, isJoined: false }
  if (finite === undefined && !supine && !infinitive) return undefined
  if (relation === 'conj') {
    if (over === undefined || over.at !== tree.head(i)) return undefined
    // ”kan sökas och beviljas”: one auxiliary for both is one clause.
    if (finite === undefined && !hasOwnSubject(tree, i)) return undefined
    return { at: i, type: over.type, finite, isJoined: true }
  }
  if (relation === 'parataxis') return { at: i, type: 'main', finite, isJoined: true }
  if (infinitive) return { at: i, type: 'infinitive', finite, isJoined: false }
  const relative = /^acl:(?:relcl|cleft)$/.test(relation)
  return { at: i, type: relative ? 'relative' : 'subordinate', finite, isJoined: false }
}

const hasOwnSubject = (tree: SentenceTree, i: number): boolean =>
  tree.dependents(i).some((dependent) => /^(?:nsubj|csubj|expl)/.test(tree.relation(dependent)))

function finiteOf(tree: SentenceTree, i: number): Word | undefined {
  const word = tree.word(i)
  if (word.morph.VerbForm === 'Fin') return word
  const verb = tree
    .dependents(i)
    .find((dependent) => /^(?:aux|cop)/.test(tree.relation(dependent)) && tree.word(dependent).morph.VerbForm === 'Fin')
  return verb === undefined ? undefined : tree.word(verb)
}

function hasInfinitive(tree: SentenceTree, i: number): boolean {
  if (tree.word(i).morph.VerbForm === 'Inf') return true
  return tree
    .dependents(i)
    .some((dependent) => /^(?:aux|cop)/.test(tree.relation(dependent)) && tree.word(dependent).morph.VerbForm === 'Inf')
}

function clauseOf(
  tree: SentenceTree,
  draft: Draft,
  parent: Clause | undefined,
  drafts: ReadonlyMap<number, Draft>,
): Clause {
  const { at, type, finite, isJoined } = draft
  const inner: number[] = []
  const pending = [at]
  while (pending.length > 0) {
    const i = pending.pop()!
    inner.push(i)
    for (const dependent of tree.dependents(i)) if (drafts.get(dependent)?.isJoined !== true) pending.push(dependent)
  }
  inner.sort((a, b) => a - b)
  while (inner.length > 1 && tree.word(inner[0]!).upos === 'PUNCT') inner.shift()
  while (inner.length > 1 && tree.word(inner.at(-1)!).upos === 'PUNCT') inner.pop()
  const words = inner.map((i) => tree.word(i))
  const deepens = type !== 'infinitive' && type !== 'main'
  const outer = parent?.depth ?? 0
  return {
    type,
    depth: isJoined ? (type === 'main' ? 0 : outer) : outer + (deepens ? 1 : 0),
    predicate: tree.word(at),
    finite,
    opener: openerOf(tree, at, type),
    parent,
    words,
    start: words[0]!.start,
    end: words.at(-1)!.end,
  }
}

function openerOf(tree: SentenceTree, at: number, type: ClauseType): Word | undefined {
  if (type === 'main') return undefined
  for (const dependent of tree.dependents(at)) {
    const word = tree.word(dependent)
    if (word.index > tree.word(at).index) break
    if (tree.relation(dependent) === 'mark' || word.morph.PronType === 'Rel' || word.lower === 'som') return word
    if (type !== 'infinitive' && word.upos === 'ADV' && /^(?:när|då|där|dit|hur|varför|var|vart)$/.test(word.lower))
      return word
  }
  return undefined
}
