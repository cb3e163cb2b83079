import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, start, until } from '@klarsprak/counterparts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createToken } from '../src/tokens.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const command = file('../../../cli/dist/klarsprak.js')
const containerfile = readFileSync(file('../deploy/Containerfile'), 'utf8').replace(/\\\n\s*/g, '')
const unit = readFileSync(file('../deploy/klarsprak.service'), 'utf8')

/** The words of an instruction that is written as a list. */
function instruction(name: string): string[] {
  const [, list] = new RegExp(`^${name} .*?(\\[.+\\])$`, 'm').exec(containerfile) ?? []
  return JSON.parse(list!)
}

// The image cannot be built without a registry of images: what it runs is run here, as it is run there.
const { token, line } = createToken('webben')
let folder: string
let port: number
const inFolder = (word: string) => word.replace(/\/etc\/klarsprak|\$\{CREDENTIALS_DIRECTORY\}/, folder)
/** No home and no folder for files that come and go, as in a container that cannot be written in. */
const env = { PATH: process.env.PATH, HOME: '/finns/inte', TMPDIR: '/finns/inte', NODE_ENV: 'production' }
const answer = async (path: string, headers = {}) =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-deploy-'))
  port = await freePort()
  writeFileSync(join(folder, 'token'), `${line}\n`)
  writeFileSync(join(folder, 'klarsprak.config.json'), '{ "root": true, "profile": "webb" }')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts the service with the options of an example, on this machine alone. */
async function serving(options: readonly string[], body: () => Promise<void>): Promise<void> {
  expect(options[options.indexOf('--host') + 1]).toBe('0.0.0.0')
  const own = ['--host', '127.0.0.1', '--port', String(port), '--workers', '1']
  const service = start(process.execPath, [command, ...options.map(inFolder), ...own], { env, cwd: '/' })
  try {
    await until('the service answers', async () => (await answer('/healthz')) === 200, 40_000)
    expect(await answer('/metrics')).toBe(401)
    expect(await answer('/metrics', { authorization: `Bearer ${token}` })).toBe(200)
    await body()
  } finally {
    await service.stop()
  }
}

describe('the container', () => {
  const isHealthy = () => {
    const [program, ...words] = instruction('HEALTHCHECK')
    expect(program).toBe('node')
    const check = words.map((word) => word.replace(':8081', `:${port}`))
    return spawnSync(process.execPath, check, { env, timeout: 20_000 }).status === 0
  }

  it('starts the service, which its own check finds healthy as long as it answers', async () => {
    const [program, ...options] = [...instruction('ENTRYPOINT'), ...instruction('CMD')]
    expect(program).toBe('klarsprak')
    expect(isHealthy()).toBe(false)
    await serving(options, async () => expect(isHealthy()).toBe(true))
    expect(isHealthy()).toBe(false)
  }, 90_000)

  it('has instructions that containers know, begins with an image and ends as no administrator', () => {
    const names = [...containerfile.matchAll(/^([A-Z]+) /gm)].map(([, name]) => name!)
    const known = ['FROM', 'RUN', 'USER', 'WORKDIR', 'EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']
    expect(names.filter((name) => !known.includes(name))).toEqual([])
    expect(containerfile.split('\n').filter((text) => !/^(?:#|[A-Z]+ |$)/.test(text))).toEqual([])
    expect(names[0]).toBe('FROM')
    expect(/^USER (\S+)$/m.exec(containerfile)?.[1]).toBe('node')
    const { engines } = JSON.parse(readFileSync(file('../../../cli/package.json'), 'utf8'))
    const [, major] = /^FROM \S+node:(\d+)-slim$/m.exec(containerfile) ?? []
    expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]))
  })
})

describe('the system service', () => {
  it('starts the service', async () => {
    const [program, name, ...options] = /^ExecStart=(.+)$/m.exec(unit)![1]!.split(' ')
    expect([program, name]).toEqual(['/usr/bin/env', 'klarsprak'])
    await serving(options, async () => {})
  }, 90_000)

  it('sets limits and keeps texts off the disk', () => {
    const { LimitCORE, MemorySwapMax, MemoryMax, NoNewPrivileges, ProtectSystem } = Object.fromEntries(
      [...unit.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    )
    expect({ LimitCORE, MemorySwapMax, MemoryMax, NoNewPrivileges, ProtectSystem }).toEqual({
      LimitCORE: '0',
      MemorySwapMax: '0',
      MemoryMax: '2G',
      NoNewPrivileges: 'yes',
      ProtectSystem: 'strict',
    })
  })
})
