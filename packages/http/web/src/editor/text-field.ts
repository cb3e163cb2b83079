import type { TextChange } from '../text-change.ts'

/**
 * Makes a change in a text field as if it were typed, so that the browser's own undo takes it back. The field keeps its
 * other state; focus is given back.
 */
export function replaceIn(field: HTMLTextAreaElement, { start, end, text }: TextChange): void {
  if (start === end && text === '') return
  const before = document.activeElement
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  // Deprecated, and still the one way into the undo history of a text field.
  const done = document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
  if (!done) {
    field.setRangeText(text, start, end, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  if (before instanceof HTMLElement && before !== field) before.focus({ preventScroll: true })
}

/** Takes the latest change of a text field back. */
export function takeBack(field: HTMLTextAreaElement): void {
  const before = document.activeElement
  field.focus({ preventScroll: true })
  document.execCommand('undo')
  if (before instanceof HTMLElement && before !== field) before.focus({ preventScroll: true })
}

/** Puts another text in place of the whole, without a place in the browser's undo history. */
export function putAtOnce(field: HTMLTextAreaElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Puts a text on the clipboard. False where the browser lets nobody do that. */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    // Pages that came without TLS from another machine have no clipboard of their own.
    const before = document.activeElement
    const { selectionStart, selectionEnd } = field
    field.select()
    const done = document.execCommand('copy')
    field.setSelectionRange(selectionStart, selectionEnd)
    if (before instanceof HTMLElement && before !== field) before.focus({ preventScroll: true })
    return done
  }
}
