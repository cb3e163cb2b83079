import { readFileSync } from 'node:fs'

/** A word of a treebank: the columns the training uses. */
export interface TreebankWord {
  form: string
  lemma: string
  upos: string
  /** UD's FEATS column, `_` where there are none. */
  feats: string
  /** Number of the head within the sentence from 1; 0 for the root. */
  head: number
  deprel: string
}

export interface TreebankSentence {
  id: string
  text: string
  /** A paragraph or a document begins here. */
  newBlock: boolean
  words: TreebankWord[]
}

/** Reads CoNLL-U text. Multi-word ranges and empty nodes are left out, as the tagger has no use for them. */
export function parseConllu(source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let current: TreebankSentence = { id: '', text: '', newBlock: false, words: [] }
  for (const line of source.split(/\r?\n/)) {
    if (line === '') {
      if (current.words.length > 0) sentences.push(current)
      current = { id: '', text: '', newBlock: false, words: [] }
    } else if (line.startsWith('# sent_id = ')) current.id = line.slice(12)
    else if (line.startsWith('# text = ')) current.text = line.slice(9)
    else if (/^# new(par|doc)\b/.test(line)) current.newBlock = true
    else if (line[0] !== '#') {
      const column = line.split('\t')
      if (!/^\d+$/.test(column[0]!)) continue
      current.words.push({
        form: column[1]!,
        lemma: column[2]!,
        upos: column[3]!,
        feats: column[5]!,
        head: Number(column[6]),
        deprel: column[7]!,
      })
    }
  }
  if (current.words.length > 0) sentences.push(current)
  return sentences
}

/** Reads a CoNLL-U file. */
export function readConllu(path: string): TreebankSentence[] {
  return parseConllu(readFileSync(path, 'utf8'))
}
