import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { artifact, counterpart, freePort, program, start, until } from '@klarsprak/counterparts'
import { expect } from 'vitest'
import { officeProfile, startOffice, writerDocument } from './libreoffice/office.ts'
import { type Json, startTestService } from './service.ts'

// The service runs in this process: nothing may keep it from answering.
const run = promisify(execFile)

const wave = '#D36F2A'

counterpart(['soffice', 'python'], "LibreOffice's own LanguageTool client shows what the service finds", async () => {
  const service = await startTestService()
  const profile = officeProfile(service.address)
  const port = await freePort()
  const office = startOffice(profile, ['--headless', `--accept=socket,host=127.0.0.1,port=${port};urp;`])
  try {
    const text = 'Kostnad & avgift 10 % + moms: 👩‍👩‍👧 du erhåller 2 %C3%A5r besked avseende bygglov.'
    const script = fileURLToPath(new URL('libreoffice/proofread.py', import.meta.url))
    const asked = await run(program('python'), [script, String(port), text], { timeout: 80_000 })
    const { offered, swedish, german, errors } = JSON.parse(asked.stdout)
    expect(offered).toContain('org.openoffice.lingu.LanguageToolGrammarChecker')
    expect([swedish, german]).toEqual([true, false])
    // Offsets of UNO are UTF-16 code units too.
    const found = new Map<string, Json>(
      errors.map(({ start, length, ...rest }: Json) => [text.slice(start, start + length), rest]),
    )
    expect(found.get('erhåller')).toEqual({
      short: '”erhåller” är ett krångligt ord.',
      full: 'Byråkratord',
      suggestions: ['får'],
    })
    expect([...found.keys()]).toEqual(expect.arrayContaining(['&', 'avseende']))
  } finally {
    await office.stop()
    await service.close()
    rmSync(profile, { recursive: true, force: true })
  }
})

counterpart(
  ['soffice', 'xvfb', 'openbox', 'import'],
  'LibreOffice Writer underlines what the service finds',
  async () => {
    const service = await startTestService()
    const profile = officeProfile(service.address)
    const display = `:${100 + (process.pid % 800)}`
    const env = { DISPLAY: display, GDK_BACKEND: 'x11', SAL_USE_VCLPLUGIN: 'gtk3' }
    const document = join(profile, 'text.fodt')
    const paragraphs = [
      'Du erhåller ett besked avseende din ansökan inom kort & helst i enlighet med lagen.',
      'Vi svarar dig i morgon.',
    ]
    writeFileSync(document, writerDocument(paragraphs))
    const screen = start(program('xvfb'), [display, '-screen', '0', '1280x900x24'])
    const windows = start(program('openbox'), [], { env: { ...process.env, DISPLAY: display } })
    const office = startOffice(profile, ['--writer', document], env)
    const shot = artifact('libreoffice.png')
    try {
      await until(
        'Writer to send its paragraphs',
        async () => (await checks(service.address)) >= paragraphs.length,
        60_000,
      )
      await until(
        'the underlining',
        async () => {
          await run(program('import'), ['-display', display, '-window', 'root', shot], { timeout: 10_000 })
          return (await underlined(shot)) > 100
        },
        20_000,
      )
    } finally {
      await office.stop()
      await windows.stop()
      await screen.stop()
      await service.close()
      rmSync(profile, { recursive: true, force: true })
    }
  },
)

async function checks(address: string): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text()
  return Number(/^klarsprak_requests_total\{route="\/v2\/check",status="200"\} (\d+)$/m.exec(metrics)?.[1] ?? 0)
}

/** Pixels in the orange that Writer underlines remarks on style with, in the part of the window that shows the page. */
async function underlined(path: string): Promise<number> {
  const { stdout } = await run('convert', [
    path,
    '-crop',
    '720x600+240+200',
    '-fill',
    'black',
    '+opaque',
    wave,
    '-fill',
    'white',
    '-opaque',
    wave,
    '-format',
    '%[fx:mean*w*h]',
    'info:',
  ])
  return Number(stdout)
}
