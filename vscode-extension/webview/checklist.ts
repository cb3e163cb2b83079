import type { ChecklistState } from '../src/panels/messages.ts'
import { findingList } from './findings.ts'
import { ask, el, onState, replaceChildren, t } from './page.ts'

type Point = ChecklistState['checklist']['points'][number]
type Question = Point['questions'][number]

const states = { ok: 'ok', 'se över': 'review', 'fråga till dig': 'question' } as const
const signs = { ok: '✓', 'se över': '!', 'fråga till dig': '?' } as const

/** Answers that the text does not hold yet, by question: they are kept when it changes meanwhile. */
const drafts = new Map<string, string>()
let shown: string | undefined

onState<ChecklistState>((state, content) => {
  if (shown !== state.uri) drafts.clear()
  shown = state.uri
  const { points, edits } = state.checklist
  const of = (wanted: Point['state']) => points.filter((point) => point.state === wanted).length
  replaceChildren(
    content,
    el('h1', {}, t('Checklista: {0}', state.title)),
    el(
      'p',
      { class: 'sum' },
      t('Punkter: {0} ok, {1} att se över, {2} med frågor till dig', of('ok'), of('se över'), of('fråga till dig')),
    ),
    el(
      'p',
      { class: 'tools' },
      tool('fixAll', t('Rätta allt säkert')),
      tool('showMetrics', t('Visa mått')),
      tool('chooseProfile', t('Välj texttyp')),
    ),
    state.locked !== null && el('p', { class: 'notice' }, state.locked),
    edits.length > 0 &&
      el(
        'details',
        { 'data-key': 'first', open: true },
        el('summary', {}, el('h2', {}, t('Det här hjälper läsaren mest'))),
        el(
          'ol',
          {},
          edits.slice(0, 3).map((edit, index) => el('li', {}, editLine(state.uri, edit, index))),
        ),
      ),
    points.map((point) => pointPart(state, point)),
    el(
      'p',
      { class: 'source' },
      t('De elva punkterna kommer ur Hällefors kommuns informations- och kommunikationspolicy. Frågorna är våra.'),
    ),
  )
})

function tool(name: 'fixAll' | 'showMetrics' | 'chooseProfile', label: string): HTMLElement {
  return el('button', { type: 'button', 'data-key': name, click: () => ask({ type: 'command', name }) }, label)
}

function editLine(uri: string, edit: ChecklistState['checklist']['edits'][number], index: number): Node[] {
  const { text, range, reasons, findings } = edit
  const whole = text.replace(/\s+/g, ' ').trim()
  const quoted = whole.length > 120 ? `${whole.slice(0, 119)}…` : whole
  const button = el(
    'button',
    { type: 'button', class: 'link', 'data-key': `first.${index}`, click: () => ask({ type: 'show', uri, range }) },
    el('span', { class: 'place' }, `${t('Rad {0}', range.start.line)}: `),
    `”${quoted}”`,
  )
  const why = findings.length > 0 ? findings.slice(0, 2).map(({ message }) => message) : reasons
  return [button, el('div', { class: 'advice' }, why.join(' '))]
}

function pointPart(state: ChecklistState, point: Point): HTMLElement {
  const { point: number, title, evidence, findings, count, questions } = point
  const kind = states[point.state]
  return el(
    'details',
    { 'data-key': `point.${number}`, class: `point ${kind}`, open: point.state !== 'ok' },
    el(
      'summary',
      {},
      el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[point.state]),
      el('h2', {}, `${number}. ${title} `, el('span', { class: 'state' }, t(point.state))),
    ),
    evidence.length > 0 &&
      el(
        'ul',
        { class: 'evidence' },
        evidence.map(({ text }) => el('li', {}, text)),
      ),
    findings.length > 0 && findingList(`finding.${number}`, state.uri, findings),
    count > findings.length && el('p', {}, t('Och {0} till.', count - findings.length)),
    questions.map((question) => questionPart(state, question)),
  )
}

function questionPart(state: ChecklistState, { id, question, answer }: Question): HTMLElement {
  const field = el('textarea', {
    id: `answer-${id}`,
    'data-key': `answer.${id}`,
    rows: 1,
    spellcheck: 'true',
    disabled: state.locked !== null,
    placeholder: t('Ditt svar'),
  })
  if (drafts.get(id)?.trim() === answer) drafts.delete(id)
  field.value = drafts.get(id) ?? answer ?? ''
  const fit = () => {
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight + 2}px`
  }
  const save = () => {
    const value = field.value.trim()
    if (value === (answer ?? '')) drafts.delete(id)
    else ask({ type: 'answer', uri: state.uri, id, value })
  }
  field.addEventListener('input', () => {
    drafts.set(id, field.value)
    fit()
  })
  field.addEventListener('change', save)
  field.addEventListener('keydown', (event) => {
    // A line break is no part of an answer; Enter keeps it.
    if (event.key !== 'Enter') return
    event.preventDefault()
    save()
  })
  requestAnimationFrame(fit)
  return el('div', { class: 'question' }, el('label', { for: `answer-${id}` }, question), field)
}
