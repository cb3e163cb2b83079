import { isAlphanumeric } from '../characters.ts'
import { FILE_ENDINGS, TOP_LEVEL_DOMAINS } from './abbreviations.ts'

const DOMAINS = new Set(TOP_LEVEL_DOMAINS.split('|'))
const SCHEME = /(?:https?|ftp|sftp|file):\/\/|(?:mailto|tel):(?=[\w+])|www\d?\./iy
const ENDS_URL = /[\s<>"“”„«»|\\^`{}]/
const TRAILING = new Set(".,;:!?'’]…*_")

/** The end of the address that begins with a scheme or `www.` at `start`; 0 where none does. */
export function urlEnd(text: string, start: number): number {
  SCHEME.lastIndex = start
  return SCHEME.test(text) && SCHEME.lastIndex < text.length && isAlphanumeric(text.charCodeAt(SCHEME.lastIndex))
    ? pathEnd(text, SCHEME.lastIndex)
    : 0
}

/** Where a URL that is open at `from` ends: at white space or a quote, without punctuation that belongs to the sentence. */
function pathEnd(text: string, from: number): number {
  let end = from
  let open = 0
  while (end < text.length && !ENDS_URL.test(text[end]!)) {
    const character = text[end]!
    if (character === '(') open++
    else if (character === ')' && open-- === 0) break
    end++
  }
  while (end > from && TRAILING.has(text[end - 1]!)) end--
  return end
}

/** The end of the run of letters, digits, hyphens and full stops at `start`, without full stops or hyphens at its end. */
export function dottedRunEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code !== 0x2e && code !== 0x2d && code !== 0x5f && !isAlphanumeric(code)) break
    end++
  }
  while (end > start && (text[end - 1] === '.' || text[end - 1] === '-')) end--
  return end
}

/** The end of an address without scheme (`kommun.se/bygga`) whose host is the run `start`–`end`; 0 where it is none. */
export function domainEnd(text: string, start: number, end: number): number {
  const dot = text.lastIndexOf('.', end - 1)
  if (dot <= start || !DOMAINS.has(text.slice(dot + 1, end)) || text.charCodeAt(dot - 1) === 0x2e) return 0
  let path = end
  if (text[path] === ':' && isAlphanumeric(text.charCodeAt(path + 1))) {
    const port = /:\d{2,5}(?![\p{L}\d])/uy
    port.lastIndex = path
    if (port.test(text)) path = port.lastIndex
  }
  return text[path] === '/' || text[path] === '?' || text[path] === '#' ? pathEnd(text, path) : path
}

/** True where `start`–`end` is a file name (`protokoll.pdf`). */
export function isFileName(text: string, start: number, end: number): boolean {
  const dot = text.lastIndexOf('.', end - 1)
  return dot > start && FILE_ENDINGS.has(text.slice(dot + 1, end).toLowerCase())
}

/** Characters of an e-mail address before its `@`. */
export function isLocalPart(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2e || code === 0x2d || code === 0x5f || code === 0x2b || code === 0x25
}

/** The end of the domain of an e-mail address, which begins at `start`; 0 where none does. */
export function emailDomainEnd(text: string, start: number): number {
  if (start >= text.length || !isAlphanumeric(text.charCodeAt(start))) return 0
  const end = dottedRunEnd(text, start)
  return text.slice(start, end).includes('.') ? end : 0
}
