import { bestEdits, checklistOf, type FileResult, readabilityOf, toLintResult } from '@klarsprak/engine'
import { publicFile, reporterOf } from '@klarsprak/report'
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
import { lintFolders } from '../lint-folders.ts'
import { showMessage } from '../messages.ts'
import { version } from '../version.ts'
import { rootOf } from '../workspace.ts'

/** What the client may ask the server to do, by `workspace/executeCommand`. */
export const commands = {
  /** `[uri, range]`: puts the cursor on a place. */
  select: 'klarsprak.server.select',
  /** `[url]`: opens a rule's page. */
  openRule: 'klarsprak.server.openRule',
  /** `[uri, fingerprint]`: keeps a finding as a false alarm. Gives the path of the file. */
  falseAlarm: 'klarsprak.server.falseAlarm',
  /** `[]` or `[folder uri …]`: lints folders. Gives a report in Markdown, or null where it was cancelled. */
  lintFolder: 'klarsprak.server.lintFolder',
  /** `[uri]`: the checklist of an open document. */
  checklist: 'klarsprak.server.checklist',
  /** `[uri]`: figures of an open document, section by section and sentence by sentence. */
  metrics: 'klarsprak.server.metrics',
  /** `[uri]`: the whole result of an open document, as `--format json` has it. */
  lint: 'klarsprak.server.lint',
} as const

/**
 * Carries out a command.
 *
 * @throws ResponseError where the command or its arguments are not known
 */
export async function executeCommand(
  context: ServerContext,
  { command, arguments: args = [] }: ExecuteCommandParams,
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
    case commands.lintFolder: {
      const folders = args.length > 0 ? args.map((uri) => URI.parse(text(uri)).fsPath) : context.folders
      const progress = context.client.window?.workDoneProgress ? await window.createWorkDoneProgress() : reporter
      const results = await lintFolders(context.engine, folders, token, progress)
      return results && (await reporterOf('markdown'))(toLintResult(results), { rules: context.engine.rules, version })
    }
    case commands.checklist: {
      const result = await resultOf(context, text(args[0]))
      return result && { points: checklistOf(result), edits: bestEdits(result), profile: result.profile }
    }
    case commands.metrics: {
      const result = await resultOf(context, text(args[0]))
      return result && { ...readabilityFor(result), profile: result.profile }
    }
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

/** Without what only this process can use. */
function readabilityFor(result: FileResult) {
  const { whole, sections, sentences } = readabilityOf(result)
  return {
    whole,
    sections,
    sentences: sentences.map(({ text: sentence, range, words, difficulty }) => ({
      text: sentence,
      range,
      words,
      difficulty: difficulty.score,
    })),
  }
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
