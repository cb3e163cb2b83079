// Runs the one-file program as somebody would who has no Node.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './workspace.mjs'

const text = 'Beslutet fattades av nämnden. Det är 8% av barnen.\n'

/**
 * @param program the file
 * @throws where something does not work
 */
export async function tryProgram(program) {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-program-'))
  const cwd = join(folder, 'texter')
  const temporary = join(folder, 'tmp')
  for (const path of [cwd, temporary]) mkdirSync(path)
  for (let index = 0; index < 40; index++) writeFileSync(join(cwd, `${index}.md`), text)
  const env = { PATH: '', HOME: folder, TMPDIR: temporary }
  const lint = (args, more) =>
    JSON.parse(run(program, ['lint', '--format', 'json', ...args], { cwd, env, status: 1, ...more }))
  try {
    const { files } = lint(['0.md'])
    const found = files[0].findings.map(({ ruleId }) => ruleId)
    expect(found.includes('passiv-med-agent') && found.includes('procenttecken'), `it finds ${found}`)
    const kept = join(folder, '.cache/klarsprak/program')
    const [laidOut, ...others] = readdirSync(kept)
    expect(laidOut !== undefined && others.length === 0, `its files stand in ${[laidOut, ...others]}`)

    // Somebody has cleaned up.
    rmSync(join(kept, laidOut, 'model/swedish.klm'))
    expect(lint(['0.md']).files[0].findings.length === found.length, 'it does not mend its files')

    expect(lint(['.', '--threads', '2']).summary.files === 40, 'it does not lint in threads')
    // Folders that cannot be made.
    lint(['0.md'], { env: { ...env, HOME: '/dev/null' } })
    expect(readdirSync(temporary).length === 0, `it leaves ${readdirSync(temporary)}`)
    await tryServer(program, env)
    await tryLanguageServer(program, env)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function expect(condition, message) {
  if (!condition) throw new Error(message)
}

async function tryServer(program, env) {
  await withProcess(program, ['serve', '--port', '0'], env, async (_, output) => {
    const [address] = await output(/http:\/\/127\.0\.0\.1:\d+/)
    const answer = await fetch(`${address}/v1/lint`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, format: 'text' }),
    })
    const { verdict } = await answer.json()
    expect(verdict?.errors === 1, `the service answers ${answer.status}`)
    const page = await fetch(address)
    expect((await page.text()).includes('<html'), 'the service has no page')
  })
}

async function tryLanguageServer(program, env) {
  await withProcess(program, ['lsp', '--stdio'], env, async (child, output) => {
    const params = { processId: null, rootUri: null, capabilities: {} }
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    await output(/"capabilities"/)
  })
}

/** Ends the process, whatever happens. */
async function withProcess(program, args, env, use) {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'], timeout: 60_000 })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let said = ''
  const output = (pattern) =>
    new Promise((resolve, reject) => {
      const look = (chunk) => {
        said += chunk
        const match = pattern.exec(said)
        if (match) resolve(match)
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.once('close', () => reject(new Error(`${args[0]} ended: ${said}`)))
    })
  try {
    await use(child, output)
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}
