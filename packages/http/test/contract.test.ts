import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicFile } from '@klarsprak/report'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { createLinter } from 'retext-klarsprak'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, jsonOf, postForm, postJson, startTestService, type TestService } from './service.ts'

const openapi = JSON.parse(readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ ...openapi, $id: 'openapi' })

/** Holds an answer to the schema that the OpenAPI document gives it. */
function expectSchema(value: unknown, name: string): void {
  const validate = ajv.getSchema(`openapi#/components/schemas/${name}`)!
  validate(value)
  expect(validate.errors ?? []).toEqual([])
}

const page = `# Så ansöker du

Din ansökan behandlas av nämnden. Du erhåller ett beslut inom fyra veckor.

- Fyll i blanketten.
- Skicka den till oss.
`

let folder: string
let service: TestService

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-http-'))
  mkdirSync(join(folder, 'press'))
  const config = {
    root: true,
    overrides: [{ files: ['press/**'], profile: 'press' }],
    publish: { failOn: 'error', block: ['intetsagande-rubrik'] },
    terms: 'ordlista.tsv',
  }
  writeFileSync(join(folder, 'klarsprak.config.json'), JSON.stringify(config))
  writeFileSync(
    join(folder, 'ordlista.tsv'),
    'term\tformer\tforklaring\tskriv-hellre\nvuxenlyftet\t\tkurser för vuxna\t\n',
  )
  // Would change the answer if it were looked for.
  writeFileSync(join(folder, 'press/klarsprak.config.json'), '{ "profile": "lattlast" }')
  service = await startTestService({ config: join(folder, 'klarsprak.config.json') })
}, 60_000)

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const lint = async (body: Record<string, unknown>) => {
  const response = await postJson(`${service.address}/v1/lint`, { format: 'markdown', ...body })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const result = await jsonOf(response)
  expectSchema(result, 'LintResult')
  return result
}

describe('bytes that are not UTF-8', () => {
  const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
  const post = (path: string, body: Uint8Array<ArrayBuffer>, type: string) =>
    fetch(`${service.address}${path}`, { method: 'POST', headers: { 'content-type': type }, body })

  it.each(['/v1/lint', '/v1/verdict', '/v1/review'])('are refused by %s', async (path) => {
    const body = latin1(JSON.stringify({ text: 'Nämnden beslutar.', format: 'text' }))
    const response = await post(path, body, 'application/json')
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).detail).toContain('UTF-8')
  })
  it.each([
    ['as they are', 'text=N\xE4mnden beslutar.&language=sv-SE'],
    ['encoded', 'text=N%E4mnden+beslutar.&language=sv-SE'],
  ])('are refused by /v2/check, %s', async (_, form) => {
    const response = await post('/v2/check', latin1(form), 'application/x-www-form-urlencoded')
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).detail).toContain('UTF-8')
  })
})

