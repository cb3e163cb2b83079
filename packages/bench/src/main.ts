// `bench`: measures everything, prints tables, and writes the figures to `dist/bench.json`.
import { writeFileSync } from 'node:fs'
import { show } from './measures.ts'
import { measure, measuresOf, warm } from './run.ts'
import { median, quantile } from './statistics.ts'
import { warmUps } from './throughput.ts'

const results = await measure({
  linters: ['klarsprak', 'retext-swedish', 'parse-latin', 'alex', 'textlint', 'write-good', 'yoastseo'],
  throughput: { warmUps, rounds: 9 },
  starts: 15,
  keys: 160,
  edits: 300,
  growth: [1000, 100_000, 1_000_000],
  peerCommands: true,
})
const measures = measuresOf(results)
writeFileSync(new URL('../dist/bench.json', import.meta.url), `${JSON.stringify({ measures, results }, null, 2)}\n`)

const ms = (value: number): string => value.toFixed(0)
section('In process, plain text of 20 000 Swedish words (ms by processor time; warm on other texts, caches empty)')
table(
  ['', 'load', 'first text', 'warm', 'words/s'],
  results.throughput.map((row) => [
    row.name,
    ms(row.load.cpu),
    ms(row.cold.cpu),
    ms(warm(row)),
    String(Math.round((median(row.words) / warm(row)) * 1000)),
  ]),
)
section('Whole processes (ms, medians of interleaved runs; `over bare` is the median of the ratios in each round)')
table(
  ['', 'clock', 'processor', 'over bare, clock', 'over bare, processor'],
  Object.entries(results.startUp).map(([name, { wall, cpu, overBareWall, overBare }]) => [
    name,
    ms(wall),
    ms(cpu),
    overBareWall.toFixed(2),
    overBare.toFixed(2),
  ]),
)
section('One key in a session (ms by the clock; parse-latin parsing 20 000 words in the same process)')
table(
  ['', 'p50', 'p95', 'parse-latin'],
  Object.entries(results.keystrokes).map(([format, { times, parses }]) => [
    format,
    quantile(times, 0.5).toFixed(1),
    quantile(times, 0.95).toFixed(1),
    median(parses).toFixed(1),
  ]),
)
section('An edit in the language server (ms as a client has them; heap in MB after collecting, first and last)')
table(
  ['', 'p50', 'p95', 'p99', 'open', 'start', 'heap', '', 'parse-latin'],
  Object.entries(results.latency).map(([format, { edits, open, start, memory, parses }]) => [
    format,
    ...[0.5, 0.95, 0.99].map((share) => quantile(edits, share).toFixed(1)),
    ms(open),
    ms(start),
    ms(memory[0]!),
    ms(memory.at(-1)!),
    median(parses).toFixed(1),
  ]),
)
section('Growth: `lint` of one file, whole process')
table(
  ['words', 'clock ms', 'processor ms', 'MB'],
  results.growth.map(({ words, wall, cpu, memory }) => [String(words), ms(wall), ms(cpu), ms(memory)]),
)
section('Budgets')
table(
  ['', 'figure', 'must', 'aim'],
  measures.map(({ what, value, unit, budget }) => [
    what,
    show(value, unit),
    budget ? show(budget.must, unit) : '',
    budget ? show(budget.aim, unit) : '',
  ]),
)

function section(title: string): void {
  console.log(`\n${title}\n`)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)))
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
}
