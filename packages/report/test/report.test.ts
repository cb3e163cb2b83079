import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { toLintResult } from '@klarsprak/engine'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import {
  jsonLine,
  jsonPartOfLine,
  type ReportContext,
  type ReportFormat,
  RunTally,
  reporterOf,
  reportFormats,
  reportStreamOf,
  tallyFile,
} from '../src/index.ts'
import { metrics, passive, percent, sample, source } from './sample.ts'

const context: ReportContext = { sourceOf: () => source, version: '1.2.3' }
const render = async (format: ReportFormat, result = sample(), more: Partial<ReportContext> = {}) =>
  (await reporterOf(format))(result, { ...context, ...more })

describe('every format', () => {
  it.each(reportFormats)('%s ends with a line break', async (format) => {
    expect(await render(format)).toMatch(/\n$/)
  })
  it.each(reportFormats)('%s takes a run without files', async (format) => {
    const empty = {
      version: 1 as const,
      files: [],
      summary: { files: 0, errors: 0, warnings: 0, suggestions: 0, fixable: 0 },
    }
    await expect(render(format, empty)).resolves.toBeTypeOf('string')
  })
})

describe('streams', () => {
  const file = sample().files[0]!
  const several = [
    file,
    { ...file, path: 'b.md', findings: [passive, passive] },
    ...['"findings": [], \\"{}\\.md', 'd.md', 'e.md', 'f.md'].map((path) => ({
      ...file,
      path,
      findings: [],
      metrics: { ...metrics, words: 0 },
    })),
  ]
  it.each(reportFormats.filter((format) => reportStreamOf(format)))(
    '%s is the same file by file as at once',
    async (format) => {
      for (const quiet of [false, true])
        for (const count of [0, 1, 2, several.length]) {
          const files = several.slice(0, count)
          const stream = reportStreamOf(format)!
          const run = new RunTally()
          for (const one of files) run.add(structuredClone(tallyFile(one, quiet)))
          const more = { ...context, quiet }
          if (format === 'json')
            for (const one of files) expect(jsonPartOfLine(jsonLine(one))).toBe(stream.part(one, more))
          if (stream.pieces)
            for (const one of files) expect([...stream.pieces(one, more)].join('')).toBe(stream.part(one, more))
          const parts = files.map((one) => stream.part(one, more)).join(stream.between)
          expect(`${stream.head}${parts}${stream.end(run, more)}`).toBe(
            await render(format, toLintResult(files), { quiet }),
          )
        }
    },
  )
})

describe('pretty', () => {
  it('shows line, words, what, why, what to do, rule and page', async () => {
    expect(await render('pretty')).toBe(readFileSync(new URL('golden/pretty.txt', import.meta.url), 'utf8'))
  })
  it('underlines by the width of what is shown, not by code units', async () => {
    const text = 'Å 🎉 behandlas\n'
    const at = (offset: number) => ({ line: 1, column: offset + 1, offset })
    const finding = { ...passive, range: { start: at(5), end: at(14) } }
    const lines = (await render('pretty', sample([finding]), { sourceOf: () => text })).split('\n')
    const shown = lines.find((line) => line.includes('🎉'))!
    const marks = lines[lines.indexOf(shown) + 1]!
    // The emoji is two columns wide and two code units long; å is one of each.
    expect(marks.indexOf('~')).toBe(shown.indexOf('behandlas'))
    expect(marks.trim().replace('│', '').trim()).toBe('~'.repeat(9))
  })
  it('cuts a long line around the words', async () => {
    const long = `${'ord '.repeat(200)}behandlas ${'ord '.repeat(200)}`
    const at = (offset: number) => ({ line: 1, column: offset + 1, offset })
    const finding = { ...passive, range: { start: at(800), end: at(809) } }
    const text = await render('pretty', sample([finding]), { sourceOf: () => long, width: 60 })
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(100)
    expect(text).toContain('behandlas')
  })
  it('counts the repeats of a suggestion instead of showing them', async () => {
    const text = await render('pretty', sample(Array.from({ length: 5 }, () => passive)))
    expect(text.match(/~+/g)).toHaveLength(3)
    expect(text).toContain('2 till från passiv-form')
  })
  it('leaves suggestions out when quiet', async () => {
    expect(await render('pretty', sample(), { quiet: true })).not.toMatch(/förslag {2}passiv-form/)
  })
  it('says that there was no text to read', async () => {
    const none = { ...metrics, words: 0 }
    const result = sample([])
    const empty = { ...result, files: [{ ...result.files[0]!, metrics: none }] }
    expect(await render('pretty', empty)).toBe('Ingen text att granska i 1\u00a0fil.\n')
    const both = {
      ...result,
      files: [result.files[0]!, { ...empty.files[0]!, path: 'tom.md' }],
      summary: { ...result.summary, files: 2 },
    }
    expect(await render('pretty', both)).toContain('Ingen text att granska i tom.md.')
  })
  it('never lets a text steer the terminal', async () => {
    const text = 'a\u001b[31mb\u0007c'
    const at = (offset: number) => ({ line: 1, column: offset + 1, offset })
    const finding = { ...passive, message: text, range: { start: at(0), end: at(8) } }
    expect(await render('pretty', sample([finding], text), { sourceOf: () => text })).not.toMatch(/[\u001b\u0007]/)
  })
})

