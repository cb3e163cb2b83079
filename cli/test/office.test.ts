import { readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makePdf } from '../../packages/office/test/make-pdf.ts'
import { makeWord, paragraph, partOf, run as piece, styled } from '../../packages/office/test/make-word.ts'
import { inFolder } from './run.ts'

const word = makeWord(
  styled('Rubrik1', 'Skatten höjs') +
    paragraph('Vi svarar i maj.') +
    paragraph(`${piece('Skatten höjs med ')}${piece('2', '<w:b/>')}${piece('% nästa år.')}`),
)
const rule = ['--only', 'procenttecken']

describe('a Word file', () => {
  it('gives findings with their place, and offsets into the text', async () => {
    const { run } = inFolder({ 'texter/beslut.docx': word, 'texter/~$beslut.docx': 'låst' })
    const { stdout, stderr, status } = await run(['lint', 'texter', '--format', 'json', ...rule])
    expect([status, stderr]).toEqual([1, ''])
    const result = JSON.parse(stdout)
    expect(result.summary).toMatchObject({ files: 1, errors: 1, fixable: 0 })
    expect(result.files[0]).toMatchObject({
      path: 'texter/beslut.docx',
      findings: [
        {
          ruleId: 'procenttecken',
          text: '2%',
          range: { start: { offset: 49 }, end: { offset: 51 } },
          place: { paragraph: 3, heading: 'Skatten höjs', text: 'Skatten höjs med 2% nästa år.' },
        },
      ],
    })
  })
  it('is shown in every format by its paragraphs, and is the same from standard input', async () => {
    const { run } = inFolder({ 'beslut.docx': word })
    for (const format of ['pretty', 'markdown', 'junit', 'github', 'sarif', 'html']) {
      const { stdout, stderr } = await run(['lint', 'beslut.docx', '--format', format, ...rule])
      expect(stderr, format).toBe('')
      expect(stdout, format).toMatch(/stycke 3/i)
      expect(stdout, format).not.toMatch(/rättas med --fix|[Rr]ad 5|startLine|line=/)
    }
    const input = ['lint', '--stdin-filename', 'beslut.docx', '--format', 'json', ...rule]
    expect(JSON.parse((await run(input, word)).stdout).files[0].findings[0].place.paragraph).toBe(3)
  })
  it('is measured and checked', async () => {
    const { run } = inFolder({ 'beslut.docx': word })
    expect((await run(['metrics', 'beslut.docx', '--format', 'json'])).stdout).toContain('"path": "beslut.docx"')
    const checked = await run(['checklist', 'beslut.docx'])
    expect(checked).toMatchObject({ status: 0, stderr: '' })
  })
  it('is never changed', async () => {
    const { run } = inFolder({ 'beslut.docx': word })
    for (const option of ['--fix', '--fix-dry-run'])
      expect(await run(['lint', 'beslut.docx', option])).toMatchObject({
        status: 2,
        stderr:
          'klarsprak: beslut.docx går inte att rätta med --fix. Kör utan --fix och ändra i Word eller LibreOffice.\n',
      })
  })
  it('with macros is read without them, and one too large is not read at all', async () => {
    const macros = makeWord(paragraph('Skatten höjs med 2%.'), { 'word/vbaProject.bin': 'Attribute VB_Name' })
    const { path, run } = inFolder({ 'a.docm': macros, 'b.docx': word, 'c.pdf': '' })
    for (const name of ['b.docx', 'c.pdf']) truncateSync(join(path, name), 200 * 1024 * 1024)
    const { stdout, stderr, status } = await run(['lint', '.', '--format', 'json', ...rule])
    expect([status, JSON.parse(stdout).summary.errors]).toEqual([2, 1])
    expect(stderr.match(/är för stor att granska: 200 megabyte, och gränsen är 100/g)).toHaveLength(2)
  })
  it('that cannot be read is named, and the others are read', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)])
    const { run } = inFolder({ 'a.docx': word.slice(0, 500), 'b.doc': old, 'c.docx': 'text', 'd.docx': word })
    const { stdout, stderr, status } = await run(['lint', 'a.docx', 'b.doc', 'c.docx', 'd.docx', '--format', 'json'])
    expect(status).toBe(2)
    expect(stderr.split('\n').map((line) => line.slice(0, 40))).toEqual([
      'klarsprak: a.docx: Filen är skadad eller',
      'klarsprak: b.doc: Filen är i Words gamla',
      'klarsprak: c.docx: Filen är varken ett W',
      '',
    ])
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['d.docx'])
  })
})

