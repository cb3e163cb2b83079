import { render } from 'preact'
import type { BackEnd } from './backends/back-end.ts'
import { Session } from './session.ts'
import { App } from './ui/app.tsx'

/** Brings the page to life over a back end. */
export function start(backEnd: BackEnd): void {
  const root = document.querySelector('#app')!
  const session = new Session(backEnd)
  const draw = (printing: boolean): void => render(<App session={session} printing={printing} />, root)
  root.replaceChildren()
  draw(false)
  window.addEventListener('beforeprint', () => draw(true))
  window.addEventListener('afterprint', () => draw(false))
}
