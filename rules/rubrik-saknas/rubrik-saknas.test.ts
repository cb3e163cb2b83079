import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

const sentence = 'Hamnen har plats för fyrtio båtar, och kajen lagas varje vår.'

it.each([
  [10, undefined],
  [12, 'suggestion'],
  [14, 'warning'],
])('%i sentences of eleven words without a heading: %s', (times, severity) => {
  const text = Array(times).fill(sentence).join(' ')
  expect(lintWith([rule], text, { format: 'markdown' }).findings[0]?.severity).toBe(severity)
})
