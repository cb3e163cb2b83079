// Runs linters in turn over the same texts, in one process: `throughput.js '{"names": […], …}'`. Prints JSON.
import { makeText } from '../text.ts'
import type { Spent, ThroughputJob, ThroughputRow } from '../throughput.ts'
import { type BenchLinter, linters } from './linters.ts'

const job: ThroughputJob = JSON.parse(process.argv[2] ?? '')
const rows: ThroughputRow[] = []
const running: { linter: BenchLinter; row: ThroughputRow }[] = []

const first = makeText(job.words, 1)
for (const name of job.names) {
  let linter!: BenchLinter
  const load = await spent(async () => {
    linter = await linters[name]!()
  })
  const cold = await spent(() => linter.run(first.source))
  const row: ThroughputRow = { name, load, cold, words: [], warm: [], found: [] }
  rows.push(row)
  running.push({ linter, row })
}
for (let round = 0; round < job.warmUps + job.rounds; round++) {
  const text = makeText(job.words, 100 + round)
  for (const { linter, row } of running) {
    let found = 0
    const time = await spent(async () => {
      found = await linter.run(text.source)
    })
    if (round < job.warmUps) continue
    row.words.push(text.words)
    row.warm.push(time)
    row.found.push(found)
  }
}
process.stdout.write(JSON.stringify(rows))

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  await work()
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  return { wall, cpu: (user + system) / 1000 }
}
