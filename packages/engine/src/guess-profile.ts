import type { Document } from '@klarsprak/documents'
import type { Profile } from './types.ts'

/** Characters at each end of a document that are looked at: letterheads, greetings and signatures stand there. */
const reach = 4000

/** `Dnr: 2024-0123`, `diarienummer`, `KS 2024/123` */
const recordNumbers = [/\bdnr\b|diarienummer/i, /\b[A-ZÅÄÖ]{2,5}[ -](?:19|20)\d\d[/:-]\d/]

/** `§ 12` first on a line */
const section = /^§\s*\d+/

/**
 * The kind of text by its marks (catalogue, *Gemensamma förutsättningar* 4): *press* has the word in its first 20
 * words, *protokoll* numbered sections and a list of those present, *beslut* two of the marks of a decision, *brev* a
 * greeting and a close. Undefined where nothing tells.
 */
export function guessProfile({ blocks }: Document): Profile | undefined {
  const texts = blocks.filter(({ kind }) => kind !== 'code' && kind !== 'altText').map(({ text }) => text)
  const head = firstCharacters(texts)
  const tail = firstCharacters(texts.toReversed(), true)
  if (/\bpressmeddelande/i.test(firstWords(head, 20))) return 'press'
  if (isMinutes(texts, head)) return 'protokoll'
  if (isDecision(head, tail)) return 'beslut'
  if (isLetter(texts)) return 'brev'
  return undefined
}

function isMinutes(texts: readonly string[], head: string): boolean {
  if (!texts.some((text) => /^(?:närvarande|beslutande|tjänstgörande)\b/i.test(text))) return false
  return texts.some((text) => section.test(text)) || /\bprotokoll/i.test(head)
}

function isDecision(head: string, tail: string): boolean {
  const both = `${head}\n${tail}`
  const marks = [/\bbeslutar\b/i, /överklag/i].filter((mark) => mark.test(both)).length
  return marks + (recordNumbers.some((mark) => mark.test(both)) ? 1 : 0) >= 2
}

function isLetter(texts: readonly string[]): boolean {
  const greeting = texts.slice(0, 8).some((text) => /^(?:hej|bästa|kära|till dig)\b/i.test(text))
  const close = texts
    .slice(-8)
    .some((text) => /^(?:med vänliga? hälsning|vänliga hälsningar|hälsningar|vänligen)/i.test(text))
  return greeting && close
}

function firstWords(text: string, count: number): string {
  return text
    .split(/\s+/, count + 1)
    .slice(0, count)
    .join(' ')
}

/** Up to `reach` characters of texts, joined in reading order. */
function firstCharacters(texts: readonly string[], backwards = false): string {
  const taken: string[] = []
  let length = 0
  for (const text of texts) {
    if (length >= reach) break
    taken.push(text.slice(0, reach))
    length += text.length + 1
  }
  return (backwards ? taken.reverse() : taken).join('\n')
}
