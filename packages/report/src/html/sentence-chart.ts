import type { ReviewedSentence } from '@klarsprak/engine'
import { counted } from '../words.ts'
import { type Markup, markup } from './markup.ts'

const width = 720
const height = 180
const left = 34
const bottom = 22
const top = 8
/** Words; sentences that are longer weigh on most readers (Östersunds kommun). */
const limit = 25
/** More bars than this cannot be told apart: neighbours are put together and the longest is shown. */
const mostBars = 240

interface Bar {
  words: number
  difficulty: number
}

/** The lengths of the sentences through the text as bars, coloured by how hard they are. */
export function sentenceChart(sentences: readonly ReviewedSentence[]): Markup {
  if (sentences.length === 0) return markup``
  const per = Math.ceil(sentences.length / mostBars)
  const bars = barsOf(sentences, per)
  const most = Math.max(limit + 5, ...bars.map(({ words }) => words))
  const y = (words: number) => round(height - bottom - (words / most) * (height - bottom - top))
  const step = (width - left) / bars.length
  const rects = bars.map(
    ({ words, difficulty }, index) =>
      markup`<rect class="${band(difficulty)}" x="${round(left + index * step)}" y="${y(words)}" width="${round(Math.max(0.8, step * 0.8))}" height="${round(height - bottom - y(words))}"/>`,
  )
  const longest = Math.max(...sentences.map(({ words }) => words))
  const long = sentences.filter(({ words }) => words > limit).length
  const label = `${counted(sentences.length, 'mening', 'meningar')}. Den längsta har ${counted(longest, 'ord', 'ord')}, och ${long === 0 ? 'ingen' : long} har fler än ${limit}.`
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
<line x1="${left}" y1="${height - bottom}" x2="${width}" y2="${height - bottom}"/>
<line class="limit" x1="${left}" y1="${y(limit)}" x2="${width}" y2="${y(limit)}"/>
<text x="0" y="${y(limit) + 4}">${limit} ord</text><text x="0" y="${height - bottom + 4}">0</text>
${rects}
<text x="${left}" y="${height - 4}">Början</text><text x="${width}" y="${height - 4}" text-anchor="end">Slutet</text>
</svg>
<ul class="key"><li><span class="easy"></span>lätt eller medelsvår mening</li><li><span class="hard"></span>svår mening</li><li><span class="hardest"></span>mycket svår mening</li></ul>
<p>${label}${per > 1 ? ` Varje stapel visar den längsta av ${per} meningar.` : ''}</p>`
}

function barsOf(sentences: readonly ReviewedSentence[], per: number): Bar[] {
  const bars: Bar[] = []
  for (let at = 0; at < sentences.length; at += per) {
    const group = sentences.slice(at, at + per)
    bars.push({
      words: Math.max(...group.map(({ words }) => words)),
      difficulty: Math.max(...group.map(({ difficulty }) => difficulty)),
    })
  }
  return bars
}

function band(difficulty: number): string {
  if (difficulty < 40) return 'easy'
  return difficulty < 60 ? 'hard' : 'hardest'
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
