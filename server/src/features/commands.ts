import { type FileResult, toLintResult } from '@klarsprak/engine'
import { publicFile, publicResult, reporterOf } from '@klarsprak/report'
import { pageOf } from 'retext-klarsprak/pages'
import {
  type CancellationToken,
  ErrorCodes,
  type ExecuteCommandParams,
  MessageType,
  type Range,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { lintable, type ServerContext } from '../context.ts'
import { keepFalseAlarm } from '../edits/false-alarms.ts'
import { fileEdit } from '../edits/file-edit.ts'
import { glossaryOf } from '../edits/house-files.ts'
import { lintFolders } from '../lint-folders.ts'
import { showMessage } from '../messages.ts'
import { version } from '../version.ts'
import { rootOf } from '../workspace.ts'
import { checklistFor, comparisonFor, metricsFor, setAnswer, summaryOf } from './panels.ts'

/** What the client may ask the server to do, by `workspace/executeCommand`. */
export const commands = {
  /** `[uri, range]`: puts the cursor on a place. */
  select: 'klarsprak.server.select',
  /** `[url, rule id]`: opens a rule's page. */
  openRule: 'klarsprak.server.openRule',
  /** `[uri, fingerprint]`: keeps a finding as a false alarm. Gives the path of the file. */
  falseAlarm: 'klarsprak.server.falseAlarm',
  /** `[]` or `[folder uri …]`: lints folders. Gives a report in Markdown, or null where it was cancelled. */
  lintFolder: 'klarsprak.server.lintFolder',
  /** As `lintFolder`; gives what `--format json` has. */
  lintFolderJson: 'klarsprak.server.lintFolderJson',
  /** `[uri]`: words, LIX and numbers of findings of an open document. */
  summary: 'klarsprak.server.summary',
  /** `[uri]`: the checklist of an open document. */
  checklist: 'klarsprak.server.checklist',
  /** `[uri]`: figures of an open document, section by section and sentence by sentence. */
  metrics: 'klarsprak.server.metrics',
  /** `[uri]`: the whole result of an open document, as `--format json` has it. */
  lint: 'klarsprak.server.lint',
  /** `[uri, text]`: what became of an open document since an older version of it. */
  compare: 'klarsprak.server.compare',
  /** `[uri, key, value]`: keeps an answer or the kind of text in the front matter. False where the text cannot hold it. */
  setAnswer: 'klarsprak.server.setAnswer',
  /** `[uri, create]`: the address of the glossary that holds for a document. Null where there is none and none is made. */
  glossary: 'klarsprak.server.glossary',
  /** `[rule id]`: the rule's page as Markdown. */
  rulePage: 'klarsprak.server.rulePage',
} as const

/**
 * Carries out a command.
 *
 * @throws ResponseError where the command or its arguments are not known
 */
export async function executeCommand(
  context: ServerContext,
  { command, arguments: args = [], workDoneToken }: ExecuteCommandParams,
  token: CancellationToken,
  reporter: WorkDoneProgressReporter,
): Promise<unknown> {
  const { window } = context.connection
  switch (command) {
    case commands.select: {
      const [uri, selection] = args as [string, Range]
      return (await window.showDocument({ uri, selection, takeFocus: true })).success
    }
    case commands.openRule:
      return (await window.showDocument({ uri: text(args[0]), external: true })).success
    case commands.falseAlarm:
      return falseAlarm(context, text(args[0]), text(args[1]))
    case commands.lintFolder:
    case commands.lintFolderJson: {
      const folders = args.length > 0 ? args.map((uri) => URI.parse(text(uri)).fsPath) : context.folders
      // A client that sends a token shows the progress itself.
      const asks = workDoneToken === undefined && context.client.window?.workDoneProgress
      const progress = asks ? await window.createWorkDoneProgress() : reporter
      const results = await lintFolders(context.engine, folders, token, progress)
      if (!results) return null
      const found = toLintResult(results)
      if (command === commands.lintFolderJson) return publicResult(found)
      return (await reporterOf('markdown'))(found, { rules: context.engine.rules, version })
    }
    case commands.summary: {
      const result = await resultOf(context, text(args[0]))
      return result && summaryOf(result)
    }
    case commands.checklist: {
      const result = await resultOf(context, text(args[0]))
      return result && checklistFor(result)
    }
    case commands.metrics: {
      const result = await resultOf(context, text(args[0]))
      return result && metricsFor(result)
    }
    case commands.compare: {
      const found = await lintable(context, text(args[0]))
      return found ? comparisonFor(context, found.document, found.settings, text(args[1])) : null
    }
    case commands.setAnswer: {
      const found = await lintable(context, text(args[0]))
      if (!found) return false
      const result = found.document.lint(context.engine, found.settings)
      return setAnswer(context, found.document, result, text(args[1]), text(args[2]))
    }
    case commands.glossary:
      return glossary(context, text(args[0]), args[1] === true)
    case commands.rulePage:
      return pageOf(text(args[0]))
    case commands.lint: {
      const result = await resultOf(context, text(args[0]))
      return result && publicFile(result)
    }
    default:
      throw new ResponseError(ErrorCodes.InvalidParams, `Kommandot ${command} finns inte.`)
  }
}

async function resultOf(context: ServerContext, uri: string): Promise<FileResult | null> {
  const found = await lintable(context, uri)
  return found ? found.document.lint(context.engine, found.settings) : null
}

/** The address of the glossary that holds for a document, made where it is missing and wanted. */
async function glossary(context: ServerContext, uri: string, create: boolean): Promise<string | null> {
  const path = context.documents.get(uri)?.path
  if (path === undefined) return null
  const { path: file, changes } = glossaryOf(path, rootOf(context, path))
  if (changes.length > 0) {
    const edit = create ? fileEdit(context, changes) : undefined
    if (!edit || !(await context.connection.workspace.applyEdit(edit)).applied) return null
  }
  return URI.file(file).toString()
}

async function falseAlarm(context: ServerContext, uri: string, fingerprint: string): Promise<string | null> {
  const result = await resultOf(context, uri)
  const finding = result?.findings.find((one) => one.fingerprint === fingerprint)
  const path = context.documents.get(uri)?.path
  if (!result || !finding || path === undefined) {
    showMessage(context.connection, MessageType.Warning, 'Träffen finns inte längre i texten. Inget har sparats.')
    return null
  }
  const file = keepFalseAlarm(rootOf(context, path), version, result, finding)
  showMessage(context.connection, MessageType.Info, `Träffen är sparad i ${file}. Filen lämnar inte datorn.`)
  return file
}

function text(argument: unknown): string {
  if (typeof argument === 'string') return argument
  throw new ResponseError(ErrorCodes.InvalidParams, 'Kommandot saknar ett argument som är text.')
}
