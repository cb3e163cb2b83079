import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Scalar, type Document as YamlDocument } from 'yaml'
import { LineIndex } from '../line-index.ts'
import { ConfigError } from './config-error.ts'
import type { ConfigEntry, ConfigNode } from './tree.ts'

/** A settings file as a tree, with its line index. */
export interface ParsedConfig {
  readonly file: string
  readonly tree: ConfigNode
  readonly lines: LineIndex
}

/** Nesting that no settings file needs. The parsers recurse: a file that is nested deeper must never reach them. */
const deepest = 64

/** Nodes of a YAML file after its aliases are written out. */
const mostNodes = 50_000

/**
 * Reads JSON with comments, or YAML where the name ends in `.yaml` or `.yml`. An empty file is an empty object.
 *
 * @throws ConfigError with the place of what cannot be read
 */
export function parseConfig(text: string, file: string): ParsedConfig {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const lines = new LineIndex(source)
  const fail = (offset: number, reason: string): never => {
    const { line, column } = lines.position(offset)
    throw new ConfigError([{ file, line, column, reason }])
  }
  const tree = /\.ya?ml$/i.test(file) ? parseYaml(source, fail) : parseJson(source, fail)
  return { file, lines, tree }
}

type Fail = (offset: number, reason: string) => never

function parseJson(source: string, fail: Fail): ConfigNode {
  checkDepth(source, fail)
  const errors: ParseError[] = []
  const tree = parseTree(source, errors, { allowTrailingComma: true, allowEmptyContent: true })
  const [error] = errors
  if (error) fail(error.offset, `Filen är inte giltig JSON: ${jsonFault(printParseErrorCode(error.error))}.`)
  return tree ? fromJson(tree) : emptyObject
}

const emptyObject: ConfigNode = { type: 'object', entries: [], start: 0, end: 0 }

/** Counts brackets outside strings and comments, so that no parser is sent into a text that would overflow it. */
function checkDepth(source: string, fail: Fail): void {
  let depth = 0
  for (const token of source.matchAll(/"(?:[^"\\\n]|\\.)*"?|\/\/.*|\/\*[\s\S]*?\*\/|[[{]|[\]}]/g)) {
    const [first] = token[0]
    if (first === '[' || first === '{') depth++
    else if (first === ']' || first === '}') depth--
    if (depth > deepest) fail(token.index, `Klamrarna är nästlade djupare än ${deepest} nivåer.`)
  }
}

const jsonFaults: Readonly<Record<string, string>> = {
  InvalidSymbol: 'här står ett ord eller tecken som inte hör hemma (text ska stå inom ")',
  InvalidNumberFormat: 'talet går inte att läsa',
  PropertyNameExpected: 'här ska det stå ett namn inom "',
  ValueExpected: 'här saknas ett värde',
  ColonExpected: 'här saknas ett kolon',
  CommaExpected: 'här saknas ett kommatecken',
  CloseBraceExpected: 'här saknas }',
  CloseBracketExpected: 'här saknas ]',
  EndOfFileExpected: 'det står mer text efter slutet',
  InvalidCommentToken: 'kommentaren är felskriven',
  UnexpectedEndOfComment: 'kommentaren tar aldrig slut',
  UnexpectedEndOfString: 'texten saknar " på slutet',
  UnexpectedEndOfNumber: 'talet är inte färdigt',
  InvalidUnicode: 'koden efter \\u går inte att läsa',
  InvalidEscapeCharacter: 'tecknet efter \\ är inte tillåtet',
  InvalidCharacter: 'här står ett tecken som inte får stå i en text',
}

function jsonFault(code: string): string {
  return jsonFaults[code] ?? 'något är felskrivet här'
}

function fromJson(node: JsonNode): ConfigNode {
  const place = { start: node.offset, end: node.offset + node.length }
  switch (node.type) {
    case 'object':
      return { type: 'object', entries: (node.children ?? []).flatMap(jsonEntry), ...place }
    case 'array':
      return { type: 'array', items: (node.children ?? []).map(fromJson), ...place }
    case 'property':
      return { type: 'null', value: null, ...place }
    default:
      return { type: node.type, value: node.value, ...place }
  }
}

function jsonEntry(property: JsonNode): ConfigEntry[] {
  const [key, value] = property.children ?? []
  return key && value ? [{ key: String(key.value), keyStart: key.offset, value: fromJson(value) }] : []
}

function parseYaml(source: string, fail: Fail): ConfigNode {
  checkYamlDepth(source, fail)
  const document = parseDocument(source, { uniqueKeys: false })
  const [error] = document.errors
  if (error) fail(error.pos[0], 'Filen är inte giltig YAML: kontrollera indrag, kolon och citattecken här.')
  if (document.contents === null) return emptyObject
  return new YamlReader(document, fail).read(document.contents, 0)
}

/** Indentation that no settings file needs, in columns. */
const widest = 200

/** As `checkDepth`, for YAML: indentation, indicators in a row at the start of a line, and brackets wherever they stand. */
function checkYamlDepth(source: string, fail: Fail): void {
  const reason = `Inställningarna är nästlade djupare än ${deepest} nivåer.`
  let brackets = 0
  let indicators = 0
  let atLineStart = true
  let column = 0
  for (let offset = 0; offset < source.length; offset++) {
    const character = source.charAt(offset)
    if (character === '[' || character === '{') brackets++
    else if ((character === ']' || character === '}') && brackets > 0) brackets--
    if (character === '\n') {
      atLineStart = true
      indicators = 0
      column = 0
    } else if (atLineStart) {
      column++
      const before = source.charAt(offset - 1)
      const beginsToken = character !== ' ' && (before === ' ' || before === '\n' || before === '')
      if (beginsToken && '-?:&!'.includes(character)) indicators++
      else if (beginsToken) atLineStart = false
    }
    if (brackets > deepest || indicators > deepest || (atLineStart && column > widest)) fail(offset, reason)
  }
}

class YamlReader {
  readonly #document: YamlDocument
  readonly #fail: Fail
  #nodes = 0

  constructor(document: YamlDocument, fail: Fail) {
    this.#document = document
    this.#fail = fail
  }

  read(node: unknown, depth: number, from = 0): ConfigNode {
    const [start = from, end = from] = (node as Scalar | null)?.range ?? []
    if (depth > deepest) return this.#fail(start, `Inställningarna är nästlade djupare än ${deepest} nivåer.`)
    if (++this.#nodes > mostNodes) return this.#fail(start, 'Filen innehåller för mycket för en inställningsfil.')
    const place = { start, end }
    if (isAlias(node)) return this.read(node.resolve(this.#document), depth + 1, start)
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }): ConfigEntry => {
        const written = isScalar(key) ? String(key.value) : ''
        const keyStart = (key as Scalar | null)?.range?.[0] ?? start
        return { key: written, keyStart, value: this.read(value, depth + 1, keyStart) }
      })
      return { type: 'object', entries, ...place }
    }
    if (isSeq(node))
      return { type: 'array', items: node.items.map((item) => this.read(item, depth + 1, start)), ...place }
    return scalar(isScalar(node) ? node.value : null, place)
  }
}

function scalar(value: unknown, place: { start: number; end: number }): ConfigNode {
  if (typeof value === 'string') return { type: 'string', value, ...place }
  if (typeof value === 'boolean') return { type: 'boolean', value, ...place }
  if (typeof value === 'number' && Number.isFinite(value)) return { type: 'number', value, ...place }
  return { type: 'null', value: null, ...place }
}
