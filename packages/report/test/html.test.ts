import { keepFindings, type LintResult, type Review, reviewOf, toLintResult } from '@klarsprak/engine'
import { createLinter } from 'retext-klarsprak'
import { describe, expect, it } from 'vitest'
import { type ReportContext, reporterOf } from '../src/index.ts'

const linter = createLinter()
const page = async (result: LintResult, context: ReportContext) => (await reporterOf('html'))(result, context)

function lint(source: string, path = 'press/skola.md'): { result: LintResult; reviewOf(path: string): Review } {
  const file = linter.lint({ source, filename: path, path })
  return { result: toLintResult([file]), reviewOf: () => reviewOf(file, linter.verdict(file)) }
}

const text = `# Information

Beslutet har fattats av nämnden den 3 maj. Skatten höjs med 2% och kan komma att höjas igen, vilket i sin tur kan medföra att avgifterna för de äldre boende i kommunens särskilda boenden måste höjas väsentligt.
`

describe('the report in HTML', () => {
  it('marks the words and leads from them to the finding and back', async () => {
    const { result, reviewOf } = lint(text)
    const html = await page(result, { reviewOf })
    const at = result.files[0]!.findings.findIndex(({ ruleId }) => ruleId === 'procenttecken')
    expect(at).toBeGreaterThanOrEqual(0)
    expect(html).toMatch(/<span class="mark error">2%<\/span>/)
    expect(html).toContain(`href="#traff-${at + 1}"`)
    expect(html).toContain(`id="traff-${at + 1}"`)
    expect(html).toContain(`href="#plats-${at + 1}"`)
    expect(html).toContain(`id="plats-${at + 1}"`)
  })
  it('shows what a text holds and never runs it', async () => {
    const { result, reviewOf } = lint(
      '# <img src=x onerror=alert(1)>\n\nSkatten höjs med 2%. `<script>alert(1)</script>` "><b>\n',
      '"><script>alert(2)</script>.md',
    )
    const html = await page(result, { reviewOf })
    expect(html).not.toMatch(/<script|<img|<b>/)
    expect(html).toContain('&lt;script&gt;')
  })
  it('asks for nothing from outside', async () => {
    const { result, reviewOf } = lint(text)
    const html = await page(result, { reviewOf })
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).not.toMatch(/<(?:link|script|iframe|img|object|embed)\b|\bsrc=|url\(|@import/)
  })
  it('holds every finding that is kept, and no other', async () => {
    const file = linter.lint({ source: text, filename: 'a.md' })
    const kept = keepFindings(file, ({ ruleId }) => ruleId === 'procenttecken')
    const html = await page(toLintResult([kept]), { reviewOf: () => reviewOf(kept, linter.verdict(kept)) })
    expect(html.match(/<li class="finding/g)).toHaveLength(1)
    expect(html.match(/<sup id=/g)).toHaveLength(1)
  })
  it('takes a text that is no longer at hand', async () => {
    const { result } = lint(text)
    const html = await page(result, {})
    expect(html).not.toContain('class="text"')
    expect(html.match(/<li class="finding/g)).toHaveLength(result.files[0]!.findings.length)
  })
  it('shows the worst of many texts first, and how it went since earlier runs', async () => {
    const files = ['bra.md', 'samst.md', 'mellan.md'].map((path, index) =>
      linter.lint({
        source: `# Skatten\n\n${'Skatten höjs med 2%.\n\n'.repeat([0, 3, 1][index]!)}`,
        path,
        filename: path,
      }),
    )
    const result = toLintResult(files)
    const before = toLintResult([linter.lint({ source: 'Skatten höjs med 2% och 3% och 4%.', path: 'a.md' })])
    const html = await page(result, { earlier: [{ label: 'maj', result: before }] })
    expect(html.indexOf('samst.md')).toBeLessThan(html.indexOf('mellan.md'))
    expect(html.indexOf('mellan.md')).toBeLessThan(html.indexOf('bra.md'))
    expect(html).toContain('Så har det gått')
    expect(html).toContain('maj')
  })
  it('stays small for ten thousand texts', async () => {
    const [file] = lint(text).result.files
    const files = Array.from({ length: 10_000 }, (_, index) => ({ ...file!, path: `mapp-${index % 300}/${index}.md` }))
    const html = await page(toLintResult(files), {})
    expect(html.length).toBeLessThan(1_000_000)
    expect(html).toContain('till med mindre att rätta')
  })
})
