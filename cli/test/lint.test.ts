import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from './run.ts'

const text = '# Så höjs skatten\n\nSkatten höjs med 2%.\n'

describe('findings and exit status', () => {
  it('gives 1 for an error, 0 for a clean file', async () => {
    const { run } = inFolder({ 'a.md': text, 'b.md': '# Vi höjer skatten den 4 maj\n\nVi höjer skatten.\n' })
    expect((await run(['lint', 'a.md'])).status).toBe(1)
    const clean = await run(['lint', 'b.md'])
    expect(clean).toMatchObject({ status: 0, stderr: '' })
    expect(clean.stdout).toContain('Inget att anmärka på i 1\u00a0fil.')
  })
  it('prints the contract as JSON', async () => {
    const { run } = inFolder({ 'press/å b.md': text })
    const { stdout, stderr } = await run(['lint', 'press', '--format', 'json', '--only', 'procenttecken'])
    expect(stderr).toBe('')
    const result = JSON.parse(stdout)
    expect(result).toMatchObject({
      version: 1,
      files: [
        {
          path: 'press/å b.md',
          profile: 'press',
          findings: [
            {
              ruleId: 'procenttecken',
              severity: 'error',
              checklist: [10],
              text: '2%',
              range: { start: { line: 3, column: 18, offset: 36 }, end: { line: 3, column: 20, offset: 38 } },
              related: [],
            },
          ],
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, suggestions: 0, fixable: 1 },
    })
    expect(Object.keys(result.files[0].metrics)).toEqual([
      'words',
      'sentences',
      'lix',
      'ovix',
      'nominalRatio',
      'longestSentence',
    ])
  })
  it('counts positions in UTF-16 code units, whatever the line breaks and the byte order mark', async () => {
    const { run } = inFolder({ 'a.md': '\uFEFF# Å\r\n\r\n🎉 Det är 2%.\r\n' })
    const { stdout } = await run(['lint', 'a.md', '--only', 'procenttecken', '--format', 'json'])
    expect(JSON.parse(stdout).files[0].findings[0].range.start).toEqual({ line: 3, column: 11, offset: 17 })
  })
  it('leaves quotations alone, whatever marks they have', async () => {
    const { run } = inFolder({
      'a.md': '# Så höjer vi\n\nDet stod: ”Skatten höjdes med 2 % av nämnden.” »Avgiften höjdes av nämnden.»\n',
    })
    const { stdout } = await run(['lint', 'a.md', '--only', 'passiv-med-agent', '--format', 'json'])
    expect(JSON.parse(stdout).files[0].findings).toEqual([])
  })
  it('--fail-on and --max-warnings decide the status', async () => {
    const { run } = inFolder({ 'a.md': '# Information\n\nVi svarar i maj.\n' })
    const only = ['lint', 'a.md', '--only', 'intetsagande-rubrik']
    expect((await run(only)).status).toBe(0)
    expect((await run([...only, '--fail-on', 'warning'])).status).toBe(1)
    expect((await run([...only, '--max-warnings', '0'])).status).toBe(1)
    expect((await run([...only, '--max-warnings', '1'])).status).toBe(0)
    expect((await run([...only, '--rule', 'intetsagande-rubrik=error'])).status).toBe(1)
  })
  it('--gate goes by the publish settings, and a safe fix never stops', async () => {
    const { run } = inFolder({
      'a.md': text,
      'b.md': '# Information\n\nVi svarar i maj.\n',
      'klarsprak.config.json': '{ "publish": { "block": ["intetsagande-rubrik"] } }',
    })
    expect((await run(['lint', 'a.md', '--gate'])).status).toBe(0)
    expect((await run(['lint', 'b.md', '--gate'])).status).toBe(1)
  })
  it.each([
    [
      'jsonl',
      (out: string) =>
        out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).path),
    ],
    ['sarif', (out: string) => JSON.parse(out).runs[0].results.map((r: { ruleId: string }) => r.ruleId)],
    ['junit', (out: string) => out.match(/<testsuite name="([^"]+)"/)?.[1]],
    ['github', (out: string) => out.startsWith('::')],
    ['markdown', (out: string) => out.startsWith('# ')],
  ])('writes %s', async (format, read) => {
    const { run } = inFolder({ 'a.md': text })
    expect(read((await run(['lint', 'a.md', '--format', format])).stdout)).toBeTruthy()
  })
  it('writes the result to a file', async () => {
    const { run, path } = inFolder({ 'a.md': text })
    const { stdout } = await run(['lint', 'a.md', '--format', 'json', '--output', 'ut.json'])
    expect(stdout).toBe('')
    expect(JSON.parse(readFileSync(join(path, 'ut.json'), 'utf8')).version).toBe(1)
  })
  it('has no colour in a pipe unless asked', async () => {
    const { run } = inFolder({ 'a.md': text })
    expect((await run(['lint', 'a.md'])).stdout).not.toContain('\u001b[')
    expect((await run(['lint', 'a.md', '--color'])).stdout).toContain('\u001b[')
  })
})

