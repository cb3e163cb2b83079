import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { command, inFolder, klarsprak } from './run.ts'

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** A text with findings, unlike all others. */
function text(index: number, sentences = 12): string {
  const lines = Array.from(
    { length: sentences },
    (_, sentence) => `Nämnden erhåller ärende ${index * 100 + sentence}, och avgiften höjs med ${sentence + 2}%.`,
  )
  return `# Så höjs avgift ${index}\n\n${lines.join(' ')}\n`
}

function many(count: number, sentences?: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${index % 3}/text-${String(index).padStart(3, '0')}.md`,
      text(index, sentences),
    ]),
  )
}

const paths = (out: string): string[] => out.split('\n').flatMap((line) => (line ? JSON.parse(line).path : []))

describe('threads', () => {
  it.each(['jsonl', 'json', 'pretty', 'sarif'])(
    '%s is the same from two threads as from one',
    async (format) => {
      const { run } = inFolder(many(30))
      const args = ['lint', '.', '--format', format]
      const one = await run([...args, '--threads', '1'])
      expect(one.stderr).toBe('')
      expect(await run([...args, '--threads', '2'])).toEqual(one)
    },
    90_000,
  )
  it('write what is found in a long text as they write what is found in a short one', async () => {
    const { run, path } = inFolder({ 'a.md': text(1, 700), 'b.md': text(2, 2) })
    const args = ['lint', '.', '--threads', '2', '--format']
    const { stdout } = await run([...args, 'json'])
    const result = JSON.parse(stdout)
    expect(result.files[0].findings.length).toBeGreaterThan(1000)
    expect(stdout).toBe(`${JSON.stringify(result, null, 2)}\n`)
    await run([...args, 'json', '--output', 'ut.json'])
    expect(readFileSync(join(path, 'ut.json'), 'utf8')).toBe(stdout)
    const lines = await run([...args, 'jsonl'])
    expect(lines.stdout).toBe(result.files.map((file: object) => `${JSON.stringify(file)}\n`).join(''))
  }, 90_000)
  it('keep to the order of the files, and name those that cannot be read', async () => {
    const { run } = inFolder({
      ...many(24),
      '1/a-först-och-stor.md': text(99, 400),
      '1/trasig.md': Buffer.from('Räksmörgås', 'latin1'),
      '2/trasig.docx': 'ingen zip',
    })
    const { status, stdout, stderr } = await run(['lint', '.', '--format', 'jsonl', '--threads', '3'])
    expect(status).toBe(2)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^klarsprak: 1\/trasig\.md: .*windows-1252/),
      expect.stringMatching(/^klarsprak: 2\/trasig\.docx: /),
    ])
    const found = paths(stdout)
    expect(found).toHaveLength(25)
    expect(found).toEqual([...found].sort())
  }, 90_000)
  it('mend files, and know a baseline and the settings of each folder', async () => {
    const { run, path } = inFolder({ ...many(6), '1/klarsprak.config.json': '{ "rules": { "procenttecken": "off" } }' })
    const only = ['--rule', 'passiv-med-agent=off', '--threads', '2', '--format', 'jsonl', '--baseline', 'bas.json']
    expect((await run(['lint', '.', ...only, '--update-baseline'])).status).toBe(1)
    writeFileSync(join(path, '0/text-000.md'), `${text(0)}\nSkatten höjs med 99%.\n`)
    const { stdout } = await run(['lint', '.', ...only])
    const found = stdout.split('\n').flatMap((line) => (line ? JSON.parse(line).findings : []))
    expect(found.map(({ text }: { text: string }) => text)).toContain('99%')
    expect(found.length).toBeLessThan(5)
    const fixed = await run(['lint', '.', '--fix', '--threads', '2', '--format', 'jsonl'])
    expect(fixed.stderr.match(/^Rättade \d+\u00a0ställen i /gm)!.length).toBeGreaterThanOrEqual(4)
    expect(readFileSync(join(path, '0/text-000.md'), 'utf8')).toContain('99\u00a0%')
    expect(readFileSync(join(path, '1/text-001.md'), 'utf8')).toContain('2%')
  }, 90_000)
})

describe('Ctrl-C', () => {
  /** Runs until something has come out, sends the signal, and gives what came of it. */
  async function interrupted(path: string, args: readonly string[], hasBegun: (out: string) => boolean) {
    const child = spawn(process.execPath, [command, ...args], { cwd: path, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push(child)
    const out: string[] = []
    const err: string[] = []
    let sent = false
    const look = () => {
      if (sent || !hasBegun(out.join(''))) return
      sent = true
      child.kill('SIGINT')
    }
    const poll = setInterval(look, 20)
    child.stdout!.setEncoding('utf8').on('data', (chunk) => out.push(chunk))
    child.stderr!.setEncoding('utf8').on('data', (chunk) => err.push(chunk))
    const status = await new Promise<number | null>((done) => child.on('close', done))
    clearInterval(poll)
    return { status, stdout: out.join(''), stderr: err.join('') }
  }

  it.each(['1', '2'])(
    'stops cleanly with %s threads, and says what was done',
    async (threads) => {
      const { path } = inFolder(many(200, 60))
      const args = ['lint', '.', '--format', 'jsonl', '--threads', threads]
      const { status, stdout, stderr } = await interrupted(path, args, (out) => out.includes('\n'))
      expect(status).toBe(2)
      const found = paths(stdout)
      expect(stdout.endsWith('\n')).toBe(true)
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThan(200)
      expect(stderr).toBe(`klarsprak: Avbrutet. ${found.length} av 200\u00a0filer är granskade, resten är orörda.\n`)
    },
    90_000,
  )
  it('leaves the file that was to be written as it was, and nothing beside it', async () => {
    const { path } = inFolder({ ...many(200, 60), 'ut.json': 'förra gången' })
    const begun = () => readdirSync(path).some((name) => name.startsWith('.ut.json'))
    const args = ['lint', '.', '--format', 'json', '--output', 'ut.json', '--threads', '1']
    const { status, stdout, stderr } = await interrupted(path, args, begun)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('ut.json är inte skriven')
    expect(readFileSync(join(path, 'ut.json'), 'utf8')).toBe('förra gången')
    expect(readdirSync(path).sort()).toEqual(['0', '1', '2', 'ut.json'])
  }, 90_000)
})

describe('a terminal', () => {
  it('shows how far the work has come', () => {
    const { path } = inFolder(many(400, 60))
    const shell = `${process.execPath} ${command} lint . --format jsonl --output ut.jsonl --threads 1`
    const { stdout } = spawnSync('script', ['-qec', shell, '/dev/null'], {
      cwd: path,
      encoding: 'utf8',
      timeout: 80_000,
    })
    expect(stdout).toMatch(/\rGranskar fil \d+ av 400 …/)
    // The line is taken away again.
    expect(stdout).toMatch(/\r {20,}\r$/)
    expect(paths(readFileSync(join(path, 'ut.jsonl'), 'utf8'))).toHaveLength(400)
  }, 90_000)
})

describe('the cache', () => {
  const cache = '.klarsprakcache'

  it('gives the same results many times faster', async () => {
    const { run } = inFolder(many(60, 40))
    const time = async () => {
      const began = performance.now()
      const outcome = await run(['lint', '.', '--format', 'jsonl', '--cache', '--threads', '1'])
      return { outcome, took: performance.now() - began }
    }
    const first = await time()
    const second = await time()
    expect(second.outcome).toEqual(first.outcome)
    expect(first.took / second.took).toBeGreaterThan(2)
    for (const format of ['json', 'pretty', 'sarif'])
      expect(await run(['lint', '.', '--format', format, '--cache'])).toEqual(
        await run(['lint', '.', '--format', format]),
      )
  }, 90_000)

  it('shows the same whatever way results were shown before', async () => {
    const { run, path } = inFolder(many(4))
    const looks = [
      ['--format', 'pretty'],
      ['--format', 'pretty', '--color'],
      ['--format', 'pretty', '--quiet'],
      ['--format', 'github'],
      ['--format', 'json'],
      ['--format', 'json', '--quiet'],
      ['--format', 'sarif'],
    ]
    for (const look of looks) {
      const fresh = await run(['lint', '.', ...look])
      // Shown anew, shown as it was, and shown beside what came since.
      for (let time = 0; time < 2; time++) expect(await run(['lint', '.', ...look, '--cache'])).toEqual(fresh)
    }
    const args = ['lint', '.', '--format', 'pretty', '--cache']
    await run(args)
    writeFileSync(join(path, '0/text-000.md'), text(0).replace('2%', '2 procent'))
    await run(['lint', '.', '--format', 'jsonl', '--cache'])
    const mixed = await run(args.slice(0, -1))
    expect(await run(args)).toEqual(mixed)
    const bytes = readFileSync(join(path, cache))
    bytes.write('X', bytes.indexOf('Varför:'))
    writeFileSync(join(path, cache), bytes)
    expect(await run(args)).toEqual(mixed)
  }, 90_000)

  it('holds for the same text, settings and options only', async () => {
    const { run, path } = inFolder(many(4))
    const both = async (...more: string[]) => {
      const args = ['lint', '.', '--format', 'jsonl', ...more]
      const kept = await run([...args, '--cache'])
      expect(kept).toEqual(await run(args))
      return kept.stdout
    }
    const before = await both()
    expect(await both('--rule', 'procenttecken=off')).not.toBe(before)
    expect(await both('--profile', 'press')).not.toBe(before)
    expect(await both()).toBe(before)
    writeFileSync(join(path, '0/text-000.md'), text(0).replace('2%', '2 procent'))
    expect(await both()).not.toBe(before)
    mkdirSync(join(path, 'ord'))
    writeFileSync(join(path, '1/klarsprak.config.json'), '{ "terms": ["../ord/egna.tsv"] }')
    writeFileSync(join(path, 'ord/egna.tsv'), 'term\tförklaring\näroperation\ten operation\n')
    await both()
    writeFileSync(join(path, 'klarsprak.config.json'), '{ "rules": { "procenttecken": "off" } }')
    expect(await both()).not.toContain('procenttecken')
  }, 90_000)

  it('is done without where it is damaged', async () => {
    const { run, path } = inFolder(many(5))
    const args = ['lint', '.', '--format', 'jsonl', '--cache']
    const fresh = await run(args)
    const bytes = readFileSync(join(path, cache))
    const results = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
    const swapped = Buffer.from(bytes)
    swapped.write('fel', results.indexOf('erhåller'))
    const table = Buffer.from(bytes)
    table.fill('[', results.length, results.length + 40)
    const damaged = [
      swapped,
      table,
      bytes.subarray(0, bytes.length / 2),
      bytes.subarray(100),
      Buffer.concat([bytes, Buffer.from('mer')]),
      Buffer.from('trasig'),
      Buffer.alloc(0),
      Buffer.concat([Buffer.from('[[1]]'), Buffer.from('klarsprak-cache-3:0000000005')]),
      Buffer.from('klarsprak-cache-3:9999999999'),
    ]
    for (const content of damaged) {
      writeFileSync(join(path, cache), content)
      expect(await run(args)).toEqual(fresh)
      expect(await run(args)).toEqual(fresh)
    }
  }, 90_000)

  it('is done without where it cannot be written', async () => {
    const { run, path } = inFolder({ ...many(2), [`${cache}/a`]: '' })
    expect((await run(['lint', '.', '--format', 'jsonl', '--cache'])).stderr).toBe('')
    expect(existsSync(join(path, cache, 'a'))).toBe(true)
  })

  it('keeps what was done when the work is broken off', async () => {
    const { run, path } = inFolder(many(120, 60))
    const args = ['lint', '.', '--format', 'jsonl', '--cache', '--threads', '1']
    const child = spawn(process.execPath, [command, ...args], { cwd: path, stdio: ['ignore', 'pipe', 'ignore'] })
    running.push(child)
    child.stdout!.once('data', () => child.kill('SIGINT')).resume()
    await new Promise((done) => child.on('close', done))
    const kept = readFileSync(join(path, cache)).toString('latin1').split('\n').length - 1
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(120)
    expect(paths((await run(args)).stdout)).toHaveLength(120)
  }, 90_000)
})

describe('--stdin-jsonl', () => {
  const filter = (input: string | Uint8Array, ...args: string[]) =>
    klarsprak(['lint', '--stdin-jsonl', ...args], { input, timeout: 80_000 })
  const answers = (out: string) => out.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))

  it('answers each line in order', async () => {
    const { status, stdout, stderr } = await filter(
      [
        { id: 'a', text: 'Skatten höjs med 2%.' },
        { id: 2, text: '<p>Det är 3%.</p>', format: 'html' },
        { id: 'c', text: '# Avgifter\n\nVi svarar i maj.', filename: 'press/c.md', profile: 'press' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\r\n\n'),
      '--only',
      'procenttecken',
    )
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(answers(stdout)).toMatchObject([
      { id: 'a', path: 'a', findings: [{ text: '2%', range: { start: { offset: 17 } } }] },
      { id: 2, path: '2', findings: [{ text: '3%' }] },
      { id: 'c', path: 'press/c.md', profile: 'press', findings: [], metrics: { words: 4 } },
    ])
    expect(Object.keys(answers(stdout)[0])[0]).toBe('id')
  })
  it('says what is wrong with a line, and goes on', async () => {
    const bad: [string | Buffer, string, unknown][] = [
      ['{', 'Raden är inte giltig JSON.', null],
      ['[]', 'Raden är inget objekt', null],
      ['{"text":"a"}', 'id saknas', null],
      ['{"id":1}', 'text saknas', 1],
      ['{"id":"x","text":2}', 'text saknas', 'x'],
      ['{"id":2,"text":"a","format":"docx"}', 'format ska vara', 2],
      ['{"id":3,"text":"a","profile":"sms"}', 'profile ska vara', 3],
      ['{"id":4,"text":"a","titel":"b"}', '”titel”', 4],
      [Buffer.concat([Buffer.from('{"id":5,"text":"'), Buffer.from([0xe5]), Buffer.from('"}')]), 'UTF-8', null],
      [`{"id":6,"text":${JSON.stringify('<div>'.repeat(60_000))},"format":"html"}`, '', 6],
    ]
    const good = (id: string) => Buffer.from(`${JSON.stringify({ id, text: 'Vi svarar i maj.' })}\n`)
    const input = Buffer.concat(
      bad.flatMap(([line], index) => [Buffer.from(line as string), Buffer.from('\n'), good(`efter ${index}`)]),
    )
    const { status, stdout, stderr } = await filter(input)
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
    const given = answers(stdout)
    expect(given).toHaveLength(bad.length * 2)
    for (const [index, [, error, id]] of bad.entries()) {
      expect(given[index * 2]).toMatchObject({ id })
      if (error) expect(given[index * 2]).toEqual({ id, line: index * 2 + 1, error: expect.stringContaining(error) })
      expect(given[index * 2 + 1]).toMatchObject({ id: `efter ${index}`, findings: [] })
    }
  })
  it('reads no more than it has answered', async () => {
    const child = spawn(process.execPath, [command, 'lint', '--stdin-jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] })
    running.push(child)
    const line = (id: number) => `${JSON.stringify({ id, text: text(id, 60) })}\n`
    let sent = 0
    const count = 120
    const send = () => {
      while (sent < count) if (!child.stdin!.write(line(sent++))) return void child.stdin!.once('drain', send)
      child.stdin!.end()
    }
    send()
    // Nobody reads the answers: the program stops reading, and so does what is sent.
    let before = -1
    while (before !== sent) {
      before = sent
      await new Promise((done) => setTimeout(done, 1500))
    }
    expect(sent).toBeLessThan(count / 2)
    let out = ''
    child.stdout!.setEncoding('utf8').on('data', (chunk) => {
      out += chunk
    })
    expect(await new Promise((done) => child.on('close', done))).toBe(1)
    expect(answers(out).map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, id) => id))
  }, 90_000)
  it('refuses options that it has no use for', async () => {
    for (const [args, said] of [
      [['--fix'], '--fix'],
      [['--format', 'json'], '--format jsonl'],
      [['--cache'], '--cache'],
      [['text.md'], 'standard in'],
    ] as const) {
      const { status, stdout, stderr } = await filter('', ...args)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(said)
    }
  })
})