describe('POST /v1/lint', () => {
  it('gives what the engine gives, and a verdict', async () => {
    const { verdict, ...result } = await lint({ text: page, filename: 'webb/sida.md' })
    const linter = createLinter()
    expect(result).toEqual(
      JSON.parse(
        JSON.stringify(publicFile(linter.lint({ source: page, format: 'markdown', filename: 'webb/sida.md' }))),
      ),
    )
    expect(result.findings.length).toBeGreaterThan(1)
    expect(Object.keys(result.findings[0])).toEqual([
      ...['ruleId', 'severity', 'checklist', 'message', 'why', 'url', 'fingerprint', 'text', 'range', 'suggestions'],
      'related',
    ])
    expect(verdict).toMatchObject({ publish: true, errors: 0, reasons: [] })
    for (const { range, text } of result.findings)
      if (text) expect(page.slice(range.start.offset, range.end.offset)).toContain(text.slice(0, 5))
  })

  it('stops what the house says must not be published, and not what the published text already had', async () => {
    const faulty = page.replace('Så ansöker du', 'Information')
    const stopped = await lint({ text: faulty })
    expect(stopped.verdict.publish).toBe(false)
    expect(stopped.verdict.reasons).toHaveLength(1)
    expect(stopped.verdict.reasons[0]).toMatch(/^Rad 1: /)
    const mended = await lint({ text: faulty.replace('fyra veckor', 'fem veckor'), previous: faulty })
    expect(mended.verdict).toEqual({ publish: true, errors: 0, warnings: 0, suggestions: 0, reasons: [] })
    expect(mended.findings.length).toBe(stopped.findings.length)
    const worse = await lint({ text: `${faulty}\n## Övrigt\n\nRing oss.\n`, previous: faulty })
    expect(worse.verdict.publish).toBe(false)
    expect(worse.verdict.reasons).toHaveLength(1)
  })

  it('waives findings by exception', async () => {
    const faulty = page.replace('Så ansöker du', 'Information')
    const { findings } = await lint({ text: faulty })
    const { fingerprint, ruleId } = findings.find(({ ruleId }: { ruleId: string }) => ruleId === 'intetsagande-rubrik')
    const exceptions = [{ fingerprint, rule: ruleId, reason: 'Sidan heter så sedan gammalt.' }]
    expect((await lint({ text: faulty, exceptions })).verdict.publish).toBe(true)
    expect(
      (await lint({ text: faulty, exceptions: [{ ...exceptions[0], fingerprint: 'annan' }] })).verdict.publish,
    ).toBe(false)
  })

  it('matches the file name against the settings and opens nothing', async () => {
    expect((await lint({ text: page, filename: 'press/nyhet.md' })).profile).toBe('press')
    expect(await lint({ text: page, filename: String.raw`press\nyhet.md` })).toMatchObject({
      path: String.raw`press\nyhet.md`,
      profile: 'press',
    })
    expect((await lint({ text: page, filename: 'press/nyhet.md', profile: 'brev' })).profile).toBe('brev')
    for (const filename of [
      '/etc/passwd',
      '../../../../etc/passwd',
      'C:\\x',
      'a\u0000b',
      'a\r\nSet-Cookie: x=1',
      '%00',
      '',
    ])
      expect((await lint({ text: page, filename })).path).toBe(filename)
    expect((await lint({ text: page })).path).toBe('text')
  })

  it('takes rules with levels and options, and names those that do not exist', async () => {
    const only = (result: { findings: { ruleId: string }[] }, id: string) =>
      result.findings.filter(({ ruleId }) => ruleId === id).length
    expect(only(await lint({ text: page }), 'byrakratord')).toBe(1)
    expect(only(await lint({ text: page, rules: { byrakratord: 'off' } }), 'byrakratord')).toBe(0)
    expect(
      only(await lint({ text: page, rules: { 'lang-mening': ['warning', { maxOrd: 3 }] } }), 'lang-mening'),
    ).toBeGreaterThan(0)
    const wrong = await postJson(`${service.address}/v1/lint`, {
      text: page,
      format: 'text',
      rules: { byrakratordd: 'off' },
    })
    expect(wrong.status).toBe(422)
    const problem = await jsonOf(wrong)
    expectSchema(problem, 'Problem')
    expect(problem).toMatchObject({ type: 'urn:klarsprak:problem:ogiltiga-installningar', status: 422 })
    expect(problem.detail).toContain('byrakratord')
  })

  it('reads HTML and plain text', async () => {
    const html = await lint({ text: '<p>Du <b>erh&aring;ller</b> ett svar.</p>', format: 'html' })
    expect(html.findings.map(({ text }: { text: string }) => text)).toContain('erhåller')
    expect((await lint({ text: '', format: 'text' })).findings).toEqual([])
  })
})

