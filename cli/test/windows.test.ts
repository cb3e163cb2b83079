import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { folder, klarsprak } from './run.ts'

const windowsText = '# Ny förskola\r\n\r\nNämnden öppnar en förskola på Åsgatan.\r\nAvgiften är 8% av inkomsten.\r\n'
/** As Windows' own programs write what is not in Latin-1: ” and – are 0x94 and 0x96. */
const windows1252 = Buffer.from('Nämnden säger \u0094ja\u0094 \u0096 avgiften är 8% på Åland.\r\n', 'latin1')
const { path: cwd, remove } = folder({
  'press/maj/nyhet.md': windowsText,
  'brev/svar.txt': windows1252,
  'arkiv/gammal.md': windowsText,
  'klarsprak.config.json': String.raw`{
    "terms": "ord\\lista.tsv",
    "ignore": ["arkiv\\**"],
    "overrides": [{ "files": ["press\\**"], "profile": "press" }]
  }`,
  'ord/lista.tsv': 'term\tsäg hellre\r\nförskola\tskola\r\n',
})
afterAll(remove)

const lint = async (...args: string[]) => {
  const { stdout, stderr, status } = await klarsprak(['lint', '--format', 'json', ...args], { cwd })
  return { status, stderr, files: JSON.parse(stdout).files }
}

it('takes patterns and settings with backslashes', async () => {
  const { files, stderr } = await lint(String.raw`press\**\*.md`)
  expect(stderr).toBe('')
  expect(files).toMatchObject([{ path: 'press/maj/nyhet.md', profile: 'press' }])
  const all = await lint('.', '--encoding', 'windows-1252')
  expect(all.files.map((file: { path: string }) => file.path)).toEqual(['brev/svar.txt', 'press/maj/nyhet.md'])
})

it('counts lines that end as on Windows, and keeps them', async () => {
  const { files } = await lint('press')
  const found = files[0].findings.find(({ ruleId }: { ruleId: string }) => ruleId === 'procenttecken')
  const start = windowsText.indexOf('8%')
  expect(found.range).toEqual({
    start: { line: 4, column: 13, offset: start },
    end: { line: 4, column: 15, offset: start + 2 },
  })
  await lint('--fix', 'press')
  expect(readFileSync(join(cwd, 'press/maj/nyhet.md'), 'utf8')).toBe(windowsText.replace('8%', '8\u00a0%'))
})

it('names Windows-1252, reads it when told to, and writes it back', async () => {
  const unread = await lint('brev')
  expect(unread).toMatchObject({ status: 2, files: [] })
  expect(unread.stderr).toMatch(/^klarsprak: brev\/svar\.txt: .*windows-1252/i)
  expect(unread.stderr).toContain('--encoding windows-1252')

  const read = await lint('brev', '--encoding', 'windows-1252')
  const found = read.files[0].findings.find(({ ruleId }: { ruleId: string }) => ruleId === 'procenttecken')
  expect(found.text).toBe('8%')
  await lint('brev', '--encoding', 'windows-1252', '--fix')
  const written = readFileSync(join(cwd, 'brev/svar.txt'))
  expect(written).toEqual(Buffer.from(windows1252.toString('latin1').replace('8%', '8\u00a0%'), 'latin1'))
})
