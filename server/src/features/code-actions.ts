import { applyEdits, detailOf, type FileResult, type Finding } from '@klarsprak/engine'
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { linted, type ServerContext } from '../context.ts'
import { toDiagnostic, toTextEdits } from '../convert.ts'
import { fileEdit } from '../edits/file-edit.ts'
import { addException, addToGlossary, setInConfig } from '../edits/house-files.ts'
import { ignoreComment } from '../edits/ignore-comment.ts'
import type { OpenDocument } from '../open-documents.ts'
import { offsetAt } from '../positions.ts'
import { settingsRequest } from '../settings.ts'
import { rootOf } from '../workspace.ts'
import { commands } from './commands.ts'

/** All safe fixes of a file, for "fix on save". */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.klarsprak`

/** Findings that settings files and glossaries are read for in one request: a cursor stands in a few. */
const mostAtOnce = 20

/** Rules about words that a glossary can explain. */
const termRules = new Set(['oforklarad-fackterm', 'oforklarad-forkortning'])

/** What can be done about the findings at a place, from the server's own findings of this version. */
export async function codeActions(
  context: ServerContext,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const found = await linted(context, params.textDocument.uri, token)
  if (!found) return []
  const { document, settings, result } = found
  const wants = (kind: string) =>
    params.context.only === undefined ||
    params.context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const start = offsetAt(document.text, params.range.start, context.encoding)
    const end = offsetAt(document.text, params.range.end, context.encoding)
    const here = result.findings.filter(({ range }) => range.start.offset <= end && range.end.offset >= start)
    for (const finding of here) actions.push(...fixes(context, document, result, finding))
    for (const finding of here.slice(0, mostAtOnce)) actions.push(...otherActions(context, document, result, finding))
  }
  // Mending the whole text costs many lints: it is done when asked for, not each time the cursor moves.
  if (params.context.only !== undefined && wants(fixAllKind)) {
    const { source } = context.engine.fix({
      ...settingsRequest(settings),
      source: document.text.getText(),
      format: document.format,
      ...(document.path === undefined ? {} : { filename: document.path }),
      profile: result.profile,
    })
    const edits = editsBetween(document.text.getText(), source)
    if (edits.length > 0)
      actions.push({
        title: 'Rätta allt som kan rättas utan risk',
        kind: fixAllKind,
        edit: editOf(context, document, toTextEdits(edits, document.text, context.encoding)),
      })
  }
  return actions
}

/** The finding's own suggestions, and the first of them for all like it in the file. */
function fixes(context: ServerContext, document: OpenDocument, result: FileResult, finding: Finding): CodeAction[] {
  const { text } = document
  const diagnostics = [toDiagnostic(finding, text, context.encoding)]
  const withEdits = finding.suggestions.filter(({ edits }) => edits.length > 0)
  const preferred = withEdits.find(({ safety }) => safety === 'safe') ?? withEdits[0]
  const actions: CodeAction[] = withEdits.map((suggestion) => ({
    title: suggestion.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: suggestion === preferred && suggestion.safety === 'safe',
    edit: editOf(context, document, toTextEdits(suggestion.edits, text, context.encoding)),
  }))
  const alike = result.findings.filter((other) => isAlike(other, finding))
  if (preferred && alike.length > 1) {
    const edits = alike.flatMap(({ suggestions }) => suggestions.find((one) => one.edits.length > 0)?.edits ?? [])
    const apart = withoutOverlaps(edits)
    actions.push({
      title: `Rätta alla ${alike.length} ”${finding.text}” i texten`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: editOf(context, document, toTextEdits(apart, text, context.encoding)),
    })
  }
  return actions
}

function isAlike(one: Finding, other: Finding): boolean {
  return one.ruleId === other.ruleId && one.text.toLowerCase() === other.text.toLowerCase()
}

function withoutOverlaps<E extends { start: number; end: number }>(edits: readonly E[]): E[] {
  const kept: E[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end))
    if (kept.length === 0 || edit.start >= kept.at(-1)!.end) kept.push(edit)
  return kept
}

/** What else can be done about a finding than mending the text. */
function otherActions(
  context: ServerContext,
  document: OpenDocument,
  result: FileResult,
  finding: Finding,
): CodeAction[] {
  const { text, path, uri } = document
  const { ruleId, fingerprint } = finding
  const diagnostics = [toDiagnostic(finding, text, context.encoding)]
  const actions: CodeAction[] = []
  const { document: read, places } = detailOf(result)
  const comment = ignoreComment(read, ruleId, places[result.findings.indexOf(finding)]!)
  if (comment) {
    const { at, text: newText, reason } = comment
    const edits = toTextEdits([{ start: at, end: at, text: newText }], text, context.encoding)
    actions.push({
      title: `Undanta ${ruleId} här och skriv varför`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: editOf(context, document, edits),
      command: selectCommand(context, uri, applyEdits(text.getText(), [{ start: at, end: at, text: newText }]), {
        start: at + reason.start,
        end: at + reason.end,
      }),
    })
  }
  if (path !== undefined) {
    const root = rootOf(context, path)
    if (termRules.has(ruleId)) {
      const { glossary, config } = addToGlossary(path, root, finding.text)
      const edit = fileEdit(context, config ? [glossary, config] : [glossary])
      if (edit)
        actions.push({
          title: `Lägg till ”${finding.text}” i ordlistan`,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          edit,
          command: selectCommand(context, URI.file(glossary.path).toString(), glossary.after, glossary.explanation),
        })
    }
    if (!comment) {
      const exception = addException(path, root, ruleId, fingerprint)
      const edit = fileEdit(context, [exception])
      if (edit)
        actions.push({
          title: `Undanta ${ruleId} här och skriv varför`,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          edit,
          command: selectCommand(context, URI.file(exception.path).toString(), exception.after, exception.reason),
        })
    }
    const edit = fileEdit(context, [setInConfig(path, root, ['rules', ruleId], 'off')])
    if (edit)
      actions.push({
        title: `Stäng av ${ruleId} för den här mappen`,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit,
      })
    actions.push({
      title: 'Falskt larm: spara träffen så att den kan bli ett prov',
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title: 'Falskt larm', command: commands.falseAlarm, arguments: [uri, fingerprint] },
    })
  }
  if (context.client.window?.showDocument?.support)
    actions.push({
      title: `Läs om regeln ${ruleId}`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title: 'Läs om regeln', command: commands.openRule, arguments: [finding.url, ruleId] },
    })
  return actions
}

/** Puts the cursor on a part of a text as it is after an edit. */
function selectCommand(
  context: ServerContext,
  uri: string,
  after: string,
  { start, end }: { start: number; end: number },
): { title: string; command: string; arguments: unknown[] } | undefined {
  if (!context.client.window?.showDocument?.support) return undefined
  const lineOf = (offset: number) => {
    const lines = after.slice(0, offset).split(/\r\n|\n|\r/u)
    const line = lines.at(-1)!
    const character = context.encoding === 'utf-8' ? Buffer.byteLength(line) : line.length
    return { line: lines.length - 1, character }
  }
  const selection = { start: lineOf(start), end: lineOf(end) }
  return { title: 'Skriv här', command: commands.select, arguments: [uri, selection] }
}

/** An edit of an open document that is refused when the document has moved on, where the client can tell. */
function editOf({ client }: ServerContext, { uri, version }: OpenDocument, edits: TextEdit[]): WorkspaceEdit {
  if (client.workspace?.workspaceEdit?.documentChanges)
    return { documentChanges: [{ textDocument: { uri, version }, edits }] }
  return { changes: { [uri]: edits } }
}

/** The lines that differ, as edits of the first text. */
function editsBetween(before: string, after: string): { start: number; end: number; text: string }[] {
  if (before === after) return []
  const old = before.split(/(?<=\n)/u)
  const now = after.split(/(?<=\n)/u)
  // Safe fixes keep lines apart; where they do not, the whole text is put in.
  if (old.length !== now.length) return [{ start: 0, end: before.length, text: after }]
  const edits: { start: number; end: number; text: string }[] = []
  let at = 0
  for (const [index, line] of old.entries()) {
    const { start, end, text } = narrow(line, now[index]!)
    if (text !== '' || end > start) edits.push({ start: at + start, end: at + end, text })
    at += line.length
  }
  return edits
}

/** The smallest stretch in which two lines differ, never within a surrogate pair. */
function narrow(line: string, other: string): { start: number; end: number; text: string } {
  const shorter = Math.min(line.length, other.length)
  let start = 0
  while (start < shorter && line[start] === other[start]) start++
  let same = 0
  while (same < shorter - start && line[line.length - 1 - same] === other[other.length - 1 - same]) same++
  if (/[\uD800-\uDBFF]/u.test(line[start - 1] ?? '')) start--
  if (/[\uDC00-\uDFFF]/u.test(line[line.length - same] ?? '')) same--
  return { start, end: line.length - same, text: other.slice(start, other.length - same) }
}
