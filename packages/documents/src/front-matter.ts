import { isMap, isScalar, parseDocument } from 'yaml'
import { noFrontMatter } from './no-front-matter.ts'
import type { FrontMatter } from './types.ts'

/** Longer front matter is no front matter, and deeper nesting would exhaust the parser's stack. */
const MAX_LENGTH = 65_536
const MAX_NESTING = 64

const OPENING = /^---[ \t]*(?:\r\n|\n|\r)/
const CLOSING = /^---[ \t]*$/gm
const KEY = /^(?:texttyp|m[aå]lgrupp|syfte|granskad-av|checklista|lang|title|titel|layout|date|datum)[ \t]*:[ \t\r\n]/i

/** The commonest mistakes in YAML, by the parser's error code. */
const MESSAGES: Record<string, string> = {
  BAD_INDENT: 'Raden är indragen på ett sätt som inte går att tolka.',
  BLOCK_AS_IMPLICIT_KEY: 'Raden har mer än ett kolon. Sätt citattecken runt värdet.',
  DUPLICATE_KEY: 'Nyckeln finns två gånger. Ta bort den ena.',
  MISSING_CHAR: 'Ett tecken saknas. Kontrollera kolon, citattecken och hakparenteser.',
  MULTILINE_IMPLICIT_KEY: 'Raden saknar kolon efter nyckeln.',
  TAB_AS_INDENT: 'Raden är indragen med tabb. Använd blanksteg.',
  UNEXPECTED_TOKEN: 'Raden innehåller ett tecken som inte får stå där. Sätt citattecken runt värdet.',
}
const GENERAL = 'Dokumenthuvudet går inte att läsa som YAML.'

/**
 * Reads the YAML front matter that a Markdown source begins with. Never throws: what cannot be read is
 * said in `error`.
 *
 * @returns a front matter without `range` where the source has none
 */
export function readFrontMatter(source: string): FrontMatter {
  const opening = OPENING.exec(source)
  if (!opening) return noFrontMatter()
  const start = opening[0].length
  CLOSING.lastIndex = start
  const closing = CLOSING.exec(source)
  if (!closing) return unclosed(source.slice(start), start)
  const frontMatter = noFrontMatter()
  frontMatter.range = { start: 0, end: closing.index + closing[0].length }
  readYaml(source.slice(start, closing.index), start, frontMatter)
  return frontMatter
}

/** A line of its own may begin a text. Only what names a key below it is meant as front matter. */
function unclosed(rest: string, start: number): FrontMatter {
  if (!KEY.test(rest)) return noFrontMatter()
  const message = 'Dokumenthuvudet har inget slut. Skriv --- på en egen rad efter det.'
  return { ...noFrontMatter(), error: { message, start: 0, end: start } }
}

/** Fills in data, keys and error from the lines between the fences, which begin at `offset` of the source. */
function readYaml(yaml: string, offset: number, frontMatter: FrontMatter): void {
  const limit = limitOf(yaml)
  if (limit) {
    frontMatter.error = { message: limit, start: offset, end: offset + yaml.length }
    return
  }
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' })
  const problem = document.errors[0]
  const contents = document.contents
  if (isMap(contents)) {
    for (const { key } of contents.items) {
      if (isScalar(key) && key.range && key.value !== null) {
        frontMatter.keys[String(key.value)] = { start: offset + key.range[0], end: offset + key.range[1] }
      }
    }
  }
  const whole = { start: offset, end: offset + yaml.trimEnd().length }
  if (problem) {
    const [start, end] = problem.pos
    const message = MESSAGES[problem.code] ?? GENERAL
    frontMatter.error = {
      message,
      start: offset + start,
      end: offset + Math.min(Math.max(end, start + 1), yaml.length),
    }
  } else if (isMap(contents)) {
    try {
      Object.assign(frontMatter.data, document.toJS({ maxAliasCount: 100 }))
    } catch {
      frontMatter.error = { message: GENERAL, ...whole }
    }
  } else if (contents !== null) {
    frontMatter.error = { message: 'Dokumenthuvudet ska bestå av rader med nyckel, kolon och värde.', ...whole }
  }
}

function limitOf(yaml: string): string | undefined {
  if (yaml.length > MAX_LENGTH) return 'Dokumenthuvudet är för långt. Det får ha högst 65\u00a0536 tecken.'
  if (nesting(yaml) > MAX_NESTING) return 'Dokumenthuvudet har för många hakparenteser inuti varandra.'
  return undefined
}

/** The deepest nesting of brackets, quotes not regarded. */
function nesting(yaml: string): number {
  let depth = 0
  let deepest = 0
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepest) deepest = depth
  }
  return deepest
}
