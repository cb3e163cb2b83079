import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaults, type Service, startService } from '../src/index.ts'

const file = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const source = ['--conditions=source', '--import', 'tsx']

/** The folder of the built page, built anew where its sources are newer. */
export function builtPage(name: 'dist' | 'dist-static'): string {
  const folder = file(`web/${name}`)
  if (!isFresh(folder)) {
    const run = spawnSync(process.execPath, [...source, 'scripts/build.ts', name], {
      cwd: file('web'),
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(`the page could not be built\n${run.stdout}${run.stderr}`)
  }
  return folder
}

function isFresh(folder: string): boolean {
  const built = `${folder}/index.html`
  if (!existsSync(built)) return false
  const { mtimeMs } = statSync(built)
  const sources = ['web/src', 'web/styles', 'web/scripts', 'web/index.html', '../site/src', '../../rules/generated']
  return sources.every((path) => newest(file(path)) <= mtimeMs)
}

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** The real service with the page, on a free port of 127.0.0.1. */
export function startPageService(options: Partial<typeof defaults> & { tokens?: string } = {}): Promise<Service> {
  return startService(
    { ...defaults, port: 0, workers: 1, rate: 100_000, timeLimit: 30_000, ...options },
    {
      worker: { file: file('src/worker.ts'), execArgv: source },
      web: builtPage('dist'),
      openapi: file('generated/openapi.json'),
    },
    () => {},
  )
}
