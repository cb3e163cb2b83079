import { describe, expect, it } from 'vitest'
import { compare, createEngine } from '../src/index.ts'
import { heavyWord, longSentence } from './stub-rules.ts'

const engine = createEngine({ rules: [heavyWord, longSentence] })
const lint = (source: string) => engine.lint({ source, format: 'text' })

describe('compare', () => {
  it('tells what went, what came and what stayed', () => {
    const before = lint('Vi kan ej svara.\n\nDu erhåller svar.\n\nSvara ej nu.')
    const after = lint('Vi kan inte svara.\n\nDu erhåller svar.\n\nVi ringer i syfte att svara.\n\nSvara ej nu.')
    const { gone, added, kept, rules } = compare(before, after)
    expect(gone.map(({ text }) => text)).toEqual(['ej'])
    expect(added.map(({ text }) => text)).toEqual(['i syfte att'])
    expect(kept.map(({ text }) => text)).toEqual(['erhåller', 'ej'])
    expect(rules).toEqual([])
  })

  it('counts by rule, the greatest change first', () => {
    const before = lint('Vi kan ej, och ska ej, och vill ej svara dig i dag eller i morgon.')
    const after = lint('Vi kan inte svara.')
    expect(compare(before, after).rules).toEqual([
      { ruleId: 'tungt-ord', before: 3, after: 0 },
      { ruleId: 'lang-sats', before: 1, after: 0 },
    ])
  })

  it('of a text with itself changes nothing', () => {
    const text = lint('Vi kan ej svara. Du får ett brev.')
    const { gone, added, before, after, difficulty } = compare(text, lint('Vi kan ej svara. Du får ett brev.'))
    expect([gone, added]).toEqual([[], []])
    expect(after).toEqual(before)
    expect(difficulty.after).toBe(difficulty.before)
  })

  it('takes empty texts', () => {
    expect(compare(lint(''), lint('')).difficulty).toEqual({ before: 0, after: 0 })
  })
})