describe('json', () => {
  it('has the keys of the contract and no others', async () => {
    const result = structuredClone(sample())
    Object.assign(result.files[0]!, { internal: 1 })
    Object.assign(result.files[0]!.findings[0]!, { internal: 1 })
    const read = JSON.parse(await render('json', result))
    expect(Object.keys(read)).toEqual(['version', 'files', 'summary'])
    expect(Object.keys(read.files[0])).toEqual(['path', 'profile', 'findings', 'metrics'])
    expect(Object.keys(read.files[0].findings[0])).toEqual(Object.keys(passive))
    expect(read.files[0].metrics).toEqual(metrics)
  })
  it('writes one line a file as jsonl', () => {
    const line = jsonLine(sample().files[0]!)
    expect(line.endsWith('\n')).toBe(true)
    expect(line.trimEnd()).not.toContain('\n')
    expect(JSON.parse(line).path).toBe('press/å b,c.md')
  })
})

describe('github', () => {
  it('escapes what would end the command', async () => {
    const finding = { ...percent, message: '100 %\r\n::error::falskt' }
    const text = await render('github', sample([finding]))
    expect(text.split('\n')).toHaveLength(2)
    expect(text).toContain('file=press/å b%2Cc.md,line=2,endLine=2,col=')
    expect(text).toContain('100 %25%0D%0A::error::falskt')
    expect(text.startsWith('::error ')).toBe(true)
  })
})

describe('sarif', () => {
  const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const schema = JSON.parse(readFileSync(schemaPath, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  delete schema.$schema
  delete schema.id
  const validate = ajv.compile(schema)

  it('is valid SARIF 2.1.0 and counts in UTF-16', async () => {
    const sarif = JSON.parse(await render('sarif'))
    expect(validate(sarif), JSON.stringify(validate.errors)).toBe(true)
    const run = sarif.runs[0]
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.results[1]).toMatchObject({
      ruleId: 'procenttecken',
      level: 'error',
      partialFingerprints: { 'klarsprak/v1': 'abc123' },
    })
    const { region, artifactLocation } = run.results[1].locations[0].physicalLocation
    expect(source.slice(region.charOffset, region.charOffset + region.charLength)).toBe('2%')
    expect(artifactLocation.uri).toBe('press/%C3%A5%20b%2Cc.md')
    expect(run.results[1].fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('\u00a0')
  })
  it('fails on what is not SARIF', async () => {
    const sarif = JSON.parse(await render('sarif'))
    sarif.runs[0].columnKind = 'bytes'
    expect(validate(sarif)).toBe(false)
  })
})

describe('junit', () => {
  it('fails for errors and warnings, tells of suggestions, and gives a passing case to a clean file', async () => {
    const xml = await render('junit')
    expect(xml).toContain('tests="2" failures="1"')
    expect(xml).toMatch(/passiv-form \(rad 2, kolumn \d+\)"[^<]*<system-out><!\[CDATA\[”behandlas” säger inte/)
    expect(xml).toMatch(/procenttecken \(rad 2, kolumn \d+\)"[^<]*<failure message="Det saknas ett mellanrum/)
    const warning = await render('junit', sample([{ ...passive, severity: 'warning' }]))
    expect(warning).toContain('failures="1"')
    expect(warning).not.toContain('system-out')
    expect(xml).toContain('procenttecken (rad 2, kolumn')
    expect(await render('junit', sample([]))).toContain('tests="1" failures="0"')
  })
  it('leaves out characters that XML cannot hold', async () => {
    const xml = await render('junit', sample([{ ...passive, text: 'a\u0001b<&>\uD800' }]))
    expect(xml).not.toMatch(/[\u0001\uD800]/)
    const failing = await render('junit', sample([{ ...percent, text: 'a\u0001b<&>\uD800' }]))
    expect(failing).not.toMatch(/[\u0001\uD800]/)
    expect(failing).toContain('&lt;&amp;')
  })
  it('holds words that would end their own section of XML', async () => {
    const xml = await render('junit', sample([{ ...passive, text: 'a]]>b]]>c' }]))
    expect(xml).toContain('Text: a]] >b]] >c')
    expect(xml.match(/\]\]>/g)).toHaveLength(1)
  })
})

describe('markdown', () => {
  it('escapes what would break the table', async () => {
    const text = await render('markdown', sample([{ ...passive, text: 'a|b <b>' }]))
    expect(text).toContain('a\\|b \\<b\\>')
  })
})
