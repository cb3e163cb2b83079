import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

const found = (text: string) => lintWith([rule], text, { format: 'markdown', profile: 'webb' }).findings

describe('the explanation in brackets', () => {
  it.each([
    ['Du behöver ett startbesked.', 1],
    ['Du behöver startbesked, och det kostar inget.', 1],
    ['Du måste ha ett startbesked på papper.', 0],
    ['Du lämnar servitutet oförändrat hela tiden.', 0],
  ])('is put in at the end of a clause only: %s', (text, edits) => {
    const [finding] = found(text)
    expect(finding!.suggestions[0]!.edits).toHaveLength(edits)
  })
})

describe('a term in passing', () => {
  it.each([
    'Har du frågor om servitut kan du ringa oss.',
    'Enheten för servitut svarar dig i maj.',
    'Du kan be en vän eller en god man ringa oss.',
    '# Information till byggherrar\n\nDu behöver startbesked.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})
