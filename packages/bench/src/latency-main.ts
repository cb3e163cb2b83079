// `latency [EDITS]`: the language server over standard input and output, edit by edit. Prints a table.
import { measureLatency } from './latency.ts'
import { median, quantile } from './statistics.ts'
import type { TextFormat } from './text.ts'

const edits = Number(process.argv[2] ?? 1000)
const only = process.argv[3]
console.log(
  '                     p50    p95    p99   open  start   heap MB, first and last   parse-latin (ms but for the heap)',
)
for (const format of ['text', 'markdown', 'html'] satisfies TextFormat[])
  for (const words of format === 'html' ? [300, 3000, 5000, 20_000] : [300, 3000, 20_000]) {
    const name = `${format} ${words}`
    if (only !== undefined && only !== name) continue
    const { edits: times, open, start, memory, parses } = await measureLatency(format, words, edits)
    const figures = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99), open, start]
    console.log(
      name.padEnd(18) +
        figures.map((value) => value.toFixed(value < 100 ? 1 : 0).padStart(7)).join('') +
        `   ${memory[0]!.toFixed(0)} → ${memory.at(-1)!.toFixed(0)} (highest ${Math.max(...memory).toFixed(0)})   ${median(parses).toFixed(0)}`,
    )
  }
