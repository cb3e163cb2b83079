import { useEffect, useState } from 'preact/hooks'
import type { State } from '../session.ts'

/** How long the panels wait for somebody to stop writing, in milliseconds. */
const pause = 200

/**
 * The state as the panels show it: a moment late while somebody writes, so that no letter waits for a long list, and at
 * once for all else.
 */
export function useLate(state: State): State {
  const [late, setLate] = useState(state)
  const isWriting =
    late.text !== state.text &&
    late.review === state.review &&
    late.open === state.open &&
    late.panel === state.panel &&
    late.filter === state.filter &&
    state.text !== ''
  useEffect(() => {
    if (late === state) return
    if (!isWriting) return setLate(state)
    const timer = setTimeout(() => setLate(state), pause)
    return () => clearTimeout(timer)
  }, [state])
  return isWriting ? late : state
}
