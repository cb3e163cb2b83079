import type { FileResult } from '@klarsprak/engine'
import type { ReportContext, Reporter } from '../types.ts'
import { summaryLine } from '../words.ts'
import { type Markup, markup } from './markup.ts'
import { burden, overview } from './overview.ts'
import { htmlPage } from './page.ts'
import { reportStyle } from './style.ts'
import { textPart } from './text-part.ts'
import { trendPart } from './trend.ts'

/** Texts that are shown whole in one page; the overview names them all. */
const mostTexts = 25

/** One page for a person: the text with its marks, the findings, the figures; for many texts an overview first. */
export const renderHtml: Reporter = (result, context) => {
  const { files } = result
  const trend = context.earlier?.length ? trendPart(context.earlier, result) : markup``
  const date = context.date === undefined ? '' : ` ${context.date}`
  const made = markup`<footer><p class="soft">Gjord med Klarspråk${context.version === undefined ? '' : ` ${context.version}`}${date}.</p></footer>`
  if (files.length === 1) {
    const file = files[0]!
    const title = `Granskning av ${file.path}`
    const body = textPart({ file, review: context.reviewOf?.(file.path), prefix: '', level: 2 })
    return htmlPage(title, markup`<main><h1>${title}</h1>${trend}${body}${made}</main>`, reportStyle)
  }
  const shown = new Map(
    [...files]
      .filter(({ findings }) => findings.length > 0)
      .sort((a, b) => burden(b) - burden(a))
      .slice(0, mostTexts)
      .map((file, index) => [file, `text-${index + 1}`]),
  )
  const body = markup`<h1>Granskning av klarspråk</h1><p>${files.length === 0 ? 'Det fanns inget att granska.' : summaryLine(result.summary)}</p>
${trend}${files.length === 0 ? '' : overview(files, context.rules, (file) => shown.get(file))}
${[...shown].map(([file, id]) => onePart(file, id, context.reviewOf?.bind(context)))}`
  return htmlPage('Granskning av klarspråk', markup`<main>${body}${made}</main>`, reportStyle)
}

function onePart(file: FileResult, id: string, reviewOf: ReportContext['reviewOf']): Markup {
  return markup`<section id="${id}"><h2>${file.path}</h2>${textPart({ file, review: reviewOf?.(file.path), prefix: `${id}-`, level: 3 })}</section>`
}
