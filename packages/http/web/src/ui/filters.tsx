import type { ChecklistPoint } from 'retext-klarsprak'
import type { State } from '../session.ts'
import { formatNumber, severities, severityPlurals } from '../words.ts'
import { ruleTitle } from './rule-titles.ts'
import { usePage } from './use-session.ts'

/** Which findings to see: by level, by point of the checklist, by rule. */
export function Filters({ state: { findings, filter, review } }: { state: State }) {
  const { session } = usePage()
  const rules = new Map<string, number>()
  const points = new Map<ChecklistPoint, number>()
  const levels = { error: 0, warning: 0, suggestion: 0 }
  for (const { finding } of findings) {
    rules.set(finding.ruleId, (rules.get(finding.ruleId) ?? 0) + 1)
    levels[finding.severity]++
    for (const point of finding.checklist) points.set(point, (points.get(point) ?? 0) + 1)
  }
  const sorted = [...rules].map(([id, count]) => ({ id, count, title: ruleTitle(id) }))
  sorted.sort((a, b) => a.title.localeCompare(b.title, 'sv'))
  if (findings.length === 0) return null
  return (
    <fieldset class="filters">
      <legend class="unseen">Urval av träffar</legend>
      <div class="levels">
        {severities.map((severity) => (
          <label key={severity} class={`toggle ${severity}`}>
            <input
              type="checkbox"
              checked={!filter.hidden.has(severity)}
              onChange={(event) => {
                const hidden = new Set(filter.hidden)
                if (event.currentTarget.checked) hidden.delete(severity)
                else hidden.add(severity)
                session.setFilter({ hidden })
              }}
            />{' '}
            <span>
              {formatNumber(levels[severity])} {severityPlurals[severity]}
            </span>
          </label>
        ))}
      </div>
      <div class="choices">
        <div class="choice">
          <label for="urval-punkt">Punkt i checklistan</label>
          <select
            id="urval-punkt"
            value={filter.point ?? ''}
            onChange={({ currentTarget: { value } }) =>
              session.setFilter({ point: value === '' ? undefined : (Number(value) as ChecklistPoint) })
            }
          >
            <option value="">Alla punkter</option>
            {review?.checklist
              .filter(({ point }) => points.has(point) || point === filter.point)
              .map(({ point, title }) => (
                <option key={point} value={point}>
                  {point}. {title} ({points.get(point) ?? 0})
                </option>
              ))}
          </select>
        </div>
        <div class="choice">
          <label for="urval-regel">Regel</label>
          <select
            id="urval-regel"
            value={filter.ruleId ?? ''}
            onChange={({ currentTarget: { value } }) => session.setFilter({ ruleId: value === '' ? undefined : value })}
          >
            <option value="">Alla regler</option>
            {filter.ruleId !== undefined && !rules.has(filter.ruleId) && (
              <option value={filter.ruleId}>{ruleTitle(filter.ruleId)} (0)</option>
            )}
            {sorted.map(({ id, count, title }) => (
              <option key={id} value={id}>
                {title} ({count})
              </option>
            ))}
          </select>
        </div>
      </div>
    </fieldset>
  )
}
