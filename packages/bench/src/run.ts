import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildWorkers } from './build.ts'
import type { KeystrokeJob, KeystrokeTimes } from './keystrokes.ts'
import { type Latency, measureLatency } from './latency.ts'
import type { Measure } from './measures.ts'
import {
  commandFile,
  inFolder,
  lintArguments,
  measureStartUp,
  ProcessError,
  runNode,
  type StartUp,
} from './processes.ts'
import { median, quantile } from './statistics.ts'
import type { TextFormat } from './text.ts'
import type { ThroughputJob, ThroughputRow } from './throughput.ts'

/** How much is measured. */
export interface Extent {
  /** Linters to run in process; `klarsprak`, `alex`, `textlint` at least. */
  readonly linters: readonly string[]
  readonly throughput: Pick<ThroughputJob, 'warmUps' | 'rounds'>
  readonly starts: number
  readonly keys: number
  /** Edits made in each document of the language server. */
  readonly edits: number
  /** Words of the texts that growth is measured on, ascending. */
  readonly growth: readonly [number, number, number]
  /** Start the commands of peers too. */
  readonly peerCommands: boolean
}

/** `lint` of one file, whole process. */
interface GrowthRow {
  readonly words: number
  readonly cpu: number
  readonly wall: number
  readonly memory: number
}

export interface Results {
  readonly startUp: Readonly<Record<string, StartUp>>
  readonly throughput: readonly ThroughputRow[]
  readonly keystrokes: Readonly<Record<TextFormat, KeystrokeTimes>>
  /** The language server, as a client sees it. */
  readonly latency: Readonly<Record<TextFormat, Latency>>
  readonly growth: readonly GrowthRow[]
  /** Megabytes of `lint` on 20 000 words. */
  readonly memory: number
  readonly bundle: number
  readonly model: number
}

/** Measures everything, one thing at a time. */
export async function measure(extent: Extent): Promise<Results> {
  const worker = await buildWorkers()
  const throughput = ask<ThroughputRow[]>([worker('throughput')], {
    names: extent.linters,
    words: 20_000,
    ...extent.throughput,
  } satisfies ThroughputJob)
  const keystrokes = (format: TextFormat, words: number): KeystrokeTimes =>
    ask([worker('keystrokes')], { format, words, keys: extent.keys } satisfies KeystrokeJob)
  return {
    throughput,
    keystrokes: {
      text: keystrokes('text', 20_000),
      markdown: keystrokes('markdown', 20_000),
      html: keystrokes('html', 5000),
    },
    latency: {
      text: await measureLatency('text', 20_000, extent.edits),
      markdown: await measureLatency('markdown', 20_000, extent.edits),
      html: await measureLatency('html', 5000, extent.edits),
    },
    ...inFolder((path) => ({
      startUp: measureStartUp(
        {
          '--version': [commandFile, '--version'],
          'lint, one page': lintArguments(300, 31, path),
          ...(extent.peerCommands ? peerCommands(path) : {}),
        },
        extent.starts,
        path,
      ),
      memory: median([41, 42, 43].map((seed) => runNode(lintArguments(20_000, seed, path), path).memory)),
      growth: extent.growth.map((words) => ({
        words,
        ...runNode(lintArguments(words, 51, path), path),
      })),
    })),
    bundle: sizeOf(dirname(commandFile), (name) => name.endsWith('.js') || name.endsWith('.cjs')),
    model: sizeOf(join(dirname(commandFile), 'model'), () => true),
  }
}

/** The whole commands of peers on the same page of text. */
function peerCommands(path: (name: string) => string): Record<string, string[]> {
  const bin = (name: string, file: string): string => {
    const require = createRequire(import.meta.url)
    return join(dirname(require.resolve(`${name}/package.json`)), file)
  }
  const page = lintArguments(300, 31, path).at(-1)!
  return {
    'alex, one page': [bin('alex', 'cli.js'), page],
    'write-good, one page': [bin('write-good', 'bin/write-good.js'), page],
  }
}

function ask<T>(command: readonly string[], job: unknown): T {
  const run = spawnSync(process.execPath, [...command, JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0)
    throw new ProcessError(`${command.join(' ')} ended with ${run.status ?? run.signal}: ${run.stderr}`)
  return JSON.parse(run.stdout)
}

function sizeOf(folder: string, counts: (name: string) => boolean): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && counts(entry.name))
    .reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0)
}

/** Median processor time for a text of 20 000 words, in milliseconds. */
export function warm(row: ThroughputRow): number {
  return median(row.warm.map(({ cpu }) => cpu))
}

