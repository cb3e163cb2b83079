import type { RefObject } from 'preact'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks'
import type { LiveFinding } from '../finding.ts'
import type { Editor } from '../ui/use-session.ts'
import { MarkLayer } from './layer.ts'
import { copyText, putAtOnce, replaceIn, takeBack } from './text-field.ts'

interface EditorProps {
  handle: RefObject<Editor | null>
  text: string
  findings: readonly LiveFinding[]
  open: number | undefined
  onText(text: string): void
  /** Somebody pointed at a place in the text. */
  onPoint(offset: number): void
}

/** Texts longer than this are put in place at once: to have them typed would take too long. */
const longText = 30_000

/**
 * A text field with marks behind it. The field grows with its text and the frame around both scrolls, so that they
 * never slide apart. Assistive technology meets the field alone; what was found stands in the list beside it.
 */
export function TextEditor({ handle, text, findings, open, onText, onPoint }: EditorProps) {
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const layer = useRef<MarkLayer>(null)
  /** A long text that was put in place at once, and what it took the place of: the browser's own undo knows neither. */
  const filled = useRef<{ before: string; after: string }>(null)

  useLayoutEffect(() => {
    layer.current ??= new MarkLayer(root.current!)
    layer.current.draw(text, findings, open)
  }, [text, findings, open])

  useImperativeHandle(handle, () => ({
    apply(change) {
      replaceIn(field.current!, change)
    },
    fill(value) {
      const target = field.current!
      if (value.length <= longText) replaceIn(target, { start: 0, end: target.value.length, text: value })
      else {
        const before = target.value
        putAtOnce(target, value)
        filled.current = { before, after: target.value }
      }
      target.setSelectionRange(0, 0)
      frame.current!.scrollTop = 0
    },
    undo() {
      const target = field.current!
      if (filled.current?.after === target.value) {
        putAtOnce(target, filled.current.before)
        filled.current = null
      } else takeBack(target)
    },
    copy: () => copyText(field.current!),
    show({ start, end }, { focus = false } = {}) {
      const target = field.current!
      target.setSelectionRange(start, end)
      if (focus) target.focus({ preventScroll: true })
      scrollTo(frame.current!, placeOf(root.current!, start))
    },
    position: () => field.current!.selectionEnd,
    hasFocus: () => document.activeElement === field.current,
  }))

  // The browser may have kept a text from before the page was loaded again.
  useEffect(() => {
    if (field.current!.value !== '') onText(field.current!.value)
  }, [])

  return (
    <div class="frame" ref={frame}>
      <div class="sheet">
        <div class="layer" aria-hidden="true" ref={root} />
        <textarea
          id="text"
          ref={field}
          class="field"
          aria-describedby="text-hjalp"
          autocomplete="off"
          autocapitalize="off"
          // Some browsers send what they check to a service of their own.
          spellcheck={false}
          placeholder="Klistra in eller skriv din text här. Du kan också dra hit en fil."
          onInput={(event) => onText(event.currentTarget.value)}
          onClick={({ currentTarget: { selectionStart, selectionEnd } }) => {
            if (selectionStart === selectionEnd) onPoint(selectionStart)
          }}
        />
      </div>
    </div>
  )
}

/** The box of the line that an offset stands on. */
function placeOf(root: HTMLElement, offset: number): DOMRect {
  let left = offset
  for (const line of root.children) {
    const length = line.textContent!.length
    if (left <= length) {
      const range = document.createRange()
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const size = node.nodeValue!.length
        if (left <= size) {
          range.setStart(node, left)
          const box = range.getBoundingClientRect()
          return box.height > 0 ? box : line.getBoundingClientRect()
        }
        left -= size
      }
      return line.getBoundingClientRect()
    }
    left -= length + 1
  }
  return root.getBoundingClientRect()
}

/** Scrolls the frame, and the window where it must, so that a place stands well in view. */
function scrollTo(frame: HTMLElement, place: DOMRect): void {
  const box = frame.getBoundingClientRect()
  const margin = Math.min(80, box.height / 4)
  if (place.top < box.top + margin || place.bottom > box.bottom - margin)
    frame.scrollTop += place.top - box.top - box.height / 3
  if (box.top > window.innerHeight - 80 || box.bottom < 80) frame.scrollIntoView({ block: 'nearest' })
}