describe('standard input', () => {
  it('is plain text unless a name says otherwise', async () => {
    const { run } = inFolder({})
    const plain = JSON.parse((await run(['lint', '--format', 'json'], text)).stdout)
    expect(plain.files[0]).toMatchObject({ path: 'standard in' })
    const named = await run(['lint', '-', '--stdin-filename', 'x.html', '--format', 'json'], '<p>Det är 2%.</p>')
    expect(JSON.parse(named.stdout).files[0]).toMatchObject({ path: 'x.html', findings: [{ ruleId: 'procenttecken' }] })
  })
  it('with --fix gives the text back on standard output and the report beside it', async () => {
    const { run } = inFolder({})
    const { stdout, stderr } = await run(['lint', '-', '--fix'], 'Det är 2% i år.\n')
    expect(stdout).toBe('Det är 2\u00a0% i år.\n')
    expect(stderr).toContain('1\u00a0fil')
  })
})

describe('finding files', () => {
  it('follows .gitignore and ignore, and takes globs', async () => {
    const { run } = inFolder({
      '.git/HEAD': '',
      '.gitignore': 'byggd/\n*.utkast.md\n!viktig.utkast.md\n',
      'a.md': text,
      'b.html': '<p>Hej.</p>',
      'c.utkast.md': text,
      'viktig.utkast.md': text,
      'byggd/d.md': text,
      'node_modules/x/e.md': text,
      'arkiv/f.md': text,
      'bild.png': '',
      'klarsprak.config.json': '{ "ignore": ["arkiv/**"] }',
    })
    const paths = async (...args: string[]) =>
      JSON.parse((await run(['lint', ...args, '--format', 'json'])).stdout).files.map(
        (file: { path: string }) => file.path,
      )
    expect(await paths('.')).toEqual(['a.md', 'b.html', 'viktig.utkast.md'])
    expect(await paths('**/*.md')).toEqual(['a.md', 'viktig.utkast.md'])
    expect(await paths('c.utkast.md', 'a.md', 'a.md')).toEqual(['c.utkast.md', 'a.md'])
  })
  it('says what is missing and lints the rest', async () => {
    const { run } = inFolder({ 'a.md': '# Hej då\n', tom: '' })
    const { status, stderr, stdout } = await run(['lint', 'finns-inte.md', 'a.md', 'x/*.md', '--format', 'json'])
    expect(status).toBe(2)
    expect(stderr).toBe('klarsprak: Hittar inte finns-inte.md.\nklarsprak: Ingen fil passar in på x/*.md.\n')
    expect(JSON.parse(stdout).files).toHaveLength(1)
  })
  it('is not led round by links', async () => {
    const { run, path } = inFolder({ 'a/a.md': '# Hej då\n' })
    symlinkSync(join(path, 'a'), join(path, 'a/runt'))
    symlinkSync(join(path, 'ring'), join(path, 'ring'))
    const { status, stdout } = await run(['lint', '.', '--format', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).files).toHaveLength(1)
    expect((await run(['lint', 'ring'])).stderr).toContain('länkarna leder runt')
  })
  it('says which folder it may not read', async () => {
    const { path } = inFolder({ 'a/b.md': text, 'c.md': '# Hej då\n' })
    // The superuser may read everything, so the command is run as nobody, from a copy that nobody may read.
    const asNobody = process.getuid?.() === 0
    const command = join(path, '.klarsprak')
    cpSync(new URL('../dist', import.meta.url), command, { recursive: true })
    chmodSync(path, 0o755)
    chmodSync(join(path, 'a'), 0)
    const run = spawnSync(process.execPath, [join(command, 'klarsprak.js'), 'lint', 'a', 'c.md'], {
      cwd: path,
      encoding: 'utf8',
      ...(asNobody ? { uid: 65534, gid: 65534 } : {}),
    })
    chmodSync(join(path, 'a'), 0o755)
    expect(run.stderr).toBe('klarsprak: Du saknar behörighet till a.\n')
    expect(run.status).toBe(2)
    expect(run.stdout).toContain('1\u00a0fil')
  })
})

