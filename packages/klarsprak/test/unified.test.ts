import { ConfigError } from '@klarsprak/engine'
import type { Root } from 'nlcst'
import retextSwedish from 'retext-swedish'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import retextKlarsprak, { type Config, createLinter } from '../src/index.ts'

function messages(value: string, config?: Config, path?: string) {
  const file = new VFile(path === undefined ? { value } : { value, path })
  const processor = unified().use(retextSwedish).use(retextKlarsprak, config)
  processor.runSync(processor.parse(file), file)
  return file.messages
}

describe('retextKlarsprak', () => {
  it('gives messages with rule, place, level, replacements and reason', () => {
    const [message] = messages('Avgiften\n\nRabatten är 5% av avgiften.', {
      profile: 'webb',
      rules: { procenttecken: 'error' },
    })
    expect(message).toMatchObject({
      ruleId: 'procenttecken',
      source: 'klarsprak',
      fatal: true,
      actual: '5%',
      expected: ['5\u00a0%'],
      place: { start: { line: 3, column: 13, offset: 22 }, end: { line: 3, column: 15, offset: 24 } },
      url: expect.stringContaining('procenttecken'),
    })
    expect(message!.note).toMatch(/\.\n- /)
  })

  it('tells errors, warnings and suggestions apart', () => {
    const fatal = (level: 'error' | 'warning' | 'suggestion') =>
      messages('Avgiften\n\nRabatten är 5% nu.', { rules: { procenttecken: level } })[0]!.fatal
    expect([fatal('error'), fatal('warning'), fatal('suggestion')]).toEqual([true, false, undefined])
  })

  it('says what the linter says', () => {
    const source = 'Avgiften\n\nNämnden har erhållit ansökan. Rabatten är 5% av IVO:s avgift.'
    const found = createLinter().lint({ source, format: 'text', config: {} }).findings
    expect(messages(source).map(({ ruleId, reason }) => [ruleId, reason])).toEqual(
      found.map(({ ruleId, message }) => [ruleId, message]),
    )
    expect(found.length).toBeGreaterThan(1)
  })

  it('reads a Markdown file as Markdown', () => {
    const source = '# Så räknar du ut avgiften\n\nRabatten är `5%`, alltså 6%.\n'
    expect(messages(source, {}, 'avgift.md').map(({ actual }) => actual)).toEqual(['6%'])
  })

  it('lints a tree that another format was turned into, at its own places', () => {
    const source = '<p>Rabatten är <b>5</b>% nu.</p>'
    const piece = (value: string) => {
      const offset = source.indexOf(value)
      const at = (column: number) => ({ line: 1, column: column + 1, offset: column })
      return { type: 'TextNode' as const, value, position: { start: at(offset), end: at(offset + value.length) } }
    }
    const leaves = ['Rabatten är ', '5', '% nu.'].map(piece)
    const tree = {
      type: 'RootNode' as const,
      children: [{ type: 'ParagraphNode' as const, children: [{ type: 'SentenceNode' as const, children: leaves }] }],
    }
    const file = new VFile(source)
    unified()
      .use(retextKlarsprak)
      .runSync(tree as unknown as Root, file)
    const percent = file.messages.find(({ ruleId }) => ruleId === 'procenttecken')
    expect(percent).toMatchObject({
      actual: '5%',
      place: { start: { offset: 18 }, end: { offset: 24 } },
      expected: ['5\u00a0</b>%'],
    })
  })

  it('refuses settings that cannot be used', () => {
    // @ts-expect-error: callers without types exist.
    expect(() => messages('Hej.', { rulse: {} })).toThrow(ConfigError)
  })
})
