import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './statistics.ts'
import { makeText } from './text.ts'
import type { Spent } from './throughput.ts'

/** The command as users get it. */
export const commandFile = fileURLToPath(new URL('../../../cli/dist/klarsprak.js', import.meta.url))

/** What a whole process took. */
export interface ProcessRun extends Spent {
  /** Highest resident memory, in megabytes. */
  readonly memory: number
}

/** A process ended in another way than it should. */
export class ProcessError extends Error {
  override readonly name = 'ProcessError'
}

/**
 * Files for processes to read and write, in a folder that is removed when the work is done.
 *
 * @param work is given the path for a name
 */
export function inFolder<T>(work: (path: (name: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-bench-'))
  try {
    return work((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Notes at the end of a process what it has used; runs before anything else of it, in 1 ms. */
const usageHook = `
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  require('node:fs').writeFileSync(process.env.KLARSPRAK_USAGE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }))
})`

/**
 * Runs Node with these arguments and measures the process.
 *
 * @param path gives a file in the folder of the run
 * @throws ProcessError where it ends with another status than 0 or 1 (findings)
 */
export function runNode(args: readonly string[], path: (name: string) => string): ProcessRun {
  const hook = path('usage.cjs')
  const usage = path('usage.json')
  writeFileSync(hook, usageHook)
  const began = performance.now()
  const run = spawnSync(process.execPath, ['--require', hook, ...args], {
    env: { ...process.env, KLARSPRAK_USAGE: usage, NODE_OPTIONS: '', NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const wall = performance.now() - began
  if (run.status !== 0 && run.status !== 1)
    throw new ProcessError(`node ${args.join(' ')} ended with ${run.status ?? run.signal}: ${run.stderr}`)
  const { cpu, memory } = JSON.parse(readFileSync(usage, 'utf8'))
  return { wall, cpu, memory }
}

export interface StartUp {
  /** Median of the whole process, in milliseconds. */
  readonly wall: number
  readonly cpu: number
  /** Median over the rounds of the time over that of bare Node in the same round, by processor time. */
  readonly overBare: number
  /** The same by the clock. */
  readonly overBareWall: number
}

/** Starts commands in turn, round after round, each beside a bare `node -e 0`. */
export function measureStartUp(
  commands: Readonly<Record<string, readonly string[]>>,
  rounds: number,
  path: (name: string) => string,
): Record<string, StartUp> {
  const bare: ProcessRun[] = []
  const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, [] as ProcessRun[]]))
  // The first round reads the files into memory and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const floor = runNode(['-e', '0'], path)
    if (round > 0) bare.push(floor)
    for (const [name, args] of Object.entries(commands)) {
      const run = runNode(args, path)
      if (round > 0) runs[name]!.push(run)
    }
  }
  const rows: Record<string, StartUp> = {}
  for (const [name, list] of Object.entries({ bare, ...runs }))
    rows[name] = {
      wall: median(list.map(({ wall }) => wall)),
      cpu: median(list.map(({ cpu }) => cpu)),
      overBare: median(list.map(({ cpu }, round) => cpu / bare[round]!.cpu)),
      overBareWall: median(list.map(({ wall }, round) => wall / bare[round]!.wall)),
    }
  return rows
}

/** The arguments that lint a text of so many words with all default rules, and write the result to a file. */
export function lintArguments(words: number, seed: number, path: (name: string) => string): string[] {
  const file = path(`${words}-${seed}.txt`)
  writeFileSync(file, makeText(words, seed).source)
  return [
    commandFile,
    'lint',
    '--no-color',
    '--profile',
    'webb',
    '--format',
    'json',
    '--output',
    path('out.json'),
    file,
  ]
}
