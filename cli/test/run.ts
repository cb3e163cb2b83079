import { type SpawnOptions, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const command = fileURLToPath(new URL('../dist/klarsprak.js', import.meta.url))

export interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the built command as a user would; ends it after 30 seconds. */
export function klarsprak(
  args: readonly string[],
  { input, ...options }: SpawnOptions & { input?: string | Uint8Array } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...options.env }
    const child = spawn(process.execPath, [command, ...args], { timeout: 30_000, ...options, env, stdio: 'pipe' })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    child.on('error', reject)
    child.on('close', (status) => {
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
  })
}

/** A folder of its own with these files, removed by `remove`. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'klarsprak-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return {
    path,
    remove: () => {
      try {
        chmodSync(path, 0o755)
      } catch {}
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** A folder of its own with these files until the test is over, and the command run in it. */
export function inFolder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const { path, remove } = folder(files)
  onTestFinished(remove)
  return {
    path,
    run: (args: readonly string[], input?: string | Uint8Array) =>
      klarsprak(args, { cwd: path, timeout: 80_000, ...(input === undefined ? {} : { input }) }),
  }
}