describe('fixing', () => {
  it('writes what is safe, keeps encoding, mode and the rest, and comes to rest', async () => {
    const { run, path } = inFolder({
      'a.md': text,
      'b.txt': Buffer.from('\uFEFFDet är 2% i år.\r\n', 'utf16le'),
      'c.txt': Buffer.from('Det är 2% på Åland.\n', 'latin1'),
    })
    chmodSync(join(path, 'a.md'), 0o640)
    await run(['lint', 'a.md', 'b.txt', '--fix'])
    expect(readFileSync(join(path, 'a.md'), 'utf8')).toBe(text.replace('2%', '2\u00a0%'))
    expect(statSync(join(path, 'a.md')).mode & 0o777).toBe(0o640)
    expect(readFileSync(join(path, 'b.txt'), 'utf16le')).toBe('\uFEFFDet är 2\u00a0% i år.\r\n')
    await run(['lint', 'c.txt', '--fix', '--encoding', 'windows-1252'])
    expect(readFileSync(join(path, 'c.txt'), 'latin1')).toBe('Det är 2\u00a0% på Åland.\n')
    const before = statSync(join(path, 'a.md')).mtimeMs
    await run(['lint', 'a.md', '--fix'])
    expect(statSync(join(path, 'a.md')).mtimeMs).toBe(before)
    expect(readdirSync(path).sort()).toEqual(['a.md', 'b.txt', 'c.txt'])
  })
  it('--fix-dry-run shows the change and writes nothing', async () => {
    const { run, path } = inFolder({ 'a.md': text })
    const { stdout } = await run(['lint', 'a.md', '--fix-dry-run'])
    expect(stdout).toContain('+Skatten höjs med 2\u00a0%.')
    expect(readFileSync(join(path, 'a.md'), 'utf8')).toBe(text)
  })
})

describe('baseline, changed lines and cache', () => {
  it('knows old findings and shows new ones', async () => {
    const { run, path } = inFolder({ 'a.md': text })
    const base = ['lint', 'a.md', '--baseline', 'bas.json', '--only', 'procenttecken', '--format', 'json']
    expect((await run(base)).stderr).toContain('Skapa den med --update-baseline')
    expect((await run([...base, '--update-baseline'])).status).toBe(1)
    expect(await run(base)).toMatchObject({ status: 0 })
    writeFileSync(join(path, 'a.md'), `${text}\nAvgiften höjs med 3%.\n`)
    const { status, stdout } = await run(base)
    expect(status).toBe(1)
    expect(JSON.parse(stdout).files[0].findings.map((finding: { text: string }) => finding.text)).toEqual(['3%'])
    writeFileSync(join(path, 'bas.json'), '{')
    expect(await run(base)).toMatchObject({ status: 2, stdout: '' })
    expect((await run(['lint', 'a.md', '--update-baseline'])).stderr).toContain('--baseline FIL')
  })
  it('shows findings on changed lines only', async () => {
    const { run, path } = inFolder({ 'a.md': text })
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.se', ...args], { cwd: path })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'a')
    const args = ['lint', '--changed', '--only', 'procenttecken', '--format', 'json', 'a.md']
    const count = async () => JSON.parse((await run(args)).stdout).files[0].findings.length
    expect(await count()).toBe(0)
    writeFileSync(join(path, 'a.md'), `${text}\nAvgiften höjs med 3%.\n`)
    expect(await count()).toBe(1)
    expect((await run(['lint', 'a.md', '--changed=finns-inte'])).stderr).toContain('känner inte till')
  })
  it('gives the same with a cache as without', async () => {
    const { run, path } = inFolder({ 'a.md': text })
    const args = ['lint', 'a.md', '--format', 'json']
    const fresh = await run(args)
    const first = await run([...args, '--cache'])
    expect(existsSync(join(path, '.klarsprakcache'))).toBe(true)
    const second = await run([...args, '--cache'])
    expect(second.stdout).toBe(fresh.stdout)
    expect(first.stdout).toBe(fresh.stdout)
    writeFileSync(join(path, '.klarsprakcache'), 'trasig')
    expect((await run([...args, '--cache'])).stdout).toBe(fresh.stdout)
    writeFileSync(join(path, 'klarsprak.config.json'), '{ "rules": { "procenttecken": "off" } }')
    expect((await run([...args, '--cache'])).stdout).not.toContain('procenttecken')
  })
})

