import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { folder, klarsprak } from './run.ts'

const command = fileURLToPath(new URL('../dist/klarsprak.js', import.meta.url))
const running = new Set<ChildProcess>()

/** The built service, on a free port. */
async function serve(args: readonly string[], cwd = process.cwd()) {
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', '--workers', '1', ...args], { cwd })
  running.add(child)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      const [found] = /http:\/\/\S+/.exec(out) ?? []
      if (found) resolve(found)
    })
    void ended.then((status) => reject(new Error(`ended with ${status}: ${said}`)))
  })
  return { child, address, ended, said: () => said }
}

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

/** Takes a worker a second or more. */
const longText = 'Vi svarar dig. '.repeat(15_000)

const lint = (address: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${address}/v1/lint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ format: 'text', ...body }),
  })

const workersOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)

const isAlive = (pid: number) => {
  try {
    // A process that has ended and waits to be seen is none.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

async function until(what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if (await ask()) return
  throw new Error(`${what} did not happen`)
}

describe('klarsprak serve', () => {
  it('makes tokens and asks for them', async () => {
    const files = folder({})
    const tokens = join(files.path, 'token')
    const made = await klarsprak(['serve', '--tokens', tokens, '--new-token', 'webben'])
    expect(made.status).toBe(0)
    const token = made.stdout.trim()
    expect(token).toMatch(/^klar_/)
    expect(readFileSync(tokens, 'utf8')).toMatch(/^webben sha256:[0-9a-f]{64}\n$/)
    expect(statSync(tokens).mode & 0o777).toBe(0o600)
    const again = await klarsprak(['serve', '--tokens', tokens, '--new-token', 'webben'])
    expect(again.status).toBe(2)
    expect(again.stderr).toContain('redan')
    const second = await klarsprak(['serve', '--tokens', tokens, '--new-token', 'intranätet'])
    expect(second.status).toBe(0)
    const { address } = await serve(['--tokens', tokens])
    expect((await lint(address, { text: 'Hej.' })).status).toBe(401)
    for (const bearer of [token, second.stdout.trim()])
      expect((await lint(address, { text: 'Hej.' }, { authorization: `Bearer ${bearer}` })).status).toBe(200)
    files.remove()
  })

  it('is not started where others reach it without a token, nor with options that cannot be followed', async () => {
    for (const [args, message] of [
      [['--host', '0.0.0.0'], '--tokens'],
      [['--host', '::'], '--tokens'],
      [['--new-token', 'a'], '--tokens'],
      [['--config', 'finns-inte.json'], 'finns-inte.json'],
      [['--tokens', 'finns-inte'], 'finns-inte'],
      [['--port', '99999'], 'port'],
      [['--port', 'abc'], 'heltal'],
      [['--workers', '0'], 'workers'],
    ] as const) {
      const { status, stderr, stdout } = await klarsprak(['serve', ...args])
      expect([args, status, stdout]).toEqual([args, 2, ''])
      expect(stderr.toLowerCase()).toContain(message.replace('heltal', 'helt tal'))
      expect(stderr).not.toMatch(/^\s+at /m)
    }
  })

  it("says what is wrong with the house's settings before it starts", async () => {
    const files = folder({ 'klarsprak.config.json': '{ "rulse": {} }' })
    const { status, stderr } = await klarsprak(['serve', '--port', '0'], { cwd: files.path })
    expect(status).toBe(2)
    expect(stderr).toContain('Menade du ”rules”?')
    files.remove()
  })

  it("follows the house's settings, and reads them again when told", async () => {
    const config = (level: string) => JSON.stringify({ root: true, rules: { byrakratord: level } })
    const files = folder({ 'klarsprak.config.json': config('error'), 'sida/tom.txt': '' })
    const { address, child } = await serve([], join(files.path, 'sida'))
    const levels = async () => {
      const { findings } = (await (await lint(address, { text: 'Du erhåller svar.' })).json()) as {
        findings: { ruleId: string; severity: string }[]
      }
      return findings.filter(({ ruleId }) => ruleId === 'byrakratord').map(({ severity }) => severity)
    }
    expect(await levels()).toEqual(['error'])
    writeFileSync(join(files.path, 'klarsprak.config.json'), config('off'))
    child.kill('SIGHUP')
    await until('the new settings', async () => (await levels()).length === 0)
    files.remove()
  })

  it('ends in good order when it is told to, with its workers', async () => {
    const { address, child, ended, said } = await serve(['--time-limit', '60'])
    const workers = workersOf(child.pid!)
    expect(workers).toHaveLength(1)
    const under = lint(address, { text: longText })
    await until('the text to be worked on', async () =>
      /_workers_busy 1$/m.test(await (await fetch(`${address}/metrics`)).text()),
    )
    child.kill('SIGTERM')
    expect((await under).status).toBe(200)
    expect(await ended).toBe(0)
    expect(said()).toContain('stängs')
    await until('the workers to end', () => !workers.some(isAlive))
  })

  it('writes nothing to disk, and says nothing of a text', async () => {
    const files = folder({ 'klarsprak.config.json': '{ "root": true }' })
    const { address, child, said } = await serve([], files.path)
    const processes = [child.pid!, ...workersOf(child.pid!)]
    const written = () =>
      processes.map((pid) => /^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1])
    const before = written()
    for (const text of ['Hemligheten erhålles av nämnden.', '# Hemligt'.repeat(2000)])
      expect((await lint(address, { text, filename: 'hemlig.md' })).status).toBe(200)
    expect((await lint(address, { text: 1 })).status).toBe(400)
    expect(before.every((bytes) => bytes !== undefined)).toBe(true)
    expect(written()).toEqual(before)
    expect(readdirSync(files.path)).toEqual(['klarsprak.config.json'])
    expect(said()).toBe('')
    files.remove()
  })

  it('answers for a worker that is killed in the middle of a text, and goes on', async () => {
    const { address, child, said } = await serve(['--time-limit', '60'])
    const [worker] = workersOf(child.pid!)
    const under = lint(address, { text: longText })
    await until('the text to be worked on', async () =>
      /_workers_busy 1$/m.test(await (await fetch(`${address}/metrics`)).text()),
    )
    process.kill(worker!, 'SIGKILL')
    const response = await under
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await response.json()).toMatchObject({
      type: 'urn:klarsprak:problem:avbruten',
      title: 'Granskningen avbröts',
    })
    expect((await lint(address, { text: 'Hej.' })).status).toBe(200)
    expect(said()).toContain('ersätts')
    expect(said()).not.toContain('svarar')
  })

  it('leaves nothing to mend when it is killed in the middle of a text', async () => {
    const { address, child, ended } = await serve(['--time-limit', '60'])
    const workers = workersOf(child.pid!)
    const under = lint(address, { text: longText })
    const lost = expect(under).rejects.toThrow('fetch failed')
    await until('the text to be worked on', async () =>
      /_workers_busy 1$/m.test(await (await fetch(`${address}/metrics`)).text()),
    )
    child.kill('SIGKILL')
    await ended
    await lost
    await until('the workers to end', () => !workers.some(isAlive))
    const next = await serve(['--port', new URL(address).port])
    expect(next.address).toBe(address)
    expect((await lint(next.address, { text: 'Hej.' })).status).toBe(200)
  })

  it('cuts off a text that takes longer than it may', async () => {
    const { address, said } = await serve(['--time-limit', '1', '--max-body', '4096'])
    const response = await lint(address, { text: 'Vi svarar dig på måndag om bygglov. '.repeat(110_000) })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ type: 'urn:klarsprak:problem:for-svar-text' })
    await until('the service to go on', async () => (await lint(address, { text: 'Hej.' })).status === 200)
    expect(said()).toContain('för lång tid')
  })
})
