import { detailOf } from '../detail.ts'
import type { FileResult, Finding, Range } from '../result.ts'
import type { Severity } from '../types.ts'
import { readabilityOf, type SentenceFigures } from './readability.ts'

/** A change that helps the reader: a hard sentence with what was found in it, or a finding about the text. */
export interface BestEdit {
  range: Range
  /** The sentence, or what the finding marks. */
  text: string
  /** Of the sentence, 0–100; undefined for a finding about more than a sentence. */
  difficulty: number | undefined
  /** What makes the sentence hard, in Swedish, the heaviest first: `34 ord`, `tre passiva verb`. */
  reasons: string[]
  /** In text order. */
  findings: Finding[]
}

/** How much mending a finding helps beside points of difficulty. Our own judgement. */
const findingPoints: Record<Severity, number> = { error: 8, warning: 5, suggestion: 2 }

/** A finding about a block or the whole text touches more than one sentence. */
const wideFactor = 4

/** A sentence that is easier than this is no place to begin, unless something was found in it. */
const easy = 20

/**
 * The changes that help the reader most, the most helpful first.
 *
 * @param most how many at the most
 */
export function bestEdits(result: FileResult, most = 5): BestEdit[] {
  const { places } = detailOf(result)
  const { sentences } = readabilityOf(result)
  const inSentence = new Map<SentenceFigures, Finding[]>()
  const ranked: { edit: BestEdit; points: number }[] = []
  for (const [index, finding] of result.findings.entries()) {
    const place = places[index]!
    const sentence = isWide(place.extent) ? undefined : sentenceOf(sentences, place)
    if (sentence) {
      const list = inSentence.get(sentence)
      if (list) list.push(finding)
      else inSentence.set(sentence, [finding])
    } else {
      const { range, text, severity, message } = finding
      const edit = { range, text, difficulty: undefined, reasons: [message], findings: [finding] }
      ranked.push({ edit, points: findingPoints[severity] * (isWide(place.extent) ? wideFactor : 1) })
    }
  }
  for (const sentence of sentences) {
    const findings = inSentence.get(sentence) ?? []
    const { score } = sentence.difficulty
    if (findings.length === 0 && score < easy) continue
    const points = Math.max(0, score - easy) + findings.reduce((sum, { severity }) => sum + findingPoints[severity], 0)
    const { range, text } = sentence
    ranked.push({ edit: { range, text, difficulty: score, reasons: reasonsOf(sentence), findings }, points })
  }
  return ranked
    .sort((a, b) => b.points - a.points || a.edit.range.start.offset - b.edit.range.start.offset)
    .slice(0, most)
    .map(({ edit }) => edit)
}

function isWide(extent: string): boolean {
  return extent === 'block' || extent === 'document'
}

function sentenceOf(
  sentences: readonly SentenceFigures[],
  { block, start }: { block: number; start: number },
): SentenceFigures | undefined {
  return sentences.find((sentence) => sentence.block === block && start >= sentence.start && start < sentence.end)
}

/** A part with fewer points than this is not worth a word. */
const telling = 4

function reasonsOf({ words, difficulty: { parts, hardWords } }: SentenceFigures): string[] {
  const texts: Record<keyof typeof parts, string> = {
    length: `Meningen har ${words}\u00a0ord.`,
    depth: 'Flera satser ligger inne i varandra.',
    words:
      hardWords.length === 1
        ? `Ett svårt ord: ${hardWords[0]!.form}.`
        : `Svåra ord: ${hardWords.map(({ form }) => form).join(', ')}.`,
    passives: 'Passiva verb gör det svårt att se vem som gör vad.',
    distance: 'Subjektet och verbet står långt ifrån varandra.',
    lateVerb: 'Verbet kommer sent.',
  }
  return (Object.entries(parts) as [keyof typeof parts, number][])
    .filter(([part, points]) => points >= telling && (part !== 'words' || hardWords.length > 0))
    .sort(([, a], [, b]) => b - a)
    .map(([part]) => texts[part])
}
