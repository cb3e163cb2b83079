import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

it('counts questions in a row as one, with or without a preposition', () => {
  const text =
    'Om du har lånat en båt kan du få hjälp med att skriva en lista över det som saknas, till exempel hur mycket det är, till vilka föreningar båten hör och vilka priser som gäller för den.'
  expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
})

it.each([
  'Vi kan säga att detsamma som gäller för den nya hamnen i norr också gäller för den gamla kajen vid torget, om det behövs, så att alla båtar får plats.',
  'Vi kan säga att samma regler som vi har för den nya hamnen i norr också gäller för den gamla kajen vid torget, om det går, så att alla båtar får plats.',
])('counts no clause that is read as a word or two: %s', (text) => {
  expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
  const counted = text.replace(/detsamma|samma regler/, 'de regler').replace(/om det (?:behövs|går)/, 'om vi vet det')
  expect(
    lintWith([rule], counted, { format: 'markdown', options: { [rule.meta.id]: { max: 2 } } }).findings,
  ).toHaveLength(1)
})
