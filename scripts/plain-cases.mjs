// Writes both cases of letters out in a program's patterns that match either.
import { parse } from 'acorn'

/**
 * The same program with the flag `i` left out of patterns that have `u` too, and each of their letters written as a class
 * of its cases: `/av\d/iu` as `/[aA][vV]\d/u`. Node looks up all cases of every character of every class when it compiles
 * such a pattern, which takes three quarters of the time. The Kelvin sign and the long s no longer count as k and s.
 * Patterns with references to groups, and with characters outside the Basic Multilingual Plane in classes, stay as they
 * are.
 *
 * @param {string} program whose classes of letters are written out: see `plainLetters`
 */
export function plainCases(program) {
  let written = ''
  let at = 0
  for (const { pattern, flags, start, end } of literals(program)) {
    if (!flags.includes('i') || !flags.includes('u')) continue
    const plain = withCases(pattern)
    if (plain === undefined) continue
    written += `${program.slice(at, start)}/${plain}/${flags.replace('i', '')}`
    at = end
  }
  return written + program.slice(at)
}

function literals(program) {
  const found = []
  parse(program, {
    ecmaVersion: 'latest',
    sourceType: /^(?:import|export)\b/m.test(program) ? 'module' : 'script',
    allowHashBang: true,
    onToken({ type, value, start, end }) {
      if (type.label === 'regexp') found.push({ ...value, start, end })
    },
  })
  return found
}

/** The pattern for both cases; undefined where that cannot be written. */
function withCases(pattern) {
  const syntax =
    /\((?:\?(?:<[A-Za-z]\w*>|<?[=!:]))?|\{[^}]*\}|\[\^?(?:[^\\\]]|\\.)*\]|\\(?:u[\da-f]{4}|x[\da-f]{2}|u\{[\da-f]+\}|p\{[^}]*\}|.)|./gisu
  let plain = ''
  for (const [part] of pattern.matchAll(syntax)) {
    const written = part.startsWith('[') ? classWithCases(part) : partWithCases(part)
    if (written === undefined) return undefined
    plain += written
  }
  return plain
}

function partWithCases(part) {
  if (/^(?:\\[1-9k]|\\p\{L[ult]\})/i.test(part)) return undefined
  const code = codeOf(part)
  if (code === undefined) return part
  const cases = casesOf(code)
  return cases.length === 1 ? part : `[${cases.map(escaped).join('')}]`
}

/** The class for both cases; undefined where it has characters outside the Basic Multilingual Plane. */
function classWithCases(part) {
  const [, not, inside] = /^\[(\^?)(.*)\]$/s.exec(part)
  const codes = new Set()
  let others = ''
  const item =
    /(\\(?:u[\da-f]{4}|x[\da-f]{2}|u\{[\da-f]+\}|p\{[^}]*\}|.)|.)(?:-(\\(?:u[\da-f]{4}|x[\da-f]{2}|.)|.))?/gisu
  for (const [whole, first, last] of inside.matchAll(item)) {
    const from = codeOf(first, true)
    const to = last === undefined ? from : codeOf(last, true)
    if (from === undefined && last === undefined && /^\\[dswp]/i.test(first) && !/^\\p\{L[ult]\}/i.test(first)) {
      others += whole
      continue
    }
    if (from === undefined || to === undefined) return undefined
    for (let code = from; code <= to; code++) for (const other of casesOf(code)) codes.add(other)
  }
  return `[${not}${rangesOf([...codes].sort((one, other) => one - other))}${others}]`
}

function rangesOf(codes) {
  let inside = ''
  for (let at = 0; at < codes.length; ) {
    let end = at
    while (codes[end + 1] === codes[end] + 1) end++
    inside += escaped(codes[at])
    if (end > at) inside += (end > at + 1 ? '-' : '') + escaped(codes[end])
    at = end + 1
  }
  return inside
}

const controls = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 }

/** The code unit that a part of a pattern stands for; undefined for all that is not one. */
function codeOf(part, inClass = false) {
  const { length } = part
  if (length === 1) return !inClass && /[.*+?^$|()]/.test(part) ? undefined : part.charCodeAt(0)
  const hex = /^\\(?:u([\da-f]{4})|x([\da-f]{2}))$/i.exec(part)
  if (hex) return Number.parseInt(hex[1] ?? hex[2], 16)
  if (length !== 2 || part[0] !== '\\') return undefined
  const letter = part[1]
  if (letter in controls) return controls[letter]
  if (inClass && letter === 'b') return 8
  return /[a-z\d]/i.test(letter) ? undefined : letter.charCodeAt(0)
}

const known = new Map()

/** A character and those that are the same where case is ignored; only itself beyond Latin, Greek and Cyrillic. */
function casesOf(code) {
  if (code >= 0x530 && (code < 0x1e00 || code >= 0x2000)) return [code]
  let cases = known.get(code)
  if (cases) return cases
  const character = String.fromCharCode(code)
  const same = new RegExp(`^${escaped(code)}$`, 'iu')
  cases = [code]
  for (const other of [character.toLowerCase(), character.toUpperCase()])
    if (other !== character && same.test(other)) cases.push(other.charCodeAt(0))
  known.set(code, cases)
  return cases
}

function escaped(code) {
  const character = String.fromCharCode(code)
  return /[\w ]/.test(character) ? character : `\\u${code.toString(16).padStart(4, '0')}`
}