describe('bad input', () => {
  it.each([
    ['not UTF-8', Buffer.from('Räksmörgås', 'latin1'), '--encoding windows-1252'],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), 'Filen innehåller'],
  ])('%s is told by name, and the other file is linted', async (_, content, message) => {
    const { run } = inFolder({ 'a.md': content, 'b.md': '# Hej då\n' })
    const { status, stderr, stdout } = await run(['lint', 'a.md', 'b.md', '--format', 'json'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^klarsprak: a\.md: /)
    expect(stderr).toContain(message)
    expect(JSON.parse(stdout).files).toHaveLength(1)
  })
  it('takes an empty file', async () => {
    const { run } = inFolder({ 'a.md': '', 'b.txt': '\n\n', 'c.html': '' })
    const { status, stdout } = await run(['lint', '.', '--format', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).files.map((file: { metrics: { words: number } }) => file.metrics.words)).toEqual([
      0, 0, 0,
    ])
  })
  it('refuses a file that is far too large, at once', async () => {
    const { run } = inFolder({ 'a.txt': 'ord '.repeat(13 * 1024 * 1024) })
    const began = Date.now()
    const { status, stderr } = await run(['lint', 'a.txt'])
    expect(status).toBe(2)
    expect(stderr).toContain('för stor')
    expect(Date.now() - began).toBeLessThan(5000)
  })
  it.each([
    ['deep quotes', 'a.md', `${'> '.repeat(10_000)}Hej.\n`],
    ['deep lists', 'a.md', Array.from({ length: 10_000 }, (_, index) => `${' '.repeat(index % 400)}- a`).join('\n')],
    ['brackets', 'a.md', '['.repeat(50_000)],
    ['stars', 'a.md', '*a '.repeat(20_000)],
    ['unclosed HTML', 'a.html', '<div><p><b>Hej'.repeat(5000)],
    ['angles', 'a.html', '<'.repeat(100_000)],
  ])(
    'ends on %s',
    async (_, name, content) => {
      const { run } = inFolder({ [name]: content })
      const { status, stderr } = await run(['lint', name, '--format', 'json'])
      expect([0, 1, 2]).toContain(status)
      expect(stderr).not.toContain('    at ')
    },
    90_000,
  )
  it.each([
    [['lint', 'a.md', '--forma', 'json'], 'Valet --forma finns inte. Menade du --format?'],
    [['lint', 'a.md', '--format', 'xml'], 'xml är inget giltigt värde'],
    [['lint', 'a.md', '--fix', '--fix-dry-run'], 'går inte att använda tillsammans'],
    [['lint', 'a.md', '--gate', '--fail-on', 'warning'], 'går inte att använda tillsammans'],
    [['lint', 'a.md', '--rule', 'passiv-form'], 'Skriv regelns namn'],
    [['lint', 'a.md', '--rule', 'passiv-from=off'], 'passiv-form'],
    [['lint', 'a.md', '--only', 'lang-menning'], 'Menade du'],
    [['lint', 'a.md', '--max-warnings', '-1'], '--max-warnings'],
    [['lint', 'a.md', '--config', 'finns-inte.json'], 'finns-inte.json'],
    [['lint', 'a.md', '--encoding', 'utf-9'], 'Teckenkodningen ”utf-9” finns inte'],
    [['lint', 'a.html', '--main', '###'], 'a.html'],
    [['lint', '-', 'a.md'], 'går inte att blanda'],
    [['explain', 'passiv-from'], 'Menade du'],
    [['lintt'], 'Kommandot lintt finns inte. Menade du lint?'],
  ])('%j says what is wrong', async (args, message) => {
    const { run } = inFolder({ 'a.md': text, 'a.html': '<p>Hej.</p>' })
    const { status, stderr, stdout } = await run(args)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(2)
    expect(stdout).toBe('')
  })
  it('names file, line and nearest name for a wrong setting, and lints nothing', async () => {
    const { run } = inFolder({
      'a.md': text,
      'klarsprak.config.json': '{\n  "rules": {\n    "passiv-from": "off"\n  }\n}\n',
    })
    const { status, stderr, stdout } = await run(['lint', 'a.md', '--format', 'json'])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('klarsprak.config.json')
    expect(stderr).toMatch(/rad 3/)
    expect(stderr).toContain('passiv-form')
  })
  it('is quiet when the reader goes away', async () => {
    const { path } = inFolder(
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.md`, text.repeat(20)])),
    )
    const script = `"${process.execPath}" "${new URL('../dist/klarsprak.js', import.meta.url).pathname}" lint . | head -n 1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: path, encoding: 'utf8', timeout: 60_000 })
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n')).toHaveLength(2)
  })
  it('finishes the file in hand when interrupted', async () => {
    const { path } = inFolder(
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.md`, text.repeat(30)])),
    )
    const script = `timeout -s INT 1.2 "${process.execPath}" "${new URL('../dist/klarsprak.js', import.meta.url).pathname}" lint . --fix --quiet >/dev/null; echo "$?"`
    spawnSync('bash', ['-c', script], { cwd: path, encoding: 'utf8', timeout: 60_000 })
    const names = readdirSync(path)
    expect(names).toHaveLength(300)
    for (const name of names)
      expect([text.repeat(30), text.repeat(30).replaceAll('2%', '2\u00a0%')]).toContain(
        readFileSync(join(path, name), 'utf8'),
      )
  })
})

describe('other commands', () => {
  it('analyze prints CoNLL-U with ranges into the source', async () => {
    const { run } = inFolder({ 'a.txt': 'Åsa åt 2 äpplen. Hon sov.\n' })
    const { stdout } = await run(['analyze', 'a.txt'])
    expect(stdout).toContain('# newpar')
    expect(stdout).toMatch(/TokenRange=0:3/)
    expect(stdout.match(/# sent_id/g)).toHaveLength(2)
    const json = JSON.parse((await run(['analyze', 'a.txt', '--format', 'json'])).stdout)
    expect(json.blocks[0].sentences[0].words[0]).toMatchObject({ form: 'Åsa', start: 0, end: 3 })
  })
  it('metrics, rules, explain, config, init and completion work', async () => {
    const { run, path } = inFolder({ 'a.md': text })
    expect((await run(['metrics', 'a.md'])).stdout).toContain('Lix')
    expect(JSON.parse((await run(['metrics', 'a.md', '--format', 'json'])).stdout).files[0].metrics.words).toBe(4)
    const { rules } = JSON.parse((await run(['rules', '--format', 'json'])).stdout)
    expect(rules.map((rule: { id: string }) => rule.id)).toContain('passiv-form')
    expect((await run(['explain', 'passiv-form'])).stdout).toContain('## Varför')
    expect((await run(['init'])).stdout).toContain('klarsprak.config.json')
    expect((await run(['lint', 'a.md'])).status).toBe(1)
    expect((await run(['init'])).status).toBe(2)
    const config = await run(['config', 'a.md'])
    expect(config.stdout).toContain('klarsprak.config.json')
    expect(config.stdout).toContain('stoppar publicering   från nivån fel')
    expect(config.stdout).toContain('stoppar aldrig   det som klarsprak lint --fix kan rätta säkert')
    expect(config.status).toBe(0)
    writeFileSync(join(path, 'skript'), (await run(['completion', 'bash'])).stdout)
    expect(spawnSync('bash', ['-n', join(path, 'skript')]).status).toBe(0)
  })
  it('has help and version in Swedish', async () => {
    const { run } = inFolder({})
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const help = await run(['lint', '--help'])
    expect(help.status).toBe(0)
    expect(help.stdout).toContain('Så här används det:')
    expect(help.stdout).not.toMatch(/\b(?:Usage|Options|Arguments|default|choices)\b/)
    expect((await run([])).status).toBe(2)
  })
})
