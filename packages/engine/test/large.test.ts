import { readDocument } from '@klarsprak/documents'
import { expect, it } from 'vitest'
import { createEngine } from '../src/engine.ts'
import { settleOverlaps } from '../src/overlap.ts'
import type { AnyRule } from '../src/types.ts'
import { heavyWord, stubRules } from './stub-rules.ts'

// Sizes at which anything that grows with the square of the text would take minutes, not seconds.
const engine = createEngine({ rules: stubRules })

it('lints one paragraph of 60 000 words with 20 000 findings', () => {
  const source = 'Du ska ej. '.repeat(20_000)
  expect(engine.lint({ source, format: 'text', profile: 'webb' }).findings).toHaveLength(20_000 + 1)
})

it('lints one sentence of 30 000 words', () => {
  const source = `Rubrik\n\n${'vi ska ej '.repeat(10_000)}hem.`
  const { findings } = engine.lint({ source, format: 'text', profile: 'webb' })
  expect(findings.filter(({ ruleId }) => ruleId === 'tungt-ord')).toHaveLength(10_000)
})

it('settles 20 000 findings that all overlap', () => {
  const findings = Array.from({ length: 20_000 }, (_, index) => ({
    meta: heavyWord.meta,
    order: 0,
    start: index,
    end: index + 20_000,
    severity: 'warning' as const,
    message: 'x',
  }))
  expect(settleOverlaps(findings)).toHaveLength(1)
})

it('follows 3 000 suppressions', () => {
  const source = '<!-- klarsprak-ignore tungt-ord: prov -->\n\nEj så.\n\nEj så.\n\n'.repeat(3000)
  const { findings } = engine.lint({ source, format: 'markdown', only: ['tungt-ord', 'onodigt-undantag'] })
  expect(findings).toHaveLength(3000)
})

it('relints a text of 20 000 words after a keystroke without running what did not change', () => {
  let words = 0
  const counting: AnyRule = {
    meta: { ...heavyWord.meta, id: 'raknare' },
    block: { word: { NOUN: () => void words++, VERB: () => void words++ } },
  }
  const session = createEngine({ rules: [counting] }).openSession({ filename: 'a.txt' })
  const paragraphs = Array.from(
    { length: 400 },
    (_, index) => `Rad ${index}. ${'Kommunen bygger en ny skola här. '.repeat(8)}`,
  )
  const read = () => readDocument(paragraphs.join('\n\n'), { format: 'text' })
  session.update(read())
  const all = words
  for (let edit = 0; edit < 20; edit++) {
    paragraphs[edit * 17] += 'x'
    session.update(read())
  }
  expect(words - all).toBeLessThan(all / 10)
})
