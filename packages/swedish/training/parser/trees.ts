import type { TreebankSentence, TreebankWord } from '../conllu.ts'

/**
 * Brings the trees of the rebuilt training part to the conventions of the current release where they differ by rule.
 * Word classes are to be normalised before.
 */
export function normaliseTrees(sentences: readonly TreebankSentence[]): void {
  for (const { words } of sentences) {
    for (let i = 0; i < words.length; i++) {
      if (words[i]!.lemma === 'bli' && words[i]!.upos === 'AUX') makeAuxiliary(words, i)
      attachNumber(words, i)
    }
  }
}

/** `blir valda`: the participle takes the place of `bli`, which becomes its auxiliary. */
function makeAuxiliary(words: readonly TreebankWord[], i: number): void {
  const bli = words[i]!
  if (/^aux/.test(bli.deprel)) {
    bli.deprel = words[bli.head - 1]?.feats.includes('Voice=Pass') ? 'aux:pass' : bli.deprel
    return
  }
  const participle = words.find(
    (word, j) => j > i && word.head === i + 1 && word.upos === 'VERB' && word.feats.includes('VerbForm=Part'),
  )
  if (participle === undefined) return
  const number = words.indexOf(participle) + 1
  participle.head = bli.head
  participle.deprel = bli.deprel
  for (const word of words) if (word.head === i + 1 && word !== participle) word.head = number
  for (const word of words) if (word.head === number && word.deprel === 'nsubj') word.deprel = 'nsubj:pass'
  bli.head = number
  bli.deprel = 'aux:pass'
}

/** A number that stands beside a verb tells when or how much: it is no modifier of a noun. */
function attachNumber(words: readonly TreebankWord[], i: number): void {
  const number = words[i]!
  if (number.upos !== 'NUM' || number.deprel !== 'nummod') return
  const head = words[number.head - 1]
  if (head?.upos === 'VERB') number.deprel = 'obl'
}
