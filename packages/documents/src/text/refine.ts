import { copyAs } from '../block-writer.ts'
import type { Block, ListPlace } from '../types.ts'
import { isDialogue, type Marker } from './markers.ts'
import type { Looks } from './piece.ts'

/** So many lone lines after another are a list of names or links, not headings. */
const MAX_HEADLINES = 4
/** Blocks that a signature may have. */
const MAX_SIGNATURE = 15

const LOWER_CASE = /^[\p{Ll}”"–—-]/u
const DATE =
  /^(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en)?,? )?(?:den )?\d(?:[\d\s.,:/–-]|kl\b|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*(?!\p{L}))*$/iu
const DETAIL =
  /^(?:sida|sid|s|publicerad|uppdaterad|ändrad|senast|skapad|datum|dnr|diarienummer|antagen|antaget|beslutad|fastställd|version)\b.*\d/i
const GREETING = /^(?:hej|hejsan|hallå|tjena|god (?:morgon|dag|kväll)|bästa|kära)\b[^?]{0,40}$/i
const ADDRESS = /@|https?:|^www\./i
const NUMBERING = /^(\d{1,2}(?:\.\d{1,2})*)\.? /

/**
 * Decides what can only be told from the neighbours: which lone lines are headings, which items make a
 * list, what belongs to a mail's head or a signature.
 *
 * @param blocks in document order; those that change are replaced by changed copies
 * @param looks runs alongside
 */
export function refineText(blocks: Block[], looks: readonly Looks[]): void {
  placeItems(blocks, looks)
  quoteDialogue(blocks, looks)
  const headings = headlineRuns(blocks, looks)
  let hasHeading = false
  let hasText = false
  let signature = 0
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!
    const look = looks[index]!
    signature = look.signature ? MAX_SIGNATURE : Math.max(0, signature - 1)
    if (signature > 0) blocks[index] = copyAs(block, { kind: 'contact' })
    else if (look.mail === 'subject' && !hasText && !hasHeading) blocks[index] = heading(block, 1)
    else if (look.underline > 0) blocks[index] = heading(block, look.underline)
    else if (headings[index] === 1) blocks[index] = heading(block, levelOf(block, look, !hasHeading && !hasText))
    const kind = blocks[index]!.kind
    if (kind === 'heading') hasHeading = true
    else if (kind !== 'contact') hasText = true
  }
}

function heading(block: Block, level: number): Block {
  const copy = copyAs(block, { kind: 'heading', level })
  copy.list = undefined
  return copy
}

/** The first heading stands above all others; a numbered one as deep as its number has parts. */
function levelOf(block: Block, look: Looks, isFirst: boolean): number {
  const parts = NUMBERING.exec(block.text)?.[1]?.split('.').length ?? (look.marker ? 1 : 0)
  if (parts > 0) return Math.min(6, parts + 1)
  return isFirst ? 1 : 2
}

/** 1 for each block that is a heading by its looks and its place, else 0. */
function headlineRuns(blocks: readonly Block[], looks: readonly Looks[]): Uint8Array {
  const headings = new Uint8Array(blocks.length)
  let first = 0
  for (let index = 0; index < blocks.length; index++) {
    if (index < blocks.length - 1 && isTitle(blocks, looks, index)) headings[index] = 1
    else {
      // The line next to the text is a heading whatever stands above it. So is the first of the document.
      if (index - first > MAX_HEADLINES) headings.fill(0, Math.max(first, 1), index - 1)
      first = index + 1
    }
  }
  return headings
}

function isTitle(blocks: readonly Block[], looks: readonly Looks[], index: number): boolean {
  const { text } = blocks[index]!
  const look = looks[index]!
  if (look.marker) return isNumberedTitle(blocks, looks, index)
  if (!look.headline || looks[index + 1]!.signature) return false
  return ![LOWER_CASE, DATE, DETAIL, GREETING, ADDRESS].some((pattern) => pattern.test(text))
}

/** `1. Inledning` is a heading where it stands alone and no item of a list stands beside it. */
function isNumberedTitle(blocks: readonly Block[], looks: readonly Looks[], index: number): boolean {
  const isItem = (at: number) => looks[at]?.marker !== undefined
  const { kind, text } = blocks[index]!
  return (
    looks[index]!.headline &&
    kind === 'listItem' &&
    looks[index]!.marker!.type === 'ordered' &&
    !isItem(index - 1) &&
    !isItem(index + 1) &&
    /^\p{Lu}/u.test(text)
  )
}

/** Takes items after dashes for what somebody says, where they are no list. */
function quoteDialogue(blocks: Block[], looks: readonly Looks[]): void {
  const isDash = (index: number) => looks[index]?.marker?.isDash && blocks[index]!.kind === 'listItem'
  for (let index = 0; index < blocks.length; index++) {
    let end = index
    while (isDash(end)) end++
    if (end === index) continue
    if (isDialogue(blocks.slice(index, end).map((block) => block.text))) {
      for (let at = index; at < end; at++) {
        const copy = copyAs(blocks[at]!, { kind: 'paragraph', quoted: true })
        copy.list = undefined
        blocks[at] = copy
      }
    }
    index = end
  }
}

/** What the items of one list have in common: bullets, numbers or letters. */
function styleOf({ type, isLetter }: Marker): string {
  return isLetter ? 'letter' : type
}

/** Joins items that follow each other into lists, across blank lines. Letters after a number are a list within it. */
function placeItems(blocks: Block[], looks: readonly Looks[]): void {
  const open: OpenList[] = []
  let lists = 0
  for (let index = 0; index < blocks.length; index++) {
    const { marker, indent } = looks[index]!
    if (marker) {
      const place = placeItem(marker, indent, open, lists)
      if (place.id === lists) lists++
      blocks[index] = copyAs(blocks[index]!, { list: place })
    } else if (open.length > 0) open.length = 0
  }
}

/** A list that may go on. */
interface OpenList {
  place: ListPlace
  readonly indent: number
  readonly style: string
}

/** @param id for a list that begins here */
function placeItem(marker: Marker, indent: number, open: OpenList[], id: number): ListPlace {
  const ordered = marker.type === 'ordered'
  const style = styleOf(marker)
  while (open.length > 0 && open.at(-1)!.indent > indent + 1) open.pop()
  const beside = (list: OpenList) => list.indent >= indent - 1
  const same = open.findLastIndex((list) => beside(list) && list.style === style)
  if (same !== -1) open.length = same + 1
  let current = open.at(-1)
  if (current && same !== -1) {
    const { place } = current
    current.place = { id: place.id, index: place.index + 1, depth: place.depth, ordered: place.ordered }
  } else {
    const isWithin = marker.isLetter && marker.number === 1 && current?.place.ordered
    if (current && beside(current) && !isWithin) open.pop()
    current = { place: { id, index: 0, depth: open.length, ordered }, indent, style }
    open.push(current)
  }
  return current.place
}
