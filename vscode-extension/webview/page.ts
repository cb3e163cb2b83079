import type { FromPanel, ToPanel } from '../src/panels/messages.ts'

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void }

const editor = acquireVsCodeApi()
const strings: Record<string, string> = JSON.parse(document.getElementById('strings')!.textContent || '{}')

/** A text in the user's language; `{0}` is the first value. */
export function t(text: string, ...values: (string | number)[]): string {
  return (strings[text] ?? text).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]))
}

export function ask(message: FromPanel): void {
  editor.postMessage(message)
}

/** Draws the panel anew whenever the editor sends what it shows. */
export function onState<State>(draw: (state: State, content: HTMLElement) => void): void {
  const content = document.getElementById('content')!
  window.addEventListener('message', ({ data }: MessageEvent<ToPanel<State>>) => {
    if (data.type === 'said') say(data.text)
    else draw(data.state, content)
  })
  ask({ type: 'ready' })
}

/** Says something that a screen reader reads out and that is shown for a while. */
function say(text: string): void {
  const status = document.getElementById('status')!
  status.textContent = text
  setTimeout(() => {
    if (status.textContent === text) status.textContent = ''
  }, 6000)
}

type Child = Node | string | null | undefined | false | readonly Child[]
type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: Event) => void)>>

/** An element of HTML. Attributes that are functions listen to the event that they name. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children)
}

/** An element of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    if (typeof value === 'function') element.addEventListener(name, value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...flat(children))
  return element
}

function flat(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child) =>
    Array.isArray(child)
      ? flat(child)
      : child === null || child === undefined || child === false
        ? []
        : [child as Node],
  )
}

/**
 * Puts new children in an element. What has a `data-key` keeps its focus, its place in the window and, where it is a
 * `details`, whether it is open.
 */
export function replaceChildren(parent: HTMLElement, ...children: Child[]): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key
  const open = new Map(
    [...parent.querySelectorAll<HTMLDetailsElement>('details[data-key]')].map((one) => [one.dataset.key, one.open]),
  )
  const top = document.documentElement.scrollTop
  parent.replaceChildren(...flat(children))
  for (const details of parent.querySelectorAll<HTMLDetailsElement>('details[data-key]'))
    details.open = open.get(details.dataset.key) ?? details.open
  if (focused !== undefined)
    [...parent.querySelectorAll<HTMLElement>('[data-key]')]
      .find(({ dataset }) => dataset.key === focused)
      ?.focus({ preventScroll: true })
  document.documentElement.scrollTop = top
}

/** Swedish typesetting: decimal comma, thousands parted by a no-break space. */
export function number(value: number, decimals = 0): string {
  const fixed = value.toFixed(decimals).replace('.', ',').replace('-', '\u2212')
  return fixed.replace(/\B(?=(?:\d{3})+(?:,|$))/g, (_, at: number, whole: string) =>
    whole.replace(/,.*/, '').length > 4 && at <= whole.replace(/,.*/, '').length ? '\u00a0' : '',
  )
}
