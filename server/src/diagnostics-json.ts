import type { Finding } from '@klarsprak/engine'
import type { Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { rangeOf, toDiagnostic } from './convert.ts'
import type { PositionEncoding } from './positions.ts'
import { WrittenJson } from './written-json.ts'

/** All of a diagnostic but its range, as JSON, with what it was written from. */
interface Kept {
  readonly finding: Finding
  readonly bytes: Uint8Array
}

const open = 0x5b
const comma = 0x2c
const close = 0x5d

/** Bytes that a range takes at most, with a comma. */
const rangeRoom = 160

/**
 * Writes the diagnostics of one document as JSON, version after version. An edit moves most of them and changes few:
 * only their ranges are written anew.
 */
export class DiagnosticsJson {
  #kept = new Map<string, Kept>()

  /** @param text the document that the findings are of */
  write(findings: readonly Finding[], text: TextDocument, encoding: PositionEncoding): WrittenJson {
    const kept = new Map<string, Kept>()
    const parts: Uint8Array[] = []
    let room = 2
    for (const finding of findings) {
      const { bytes } = this.#keep(finding, kept, text, encoding)
      parts.push(bytes)
      room += bytes.length + rangeRoom
    }
    this.#kept = kept
    const json = Buffer.allocUnsafe(room)
    let at = 0
    json[at++] = open
    for (let index = 0; index < findings.length; index++) {
      if (index > 0) json[at++] = comma
      at += json.write(rangeJson(rangeOf(findings[index]!.range, text, encoding)), at, 'latin1')
      json.set(parts[index]!, at)
      at += parts[index]!.length
    }
    json[at++] = close
    return new WrittenJson(json.subarray(0, at))
  }

  #keep(finding: Finding, kept: Map<string, Kept>, text: TextDocument, encoding: PositionEncoding): Kept {
    const { fingerprint } = finding
    const before = this.#kept.get(fingerprint)
    const now = before && isAlike(before.finding, finding) ? before : { finding, bytes: rest(finding, text, encoding) }
    kept.set(fingerprint, now)
    return now
  }
}

/** The same diagnostic but for its range. */
function isAlike(one: Finding, other: Finding): boolean {
  return (
    one === other ||
    (one.ruleId === other.ruleId &&
      one.severity === other.severity &&
      one.message === other.message &&
      one.url === other.url &&
      one.related.length === 0 &&
      other.related.length === 0 &&
      isAlikeAdvice(one.suggestions[0], other.suggestions[0]))
  )
}

type Advice = Finding['suggestions'][number] | undefined

function isAlikeAdvice(one: Advice, other: Advice): boolean {
  return (
    one?.title === other?.title &&
    one?.edits.length === other?.edits.length &&
    (one?.edits ?? []).every(({ start, end, text }, index) => {
      const edit = other!.edits[index]!
      return end - start === edit.end - edit.start && text === edit.text
    })
  )
}

/** `{"range":…`, to be followed by the rest. */
function rangeJson({ start, end }: Range): string {
  return `{"range":{"start":{"line":${start.line},"character":${start.character}},"end":{"line":${end.line},"character":${end.character}}}`
}

/** What follows the range: `,"severity":…}`. */
function rest(finding: Finding, text: TextDocument, encoding: PositionEncoding): Uint8Array {
  const { range, ...others } = toDiagnostic(finding, text, encoding)
  return Buffer.from(`,${JSON.stringify(others).slice(1)}`)
}
