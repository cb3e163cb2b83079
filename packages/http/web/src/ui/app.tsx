import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { TextEditor } from '../editor/editor.tsx'
import type { Session } from '../session.ts'
import { ChecklistPanel } from './checklist-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { Help } from './help.tsx'
import { Notices } from './notices.tsx'
import { StartPanel } from './start-panel.tsx'
import { StatusBar } from './status-bar.tsx'
import { type Tab, Tabs } from './tabs.tsx'
import { Toolbar } from './toolbar.tsx'
import { useDrop } from './use-drop.ts'
import { useLate } from './use-late.ts'
import { type Editor, PageContext, useSession } from './use-session.ts'

/** @param printing all is shown, as paper cannot be clicked */
export function App({ session, printing }: { session: Session; printing: boolean }) {
  const state = useSession(session)
  const handle = useRef<Editor>(null)
  const [editor] = useState<Editor>(() => ({
    apply: (change) => handle.current!.apply(change),
    fill: (text) => handle.current!.fill(text),
    undo: () => handle.current!.undo(),
    copy: () => handle.current!.copy(),
    show: (range, how) => handle.current!.show(range, how),
    position: () => handle.current!.position(),
    hasFocus: () => handle.current!.hasFocus(),
  }))
  const late = useLate(state)
  const page = useMemo(() => ({ session, editor }), [session, editor])
  const { text, shown, open, panel, phase } = state

  const takeFile = async (file: File): Promise<void> => {
    const opened = await session.openFile(file)
    if (!opened) return
    editor.fill(opened.text)
    if (opened.notice) session.notify(opened.notice, 'bad')
    else session.notify(`”${opened.name}” är öppnad.`)
  }
  const isDropping = useDrop(takeFile, () =>
    session.notify('Det där är ingen fil som går att öppna här. Klistra in texten i stället.', 'bad'),
  )

  const step = (way: 1 | -1): void => {
    const sorted = [...shown].sort((a, b) => a.start - b.start || a.index - b.index)
    const at = sorted.findIndex(({ index }) => index === open)
    const position = editor.position()
    const next =
      at >= 0
        ? sorted[(at + way + sorted.length) % sorted.length]
        : way === 1
          ? (sorted.find(({ start }) => start >= position) ?? sorted[0])
          : (sorted.findLast(({ end }) => end <= position) ?? sorted.at(-1))
    if (!next) return
    session.open(next.index)
    editor.show(next)
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F8') {
        event.preventDefault()
        step(event.shiftKey ? -1 : 1)
        if (!editor.hasFocus())
          requestAnimationFrame(() => document.getElementById(`traff-${session.state.open}`)?.focus())
      } else if (event.key === 'F9') {
        event.preventDefault()
        if (editor.hasFocus()) {
          const target =
            session.state.open === undefined ? `#flik-${session.state.panel}` : `#traff-${session.state.open}`
          document.querySelector<HTMLElement>(target)?.focus()
        } else document.getElementById('text')?.focus()
      } else if (event.key === 'Escape' && session.state.open !== undefined && !editor.hasFocus()) {
        const { open: closed } = session.state
        session.open(undefined)
        requestAnimationFrame(() => document.getElementById(`traff-${closed}`)?.focus())
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  // The text is nowhere but here.
  useEffect(() => {
    if (text === '') return
    const keep = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', keep)
    return () => window.removeEventListener('beforeunload', keep)
  }, [text === ''])

  const tabs = useMemo<Tab[]>(
    () => [
      { name: 'start', label: 'Börja här', panel: <StartPanel state={late} /> },
      {
        name: 'findings',
        label: 'Träffar',
        count: late.findings.length,
        panel: <FindingsPanel state={late} everything={printing} />,
      },
      { name: 'checklist', label: 'Checklista', panel: <ChecklistPanel state={late} /> },
      { name: 'figures', label: 'Läsbarhet', panel: <FiguresPanel state={late} /> },
    ],
    [late, printing],
  )

  return (
    <PageContext.Provider value={page}>
      <div class={isDropping ? 'work is-dropping' : 'work'}>
        <section class="writing" aria-labelledby="din-text">
          <h2 id="din-text" class="unseen">
            Din text
          </h2>
          <Toolbar state={state} onFile={takeFile} />
          <label for="text" class="unseen">
            Text att granska
          </label>
          <TextEditor
            handle={handle}
            text={text}
            findings={shown}
            open={open}
            onText={(value) => session.setText(value)}
            onPoint={(offset) => {
              const found = shown
                .filter(({ start, end }) => start <= offset && end >= offset)
                .sort((a, b) => a.end - a.start - (b.end - b.start))
              if (found[0]) session.open(found[0].index)
            }}
          />
          <p id="text-hjalp" class="hint promise">
            {session.backEnd.promise}
          </p>
          <StatusBar state={state} onStep={step} />
          <Notices state={state} />
        </section>
        <section class="results" aria-label="Granskning" aria-busy={phase === 'checking'}>
          {phase === 'empty' || state.review === undefined ? (
            <Help onSample={(sample) => editor.fill(sample)} isEmpty={phase === 'empty'} />
          ) : (
            <Tabs label="Granskning" tabs={tabs} selected={panel} onSelect={(name) => session.setPanel(name)} />
          )}
        </section>
      </div>
    </PageContext.Provider>
  )
}
