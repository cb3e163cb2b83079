import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { configNames } from '@klarsprak/engine'
import { applyEdits, type JSONPath, modify, parse } from 'jsonc-parser'
import { parseDocument } from 'yaml'

/** A file of the house with its text as it is and as it should be. */
export interface FileChange {
  path: string
  /** Undefined where the file does not exist yet. */
  before: string | undefined
  after: string
}

/** A glossary with a new row, and where its explanation is to be written. */
export interface GlossaryChange extends FileChange {
  /** Offsets into `after`, end exclusive. */
  explanation: { start: number; end: number }
}

const formatting = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }

/** The settings file that holds for a file: the nearest above it; undefined where there is none. */
function nearestConfig(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = configNames.map((name) => join(folder, name)).find((name) => existsSync(name))
    if (found !== undefined || folder === dirname(folder)) return found
  }
}

/**
 * The settings file with a value set. A new one is made in the root where none holds for the file.
 *
 * @throws where the file is there and cannot be read
 */
export function setInConfig(path: string, root: string, keys: JSONPath, value: unknown): FileChange {
  const config = nearestConfig(path) ?? join(root, configNames[0]!)
  const before = readIfThere(config)
  if (/\.ya?ml$/u.test(config)) {
    const document = parseDocument(before ?? '')
    document.setIn(keys, value)
    return { path: config, before, after: document.toString() }
  }
  const text = before?.trim() ? before : '{}\n'
  return { path: config, before, after: applyEdits(text, modify(text, keys, value, formatting)) }
}

/** What a writer puts the reason for an exception in place of. */
const reasonPlaceholder = 'skäl'

/** A settings file with a new exception, and where its reason is to be written. */
export interface ExceptionChange extends FileChange {
  /** Offsets into `after`, end exclusive. */
  reason: { start: number; end: number }
}

/**
 * The settings file with an exception for one finding more: for texts that can hold no comment.
 *
 * @throws where the file is there and cannot be read
 */
export function addException(path: string, root: string, rule: string, fingerprint: string): ExceptionChange {
  const config = nearestConfig(path)
  const known = config === undefined ? undefined : settingsIn(config).exceptions
  const place = Array.isArray(known) ? known.length : 0
  const change = setInConfig(path, root, ['exceptions', place], { rule, fingerprint, reason: reasonPlaceholder })
  const start = change.after.indexOf(reasonPlaceholder, change.after.lastIndexOf(fingerprint))
  return { ...change, reason: { start, end: start + reasonPlaceholder.length } }
}

const placeholder = 'förklaring'
const glossaryHead = 'term\tformer\tförklaring\tsäg hellre\n'

/** Where the glossary of a file stands, or would stand where there is none. */
function glossaryPath(path: string, root: string): { file: string; named: boolean; config: string | undefined } {
  const config = nearestConfig(path)
  const named = config === undefined ? undefined : glossaryNamed(config)
  const file = named ?? join(config === undefined ? root : dirname(config), 'ordlista.tsv')
  return { file, named: named !== undefined, config }
}

/** The settings file that names a glossary. */
function namingGlossary(path: string, root: string, config: string | undefined, file: string): FileChange {
  const from = config === undefined ? root : dirname(config)
  return setInConfig(path, root, ['terms'], relative(from, file).replaceAll('\\', '/'))
}

/**
 * The glossary that holds for a file. Where it does not exist, the changes that make an empty one and name it in the
 * settings file.
 *
 * @throws where a file is there and cannot be read
 */
export function glossaryOf(path: string, root: string): { path: string; changes: FileChange[] } {
  const { file, named, config } = glossaryPath(path, root)
  const changes: FileChange[] = []
  if (!existsSync(file)) changes.push({ path: file, before: undefined, after: glossaryHead })
  if (!named) changes.push(namingGlossary(path, root, config, file))
  return { path: file, changes }
}

/**
 * The glossary with a row for a term, and the settings file where that must name the glossary first.
 *
 * @throws where a file is there and cannot be read
 */
export function addToGlossary(
  path: string,
  root: string,
  term: string,
): { glossary: GlossaryChange; config?: FileChange } {
  const { file, named, config } = glossaryPath(path, root)
  const before = readIfThere(file)
  const head = before?.trim() ? withLineEnd(before) : glossaryHead
  // The columns may stand in any order, but a heading names them.
  const [first = ''] = head.split(/\r\n|\n|\r/u).filter((line) => !line.startsWith('#'))
  const separator = first.includes('\t') ? '\t' : ';'
  const columns = first.toLowerCase().split(separator)
  const at = Math.max(
    columns.findIndex((name) => name.includes('klaring')),
    0,
  )
  const cells = columns.some((name) => name.trim() === 'term')
    ? columns.map((name, index) => (name.trim() === 'term' ? term : index === at ? placeholder : ''))
    : [term, '', placeholder]
  const row = cells.join(separator).replace(/[\t;]+$/u, '')
  const start = head.length + row.indexOf(placeholder)
  const glossary = {
    path: file,
    before,
    after: `${head}${row}\n`,
    explanation: { start, end: start + placeholder.length },
  }
  return named ? { glossary } : { glossary, config: namingGlossary(path, root, config, file) }
}

/** The first glossary that a settings file names. */
function glossaryNamed(config: string): string | undefined {
  const { terms } = settingsIn(config)
  const first = Array.isArray(terms) ? terms[0] : terms
  return typeof first === 'string' ? join(dirname(config), first) : undefined
}

/** What a settings file says, as far as it can be read. */
function settingsIn(config: string): { readonly [key: string]: unknown } {
  const text = readIfThere(config) ?? ''
  const settings: unknown = /\.ya?ml$/u.test(config) ? parseDocument(text).toJS() : parse(text)
  return typeof settings === 'object' && settings !== null ? { ...settings } : {}
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function withLineEnd(text: string): string {
  return /[\r\n]$/u.test(text) ? text : `${text}\n`
}
