import type { ComponentChildren } from 'preact'
import type { PanelName } from '../session.ts'

export interface Tab {
  name: PanelName
  label: string
  /** Shown beside the label. */
  count?: number
  panel: ComponentChildren
}

interface TabsProps {
  label: string
  tabs: readonly Tab[]
  selected: PanelName
  onSelect(name: PanelName): void
}

/** Tabs as the ARIA practices have them: one stop for the tab key, arrows between. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <>
      <div
        class="tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          const at = tabs.findIndex(({ name }) => name === selected)
          const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
          if (to === undefined) return
          event.preventDefault()
          const { name } = tabs[(to + tabs.length) % tabs.length]!
          onSelect(name)
          document.getElementById(`flik-${name}`)?.focus()
        }}
      >
        {tabs.map(({ name, label: text, count }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`flik-${name}`}
            aria-selected={name === selected}
            aria-controls={`panel-${name}`}
            tabIndex={name === selected ? 0 : -1}
            onClick={() => onSelect(name)}
          >
            {text}
            {count !== undefined && count > 0 && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      {tabs.map(({ name, label: text, panel }) => (
        <div
          key={name}
          role="tabpanel"
          id={`panel-${name}`}
          aria-labelledby={`flik-${name}`}
          class={name === selected ? 'panel' : 'panel is-hidden'}
        >
          <h2 class="print-only">{text}</h2>
          {panel}
        </div>
      ))}
    </>
  )
}
