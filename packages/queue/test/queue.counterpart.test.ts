import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { counterpart, freePort, program, type Running, start, until } from '@klarsprak/counterparts'
import { createLinter } from 'retext-klarsprak'
import { afterEach, expect, vi } from 'vitest'
import { createQueue, createWorker, type ReviewQueue, type ReviewWorker } from '../src/index.ts'

/** How many more times each text makes the linter throw what no text is to blame for. */
const failures = vi.hoisted(() => new Map<string, number>())
vi.mock('retext-klarsprak', async (original) => {
  const real = await original<typeof import('retext-klarsprak')>()
  const createLinter: typeof real.createLinter = (options) => {
    const linter = real.createLinter(options)
    const lint: typeof linter.lint = (request) => {
      const left = failures.get(request.source ?? '') ?? 0
      if (left === 0) return linter.lint(request)
      failures.set(request.source!, left - 1)
      throw new Error('Minnet räckte inte.')
    }
    const get = (target: typeof linter, name: keyof typeof linter) => {
      const value = target[name]
      return typeof value === 'function' ? value.bind(target) : value
    }
    return new Proxy(linter, { get: (target, name) => (name === 'lint' ? lint : get(target, name as 'lint')) })
  }
  return { ...real, createLinter }
})

const here = fileURLToPath(new URL('.', import.meta.url))
/** Milliseconds until a killed worker's job goes to another. */
const lostAfter = 2000

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A Redis of its own, and a queue in it. */
async function openQueue(): Promise<{ queue: ReviewQueue; address: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-queue-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  const port = await freePort()
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  }
  const redis = start(
    program('redis'),
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
  )
  closing.push(() => redis.stop())
  await until('Redis to listen', () => redis.output().includes('Ready to accept connections'))
  const address = `redis://127.0.0.1:${port}`
  const queue = createQueue(address)
  closing.push(() => queue.close())
  return { queue, address }
}

/** The worker of the guide, in a process of its own. */
function startWorker(address: string): Running {
  const guide = readFileSync(new URL('../../../docs/sv/ko.md', import.meta.url), 'utf8')
  const sample = /```js\n([^`]*createWorker[^`]*)```/.exec(guide)![1]!
  expect(sample).toContain('lostAfter: 30_000')
  // Beside the tests, so that the package is found by its name.
  const file = join(here, `.worker-${process.pid}-${closing.length}.mjs`)
  writeFileSync(file, sample.replace('lostAfter: 30_000', `lostAfter: ${lostAfter}`))
  closing.push(() => rmSync(file, { force: true }))
  const worker = start(process.execPath, ['--conditions=source', '--import', 'tsx', file], {
    env: { ...process.env, REDIS: address },
  })
  closing.push(() => worker.stop())
  return worker
}

/** Texts that differ, of so many sentences each; no sentence comes twice. */
function texts(count: number, sentences: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => index + from).map((text) =>
    Array.from(
      { length: sentences },
      (_, sentence) =>
        `Ärende ${text * 1000 + sentence} behandlas av nämnden inom ${sentence + 2} veckor och avgiften höjs med ${text}%.`,
    ).join(' '),
  )
}

async function add(queue: ReviewQueue, all: readonly string[], from = 0): Promise<void> {
  await queue.addBulk(
    all.map((text, index) => ({ name: 'text', data: { text }, opts: { jobId: `text-${from + index}` } })),
  )
}

const settled = (queue: ReviewQueue, count: number, timeout?: number) =>
  until(
    `${count} jobs to be done`,
    async () => (await queue.getCompletedCount()) + (await queue.getFailedCount()) >= count,
    timeout,
  )

counterpart(['redis'], 'reviews what is put in a queue, and says at once what cannot be reviewed', async () => {
  const { queue, address } = await openQueue()
  const worker: ReviewWorker = createWorker(address)
  closing.push(() => worker.close())
  const text = '# Avgifter\n\nSkatten höjs med 2%.\n'
  const jobs = await Promise.all([
    queue.add('text', { text, filename: 'press/a.md' }),
    queue.add('text', { text, format: 'markdown', previous: text, rules: { procenttecken: 'error' } }),
    queue.add('text', { text: 'Det är 2% i år.', rules: { 'finns-inte': 'off' } }),
    queue.add('text', { text: 'x'.repeat(1_000_001) }),
    queue.add('text', {} as { text: string }),
  ])
  await settled(queue, jobs.length)
  const [named, published, badRule, tooLong, empty] = await Promise.all(jobs.map(({ id }) => queue.getJob(id!)))
  const expected = createLinter().lint({ source: text, filename: 'press/a.md', config: {} })
  expect(named!.returnvalue).toMatchObject({ path: 'press/a.md', profile: 'press', metrics: expected.metrics })
  expect(named!.returnvalue.findings).toEqual(JSON.parse(JSON.stringify(expected.findings)))
  expect(named!.returnvalue.verdict.errors).toBeGreaterThan(0)
  expect(published!.returnvalue.verdict).toMatchObject({ publish: true, errors: 0 })
  expect(badRule!.failedReason).toContain('finns-inte')
  expect(tooLong!.failedReason).toContain('för lång')
  expect(empty!.failedReason).toContain('text saknas')
  for (const job of [badRule, tooLong, empty]) expect(job).toMatchObject({ attemptsMade: 1, opts: { attempts: 3 } })
})