describe('a text that means harm', () => {
  it('that is nested without end is turned away in words', async () => {
    for (const text of ['<div>'.repeat(5000), '<p>'.repeat(3) + '<b>'.repeat(100_000)]) {
      const response = await postJson(`${service.address}/v1/lint`, { text, format: 'html' })
      expect(response.status).toBe(422)
      const problem = await jsonOf(response)
      expectSchema(problem, 'Problem')
      expect(problem.type).toBe('urn:klarsprak:problem:ogiltig-text')
    }
    for (const text of ['>'.repeat(50_000), '['.repeat(50_000), `${'- '.repeat(20_000)}a`])
      expect((await postJson(`${service.address}/v1/lint`, { text, format: 'markdown' })).status).toBe(200)
  })

  it('is answered whatever it holds', async () => {
    const word = fc.constantFrom(
      'Du',
      'erhåller',
      'behandlas',
      '<p>',
      '</p>',
      '<b',
      '&aring;',
      '](',
      '**',
      '\n\n',
      '# ',
      '- ',
      '|',
      '---\n',
      'texttyp: press',
      '<!-- klarsprak-ignore a: b -->',
      '👩‍👩‍👧',
      '\u0000',
      '\ud800',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }).map((parts) => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom('text', 'html', 'markdown'), async (source, previous, format) => {
        const answers = await Promise.all([
          postJson(`${service.address}/v1/lint`, { text: source, format, previous }),
          postJson(`${service.address}/v1/review`, { text: source, format }),
          postForm(`${service.address}/v2/check`, { text: source, language: 'sv' }),
        ])
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
        const [lintResult, review, check] = await Promise.all(answers.map(jsonOf))
        expectSchema(lintResult, 'LintResult')
        expectSchema(review, 'Review')
        expectSchema(check, 'CheckResult')
        for (const { range } of lintResult.findings) expect(range.end.offset).toBeLessThanOrEqual(source.length)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('makes the service fetch nothing', async () => {
    let asked = 0
    const bait = createServer(() => asked++).listen(0, '127.0.0.1')
    await once(bait, 'listening')
    const address = `http://127.0.0.1:${(bait.address() as AddressInfo).port}/`
    const text = `<!DOCTYPE html SYSTEM "${address}"><html><head><base href="${address}"><link rel="stylesheet" href="${address}"><script src="${address}"></script><meta http-equiv="refresh" content="0;url=${address}"></head><body><h1>Läs mer</h1><img src="${address}" alt="Bild"><iframe src="${address}"></iframe><p><a href="${address}">Du erhåller svar</a></p></body></html>`
    await lint({ text, format: 'html', filename: address })
    await lint({ text: `---\nextends: ${address}\nterms: ${address}\n---\n\n![Bild](${address}) <${address}>\n` })
    bait.close()
    expect(asked).toBe(0)
  })

  it('stands in no header and as data alone in the answer', async () => {
    const text = '<script>alert(1)</script><p>Du erhåller </script><script>alert(2)</script> svar.</p>'
    const response = await postJson(`${service.address}/v1/review`, { text, format: 'html', filename: 'a\r\nX: y' })
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect([...response.headers].join()).not.toContain('alert')
    expect(response.headers.get('x')).toBeNull()
  })
})

describe('POST /v1/review', () => {
  it('gives blocks, figures, checklist and edits that fit the findings', async () => {
    const response = await postJson(`${service.address}/v1/review`, { text: page, format: 'markdown' })
    const review = await jsonOf(response)
    expectSchema(review, 'Review')
    expect(review.blocks.map(({ kind }: { kind: string }) => kind)).toEqual([
      'heading',
      'paragraph',
      'listItem',
      'listItem',
    ])
    const placed = review.blocks.flatMap(({ findings, text }: Json) =>
      findings.map(({ finding, start, end }: Json) => [finding, text.slice(start, end)]),
    )
    expect(placed.length).toBe(review.findings.length)
    for (const [finding, text] of placed) expect(text).toBe(review.findings[finding].text)
    expect(review.checklist).toHaveLength(11)
    expect(review.edits.length).toBeGreaterThan(0)
    for (const { findings } of [...review.checklist, ...review.edits])
      for (const index of findings) expect(review.findings[index]).toBeDefined()
    expect(review.sentences.length).toBeGreaterThan(1)
    expect(review.figures.words).toBe(review.metrics.words)
    expect(review).toMatchObject({ stopping: [] })
    expect(review).not.toHaveProperty('added')
  })

  it('names the findings that are new, and those that stop the text', async () => {
    const previous = page.replace('Så ansöker du', 'Information')
    const body = { text: `${previous}\n## Övrigt\n\nRing oss.\n`, previous, format: 'markdown' }
    const [review, verdict] = await Promise.all(
      ['review', 'verdict'].map(async (name) => jsonOf(await postJson(`${service.address}/v1/${name}`, body))),
    )
    expectSchema(review, 'Review')
    const { figures, sections, sentences, checklist, edits, ...rest } = review
    expectSchema(verdict, 'VerdictResult')
    expect(verdict).toEqual(rest)
    const textOf = (name: string) => review.findings.find(({ fingerprint }: Json) => fingerprint === name).text
    expect(review.stopping.map(textOf)).toEqual(['Övrigt'])
    expect(review.added.map(textOf)).toContain('Övrigt')
    expect(review.added.map(textOf)).not.toContain('Information')
  })
})

describe('GET', () => {
  it('/v1/rules lists every rule', async () => {
    const rules = await jsonOf(await fetch(`${service.address}/v1/rules`))
    expectSchema(rules, 'Rules')
    expect(rules.rules.length).toBeGreaterThan(100)
  })

  it('/openapi.json is the generated document', async () => {
    expect(await (await fetch(`${service.address}/openapi.json`)).json()).toEqual(openapi)
  })

  it('/healthz and /metrics tell of the service, and of no text', async () => {
    await lint({ text: 'Hemligheten behandlas.', filename: 'hemlig.md' })
    expect(await (await fetch(`${service.address}/healthz`)).text()).toBe('ok\n')
    const metrics = await (await fetch(`${service.address}/metrics`)).text()
    expect(metrics).toMatch(/^klarsprak_requests_total\{route="\/v1\/lint",status="200"\} \d+$/m)
    expect(metrics).toMatch(/^klarsprak_words_total [1-9]/m)
    expect(metrics.toLowerCase()).not.toContain('hemlig')
  })
})

describe("LanguageTool's protocol", () => {
  const check = async (form: Record<string, string>) => {
    const response = await postForm(`${service.address}/v2/check`, { language: 'sv-SE', ...form })
    expect(response.status).toBe(200)
    const result = await jsonOf(response)
    expectSchema(result, 'CheckResult')
    return result
  }
  const ids = ({ matches }: Json): string[] => matches.map(({ rule }: Json) => rule.id)

  it('answers as LanguageTool does', async () => {
    const text = 'Hej! 👩‍👩‍👧 Du erhåller ett svar snart.'
    const { software, matches, ...rest } = await check({ text })
    expect(software).toMatchObject({ name: 'Klarspråk', apiVersion: 1, premium: false })
    expect({ ...rest, matches }).toMatchSnapshot()
    for (const { offset, length, context } of matches) {
      expect(text.slice(offset, offset + length)).toBe('erhåller')
      expect(context.text.slice(context.offset, context.offset + context.length)).toBe('erhåller')
    }
  })

  it('lists Swedish alone', async () => {
    const languages = await jsonOf(await fetch(`${service.address}/v2/languages`))
    expect(languages.map(({ longCode }: Json) => longCode)).toEqual(['sv', 'sv-SE', 'sv-FI'])
    for (const language of languages) expectSchema(language, 'Language')
    const other = await postForm(`${service.address}/v2/check`, { language: 'en-US', text: 'Hi' })
    expect(other.status).toBe(400)
  })

  it('takes the body of LibreOffice 7.4 as it comes', async () => {
    const text = 'Kostnad & avgift 10 % + moms: du erhåller svar.'
    const response = await fetch(`${service.address}/v2/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `text=${text}&language=sv-SE`,
    })
    const { matches } = await jsonOf(response)
    expect(matches.map(({ offset, length }: Json) => text.slice(offset, offset + length))).toContain('erhåller')
  })

  it('gives places in the annotated text, and no replacement that would take markup away', async () => {
    const annotation = [
      { markup: '<p>' },
      { text: 'Du ' },
      { markup: '<b>' },
      { text: 'erhåller' },
      { markup: '</b>' },
      { text: ' svar i en' },
      { markup: '<i>' },
      { text: 'lighet med' },
      { markup: '</i>' },
      { text: ' det.' },
    ]
    const whole = annotation.map(({ text, markup }) => text ?? markup).join('')
    const { matches } = await check({ data: JSON.stringify({ annotation }) })
    const found = Object.fromEntries(
      matches.map(({ offset, length, replacements }: Json) => [
        whole.slice(offset, offset + length),
        replacements.length,
      ]),
    )
    expect(found.erhåller).toBeGreaterThan(0)
    const split = Object.keys(found).filter((text) => text.includes('<'))
    expect(split.length).toBeGreaterThan(0)
    for (const text of split) expect(found[text]).toBe(0)
  })

  it('says nothing about the whole document when it is sent one paragraph', async () => {
    const paragraph = `${'Vi på KLF svarar på dina frågor om bygglov och du får ett svar snart. '.repeat(9)}`.trim()
    const documentRules = ['rubrik-saknas', 'oforklarad-forkortning', 'ingress-saknas', 'kontakt-saknas']
    const whole = ids(await check({ text: `${paragraph}\n\n${paragraph}\n\n${paragraph}` }))
    expect(documentRules.some((id) => whole.includes(id))).toBe(true)
    const one = ids(await check({ text: paragraph }))
    for (const id of documentRules) expect(one).not.toContain(id)
  })

  it('turns rules and categories on and off, and lets others be', async () => {
    const text = 'Du erhåller svar & besked av kommunen.'
    expect(ids(await check({ text }))).toEqual(expect.arrayContaining(['byrakratord', 'et-tecken']))
    expect(ids(await check({ text, disabledRules: 'byrakratord,WHITESPACE_RULE' }))).not.toContain('byrakratord')
    expect(ids(await check({ text, disabledCategories: 'KLARSPRAK_ORD' }))).not.toContain('byrakratord')
    expect(ids(await check({ text, enabledRules: 'et-tecken', enabledOnly: 'true' }))).toEqual(['et-tecken'])
    expect(ids(await check({ text, enabledOnly: 'true' }))).toEqual([])
    expect(ids(await check({ text, level: 'picky' })).length).toBeGreaterThanOrEqual(ids(await check({ text })).length)
  })

  it('says what is missing or wrong', async () => {
    for (const form of [
      { text: 'a' },
      { language: 'sv' },
      { language: 'sv', data: '{' },
      { language: 'sv', data: '[]' },
    ] as Record<string, string>[]) {
      const response = await postForm(`${service.address}/v2/check`, form)
      expect(response.status).toBe(400)
      expectSchema(await jsonOf(response), 'Problem')
    }
  })
})