/** How many times as fast as a peer: the median over texts that both read in turn. */
function timesAsFast(rows: readonly ThroughputRow[], name: string): number {
  const own = rows.find((row) => row.name === 'klarsprak')!
  const peer = rows.find((row) => row.name === name)!
  return median(own.warm.map(({ cpu }, round) => peer.warm[round]!.cpu / cpu))
}

/** Milliseconds that parse-latin takes for 20 000 words on the machine that the budgets in milliseconds are for. */
const referenceParse = 23

/** The figures that budgets and snapshot are about. */
export function measuresOf(results: Results): Measure[] {
  const { startUp, throughput, keystrokes, latency, growth, memory, bundle, model } = results
  const [small, middle, large] = growth as [GrowthRow, GrowthRow, GrowthRow]
  const perWord = (row: GrowthRow): number => (row.cpu - small.cpu) / (row.words - small.words)
  const memoryPerWord = (large.memory - small.memory) / (large.words - small.words)
  const keys = (format: TextFormat, label: string, must: number, aim: number): Measure => {
    const { times, parses } = keystrokes[format]
    // A slower or busier machine than the reference takes longer for everything.
    const slower = Math.max(1, median(parses) / referenceParse)
    return {
      id: `keystroke-${format}`,
      what: `one key, ${label}, p95 at the reference machine's speed`,
      value: quantile(times, 0.95) / slower,
      unit: 'ms',
      budget: { must, aim, better: 'lower' },
    }
  }
  const edits = (format: TextFormat, label: string, must: number, aim: number): Measure => {
    const { edits: times, parses } = latency[format]
    const slower = Math.max(1, median(parses) / referenceParse)
    return {
      id: `edit-${format}`,
      what: `from an edit to its findings in an editor, ${label}, p95 at the reference machine's speed`,
      value: quantile(times, 0.95) / slower,
      unit: 'ms',
      budget: { must, aim, better: 'lower' },
    }
  }
  const starts = Object.values(latency).map(({ start, parses }) => start / Math.max(1, median(parses) / referenceParse))
  return [
    {
      id: 'start-version',
      what: '--version over bare node',
      value: startUp['--version']!.overBare,
      unit: '×',
      budget: { must: 1.7, aim: 1.4, better: 'lower' },
      tolerance: 0.2,
    },
    {
      id: 'start-lint',
      what: 'lint of one page over bare node',
      value: startUp['lint, one page']!.overBare,
      unit: '×',
      budget: { must: 4, aim: 2.5, better: 'lower' },
      tolerance: 0.25,
    },
    ...['alex', 'textlint'].map(
      (name): Measure => ({
        id: `times-${name}`,
        what: `times as fast as ${name}`,
        value: timesAsFast(throughput, name),
        unit: '×',
        budget: { must: 2, aim: 3.5, better: 'higher' },
        tolerance: 0.3,
      }),
    ),
    keys('text', 'plain text of 20 000 words', 50, 10),
    keys('markdown', 'Markdown of 20 000 words', 50, 10),
    keys('html', 'HTML of 5 000 words', 120, 60),
    edits('text', 'plain text of 20 000 words', 50, 10),
    edits('markdown', 'Markdown of 20 000 words', 50, 10),
    edits('html', 'HTML of 5 000 words', 120, 60),
    {
      id: 'start-server',
      what: "from starting the language server to a page's findings, at the reference machine's speed",
      value: median(starts),
      unit: 'ms',
      budget: { must: 400, aim: 300, better: 'lower' },
    },
    {
      id: 'memory',
      what: 'memory of lint on 20 000 words',
      value: memory,
      unit: 'MB',
      budget: { must: 200, aim: 150, better: 'lower' },
      tolerance: 0.2,
    },
    {
      id: 'growth',
      what: `time for a word of ${large.words}, over that of ${middle.words}`,
      value: perWord(large) / perWord(middle),
      unit: '×',
      budget: { must: 1.5, aim: 1, better: 'lower' },
    },
    {
      id: 'memory-million',
      what: `memory of lint on 1 000 000 words${large.words === 1_000_000 ? '' : `, as ${large.words} let expect`}`,
      value: small.memory + memoryPerWord * (1_000_000 - small.words),
      unit: 'MB',
      budget: { must: 1500, aim: 1000, better: 'lower' },
    },
    { id: 'bundle', what: 'size of the bundled command', value: bundle, unit: 'bytes', tolerance: 0.25 },
    { id: 'model', what: 'size of the model', value: model, unit: 'bytes', tolerance: 0.1 },
  ]
}
