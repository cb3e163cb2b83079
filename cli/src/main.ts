import { CommanderError } from 'commander'
import type { FileLinter, Look } from './lint-file.ts'
import type { LintOptions } from './options.ts'
import { createProgram } from './program.ts'
import { type SwedishCommand, translate } from './swedish-commander.ts'
import { heedOutputFaults, say } from './terminal.ts'

/** Exit status: the work is done, findings at the level of `--fail-on`, the work could not be done. */
export const OK = 0
export const FINDINGS = 1
export const FAILED = 2

/**
 * Runs the command line.
 *
 * @param args without the program's own name
 * @returns the exit status: 0, 1 or 2
 */
export async function main(args: readonly string[]): Promise<number> {
  heedOutputFaults(FAILED)
  let status = OK
  const program = createProgram((code) => {
    status = Math.max(status, code)
  }, args[0])
  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end this way too.
      if (error.exitCode === 0) return status
      if (error.code === 'commander.help') {
        say(program.helpInformation().trimEnd())
        return FAILED
      }
      say(`klarsprak: ${translate(error)}`)
      say(`Se alla val: klarsprak ${commandNamed(program, args[0])}--help`)
      return FAILED
    }
    say(`klarsprak: ${sentence(error)}`)
    return FAILED
  }
}

/** The command that was given with a space after it, where there is one. */
function commandNamed(program: SwedishCommand, name: string | undefined): string {
  return program.commands.some((command) => command.name() === name) ? `${name} ` : ''
}

/** What a thread needs of the program. @public */
export async function openFileLinter(
  options: LintOptions,
  look: Look,
  tell: (message: string) => void,
): Promise<FileLinter> {
  const { FileLinter: Linter } = await import('./lint-file.ts')
  const { openLinter } = await import('./linter.ts')
  return new Linter(openLinter(undefined, tell), options, look)
}

/** What the build runs to keep what V8 makes of the language server. @public */
export async function loadLanguageServer() {
  const { loadLanguageServer: load } = await import('./commands/lsp.ts')
  return load()
}

/** What went wrong, for a person: our own errors are Swedish sentences, all others get a frame and their first line. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return `Något gick fel: ${String(error)}`
  if (swedishErrors.has(error.name)) return error.message
  if (process.env.KLARSPRAK_DEBUG) return error.stack ?? error.message
  const where = 'Det här är ett fel i programmet. Kör igen med KLARSPRAK_DEBUG=1 för att se mer.'
  return `Något gick fel: ${error.message.split('\n')[0]}\n${where}`
}

/** Errors whose message is meant to be shown as it is. */
const swedishErrors = new Set([
  'UserError',
  'ConfigError',
  'DocumentError',
  'ModelError',
  'BaselineError',
  'ServiceError',
  'TokenError',
  'WorkerStartError',
])
