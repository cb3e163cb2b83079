import { detailOf } from './detail.ts'
import { sentenceAt } from './fingerprint.ts'
import type { FileResult, Finding } from './result.ts'

/** How alike two sentences must be for one to be the other edited. */
const kinship = 0.6

/**
 * The findings that an earlier version of a text did not have. A finding is known by its fingerprint. Where its
 * sentence was edited, it is also known by rule and words in the sentence that the edited one came from, so that a
 * mended phone number does not make an old finding new. One that went and one that came elsewhere never cancel out.
 */
export function newSince(result: FileResult, previous: FileResult): Finding[] {
  const before = new Set(previous.findings.map(({ fingerprint }) => fingerprint))
  const now = new Set(result.findings.map(({ fingerprint }) => fingerprint))
  const unknown = result.findings.filter(({ fingerprint }) => !before.has(fingerprint))
  const gone = previous.findings.filter(({ fingerprint }) => !now.has(fingerprint))
  if (unknown.length === 0 || gone.length === 0) return unknown
  const origins = originsOf(gone, previous, result)
  const sentences = sentencesOf(result)
  const kinds = kindsOf(result)
  return unknown.filter((finding) => {
    const list = origins.get(kinds.get(finding) ?? '') ?? []
    const sentence = countWords(sentences.get(finding) ?? '')
    const match = list.findIndex((origin) => similarity(origin, sentence) >= kinship)
    if (match >= 0) list.splice(match, 1)
    return match < 0
  })
}

/** Sentences that findings are gone from and that were changed, by the kind of finding. */
function originsOf(gone: readonly Finding[], previous: FileResult, result: FileResult): Map<string, WordCounts[]> {
  const standing = new Set(sentencesOf(result).values())
  const sentences = sentencesOf(previous)
  const kinds = kindsOf(previous)
  const origins = new Map<string, WordCounts[]>()
  for (const finding of gone) {
    const sentence = sentences.get(finding)
    if (sentence === undefined || standing.has(sentence)) continue
    const kind = kinds.get(finding)!
    const list = origins.get(kind)
    if (list) list.push(countWords(sentence))
    else origins.set(kind, [countWords(sentence)])
  }
  return origins
}

/** The sentence that each finding begins in. */
function sentencesOf(result: FileResult): Map<Finding, string> {
  const { document, blocks, places } = detailOf(result)
  const sentences = new Map<Finding, string>()
  for (const [index, finding] of result.findings.entries()) {
    const { block: at, start } = places[index]!
    const block = document.blocks[at]
    const stats = blocks[at]
    if (!block || !stats) continue
    const sentence = sentenceAt(stats.sentenceSpans, start, block.text.length)
    sentences.set(finding, block.text.slice(sentence.start, sentence.end))
  }
  return sentences
}

/** The rule, and the words where the finding is about words. */
function kindsOf(result: FileResult): Map<Finding, string> {
  const { places } = detailOf(result)
  return new Map(
    result.findings.map((finding, index) => {
      const { extent } = places[index]!
      const words = extent === 'word' || extent === 'phrase' ? finding.text.toLowerCase() : ''
      return [finding, `${finding.ruleId}\u0000${words}`]
    }),
  )
}

interface WordCounts {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

function countWords(sentence: string): WordCounts {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}

/** Dice's coefficient of the words: 1 for the same words, 0 for none in common. */
function similarity(one: WordCounts, other: WordCounts): number {
  let shared = 0
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0)
  return one.total + other.total === 0 ? 1 : (2 * shared) / (one.total + other.total)
}
