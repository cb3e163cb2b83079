import { type Figures, type FileResult, fewestWords, readabilityOf } from '@klarsprak/engine'
import { counted, formatNumber } from '@klarsprak/report'
import { lintTexts, type ReadingOptions } from '../lint-texts.ts'
import { openLinter } from '../linter.ts'
import { FAILED, OK } from '../main.ts'
import { print } from '../terminal.ts'

/** Prints the readability metrics of texts, as a whole and section by section. */
export async function metrics(
  paths: readonly string[],
  options: ReadingOptions & { format: 'pretty' | 'json' },
): Promise<number> {
  // No rule is needed for the figures.
  const { results, failed } = lintTexts(openLinter(), paths, { ...options, only: [] }, 'metrics')
  if (options.format === 'json')
    await print(`${JSON.stringify({ version: 1, files: results.map(fileObject) }, null, 2)}\n`)
  else for (const result of results) await print(`${table(result)}\n`)
  return failed ? FAILED : OK
}

function fileObject(result: FileResult) {
  const { path, profile, metrics: short } = result
  const { whole, sections, sentences } = readabilityOf(result)
  return {
    path,
    profile,
    metrics: short,
    figures: whole,
    sections,
    sentences: sentences.map(({ range, words, difficulty: { score, parts } }) => ({
      range,
      words,
      difficulty: score,
      parts,
    })),
  }
}

function table(result: FileResult): string {
  const { whole, sections } = readabilityOf(result)
  const { words, sentences, ovix, nominalRatio } = whole
  const percent = (share: number) => `${formatNumber(share * 100)}\u00a0%`
  const rows: [string, string][] = [
    ['Ord', formatNumber(words)],
    ['Meningar', formatNumber(sentences)],
    [
      'Ord per mening',
      sentences === 0
        ? '–'
        : `${formatNumber(whole.meanSentence, 1)} (median ${formatNumber(whole.medianSentence, 1)})`,
    ],
    ['Längsta mening', counted(whole.longestSentence, 'ord', 'ord')],
    ['Över 25 ord', `${percent(whole.longSentences)} av meningarna`],
    ['Långa ord', `${percent(whole.longWords)} av orden har fler än sex bokstäver`],
    ['Passiva verb', `${percent(whole.passiveShare)} av verben`],
    ['Lix', lixText(whole)],
    ['Ovix', ovix === null ? '–' : formatNumber(ovix)],
    ['Nominalkvot', nominalRatio === null ? '–' : formatNumber(nominalRatio, 2)],
  ]
  const lines = rows.map(([name, value]) => `  ${name.padEnd(16)}${value}`)
  if (words < fewestWords) lines.push('', `  Texten har färre än ${fewestWords} ord. Måtten är osäkra.`)
  else lines.push('', `  Jämför ovix och nominalkvot bara med texter av samma slag och längd.`)
  if (sections.length > 1) {
    lines.push('', '  Avsnitt (lix, ord per mening, ord)')
    for (const { heading, figures } of sections)
      lines.push(
        `  ${formatNumber(figures.lix).padStart(5)} ${formatNumber(figures.meanSentence, 1).padStart(6)} ${formatNumber(figures.words).padStart(6)}  ${heading ?? 'Före första rubriken'}`,
      )
  }
  return `${result.path} (texttyp ${result.profile})\n${lines.join('\n')}\n`
}

/** With how unsure the value is, and what it means where the text is long enough to say. */
function lixText({ lix, lixMargin, lixBand }: Figures): string {
  const margin = lixMargin === null ? '' : ` ± ${formatNumber(lixMargin)}`
  return `${formatNumber(lix)}${margin}${lixBand === null ? '' : ` (${lixBand})`}`
}
