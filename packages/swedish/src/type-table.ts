import { normalise } from './characters.ts'
import type { TokenKind } from './types.ts'

/** Codes of {@link TokenKind}: `TOKEN_KINDS[code]`. */
export const TOKEN_KINDS: readonly TokenKind[] = ['word', 'number', 'punctuation', 'symbol', 'url', 'email']

/** The code of each kind in `Tokens.kind` and `TypeTable.kind`. */
export const KindCode = { word: 0, number: 1, punctuation: 2, symbol: 3, url: 4, email: 5 } as const

/** How a form is written, in `TypeTable.shape`: {@link Shape}. */
export const Shape = {
  /** No letter with case. */
  none: 0,
  lower: 1,
  /** The first letter is a capital, the rest are not. */
  capitalised: 2,
  /** Two or more letters, all capitals. */
  upper: 3,
  mixed: 4,
} as const

const MAX_TYPES = 1 << 17
const MAX_CHARACTERS = 1 << 22

/**
 * The word types (distinct forms with their case) seen by this process, numbered from 0. Consumers keep
 * what they work out for a type in arrays of their own, indexed by its number, in a `WeakMap` keyed by
 * the table: a full table is replaced by an empty one between texts, and old numbers die with it.
 * What a table holds never changes what a text is analysed as.
 */
export class TypeTable {
  /** Number of types. */
  count = 0
  /** Code of {@link TokenKind} of each type; see {@link KindCode}. */
  kind = new Uint8Array(1024)
  private readonly forms: string[] = []
  private readonly lowers: (string | undefined)[] = []
  private readonly shapes: number[] = []
  private hashes = new Int32Array(1024)
  private slots = new Int32Array(4096).fill(-1)
  private characters = 0

  /** The form as first met. */
  form(type: number): string {
    return this.forms[type]!
  }

  /** The form as words are compared: see `Word.lower`. */
  lower(type: number): string {
    const known = this.lowers[type]
    if (known !== undefined) return known
    const lower = normalise(this.forms[type]!)
    this.lowers[type] = lower
    return lower
  }

  /** How the form is written: a value of {@link Shape}. */
  shape(type: number): number {
    const known = this.shapes[type]!
    if (known >= 0) return known
    const shape = shapeOf(this.forms[type]!)
    this.shapes[type] = shape
    return shape
  }

  /** True where the table should give way to an empty one before the next text. */
  get full(): boolean {
    return this.count > MAX_TYPES || this.characters > MAX_CHARACTERS
  }

  /** The number of the type that stands at `start`–`end` of a text. Equal forms of different kinds are different types. */
  intern(text: string, start: number, end: number, kind: number): number {
    let hash = kind + 1
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (;;) {
      const type = this.slots[slot]!
      if (type < 0) break
      if (this.hashes[type] === hash && this.kind[type] === kind && this.matches(type, text, start, end)) return type
      slot = (slot + 1) & mask
    }
    return this.add(slot, hash, text.slice(start, end), kind)
  }

  private matches(type: number, text: string, start: number, end: number): boolean {
    const form = this.forms[type]!
    return form.length === end - start && text.startsWith(form, start)
  }

  private add(slot: number, hash: number, form: string, kind: number): number {
    const type = this.count++
    this.slots[slot] = type
    if (type >= this.hashes.length) {
      this.hashes = grown(this.hashes)
      const kinds = new Uint8Array(this.kind.length * 2)
      kinds.set(this.kind)
      this.kind = kinds
    }
    this.hashes[type] = hash
    this.kind[type] = kind
    // A slice keeps its whole text alive; a copy does not.
    const copy = form.length < 13 ? form : ownCopy(form)
    this.forms.push(copy)
    this.lowers.push(undefined)
    this.shapes.push(-1)
    this.characters += form.length
    if (this.count * 2 > this.slots.length) this.rehash()
    return type
  }

  private rehash(): void {
    const size = this.slots.length * 2
    const slots = new Int32Array(size).fill(-1)
    for (let type = 0; type < this.count; type++) {
      let slot = this.hashes[type]! & (size - 1)
      while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1)
      slots[slot] = type
    }
    this.slots = slots
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** A string that does not keep the text alive that it was cut from, written character by character. */
function ownCopy(text: string): string {
  if (text.length > longestCopied) return ` ${text}`.slice(1)
  const codes: number[] = []
  for (let at = 0; at < text.length; at++) codes.push(text.charCodeAt(at))
  return String.fromCharCode(...codes)
}

/** Longer words are few, and only cut from a text of their own. */
const longestCopied = 256

function shapeOf(form: string): number {
  let upper = 0
  let lower = 0
  let first = 0
  for (let i = 0; i < form.length; i++) {
    const character = form[i]!
    const isLower = character !== character.toUpperCase()
    const isUpper = !isLower && character !== character.toLowerCase()
    if (isLower) lower++
    else if (isUpper) upper++
    if (first === 0) first = isUpper ? 1 : isLower ? 2 : 0
  }
  if (upper + lower === 0) return Shape.none
  if (upper === 0) return Shape.lower
  if (lower === 0) return upper === 1 ? Shape.capitalised : Shape.upper
  return upper === 1 && first === 1 ? Shape.capitalised : Shape.mixed
}

let current = new TypeTable()

/** The table that new texts are read with. */
export function currentTypes(): TypeTable {
  if (current.full) current = new TypeTable()
  return current
}

/** Gives new texts an empty table. */
export function forgetTypes(): void {
  current = new TypeTable()
}
