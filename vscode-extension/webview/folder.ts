import type { ListedFinding } from '@klarsprak/server'
import type { FolderState } from '../src/panels/messages.ts'
import { findingList } from './findings.ts'
import { ask, el, number, onState, replaceChildren, t } from './page.ts'

type Entry = FolderState['files'][number]

/** Texts shorter than this have no LIX worth telling. */
const fewestWords = 100

/** Findings of a text that are shown; the rest are counted. */
const mostShown = 50

onState<FolderState>(({ title, files, summary }, content) => {
  const { errors, warnings, suggestions } = summary
  const sorted = [...files].sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1))
  replaceChildren(
    content,
    el('h1', {}, t('Granskad mapp: {0}', title)),
    el(
      'p',
      { class: 'sum' },
      t('Texter: {0}. Fel: {1}. Varningar: {2}. Förslag: {3}.', files.length, errors, warnings, suggestions),
    ),
    sorted.map(filePart),
  )
})

function weight({ file }: Entry): number {
  return file.findings.reduce((sum, { severity }) => sum + { error: 100, warning: 10, suggestion: 1 }[severity], 0)
}

function filePart({ name, uri, file }: Entry): HTMLElement {
  const { findings, metrics } = file
  const facts = [
    t('{0} ord', number(metrics.words)),
    findings.length === 1 ? t('1 träff') : t('{0} träffar', findings.length),
  ]
  if (metrics.words >= fewestWords) facts.unshift(t('Lix {0}', number(metrics.lix)))
  const listed: ListedFinding[] = findings.slice(0, mostShown).map(({ suggestions, ...finding }) => ({
    ...finding,
    advice: suggestions[0]?.title ?? null,
  }))
  return el(
    'details',
    { 'data-key': `file.${uri}`, class: 'file' },
    el('summary', {}, el('h2', {}, name), ' ', el('span', { class: 'facts' }, facts.join(' · '))),
    el(
      'p',
      {},
      el(
        'button',
        { type: 'button', 'data-key': `open.${uri}`, click: () => ask({ type: 'show', uri, range: null }) },
        t('Öppna texten'),
      ),
    ),
    listed.length > 0 ? findingList(`file.${uri}`, uri, listed) : el('p', {}, t('Inget att anmärka på.')),
    findings.length > listed.length && el('p', {}, t('Och {0} till.', findings.length - listed.length)),
  )
}
