import { isDialogue, readMarker } from './text/markers.ts'
import type { ListPlace } from './types.ts'

/** What is known of a paragraph, as far as lists go. */
interface Listable {
  kind: string
  text: string
  quoted?: boolean
  list?: ListPlace
}

/** A paragraph that turns out to be an item: its place, and how many characters of its text are its marker. */
export interface TypedItem {
  list: ListPlace
  marker: number
}

/**
 * Finds lists that somebody has typed as paragraphs that begin with a dash, a bullet or a number.
 *
 * @param paragraphs in document order
 * @returns what is an item, by index
 */
export function findTypedLists(paragraphs: readonly Listable[]): Map<number, TypedItem> {
  const items = new Map<number, TypedItem>()
  let id = Math.max(-1, ...paragraphs.map(({ list }) => list?.id ?? -1)) + 1
  for (let start = 0; start < paragraphs.length; start++) {
    const end = endOfRun(paragraphs, start)
    if (end === start) continue
    const markers = paragraphs.slice(start, end).map(({ text }) => readMarker(text)!)
    const texts = paragraphs.slice(start, end).map(({ text }, index) => text.slice(markers[index]!.length))
    const ordered = markers[0]!.type === 'ordered'
    // A lone number may begin a paragraph that is a section of its own.
    if (ordered ? end - start > 1 : !(markers.every(({ isDash }) => isDash) && isDialogue(texts))) {
      for (const [index, marker] of markers.entries())
        items.set(start + index, { list: { id, index, depth: 0, ordered }, marker: marker.length })
      id++
    }
    start = end - 1
  }
  return items
}

/** Where the paragraphs end that have markers of the same kind; numbers follow on each other. */
function endOfRun(paragraphs: readonly Listable[], start: number): number {
  let end = start
  let before: ReturnType<typeof readMarker>
  for (; end < paragraphs.length; end++) {
    const { kind, text, quoted, list } = paragraphs[end]!
    const marker = kind === 'paragraph' && !quoted && !list ? readMarker(text) : undefined
    if (!marker) break
    if (before && (before.type !== marker.type || before.isLetter !== marker.isLetter)) break
    if (before && marker.type === 'ordered' && marker.number !== before.number + 1) break
    before = marker
  }
  return end
}
