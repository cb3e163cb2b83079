import { useRef } from 'preact/hooks'
import type { State } from '../session.ts'
import { usePage } from './use-session.ts'

/** What went wrong, and what was just done. */
export function Notices({ state: { error, notice } }: { state: State }) {
  const { session } = usePage()
  return (
    <div class="notices">
      <div role="alert">
        {error && (
          <div class="notice bad">
            <p>
              {error.message}
              {error.retryAfter !== undefined && ' Sidan försöker igen av sig själv.'}
            </p>
            {error.kind === 'key' ? (
              <KeyForm />
            ) : (
              <button type="button" class="quiet" onClick={() => session.retry()}>
                Försök igen
              </button>
            )}
          </div>
        )}
      </div>
      <div role="status">
        {notice && (
          <div class={`notice ${notice.kind}`}>
            <p>{notice.text}</p>
            <button type="button" class="quiet" onClick={() => session.dismissNotice()}>
              Stäng<span class="unseen"> meddelandet</span>
            </button>
          </div>
        )}
      </div>
    </div>
  )
}

function KeyForm() {
  const { session } = usePage()
  const input = useRef<HTMLInputElement>(null)
  return (
    <form
      class="key-form"
      onSubmit={(event) => {
        event.preventDefault()
        session.useKey(input.current!.value)
      }}
    >
      <label for="nyckel">Nyckel till tjänsten</label>
      <input id="nyckel" ref={input} type="password" autocomplete="off" required />
      <button type="submit" class="main">
        Använd nyckeln
      </button>
      <p class="hint">Nyckeln finns bara i den här fliken, tills du stänger den.</p>
    </form>
  )
}
