import { useRef } from 'preact/hooks'
import type { State } from '../session.ts'
import { counted, listed, severities, severityNames, severityPlurals } from '../words.ts'
import { usePage } from './use-session.ts'

/** How it stands with the text, and what can be done with it. */
export function StatusBar({ state, onStep }: { state: State; onStep(way: 1 | -1): void }) {
  const { session, editor } = usePage()
  const { shown, open, text } = state
  const at = shown.findIndex(({ index }) => index === open)
  const isEmpty = text === ''
  const wasWritten = useRef(false)
  if (!isEmpty) wasWritten.current = true
  const current = shown[at]
  // While somebody writes nothing new is said aloud until there is something to say.
  const isBusy = state.phase === 'waiting' || state.phase === 'checking'
  const said = useRef('')
  if (!isBusy) said.current = statusOf(state)
  return (
    <div class="status-bar">
      <p class={`status ${state.phase}`}>
        <span role="status">{said.current}</span>
        {isBusy && (
          <span class="busy" aria-hidden="true">
            {state.review ? ' Granskar ändringen …' : 'Granskar …'}
          </span>
        )}
      </p>
      {current && (
        <p class="current only-narrow">
          <button
            type="button"
            class="link"
            onClick={() => {
              session.setPanel('findings')
              requestAnimationFrame(() => document.getElementById(`traff-${current.index}`)?.focus())
            }}
          >
            {current.finding.message}
          </button>
        </p>
      )}
      <fieldset class="stepper">
        <legend class="unseen">Gå mellan träffar</legend>
        <button type="button" class="quiet" disabled={shown.length === 0} onClick={() => onStep(-1)}>
          <span aria-hidden="true">←</span> Förra
        </button>
        <span class="place">
          {shown.length === 0 ? '–' : at < 0 ? `${shown.length} st` : `${at + 1} av ${shown.length}`}
        </span>
        <button type="button" class="quiet" disabled={shown.length === 0} onClick={() => onStep(1)}>
          Nästa <span aria-hidden="true">→</span>
        </button>
      </fieldset>
      <div class="doing">
        <button type="button" class="quiet" disabled={!wasWritten.current} onClick={() => editor.undo()}>
          Ångra
        </button>
        <button
          type="button"
          class="quiet"
          disabled={isEmpty}
          onClick={() => {
            editor.fill('')
            session.notify('Texten är borttagen. Välj Ångra om du vill ha den tillbaka.')
          }}
        >
          Rensa
        </button>
        <button
          type="button"
          class="main"
          disabled={isEmpty}
          onClick={async () => {
            const done = await editor.copy()
            if (done) session.notify('Texten är kopierad.')
            else session.notify('Webbläsaren lät inte sidan kopiera. Markera texten och välj Kopiera.', 'bad')
          }}
        >
          Kopiera texten
        </button>
      </div>
    </div>
  )
}

/** How it stands, once that is known. */
function statusOf({ phase, findings }: State): string {
  switch (phase) {
    case 'empty':
      return 'Ingen text än.'
    case 'failed':
      return 'Texten är inte granskad.'
    case 'done': {
      if (findings.length === 0) return 'Granskad. Inga träffar.'
      const counts = severities
        .map((severity) => ({
          severity,
          count: findings.filter(({ finding }) => finding.severity === severity).length,
        }))
        .filter(({ count }) => count > 0)
        .map(({ severity, count }) => counted(count, severityNames[severity], severityPlurals[severity]))
      return `Granskad: ${listed(counts)}.`
    }
    default:
      return ''
  }
}
