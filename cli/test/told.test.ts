import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { command, inFolder } from './run.ts'

const text = '# Så höjs skatten\n\nSkatten höjs med 2%. Avgiften behandlas av nämnden.\n'

describe('standard output that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full')).each([['lint', '--format', 'json'], ['metrics']])(
    'is said in one line by %s, and the status is 2',
    (...args) => {
      const { path } = inFolder({ 'a.md': text })
      const script = `"${process.execPath}" "${command}" ${args.join(' ')} a.md > /dev/full`
      const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: path, encoding: 'utf8', timeout: 60_000 })
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'klarsprak: Hela resultatet gick inte att skriva till standard ut: disken är full.\n',
      })
    },
    90_000,
  )
})

describe('a large file', () => {
  it('can be interrupted', async () => {
    const long = 'Avgiften behandlas av nämnden, och beslutet fattas i maj. '.repeat(60_000)
    const { path } = inFolder({ 'a.txt': long, 'ut.json': 'förra gången' })
    const child = spawn(process.execPath, [command, 'lint', 'a.txt', '--format', 'json', '--output', 'ut.json'], {
      cwd: path,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const err: string[] = []
    child.stderr.setEncoding('utf8').on('data', (chunk) => err.push(chunk))
    const names = () => readdirSync(path).sort()
    // The file beside it is opened when the signals are heeded.
    const begun = setInterval(() => {
      if (names().length < 3) return
      clearInterval(begun)
      child.kill('SIGTERM')
    }, 50)
    const status = await new Promise((done) => child.on('close', done))
    clearInterval(begun)
    expect(status).toBe(2)
    expect(err.join('')).toContain('Avbrutet. 0 av 1\u00a0fil')
    expect(names()).toEqual(['a.txt', 'ut.json'])
  }, 60_000)
})

describe('what was not linted', () => {
  it('is named where it is in another language', async () => {
    const english = 'The municipality is responsible for the schools. We will answer your questions within a week.\n'
    const { run } = inFolder({ 'eng.md': english, 'a.md': text })
    const { status, stdout } = await run(['lint', 'eng.md'])
    expect(status).toBe(0)
    expect(stdout).toBe('Texten ser ut att vara på engelska och är inte granskad som svenska: eng.md.\n')
    expect((await run(['lint', '.'])).stdout).toContain('Texten ser ut att vara på engelska')
  })
  it('is named where a code block swallows it', async () => {
    const { run } = inFolder({ 'a.md': `Vi svarar.\n\n\`\`\`\n${text}`, 'b.md': `\`\`\`js\n${text}\`\`\`\n` })
    expect((await run(['lint', 'a.md'])).stderr).toBe(
      'a.md: Kodblocket som börjar på rad 3 avslutas aldrig. Det som står efter är kod och granskas inte.\n',
    )
    expect((await run(['lint', 'b.md'])).stderr).toBe('')
  })
  it('--quiet leaves suggestions out of every format', async () => {
    const { run } = inFolder({ 'a.md': text })
    for (const format of ['json', 'jsonl', 'github', 'sarif', 'markdown']) {
      const args = ['lint', 'a.md', '--only', 'passiv-med-agent,procenttecken', '--format', format]
      expect((await run(args)).stdout, format).toContain('passiv-med-agent')
      const quiet = (await run([...args, '--rule', 'passiv-med-agent=suggestion', '--quiet'])).stdout
      expect(quiet, format).toContain('procenttecken')
      if (format !== 'sarif') expect(quiet, format).not.toContain('passiv-med-agent')
    }
  }, 60_000)
})

describe('what is said beside the findings', () => {
  it('--gate tells of what would stop if it could not be mended', async () => {
    const { run } = inFolder({ 'a.md': text })
    const { status, stderr } = await run(['lint', 'a.md', '--only', 'procenttecken', '--gate'])
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'Inget stoppar publiceringen.\n1\u00a0träff går att rätta säkert med --fix och stoppar därför inte.\n',
    })
  })
  it('--update-baseline tells what was written, and --baseline what is hidden', async () => {
    const { run } = inFolder({ 'a.md': text })
    const args = ['lint', 'a.md', '--only', 'procenttecken', '--baseline', 'bas.json']
    expect((await run([...args, '--update-baseline'])).stderr).toBe(
      'Skrev baslinjen bas.json: 1\u00a0träff i 1\u00a0fil.\n',
    )
    expect((await run(args)).stderr).toBe('1\u00a0träff finns i baslinjen bas.json och visas inte.\n')
  })
  it('the way to mend is a command that can be run', async () => {
    const { run } = inFolder({ 'a.md': text, 'mapp b/b.md': text })
    const hint = async (args: string[], input?: string) =>
      /^.*utan risk.*$/m.exec((await run(['lint', ...args, '--only', 'procenttecken'], input)).stdout)?.[0]
    expect(await hint(['a.md', 'mapp b'])).toBe(
      '2\u00a0träffar kan rättas utan risk: klarsprak lint a.md "mapp b" --fix',
    )
    expect(await hint(['-'], text)).toBe('1\u00a0träff kan rättas utan risk med --fix.')
  })
  it('plain text in a file that is named as another format is told of', async () => {
    const { run } = inFolder({ 'a.md': text })
    const args = ['lint', 'a.md', '--output', 'ut.html']
    expect((await run(args)).stderr).toBe(
      'ut.html innehåller vanlig text. Lägg till --format html om det var det du ville ha.\n',
    )
    expect((await run([...args, '--format', 'html'])).stderr).toBe('')
  })
  it('diff says what its figure of difficulty is', async () => {
    const { run } = inFolder({ 'a.md': text, 'b.md': text })
    expect((await run(['diff', 'a.md', 'b.md'])).stdout).toContain('från 0 (lätt) till 100 (svår)')
  })
  it('what Git does not know is said once', async () => {
    const { run } = inFolder({ 'a.md': text, 'b.md': text, 'c.md': text })
    const { status, stderr } = await run(['lint', '--changed', '.'])
    expect(status).toBe(2)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
  it('a wrong option leads to the help of its command', async () => {
    const { run } = inFolder({})
    expect((await run(['lint', '--fomat', 'x'])).stderr).toContain('Se alla val: klarsprak lint --help')
    expect((await run(['serve', '--prt'])).stderr).toContain('Se alla val: klarsprak serve --help')
    expect((await run(['lnt'])).stderr).toContain('Se alla val: klarsprak --help')
  })
})

describe('a settings file that cannot be read', () => {
  it('is told of by what is wrong with it', async () => {
    const latin1 = inFolder({ 'a.md': text, 'klarsprak.config.json': Buffer.from('{ "terms": "å.tsv" }', 'latin1') })
    expect((await latin1.run(['lint', 'a.md'])).stderr).toContain('Filen är inte i UTF-8')
    const inPlace = inFolder({ 'a.md': text, 'klarsprak.config.json/a': '' })
    const { status, stderr } = await inPlace.run(['lint', 'a.md'])
    expect(status).toBe(2)
    expect(stderr).toContain('Det här är en mapp.')
  })
})
