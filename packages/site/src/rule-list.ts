import type { RuleMeta, Severity } from 'retext-klarsprak'
import { escapeHtml } from './html.ts'
import { severityNames } from './words.ts'

/**
 * A list of rules, each with its level and what it finds.
 *
 * @param href the address of a rule's page
 * @param levelOf the level that is shown. Default: the rule's own
 */
export function renderRuleList(
  rules: readonly RuleMeta[],
  href: (id: string) => string,
  levelOf: (meta: RuleMeta) => Severity = ({ severity }) => severity,
): string {
  const items = rules.map((meta) => {
    const { id, title, description, checklist } = meta
    const level = levelOf(meta)
    return `<li data-regel="${id}" data-punkter="${checklist.join(' ')}"><a href="${href(id)}">${escapeHtml(title)}</a> <span class="level ${level}">${severityNames[level]}</span><p>${escapeHtml(description)}</p></li>`
  })
  return `<ul class="rules">${items.join('\n')}</ul>`
}
