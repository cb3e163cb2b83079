import type { ComparisonState } from '../src/panels/messages.ts'
import { findingList } from './findings.ts'
import { el, number, onState, replaceChildren, t } from './page.ts'

type Comparison = ComparisonState['comparison']

onState<ComparisonState>((state, content) => {
  const { gone, added, kept } = state.comparison
  const same = gone.length === 0 && added.length === 0
  replaceChildren(
    content,
    el('h1', {}, t('Jämförelse: {0}', state.title)),
    el('p', {}, t('Texten som den är nu jämförs med: {0}.', state.before)),
    el(
      'p',
      { class: 'sum' },
      same
        ? t('Inga träffar har försvunnit eller kommit till.')
        : t('Borta: {0}. Nya: {1}. Kvar: {2}.', gone.length, added.length, kept),
    ),
    figureTable(state.comparison),
    el('h2', {}, t('Sämre: det här är nytt')),
    added.length > 0 ? findingList('added', state.uri, added) : el('p', {}, t('Inget.')),
    el('h2', {}, t('Bättre: det här finns inte kvar')),
    gone.length > 0 ? findingList('gone', state.uri, gone, false) : el('p', {}, t('Inget.')),
  )
})

function figureTable({ before, after, difficulty }: Comparison): HTMLElement {
  const percent = (share: number) => `${number(share * 100)}\u00a0%`
  const one = (value: number) => number(value, 1)
  const rows: [string, number, number, (value: number) => string, boolean][] = [
    [t('Ord'), before.words, after.words, number, false],
    [t('Lix'), before.lix, after.lix, one, true],
    [t('Ord per mening'), before.meanSentence, after.meanSentence, one, true],
    [t('Längsta mening'), before.longestSentence, after.longestSentence, number, true],
    [t('Passiva verb'), before.passiveShare, after.passiveShare, percent, true],
    [t('Svårighet'), difficulty.before, difficulty.after, one, true],
  ]
  const head = [t('Mått'), t('Förut'), t('Nu'), t('Blev det bättre?')]
  return el(
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
    el(
      'tbody',
      {},
      rows.map(([name, from, to, show, judged]) => {
        const verdict = !judged || show(from) === show(to) ? '' : to < from ? t('bättre') : t('sämre')
        const kind = verdict === '' ? '' : to < from ? 'better' : 'worse'
        return el(
          'tr',
          {},
          el('th', { scope: 'row' }, name),
          el('td', {}, show(from)),
          el('td', {}, show(to)),
          el('td', { class: kind }, verdict),
        )
      }),
    ),
  )
}
