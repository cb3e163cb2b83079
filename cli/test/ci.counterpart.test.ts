import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { counterpart, program } from '@klarsprak/counterparts'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inFolder } from './run.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { version } = JSON.parse(read('cli/package.json'))
const text = '# Så höjs skatten\n\nSkatten höjs med 2%.\n'

/** A folder with texts, and an `npx` that runs the built command in place of the published one. */
function workplace() {
  const { path: cwd } = inFolder({
    'press/a.md': text,
    'press/två ord.md': text,
    'bra.md': '# Vi höjer skatten\n\nVi höjer skatten.\n',
  })
  const npx = join(cwd, '.bin/npx')
  const script = `#!/bin/sh
[ "$1 $2" = "--yes klarsprak@${version}" ] || { echo "npx $*" >&2; exit 99; }
shift 2
exec "${process.execPath}" "${join(root, 'cli/dist/klarsprak.js')}" "$@"
`
  spawnSync('mkdir', ['-p', dirname(npx)])
  writeFileSync(npx, script)
  chmodSync(npx, 0o755)
  const env = { ...process.env, PATH: `${dirname(npx)}${delimiter}${process.env.PATH}`, NO_COLOR: undefined }
  const run = (command: string, more: Record<string, string> = {}) =>
    spawnSync('bash', ['-c', command], { cwd, env: { ...env, ...more }, encoding: 'utf8', timeout: 60_000 })
  return { cwd, env, run }
}

describe('the GitHub action', () => {
  const action = parse(read('action.yml'))
  const [step] = action.runs.steps
  const { KLARSPRAK_VERSION, ...inputs } = step.env as Record<string, string>
  /** The environment that GitHub gives the step for these inputs. */
  const environment = (given: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries(inputs).map(([name, expression]) => {
        const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)![1]!
        return [name, given[input] ?? action.inputs[input].default]
      }),
    )

  it('runs this version, and hands every input on', () => {
    expect(KLARSPRAK_VERSION).toBe(version)
    expect(Object.values(inputs).sort()).toEqual(
      Object.keys(action.inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    )
    // An expression in the script itself would let a branch name run commands.
    expect(step.run).not.toContain('${{')
  })
  it('shows findings on lines, and fails', () => {
    const { run } = workplace()
    const { status, stdout, stderr } = run(step.run, { KLARSPRAK_VERSION: version, ...environment() })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^::error .*file=press\/a\.md,.*line=3/m)
    expect(status).toBe(1)
  })
  it('takes many paths with spaces, and writes SARIF too', () => {
    const { run, cwd } = workplace()
    const given = environment({ paths: 'bra.md\npress/två ord.md\n', sarif: 'ut.sarif' })
    const { status, stdout } = run(step.run, { KLARSPRAK_VERSION: version, ...given })
    expect(status).toBe(1)
    expect(stdout).toContain('två ord.md')
    expect(stdout).not.toContain('press/a.md')
    expect(JSON.parse(readFileSync(join(cwd, 'ut.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(0)
  })
  it('passes what is fine, and never runs what a path holds', () => {
    const { run, cwd } = workplace()
    expect(run(step.run, { KLARSPRAK_VERSION: version, ...environment({ paths: 'bra.md' }) }).status).toBe(0)
    const given = environment({ paths: '$(touch ont)\n--config=/etc/passwd' })
    expect(run(step.run, { KLARSPRAK_VERSION: version, ...given }).status).toBe(2)
    expect(existsSync(join(cwd, 'ont'))).toBe(false)
  })
})

describe('the guide', () => {
  const guide = read('docs/sv/ci.md')
  const commands = [...guide.matchAll(/npx --yes klarsprak@\S+ (?!site)[^\n]+/g)].map(([command]) => command)
  it('has commands', () => expect(commands.length).toBeGreaterThanOrEqual(3))
  it.each(commands)('%s works', (command) => {
    const { run } = workplace()
    const { status, stderr } = run(command)
    if (command.includes('--update-baseline')) expect(stderr).toMatch(/^Skrev baslinjen [^\n]+\n$/)
    else expect(stderr).toBe('')
    expect([0, 1]).toContain(status)
  })
  it('has settings that can be read, of this version', () => {
    for (const [, block] of guide.matchAll(/```yaml\n(.*?)```/gs)) expect(() => parse(block!)).not.toThrow()
    for (const [, said] of guide.matchAll(/klarsprak@v?(\d+\.\d+\.\d+)|rev: v(\d+\.\d+\.\d+)/g))
      if (said !== undefined) expect(said).toBe(version)
  })
})

it('the pre-commit hook runs this version', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'))
  expect(hook.entry).toBe(`npx --yes klarsprak@${version} lint`)
})

counterpart(['precommit'], 'pre-commit stops a commit with a fault, and shows where', () => {
  const { cwd, env, run } = workplace()
  // The hook as it stands here, in a repository of its own: cloning the whole project would cost minutes.
  const hooks = join(cwd, 'hook')
  spawnSync('mkdir', ['-p', hooks])
  writeFileSync(join(hooks, '.pre-commit-hooks.yaml'), read('.pre-commit-hooks.yaml'))
  const git = 'git -c user.name=a -c user.email=a@b.se'
  expect(run(`cd hook && git init -q && git add . && ${git} commit -qm hook && git tag v${version}`).status).toBe(0)
  expect(run('git init -q && git add press bra.md').status).toBe(0)
  writeFileSync(
    join(cwd, '.pre-commit-config.yaml'),
    JSON.stringify({ repos: [{ repo: hooks, rev: `v${version}`, hooks: [{ id: 'klarsprak' }] }] }),
  )
  const options = {
    cwd,
    env: { ...env, PRE_COMMIT_HOME: join(cwd, '.pre-commit'), PRE_COMMIT_COLOR: 'never' },
    encoding: 'utf8' as const,
    timeout: 60_000,
  }
  const all = spawnSync(program('precommit'), ['run', '--all-files'], options)
  expect(all.stdout).toMatch(/Klarspråk\.+Failed/)
  expect(all.stdout).toContain('2%')
  expect(all.status).toBe(1)
  expect(spawnSync(program('precommit'), ['run', '--files', 'bra.md'], options).status).toBe(0)
})
