import type { MetricsState } from '../src/panels/messages.ts'
import { ask, el, number, onState, replaceChildren, svg, t } from './page.ts'

type Sentence = MetricsState['metrics']['sentences'][number]
type Figures = MetricsState['metrics']['whole']

/** Sentences with more words than this count as long (catalogue, *Läsbarhetsmått*). */
const longSentence = 25
/** Points of difficulty from which a sentence is rather hard, and hard. */
const [ratherHard, hard] = [20, 40]
/** Measures of the chart, in pixels. */
const height = 180
const foot = 18
const left = 34
/** Longer sentences are cut off at the top of the chart. */
const mostWords = 60
/** Sentences about each place over which the difficulty is evened out. */
const around = 2

/** The sentence that the arrow keys have come to. */
let at = 0
let shown: string | undefined

onState<MetricsState>((state, content) => {
  const { whole, sections, sentences } = state.metrics
  if (shown !== state.uri) at = 0
  shown = state.uri
  at = Math.min(at, Math.max(0, sentences.length - 1))
  replaceChildren(
    content,
    el('h1', {}, t('Mått: {0}', state.title)),
    figures(whole),
    sentences.length === 0
      ? el('p', {}, t('Det finns ingen löpande text att mäta.'))
      : [
          el('h2', { id: 'chart-title' }, t('Meningarna genom texten')),
          el('p', { class: 'legend' }, legend()),
          el('p', { class: 'legend' }, t('Linjen visar svårigheten utjämnad.')),
          chart(state.uri, sentences),
          el(
            'p',
            { id: 'chart-help', class: 'help' },
            t('Gå mellan staplarna med piltangenterna. Tryck Enter för att gå till meningen.'),
          ),
        ],
    sections.length > 1 && sectionTable(state.uri, sections),
    sentences.length > 0 && sentenceTable(state.uri, sentences),
  )
})

function figures(whole: Figures): HTMLElement {
  const percent = (share: number) => `${number(share * 100)}\u00a0%`
  const margin = whole.lixMargin === null ? '' : ` ± ${number(whole.lixMargin)}`
  const lix = whole.lixBand === null ? t('för kort text') : `${number(whole.lix)}${margin} (${t(whole.lixBand)})`
  const rows: [string, string][] = [
    [t('Lix'), lix],
    [t('Ord'), number(whole.words)],
    [t('Ord per mening'), number(whole.meanSentence, 1)],
    [t('Längsta mening'), t('{0} ord', number(whole.longestSentence))],
    [t('Meningar över {0} ord', longSentence), percent(whole.longSentences)],
    [t('Ord över 6 bokstäver'), percent(whole.longWords)],
    [t('Passiva verb'), percent(whole.passiveShare)],
  ]
  return el(
    'dl',
    { class: 'figures' },
    rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  )
}

function level(difficulty: number): 'easy' | 'middling' | 'hard' {
  if (difficulty >= hard) return 'hard'
  return difficulty >= ratherHard ? 'middling' : 'easy'
}

const levelNames = { easy: 'lätt', middling: 'ganska svår', hard: 'svår' } as const

function legend(): (Node | string)[] {
  const key = (kind: keyof typeof levelNames) => [
    svg('svg', { width: 12, height: 12, 'aria-hidden': 'true', class: 'key' }, bar(kind, 0, 0, 12, 12)),
    ` ${t(levelNames[kind])} `,
  ]
  return [
    t('Stapelns höjd är antalet ord. Färg och mönster visar hur svår meningen är: '),
    ...key('easy'),
    ...key('middling'),
    ...key('hard'),
  ]
}

/** A bar whose pattern tells its difficulty without colour. */
function bar(kind: keyof typeof levelNames, x: number, y: number, width: number, tall: number): SVGElement {
  const stripes = []
  const step = kind === 'hard' ? 4 : 8
  if (kind !== 'easy')
    for (let line = y + step / 2; line < y + tall; line += step)
      stripes.push(svg('line', { x1: x, x2: x + width, y1: line, y2: line, class: 'stripe' }))
  return svg('g', { class: kind }, svg('rect', { x, y, width, height: tall, class: 'bar' }), stripes)
}

