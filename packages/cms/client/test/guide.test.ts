import { spawn, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startTestService } from '../../../http/test/service.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const guide = readFileSync(file('../../../../docs/sv/webhook.md'), 'utf8')
const block = (kind: string) => new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 's').exec(guide)?.[1] ?? ''

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

it('works as the guide to webhooks says', async () => {
  const secret = spawnSync('bash', ['-c', block('')], { encoding: 'utf8' }).stdout.trim()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)

  const service = await startTestService()
  const port = await freePort()
  const code = block('js').replace('http://127.0.0.1:8081', service.address).replace('8082', String(port))
  // In the package's own folder, where its name is known.
  const receiver = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', code],
    { cwd: file('..'), env: { ...process.env, KLARSPRAK_SECRET: secret }, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  try {
    const body = JSON.stringify({ text: '<h1>Bygglov</h1><p>Du söker bygglov hos oss.</p>', format: 'html' })
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    let answer: Response | undefined
    // What was signed before the receiver began is turned away, so the first seconds may be in vain.
    for (let tried = 0; answer?.status !== 200 && tried < 400; tried++) {
      await sleep(100)
      const [id, time] = [`msg_${tried}`, Math.floor(Date.now() / 1000)]
      const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')
      const headers = { 'webhook-id': id, 'webhook-timestamp': `${time}`, 'webhook-signature': `v1,${signature}` }
      answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body }).catch(() => undefined)
    }
    expect(await answer?.json()).toEqual({ publish: true })
  } finally {
    receiver.kill('SIGKILL')
    await service.close()
  }
}, 60_000)
