import type { ListedFinding } from '@klarsprak/server'
import { ask, el, t } from './page.ts'

const severities = { error: 'fel', warning: 'varning', suggestion: 'förslag' } as const

/** A list of findings, each of which leads to its place in the text. */
export function findingList(
  key: string,
  uri: string,
  findings: readonly ListedFinding[],
  clickable = true,
): HTMLElement {
  return el(
    'ul',
    { class: 'findings' },
    findings.map((finding, index) => el('li', {}, findingLine(`${key}.${index}`, uri, finding, clickable))),
  )
}

function findingLine(key: string, uri: string, finding: ListedFinding, clickable: boolean): (Node | string)[] {
  const { message, advice, severity, range, ruleId } = finding
  const level = el('span', { class: `level ${severity}` }, t(severities[severity]))
  const place = t('Rad {0}', range.start.line)
  const what = clickable
    ? el(
        'button',
        { type: 'button', class: 'link', 'data-key': key, click: () => ask({ type: 'show', uri, range }) },
        el('span', { class: 'place' }, `${place}: `),
        message,
      )
    : el('span', {}, message)
  const rule = el(
    'button',
    {
      type: 'button',
      class: 'link rule',
      'data-key': `${key}.rule`,
      'aria-label': t('Läs om regeln {0}', ruleId),
      click: () => ask({ type: 'rule', id: ruleId }),
    },
    ruleId,
  )
  return [
    level,
    ' ',
    what,
    ' ',
    rule,
    ...(advice ? [el('div', { class: 'advice' }, t('Gör så här: {0}', advice))] : []),
  ]
}
