import { keepFindings, type LintRequest, profiles } from '@klarsprak/engine'
import { jsonLine, RunTally, tallyFile } from '@klarsprak/report'
import type { Command } from 'commander'
import { faultOf, UserError } from '../errors.ts'
import { openLinter, settingsRequest } from '../linter.ts'
import { FAILED } from '../main.ts'
import type { LintOptions } from '../options.ts'
import { statusOf } from '../status.ts'
import { print, say } from '../terminal.ts'
import { type InputLine, lines } from '../text-lines.ts'

/** What a line may hold. */
interface TextLine {
  readonly id: string | number
  readonly text: string
  readonly format?: 'text' | 'markdown' | 'html'
  readonly filename?: string
  readonly profile?: string
}

const formats = ['text', 'markdown', 'html']
const keys = ['id', 'text', 'format', 'filename', 'profile']

/** Options that have no meaning for texts that come one a line. */
const unfit = [
  'stdinFilename',
  'fix',
  'fixDryRun',
  'output',
  'baseline',
  'updateBaseline',
  'changed',
  'cache',
  'gate',
  'timing',
  'encoding',
  'threads',
] as const

/**
 * `klarsprak lint --stdin-jsonl`: a text a line in, a result a line out. A line that cannot be read gets a line that says
 * why, and the rest goes on. No more is read than has been answered.
 *
 * @returns the exit status
 */
export async function lintLines(paths: readonly string[], options: LintOptions, command: Command): Promise<number> {
  checkOptions(paths, options, command)
  const request = settingsRequest(options)
  const { main } = options
  const linter = openLinter()
  await linter.prepare(request)
  linter.explain({ ...request, source: '' })
  const tally = new RunTally()
  let failed = false
  let stopped = false
  const onInterrupt = () => {
    stopped = true
    process.stdin.destroy()
  }
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onInterrupt)
  for await (const line of lines(process.stdin)) {
    if (stopped) break
    const read = readLine(line)
    if ('error' in read) {
      failed = true
      await print(`${JSON.stringify(read)}\n`)
      continue
    }
    const { id, text, ...rest } = read
    try {
      const whole = { ...request, ...(main === undefined ? {} : { main }), ...(rest as LintRequest), source: text }
      const named = {
        ...whole,
        ...(rest.filename === undefined && rest.format === undefined && { format: 'text' as const }),
      }
      if (!linter.isReady(named)) await linter.prepare(named)
      const result = linter.lint({ ...named, path: rest.filename ?? String(id) })
      tally.add(tallyFile(result))
      const shown = options.quiet ? keepFindings(result, ({ severity }) => severity !== 'suggestion') : result
      await print(`{"id":${JSON.stringify(id)},${jsonLine(shown).slice(1)}`)
    } catch (error) {
      failed = true
      const name = `rad ${line.number}`
      const message = faultOf(error, name).slice(name.length + 2)
      await print(`${JSON.stringify({ id, line: line.number, error: message })}\n`)
    }
  }
  process.off('SIGINT', onInterrupt)
  process.off('SIGTERM', onInterrupt)
  if (stopped) say('klarsprak: Avbrutet. De texter som var klara är granskade.')
  return failed || stopped ? FAILED : statusOf(tally.summary, options)
}

function checkOptions(paths: readonly string[], options: LintOptions, command: Command): void {
  if (paths.length > 0 && (paths.length > 1 || paths[0] !== '-'))
    throw new UserError('--stdin-jsonl läser bara från standard in. Ta bort sökvägarna.')
  if (options.format !== 'jsonl') throw new UserError('--stdin-jsonl svarar bara med --format jsonl.')
  const given = unfit.find((name) => options[name] !== undefined)
  if (given === undefined) return
  const flag = command.options.find((option) => option.attributeName() === given)?.long
  throw new UserError(`--stdin-jsonl går inte att använda tillsammans med ${flag}.`)
}

type Read = TextLine | { readonly id: string | number | null; readonly line: number; readonly error: string }

function readLine({ number, bytes, fault }: InputLine): Read {
  const refuse = (error: string, id: unknown = null): Read => ({ id: isId(id) ? id : null, line: number, error })
  if (fault !== undefined) return refuse(fault)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return refuse(error instanceof SyntaxError ? 'Raden är inte giltig JSON.' : 'Raden är inte i UTF-8.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('Raden är inget objekt. Skriv { "id": …, "text": … }.')
  const { id, text, format, filename, profile } = value as Record<string, unknown>
  if (!isId(id)) return refuse('id saknas. Det ska vara en text eller ett tal.')
  if (typeof text !== 'string') return refuse('text saknas. Det ska vara en text.', id)
  if (format !== undefined && !formats.includes(format as string))
    return refuse('format ska vara text, markdown eller html.', id)
  if (filename !== undefined && typeof filename !== 'string') return refuse('filename ska vara en text.', id)
  if (profile !== undefined && !isProfile(profile)) return refuse(`profile ska vara en av ${profiles.join(', ')}.`, id)
  const unknown = Object.keys(value).find((key) => !keys.includes(key))
  if (unknown !== undefined)
    return refuse(`”${unknown}” är inget som en rad kan ha. Det här går: ${keys.join(', ')}.`, id)
  return value as TextLine
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function isProfile(value: unknown): boolean {
  return (profiles as readonly unknown[]).includes(value)
}