function chart(uri: string, sentences: readonly Sentence[]): HTMLElement {
  const step = sentences.length > 200 ? 6 : sentences.length > 60 ? 10 : 16
  const width = left + sentences.length * step + 8
  const y = (words: number) => height - (Math.min(words, mostWords) / mostWords) * (height - 10)
  const drawing = svg('svg', {
    width,
    height: height + foot,
    viewBox: `0 0 ${width} ${height + foot}`,
    role: 'group',
    'aria-labelledby': 'chart-title',
    'aria-describedby': 'chart-help',
  })
  for (const words of [0, 10, longSentence, 40, mostWords])
    drawing.append(
      svg('line', {
        x1: left,
        x2: width,
        y1: y(words),
        y2: y(words),
        class: words === longSentence ? 'limit' : 'grid',
      }),
      svg(
        'text',
        { x: left - 6, y: y(words) + 4, 'text-anchor': 'end', class: 'axis', 'aria-hidden': 'true' },
        String(words),
      ),
    )
  const bars = sentences.map((sentence, index) => {
    const { words, difficulty, range } = sentence
    const kind = level(difficulty)
    const x = left + index * step + 1
    const group = svg(
      'g',
      {
        role: 'button',
        tabindex: index === at ? 0 : -1,
        'data-key': `bar.${index}`,
        class: 'sentence',
        'aria-label': t('Mening {0}: {1} ord, {2}. {3}', index + 1, words, t(levelNames[kind]), sentence.text),
        click: () => ask({ type: 'show', uri, range }),
      },
      svg('title', {}, `${t('{0} ord', words)}, ${t(levelNames[kind])}: ${sentence.text}`),
      svg('rect', { x: x - 1, y: 0, width: step, height, class: 'target' }),
      bar(kind, x, y(words), step - 2, height - y(words)),
    )
    return group
  })
  drawing.append(...bars)
  const line = sentences.map((_, index) => {
    const near = sentences.slice(Math.max(0, index - around), index + around + 1)
    const mean = near.reduce((sum, { difficulty }) => sum + difficulty, 0) / near.length
    return `${left + index * step + step / 2},${(height - (mean / 100) * (height - 10)).toFixed(1)}`
  })
  drawing.append(svg('polyline', { points: line.join(' '), class: 'curve', 'aria-hidden': 'true' }))
  drawing.addEventListener('keydown', (event) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key]
    if (to !== undefined && bars[to]) {
      bars[at]!.setAttribute('tabindex', '-1')
      at = to
      bars[at]!.setAttribute('tabindex', '0')
      bars[at]!.focus()
      event.preventDefault()
    } else if (event.key === 'Enter' || event.key === ' ') {
      ask({ type: 'show', uri, range: sentences[at]!.range })
      event.preventDefault()
    }
  })
  return el('div', { class: 'chart' }, drawing)
}

function sectionTable(uri: string, sections: MetricsState['metrics']['sections']): (Node | string)[] {
  const rows = sections.map(({ heading, range, figures: of }, index) =>
    el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row' },
        el(
          'button',
          {
            type: 'button',
            class: 'link',
            'data-key': `section.${index}`,
            click: () => ask({ type: 'show', uri, range }),
          },
          heading ?? t('Före första rubriken'),
        ),
      ),
      el('td', {}, number(of.words)),
      el('td', {}, of.lixBand === null ? '–' : number(of.lix)),
      el('td', {}, number(of.meanSentence, 1)),
    ),
  )
  const head = [t('Avsnitt'), t('Ord'), t('Lix'), t('Ord per mening')]
  return [
    el('h2', {}, t('Avsnitten')),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          head.map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      el('tbody', {}, rows),
    ),
  ]
}

/** The chart as a table. */
function sentenceTable(uri: string, sentences: readonly Sentence[]): HTMLElement {
  const head = [t('Mening'), t('Ord'), t('Svårighet'), t('Text')]
  const body = el('tbody')
  const details = el(
    'details',
    { 'data-key': 'table' },
    el('summary', {}, el('h2', {}, t('Diagrammet som tabell'))),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          head.map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      body,
    ),
  )
  // Written when it is looked at: a long text has thousands of rows.
  const write = () => {
    if (!details.open || body.childElementCount > 0) return
    body.append(
      ...sentences.map(({ text, words, difficulty, range }, index) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, String(index + 1)),
          el('td', {}, number(words)),
          el('td', {}, `${number(difficulty)} (${t(levelNames[level(difficulty)])})`),
          el(
            'td',
            {},
            el(
              'button',
              {
                type: 'button',
                class: 'link',
                'data-key': `row.${index}`,
                click: () => ask({ type: 'show', uri, range }),
              },
              text.replace(/\s+/g, ' ').trim(),
            ),
          ),
        ),
      ),
    )
  }
  details.addEventListener('toggle', write)
  return details
}
