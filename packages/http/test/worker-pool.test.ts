import { until } from '@klarsprak/counterparts'
import { afterEach, describe, expect, it } from 'vitest'
import { type PoolOptions, WorkerPool } from '../src/worker-pool.ts'
import { stubWorker } from './service.ts'

let pool: WorkerPool
const replaced: string[] = []

async function open(options: Partial<PoolOptions> = {}): Promise<void> {
  replaced.length = 0
  pool = new WorkerPool({
    program: stubWorker,
    settings: {},
    size: 1,
    maxQueue: 10,
    maxQueued: 1_000_000,
    timeLimit: 20_000,
    maxMemory: 1e9,
    onReplaced: (reason) => replaced.push(reason),
    onStartFailed: () => {},
    ...options,
  })
  await pool.start()
}

const run = async (text: string, signal?: AbortSignal) => {
  const answer = await pool.run({ kind: 'lint', body: { text, format: 'text' } }, signal)
  return answer.ok ? (JSON.parse(answer.json) as { text: string }).text : answer.detail
}

afterEach(() => pool.close())

describe('worker pool', () => {
  it('gives each text its own answer, in any number', async () => {
    await open({ size: 2, maxQueue: 100 })
    const texts = Array.from({ length: 60 }, (_, index) => `text-${index}`)
    expect(await Promise.all(texts.map((text) => run(text)))).toEqual(texts)
    expect(pool).toMatchObject({ ready: 2, busy: 0, waiting: 0 })
  })

  it('cuts off a text that takes too long, replaces its worker and goes on', async () => {
    await open({ timeLimit: 300 })
    await expect(run('hang')).rejects.toMatchObject({ kind: 'for-svar-text', status: 422 })
    await until('a new worker', () => pool.ready === 1)
    expect(await run('hej')).toBe('hej')
    expect(replaced).toEqual(['time'])
  })

  it('answers for a worker that ends while it works, and replaces it', async () => {
    await open()
    await expect(run('crash')).rejects.toMatchObject({ kind: 'avbruten', status: 503, retryAfter: 1 })
    expect(await run('hej')).toBe('hej')
    expect(replaced).toEqual(['crash'])
  })

  it('replaces a worker that is killed while it works or rests', async () => {
    await open()
    const pid = Number(await run('pid'))
    const working = run('wait 60000')
    process.kill(pid, 'SIGKILL')
    await expect(working).rejects.toMatchObject({ kind: 'avbruten', status: 503 })
    const next = Number(await run('pid'))
    expect(next).not.toBe(pid)
    process.kill(next, 'SIGKILL')
    await until('the second replacement', () => replaced.length === 2)
    const third = Number(await run('pid'))
    expect([pid, next]).not.toContain(third)
  })

  it('replaces a worker that has grown too large', async () => {
    await open()
    const pid = await run('pid')
    expect(await run('memory')).toBe('memory')
    expect(await run('pid')).not.toBe(pid)
    expect(replaced).toEqual(['memory'])
  })

  it('refuses what the queue has no room for, by number and by size', async () => {
    await open({ maxQueue: 2, maxQueued: 100 })
    const pid = Number(await run('pid'))
    const working = run('wait 60000')
    const waiting = [run('a'), run('b')]
    await expect(run('c')).rejects.toMatchObject({ kind: 'upptagen', status: 503 })
    expect(pool.waiting).toBe(2)
    process.kill(pid, 'SIGKILL')
    await expect(working).rejects.toMatchObject({ kind: 'avbruten' })
    expect(await Promise.all(waiting)).toEqual(['a', 'b'])

    const again = Number(await run('pid'))
    const second = run('wait 60000')
    const large = run('x'.repeat(90))
    await expect(run('y'.repeat(90))).rejects.toMatchObject({ kind: 'upptagen' })
    process.kill(again, 'SIGKILL')
    await expect(second).rejects.toThrow()
    expect(await large).toBe('x'.repeat(90))
  })

  it('lets a text wait no longer than it may be worked on', async () => {
    await open({ timeLimit: 400 })
    const hanging = expect(run('hang')).rejects.toMatchObject({ kind: 'for-svar-text' })
    const behind = expect(run('hang')).rejects.toMatchObject({ status: expect.any(Number) })
    const refused = run('sist').catch((error) => error.kind)
    await Promise.all([hanging, behind])
    expect(await refused).toBe('upptagen')
  })

  it('drops a text whose client has gone away while it waits', async () => {
    await open()
    const working = run('wait 200')
    const gone = new AbortController()
    const dropped = expect(run('crash', gone.signal)).rejects.toMatchObject({ kind: 'avbruten' })
    gone.abort()
    await dropped
    expect(await working).toBe('wait 200')
    expect(replaced).toEqual([])
  })

  it('says so when a worker cannot be started at all', async () => {
    await expect(open({ program: { file: '/finns/inte.js', execArgv: [] } })).rejects.toThrow('arbetare')
  })
})
