import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Session, State } from '../session.ts'
import type { TextChange } from '../text-change.ts'

/** What the parts of the page can do with the text field. */
export interface Editor {
  /** Makes a change as if it were typed. */
  apply(change: TextChange): void
  /** Puts another text in place of the whole. */
  fill(text: string): void
  undo(): void
  copy(): Promise<boolean>
  /** Shows a place in the text. */
  show(range: { start: number; end: number }, how?: { focus?: boolean }): void
  /** Where the cursor stands. */
  position(): number
  hasFocus(): boolean
}

export interface Page {
  session: Session
  editor: Editor
}

export const PageContext = createContext<Page | undefined>(undefined)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('a part of the page stands outside it')
  return page
}

/** The state of the page; what uses it is drawn anew when it changes. */
export function useSession(session: Session): State {
  const [state, setState] = useState(session.state)
  useEffect(() => {
    setState(session.state)
    return session.subscribe(() => setState(session.state))
  }, [session])
  return state
}
