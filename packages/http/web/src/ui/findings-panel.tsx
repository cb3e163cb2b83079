import { useEffect, useRef, useState } from 'preact/hooks'
import { type LiveSuggestion, safeChanges } from '../finding.ts'
import type { State } from '../session.ts'
import { mergeEdits } from '../text-change.ts'
import { counted } from '../words.ts'
import { Filters } from './filters.tsx'
import { FindingItem } from './finding-item.tsx'
import { usePage } from './use-session.ts'

/** Findings that are listed at a time. */
const step = 150

export function FindingsPanel({ state, everything }: { state: State; everything: boolean }) {
  const { session, editor } = usePage()
  const { shown, findings, open, text } = state
  const [limit, setLimit] = useState(step)
  const [active, setActive] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const openAt = shown.findIndex(({ index }) => index === open)
  const visible = everything ? shown : shown.slice(0, Math.max(limit, openAt + 1))
  const lines = linesOf(text, visible)
  const safe = safeChanges(shown)
  // Where no item has been gone to, the tab key leads to the first.
  const tabbed = visible.some(({ index }) => index === active) ? active : visible[0]?.index

  useEffect(() => {
    if (open === undefined) return
    setActive(open)
    // Beside the text the list scrolls by itself; below it the window would leave the one who writes.
    if (!editor.hasFocus() || window.matchMedia('(min-width: 60rem)').matches)
      list.current?.querySelector('.is-open')?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const heads = (): HTMLButtonElement[] => [...list.current!.querySelectorAll<HTMLButtonElement>('.head')]
  const goTo = (at: number): void => {
    const target = visible[at]
    if (!target) return
    setActive(target.index)
    heads()[at]?.focus()
  }
  const take = (index: number, { title }: LiveSuggestion): void => {
    // The list may be a moment behind the text.
    const now = session.state.findings.find((finding) => finding.index === index)
    const change = now?.suggestions.find((suggestion) => suggestion.title === title)?.change
    if (!change) return
    const at = visible.findIndex(({ index }) => index === open)
    editor.apply(change)
    session.notify(`Ändrat: ${title}`)
    // The finding is gone: the one that stands in its place is next.
    requestAnimationFrame(() => {
      const rest = heads()
      ;(rest[Math.min(at, rest.length - 1)] ?? document.querySelector<HTMLElement>('#flik-findings'))?.focus()
    })
  }

  return (
    <>
      <Filters state={state} />
      {safe.length > 0 && (
        <p class="all-safe">
          <button
            type="button"
            class="quiet"
            onClick={() => {
              const change = mergeEdits(session.state.text, safeChanges(session.state.shown))
              if (!change) return
              editor.apply(change)
              session.notify(`${counted(safe.length, 'säker rättning är gjord', 'säkra rättningar är gjorda')}.`)
            }}
          >
            Gör {counted(safe.length, 'säker rättning', 'säkra rättningar')}
          </button>
        </p>
      )}
      {shown.length === 0 && <Nothing state={state} />}
      <ol
        class="items"
        ref={list}
        aria-label="Träffar"
        onKeyDown={(event) => {
          const at = heads().indexOf(event.target as HTMLButtonElement)
          if (at < 0) return
          const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1 }[event.key]
          if (to === undefined) return
          event.preventDefault()
          goTo(to)
        }}
      >
        {visible.map((finding, at) => (
          <FindingItem
            key={finding.index}
            finding={finding}
            text={text}
            line={lines[at]!}
            isOpen={everything || finding.index === open}
            isActive={finding.index === tabbed}
            onTake={(suggestion) => take(finding.index, suggestion)}
            onNext={() => {
              const next = shown[(at + 1) % shown.length]!
              session.open(next.index)
              editor.show(next)
              requestAnimationFrame(() => document.getElementById(`traff-${next.index}`)?.focus())
            }}
          />
        ))}
      </ol>
      {visible.length < shown.length && (
        <button type="button" class="quiet" onClick={() => setLimit(visible.length + step)}>
          Visa fler ({shown.length - visible.length} kvar)
        </button>
      )}
      {findings.length > shown.length && shown.length > 0 && (
        <p class="hint">
          {counted(findings.length - shown.length, 'träff', 'träffar')} visas inte.{' '}
          <button type="button" class="link" onClick={() => session.showAll()}>
            Visa alla
          </button>
        </p>
      )}
    </>
  )
}

function Nothing({ state: { findings, phase } }: { state: State }) {
  const { session } = usePage()
  if (findings.length > 0)
    return (
      <p class="hint">
        Inga träffar passar ditt urval.{' '}
        <button type="button" class="link" onClick={() => session.showAll()}>
          Visa alla
        </button>
      </p>
    )
  if (phase === 'done') return <p class="hint">Inga träffar. Läs ändå igenom frågorna i checklistan.</p>
  return null
}

/** The line of each finding, counted from 1. */
function linesOf(text: string, findings: readonly { start: number }[]): number[] {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return findings.map(({ start }) => {
    let [low, high] = [0, breaks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (breaks[middle]! < start) low = middle + 1
      else high = middle
    }
    return low + 1
  })
}
