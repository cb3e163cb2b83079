import { readFileSync } from 'node:fs'

/** A word of a treebank: the columns the training uses. */
export interface TreebankWord {
  form: string
  lemma: string
  upos: string
  /** UD's FEATS column, `_` where there are none. */
  feats: string
  /** Number of the head within the sentence from 1; 0 for the root, NaN where the sentence has no tree (`_`). */
  head: number
  deprel: string
}

export interface TreebankSentence {
  id: string
  text: string
  /** Its genre (`# genre`) or else the name of its document (`# newdoc id`); empty where there is neither. */
  document: string
  /** A paragraph or a document begins here. */
  newBlock: boolean
  words: TreebankWord[]
}

/** Reads CoNLL-U text. Multi-word ranges and empty nodes are left out, as the tagger has no use for them. */
export function parseConllu(source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ''
  const create = (): TreebankSentence => ({ id: '', text: '', document: '', newBlock: false, words: [] })
  let current = create()
  const close = (): void => {
    if (current.words.length > 0) sentences.push({ ...current, document: current.document || document })
    current = create()
  }
  for (const line of source.split(/\r?\n/)) {
    if (line === '') close()
    else if (line.startsWith('# sent_id = ')) current.id = line.slice(12)
    else if (line.startsWith('# genre = ')) current.document = line.slice(10)
    else if (line.startsWith('# text = ')) current.text = line.slice(9)
    else if (/^# new(par|doc)\b/.test(line)) {
      current.newBlock = true
      if (line.startsWith('# newdoc')) document = /id = (.*)/.exec(line)?.[1] ?? ''
    } else if (line[0] !== '#') {
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
  close()
  return sentences
}

/** Reads a CoNLL-U file. */
export function readConllu(path: string): TreebankSentence[] {
  return parseConllu(readFileSync(path, 'utf8'))
}