counterpart(
  ['redis'],
  'tries a text again when the work failed, with a growing pause, and no more than three times',
  async () => {
    const { queue, address } = await openQueue()
    const worker: ReviewWorker = createWorker(address)
    closing.push(() => worker.close())
    const tries: { id: string | undefined; at: number }[] = []
    worker.on('active', ({ id }) => tries.push({ id, at: Date.now() }))
    const [passing, lasting, good] = ['Skatten höjs med 2%.', 'Skatten höjs med 3%.', 'Skatten höjs med 4%.'] as const
    failures.set(passing, 1)
    failures.set(lasting, 9)
    const jobs = await Promise.all([passing, lasting, good].map((text) => queue.add('text', { text })))
    await settled(queue, jobs.length)
    const [again, given, first] = await Promise.all(jobs.map(({ id }) => queue.getJob(id!)))
    expect(again!.returnvalue.findings.map(({ text }) => text)).toContain('2%')
    expect(given!.failedReason).toBe('Minnet räckte inte.')
    expect(given!.returnvalue).toBeNull()
    expect(first!.returnvalue.findings.map(({ text }) => text)).toContain('4%')
    const pauses = jobs.map(({ id }) => {
      const times = tries.filter((one) => one.id === id).map(({ at }) => at)
      return times.slice(1).map((at, index) => at - times[index]!)
    })
    expect(pauses.map(({ length }) => length)).toEqual([1, 2, 0])
    expect(pauses[0]![0]).toBeGreaterThan(900)
    expect(pauses[1]![0]).toBeGreaterThan(900)
    expect(pauses[1]![1]).toBeGreaterThan(1900)
    expect(failures.get(lasting)).toBe(6)
  },
)

counterpart(['redis'], 'loses no text when a worker is killed in the middle of one', async () => {
  const { queue, address } = await openQueue()
  const all = texts(24, 150)
  await add(queue, all)
  const first = startWorker(address)
  await until(
    'a worker in the middle of its work',
    async () => {
      const [done, active] = await Promise.all([queue.getCompletedCount(), queue.getActiveCount()])
      return done >= 2 && active === 1
    },
    60_000,
  )
  process.kill(-first.child.pid!, 'SIGKILL')
  await until('the worker to be gone', () => first.child.signalCode === 'SIGKILL')
  const abandoned = await queue.getActive()
  expect(abandoned).toHaveLength(1)
  expect(await queue.getCompletedCount()).toBeLessThan(all.length)
  startWorker(address)
  await settled(queue, all.length, 60_000)
  expect(await queue.getFailedCount()).toBe(0)
  const linter = createLinter()
  for (const [index, source] of all.entries()) {
    const job = await queue.getJob(`text-${index}`)
    const { findings } = linter.lint({ source, format: 'text', path: 'text', config: {} })
    expect(job!.returnvalue.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      findings.map(({ fingerprint }) => fingerprint),
    )
  }
  expect((await queue.getJob(abandoned[0]!.id!))!.stalledCounter).toBeGreaterThan(0)
})

/** Processor time that a process has used, in seconds. */
function processorTime({ child }: Running): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')
  // In hundredths of a second, on every Linux there is.
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Reviews as many texts in every queue at once, and gives the seconds it took and each worker's processor time. */
async function review(queues: readonly ReviewQueue[], workers: readonly Running[], round: number) {
  const total = 100
  const count = total / queues.length
  const before = workers.map(processorTime)
  const began = Date.now()
  await Promise.all(
    queues.map(async (queue, index) => {
      await add(queue, texts(count, 100, round * total + index * count), round * total + index * count)
      await settled(queue, (round + 1) * count, 90_000)
    }),
  )
  const wall = (Date.now() - began) / 1000
  const times = workers.map((worker, index) => processorTime(worker) - before[index]!)
  return { wall, times, sum: times.reduce((all, time) => all + time, 0) }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/**
 * What two new workers of a queue of their own need, and what two new workers of one queue need for the same texts.
 * The former tells what this machine, and what else it does, takes from two.
 */
async function compare() {
  const [one, other, shared] = [await openQueue(), await openQueue(), await openQueue()]
  const single = [startWorker(one.address), startWorker(other.address)]
  const sharing = [startWorker(shared.address), startWorker(shared.address)]
  await until('both workers to work', async () => (await shared.queue.getWorkersCount()) === 2)
  const [apart, together] = [[] as number[], [] as number[]]
  const shares: number[] = []
  // Code has to be compiled before it is measured. What else the machine does changes from second to second, so the
  // two are measured by turns.
  for (let round = 0; round < 4; round++) {
    const reviews = {
      apart: () => review([one.queue, other.queue], single, round),
      together: () => review([shared.queue], sharing, round),
    }
    for (const name of round % 2 ? (['together', 'apart'] as const) : (['apart', 'together'] as const)) {
      const { sum, times, wall } = await reviews[name]()
      if (round < 2) continue
      if (name === 'together') shares.push(Math.min(...times) / sum)
      const sums = name === 'apart' ? apart : together
      sums.push(sum)
      console.log(
        `queue: ${name} ${wall.toFixed(2)} s, processor time ${times.map((time) => time.toFixed(2)).join(' and ')} s`,
      )
    }
  }
  await Promise.all([...single, ...sharing].map((worker) => worker.stop()))
  const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  return { cost: total(together) / total(apart), share: median(shares) }
}

counterpart(
  ['redis'],
  'shares the work of a queue between workers, at no cost',
  async () => {
    // How well a process has been compiled differs, and lasts as long as the process: so new ones are asked too.
    const compared = [await compare(), await compare(), await compare()]
    console.log(`queue: sharing costs ${compared.map(({ cost }) => cost.toFixed(2)).join(', ')} times the work apart`)
    expect(median(compared.map(({ cost }) => cost))).toBeLessThan(1.25)
    expect(median(compared.map(({ share }) => share))).toBeGreaterThan(0.3)
  },
  240_000,
)
