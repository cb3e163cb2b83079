import type { Review } from '../backends/back-end.ts'
import type { State } from '../session.ts'
import { counted } from '../words.ts'
import { usePage } from './use-session.ts'

const stateClasses = { ok: 'is-ok', 'se över': 'is-review', 'fråga till dig': 'is-question' } as const

/** The eleven points, half filled in. */
export function ChecklistPanel({ state: { review, findings } }: { state: State }) {
  if (!review) return null
  return (
    <>
      <p class="hint">
        Hällefors kommuns elva punkter. Programmet ser en del. Frågorna kan bara du och dina kollegor svara på.
      </p>
      <ol class="points">
        {review.checklist.map((point) => (
          <Point
            key={point.point}
            point={point}
            left={findings.filter(({ finding }) => finding.checklist.includes(point.point)).length}
          />
        ))}
      </ol>
    </>
  )
}

function Point({ point, left }: { point: Review['checklist'][number]; left: number }) {
  const { session } = usePage()
  const { point: number, title, state, evidence, questions } = point
  return (
    <li class="point">
      <h3>
        <span class="number">{number}.</span> {title} <span class={`state ${stateClasses[state]}`}>{state}</span>
      </h3>
      {evidence.length > 0 && (
        <ul class="evidence">
          {evidence.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            session.showAll()
            session.setFilter({ point: number })
            session.setPanel('findings')
            requestAnimationFrame(() => document.querySelector<HTMLElement>('#panel-findings .head')?.focus())
          }}
        >
          Visa {counted(left, 'träff', 'träffar')}
          <span class="unseen"> för punkt {number}</span>
        </button>
      )}
      {questions.length > 0 && (
        <ul class="questions">
          {questions.map(({ id, question, answer }) => (
            <li key={id}>
              {question} {answer !== null && <strong>{answer}</strong>}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
