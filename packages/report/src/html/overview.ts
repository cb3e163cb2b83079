import type { FileResult, RuleMeta, Severity } from '@klarsprak/engine'
import { formatNumber } from '../words.ts'
import { type Markup, markup } from './markup.ts'

/** Rows of a table that are shown; the rest are counted. */
const mostRows = 200

interface Tally {
  name: string
  files: number
  words: number
  error: number
  warning: number
  suggestion: number
}

const weight: Record<Severity, number> = { error: 10, warning: 4, suggestion: 1 }

/** How much there is to mend in a text: findings by level, an error heaviest. Our own judgement. */
export function burden({ findings }: FileResult): number {
  return findings.reduce((sum, { severity }) => sum + weight[severity], 0)
}

/** Tables over many texts: the worst first, rule by rule and folder by folder. */
export function overview(
  files: readonly FileResult[],
  rules: readonly Pick<RuleMeta, 'id' | 'title'>[] | undefined,
  linkOf: (file: FileResult) => string | undefined,
): Markup {
  const worst = [...files].sort((a, b) => burden(b) - burden(a))
  const folders = tallies(files, ({ path }) => folderOf(path))
  return markup`<section><h2>Texterna, värst först</h2>${table(
    'Text',
    worst.slice(0, mostRows).map((file) => {
      const link = linkOf(file)
      return [link === undefined ? markup`${file.path}` : markup`<a href="#${link}">${file.path}</a>`, tallyOf(file)]
    }),
    false,
  )}${more(worst.length, 'texter')}</section>
<section><h2>Regel för regel</h2>${ruleTable(files, rules)}</section>
${
  folders.length < 2
    ? ''
    : markup`<section><h2>Mapp för mapp</h2>${table(
        'Mapp',
        folders.slice(0, mostRows).map((tally) => [markup`${tally.name}`, tally] as const),
        true,
      )}${more(folders.length, 'mappar')}</section>`
}`
}

function more(count: number, what: string): Markup {
  return count <= mostRows
    ? markup``
    : markup`<p>Och ${formatNumber(count - mostRows)} ${what} till med mindre att rätta.</p>`
}

function table(title: string, rows: readonly (readonly [Markup, Tally])[], withFiles: boolean): Markup {
  return markup`<div class="wide-table" role="group" tabindex="0" aria-label="Tabell: ${title.toLowerCase()}"><table><thead><tr><th scope="col">${title}</th>${withFiles ? markup`<th scope="col" class="number">Texter</th>` : ''}<th scope="col" class="number">Ord</th><th scope="col" class="number">Fel</th><th scope="col" class="number">Varningar</th><th scope="col" class="number">Förslag</th></tr></thead><tbody>${rows.map(
    ([name, { files, words, error, warning, suggestion }]) =>
      markup`<tr><th scope="row">${name}</th>${withFiles ? markup`<td class="number">${formatNumber(files)}</td>` : ''}<td class="number">${formatNumber(words)}</td><td class="number">${formatNumber(error)}</td><td class="number">${formatNumber(warning)}</td><td class="number">${formatNumber(suggestion)}</td></tr>`,
  )}</tbody></table></div>`
}

function ruleTable(files: readonly FileResult[], rules: readonly Pick<RuleMeta, 'id' | 'title'>[] | undefined): Markup {
  const byRule = new Map<string, { count: number; files: Set<string>; url: string }>()
  for (const { path, findings } of files)
    for (const { ruleId, url } of findings) {
      const known = byRule.get(ruleId) ?? { count: 0, files: new Set(), url }
      known.count++
      known.files.add(path)
      byRule.set(ruleId, known)
    }
  if (byRule.size === 0) return markup`<p>Inget att anmärka på.</p>`
  const rows = [...byRule].sort((a, b) => b[1].count - a[1].count)
  return markup`<div class="wide-table" role="group" tabindex="0" aria-label="Tabell: regler"><table><thead><tr><th scope="col">Regel</th><th scope="col" class="number">Träffar</th><th scope="col" class="number">Texter</th></tr></thead><tbody>${rows.map(
    ([id, { count, files: paths, url }]) =>
      markup`<tr><th scope="row"><a href="${url}">${rules?.find((rule) => rule.id === id)?.title ?? id}</a></th><td class="number">${formatNumber(count)}</td><td class="number">${formatNumber(paths.size)}</td></tr>`,
  )}</tbody></table></div>`
}

function tallies(files: readonly FileResult[], nameOf: (file: FileResult) => string): Tally[] {
  const known = new Map<string, Tally>()
  for (const file of files) {
    const name = nameOf(file)
    const tally = known.get(name) ?? { name, files: 0, words: 0, error: 0, warning: 0, suggestion: 0 }
    const own = tallyOf(file)
    tally.files++
    tally.words += own.words
    for (const severity of ['error', 'warning', 'suggestion'] as const) tally[severity] += own[severity]
    known.set(name, tally)
  }
  const heavy = (tally: Tally) => tally.error * weight.error + tally.warning * weight.warning + tally.suggestion
  return [...known.values()].sort((a, b) => heavy(b) - heavy(a))
}

function tallyOf({ path, findings, metrics }: FileResult): Tally {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    name: path,
    files: 1,
    words: metrics.words,
    error: count('error'),
    warning: count('warning'),
    suggestion: count('suggestion'),
  }
}

function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return end < 0 ? 'Den här mappen' : path.slice(0, end)
}
