import type { FileResult } from '@klarsprak/engine'
import { counted, formatNumber, lixBand } from '@klarsprak/report'
import { UserError } from '../errors.ts'
import { openLinter, settingsRequest } from '../linter.ts'
import { FAILED, OK } from '../main.ts'
import { findFiles } from '../paths.ts'
import { readTextFile, readTextInput } from '../read.ts'
import { print, say } from '../terminal.ts'

interface MetricsOptions {
  format: 'pretty' | 'json'
  stdinFilename?: string
  encoding?: string
  main?: string
  profile?: string
  config?: string
}

/** Prints the readability metrics of texts. */
export async function metrics(paths: readonly string[], options: MetricsOptions): Promise<number> {
  if (paths.length === 0 && process.stdin.isTTY)
    throw new UserError('Ange en fil eller en mapp. Se klarsprak metrics --help.')
  const linter = openLinter()
  // No rule is needed for the figures.
  const request = {
    ...settingsRequest(options),
    ...(options.main === undefined ? {} : { main: options.main }),
    only: [],
  }
  const results: FileResult[] = []
  let failed = false
  if (paths.length === 0 || (paths.length === 1 && paths[0] === '-')) {
    const path = options.stdinFilename ?? 'standard in'
    const { text: source } = readTextInput(path, options.encoding)
    const named = options.stdinFilename === undefined ? { format: 'text' as const, path } : { filename: path, path }
    results.push(linter.lint({ ...request, ...named, source }))
  } else {
    const { files, problems } = findFiles(paths, process.cwd())
    for (const problem of problems) say(`klarsprak: ${problem}`)
    failed = problems.length > 0
    for (const path of files) {
      try {
        results.push(
          linter.lint({ ...request, filename: path, path, source: readTextFile(path, options.encoding).text }),
        )
      } catch (error) {
        if (!(error instanceof Error) || (error.name !== 'UserError' && error.name !== 'DocumentError')) throw error
        failed = true
        say(`klarsprak: ${error.message}`)
      }
    }
  }
  if (options.format === 'json') {
    const files = results.map(({ path, profile, metrics }) => ({ path, profile, metrics }))
    await print(`${JSON.stringify({ version: 1, files }, null, 2)}\n`)
  } else for (const result of results) await print(`${table(result)}\n`)
  return failed ? FAILED : OK
}

/** Words below which a figure of a text says little. */
const fewWords = 100

function table({ path, profile, metrics }: FileResult): string {
  const { words, sentences, lix, ovix, nominalRatio, longestSentence } = metrics
  const few = words < fewWords
  const rows: [string, string][] = [
    ['Ord', formatNumber(words)],
    ['Meningar', formatNumber(sentences)],
    ['Ord per mening', sentences === 0 ? '–' : formatNumber(words / sentences, 1)],
    ['Längsta mening', counted(longestSentence, 'ord', 'ord')],
    ['Lix', few ? formatNumber(lix) : `${formatNumber(lix)} (${lixBand(lix)})`],
    ['Ovix', ovix === null ? '–' : formatNumber(ovix)],
    ['Nominalkvot', nominalRatio === null ? '–' : formatNumber(nominalRatio, 2)],
  ]
  const note = few ? `  Texten har färre än ${fewWords} ord. Måtten är osäkra.\n` : ''
  return `${path} (texttyp ${profile})\n${rows.map(([name, value]) => `  ${name.padEnd(16)}${value}`).join('\n')}\n${note}`
}
