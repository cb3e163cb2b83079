import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

it('counts questions in a row as one, with or without a preposition', () => {
  const text =
    'Om du har lånat en båt kan du få hjälp med att skriva en lista över det som saknas, till exempel hur mycket det är, till vilka föreningar båten hör och vilka priser som gäller för den.'
  expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
})