describe('a PDF', () => {
  const pdf = makePdf([
    [{ text: 'Skatten höjs', y: 780, size: 20 }],
    [
      { text: 'Vi svarar i maj.', y: 780 },
      { text: 'Skatten höjs med 2% nästa år.', y: 740 },
    ],
  ])

  it('gives findings with their page, and says that the structure is guessed', async () => {
    const { run } = inFolder({ 'texter/beslut.pdf': pdf })
    const { stdout, stderr, status } = await run(['lint', 'texter', '--format', 'json', ...rule])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^texter\/beslut\.pdf: Strukturen är gissad: [^\n]+\n$/)
    expect(JSON.parse(stdout).files[0].findings).toMatchObject([
      { text: '2%', place: { paragraph: 3, page: 2, heading: 'Skatten höjs', text: 'Skatten höjs med 2% nästa år.' } },
    ])
    expect((await run(['lint', '.', ...rule])).stdout).toContain('stycke 3, sida 2 under ”Skatten höjs”')
    expect((await run(['metrics', 'texter/beslut.pdf', '--format', 'json'])).stdout).toContain('"words": 10')
  })
  it('that cannot be read is named, and the others are read', async () => {
    const { run } = inFolder({
      'a.pdf': pdf.slice(0, 700),
      'b.pdf': makePdf([[]]),
      'c.pdf': word,
      'd.docx': pdf,
      'e.pdf': pdf,
    })
    const { stdout, stderr, status } = await run(['lint', '.', '--format', 'json', ...rule])
    expect(status).toBe(2)
    expect(stderr.split('\n').map((line) => line.slice(0, 36))).toEqual([
      'klarsprak: a.pdf: Filen är skadad el',
      'klarsprak: b.pdf: Filen har ingen te',
      'klarsprak: c.pdf: Filen är ingen pdf',
      'klarsprak: d.docx: Filen är en pdf, ',
      'e.pdf: Strukturen är gissad: pdf-fil',
      '',
    ])
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['e.pdf'])
  })
  it('that would take for ever is given up, and the others are read', async () => {
    const forms = Array.from({ length: 12 }, (_, index) => {
      const inner = index === 11 ? 'BT /F 12 Tf (hej) Tj ET' : '/X Do '.repeat(10)
      return `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${index + 6} 0 R>>>>/Length ${inner.length}>>\nstream\n${inner}\nendstream`
    })
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>',
      '<</Length 6>>\nstream\n/X Do \nendstream',
      ...forms,
    ]
    const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
    const { run } = inFolder({
      'a.pdf': `%PDF-1.5\n${body}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
      'b.pdf': pdf,
    })
    const { stdout, stderr } = await run(['lint', '.', '--format', 'json', ...rule])
    expect(stderr).toContain('klarsprak: a.pdf: Filen tar för lång tid eller för mycket minne att läsa.')
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['b.pdf'])
  }, 40_000)
})

describe('--annotate', () => {
  it('writes a copy with the findings as comments, and leaves the original as it was', async () => {
    const { path, run } = inFolder({ 'beslut.docx': word })
    const { stderr, status } = await run(['lint', 'beslut.docx', '--annotate', 'kopia.docx', ...rule])
    expect([stderr, status]).toEqual(['Skrev 1\u00A0kommentar i kopia.docx.\n', 1])
    const copy = readFileSync(join(path, 'kopia.docx'))
    expect(partOf(copy, 'word/comments.xml').replace(/<[^>]*>/g, '|')).toContain('Det ska vara mellanslag i ”2%”.')
    expect(partOf(copy, 'word/document.xml')).toMatch(
      /<w:commentRangeStart w:id="1"\/>.*>2<.*>%<.*<w:commentRangeEnd w:id="1"\/>/,
    )
    expect(readFileSync(join(path, 'beslut.docx'))).toEqual(Buffer.from(word))
    const again = await run(['lint', 'kopia.docx', '--format', 'json', ...rule])
    expect(JSON.parse(again.stdout).summary.errors).toBe(1)
  })
  it('says beside a report for programs what it wrote', async () => {
    const { path, run } = inFolder({ 'beslut.docx': word, 'klar.docx': makeWord(paragraph('Du får svar i maj.')) })
    const json = await run(['lint', 'beslut.docx', '--annotate', 'kopia.docx', '--format', 'json', ...rule])
    expect(JSON.parse(json.stdout).summary.errors).toBe(1)
    expect(json.stderr).toBe('Skrev 1\u00A0kommentar i kopia.docx.\n')
    const clear = await run(['lint', 'klar.docx', '--annotate', 'ny.docx', '--format', 'jsonl', ...rule])
    expect([clear.status, clear.stderr]).toEqual([0, 'Skrev ny.docx utan nya kommentarer.\n'])
    expect(readdirSync(path)).toContain('ny.docx')
  })
  it('says what it cannot do, and writes nothing', async () => {
    const { path, run } = inFolder({
      'a.docx': word,
      'b.docx': word,
      'c.odt': word,
      'd.pdf': '',
      'e.md': 'Text',
      'f.docx': 'skräp',
    })
    const cases: [string[], string][] = [
      [['a.docx', 'b.docx', '--annotate', 'ny.docx'], 'bara en'],
      [['--annotate', 'ny.docx'], 'bara en'],
      [['c.odt', '--annotate', 'ny.odt'], 'Spara c.odt som .docx'],
      [['d.pdf', '--annotate', 'ny.pdf'], 'Granska Word-filen'],
      [['e.md', '--annotate', 'ny.md'], 'är ingen sådan'],
      [['a.docx', '--annotate', 'ny.odt'], 'slutar på .docx'],
      [['a.docx', '--annotate', './a.docx'], 'ett annat namn'],
      [['a.docx', '--annotate', 'saknas/ny.docx'], 'mappen för saknas/ny.docx finns inte'],
      [['a.docx', '--annotate', 'ny.docx', '--fix'], 'tillsammans'],
      [['f.docx', '--annotate', 'ny.docx'], 'varken ett Word-dokument'],
    ]
    for (const [args, said] of cases) {
      const { stderr, status } = await run(['lint', ...args])
      expect([status, stderr], args.join(' ')).toEqual([2, expect.stringContaining(said)])
    }
    expect(readdirSync(path).filter((name) => name.includes('ny') || name.endsWith('.tmp'))).toEqual([])
  })
})
