import type { Finding, Severity } from '@klarsprak/engine'
import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type PositionEncoding, rangeAt } from './positions.ts'

/** What a diagnostic carries, so that a client that sends it back tells which finding it is. */
interface DiagnosticData {
  fingerprint: string
}

export const source = 'Klarspråk'

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
}

/** A finding as an editor shows it: what is the matter, and on a line of its own what to do. */
export function toDiagnostic(finding: Finding, text: TextDocument, encoding: PositionEncoding): Diagnostic {
  const { message, suggestions, severity, ruleId, url, fingerprint, related } = finding
  const advice = suggestions[0]
  const diagnostic: Diagnostic = {
    range: rangeOf(finding.range, text, encoding),
    severity: severities[severity],
    source,
    code: ruleId,
    codeDescription: { href: url } satisfies CodeDescription,
    message: advice ? `${message}\nGör så här: ${advice.title}` : message,
    data: { fingerprint } satisfies DiagnosticData,
  }
  if (advice && advice.edits.length > 0 && advice.edits.every((edit) => edit.text === '' && edit.end > edit.start))
    diagnostic.tags = [DiagnosticTag.Unnecessary]
  if (related.length > 0)
    diagnostic.relatedInformation = related.map((place) => ({
      location: { uri: text.uri, range: rangeOf(place.range, text, encoding) },
      message: place.message,
    }))
  return diagnostic
}

/** Edits of the source as an editor takes them. */
export function toTextEdits(
  edits: readonly { start: number; end: number; text: string }[],
  text: TextDocument,
  encoding: PositionEncoding,
): TextEdit[] {
  return edits.map(({ start, end, text: newText }) => ({ range: rangeAt(text, start, end, encoding), newText }))
}

/** The linter's lines and columns count from 1 in UTF-16: what most clients want, but for the 1. */
export function rangeOf({ start, end }: Finding['range'], text: TextDocument, encoding: PositionEncoding): Range {
  if (encoding !== 'utf-16') return rangeAt(text, start.offset, end.offset, encoding)
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  }
}
