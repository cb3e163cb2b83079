// Writes the classes of letters in a program's patterns out as the ranges that Swedish texts have.

/** Latin letters as Swedish and its neighbours have them end here: Latin Extended-A. */
const limit = 0x0180
/**
 * Letters above the limit, by blocks: Greek and Cyrillic capitals and small letters apart, all of Latin Extended-B and
 * Additional small, and of other scripts in the Basic Multilingual Plane all but a few characters letters.
 */
const above = {
  L: '\\u0180-\\u02c1\\u02c6-\\u02d1\\u02e0-\\u02e4\\u0370-\\u0373\\u0376-\\u037d\\u0386\\u0388-\\u0481\\u048a-\\u1fff\\u2c00-\\u2dff\\u3005-\\ud7ff\\uf900-\\ufdff',
  Lu: '\\u0386-\\u03ab\\u0400-\\u042f\\u1e9e',
  Ll: '\\u0180-\\u024f\\u03ac-\\u03ff\\u0430-\\u045f\\u1e00-\\u1e9d\\u1e9f-\\u1eff',
}

const ranges = new Map(
  Object.entries(above).map(([name, rest]) => [name, rangesOf(new RegExp(`\\p{${name}}`, 'u')) + rest]),
)

/** The characters below the limit that a pattern matches, as the inside of a character class. */
function rangesOf(pattern) {
  let inside = ''
  let start = -1
  for (let code = 0; code <= limit; code++) {
    const matches = code < limit && pattern.test(String.fromCharCode(code))
    if (matches && start < 0) start = code
    if (matches || start < 0) continue
    inside += written(start) + (code - 1 > start ? `-${written(code - 1)}` : '')
    start = -1
  }
  return inside
}

function written(code) {
  return code < 128 ? String.fromCharCode(code) : `\\u${code.toString(16).padStart(4, '0')}`
}

/**
 * The same program with `\p{L}`, `\p{Lu}` and `\p{Ll}` in patterns written out. Node compiles a class of the whole of
 * Unicode in milliseconds, once for texts with and once for texts without characters above U+00FF, and a short class in
 * a fiftieth of that. Letters outside the Basic Multilingual Plane are left out.
 *
 * @param {string} program as esbuild writes it
 * @throws {Error} where a class does not stand in a pattern that can be read
 */
export function plainLetters(program) {
  const class_ = /(\\+)p\{(Lu|Ll|L)\}/g
  let written = ''
  let at = 0
  for (const { 0: found, 1: strokes, 2: name, index } of program.matchAll(class_)) {
    // In a string a backslash is two.
    if (strokes.length > 2) throw new Error(`cannot tell what ${found} means`)
    const inString = strokes.length === 2
    const start = inString ? 0 : patternStart(program, index)
    const inside = inString ? ranges.get(name).replaceAll('\\', '\\\\') : ranges.get(name)
    written += program.slice(at, index) + (isInClass(program, start, index, inString) ? inside : `[${inside}]`)
    at = index + found.length
  }
  return written + program.slice(at)
}

const literal = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/([a-z]*)/y

/** Where the regular expression, or the raw string of one, that holds a place begins. */
function patternStart(program, place) {
  for (let start = program.lastIndexOf('/', place); start >= 0; start = program.lastIndexOf('/', start - 1)) {
    if (program.slice(start, place).includes('\n')) break
    if (
      !/(?:^|[^\w$)\]"'`]|\b(?:return|typeof|case|of|in|else|void))$/.test(program.slice(Math.max(0, start - 8), start))
    )
      continue
    literal.lastIndex = start
    const match = literal.exec(program)
    if (match === null || start + match[0].length <= place) continue
    const [text, flags] = match
    try {
      new RegExp(text.slice(1, text.length - flags.length - 1), flags)
      return start
    } catch {
      // A stroke inside the pattern.
    }
  }
  const raw = program.lastIndexOf('String.raw`', place)
  if (raw >= 0 && !program.slice(raw + 11, place).includes('`')) return raw + 10
  throw new Error(`no pattern is found round ${program.slice(place - 60, place + 20)}`)
}

/** True where the nearest bracket before a place opens a class. */
function isInClass(program, start, place, inString) {
  for (let at = place - 1; at > start; at--) {
    const character = program[at]
    if (inString && /["'`\n]/.test(character) && !isEscaped(program, at, false)) return false
    if ((character === '[' || character === ']') && !isEscaped(program, at, inString)) return character === '['
  }
  return false
}

function isEscaped(program, at, inString) {
  let strokes = 0
  while (program[at - 1 - strokes] === '\\') strokes++
  return (inString ? strokes >> 1 : strokes) % 2 === 1
}
