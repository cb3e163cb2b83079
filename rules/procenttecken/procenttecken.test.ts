import type { Profile } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function offered(text: string, profile: Profile = 'webb'): string[] {
  const { findings } = lintWith([rule], text, { format: 'markdown', profile })
  return findings.flatMap(({ suggestions }) => suggestions.map(({ title }) => title))
}

describe('the word', () => {
  it('is offered beside the space in running text', () => {
    expect(offered('Skatten höjs med 20% i år.')).toEqual(['Skriv ”20\u00a0%”', 'Skriv ”20 procent”'])
  })

  it.each<[string, Profile]>([
    ['Nästan alla svarade (98%).', 'webb'],
    ['Tjänstgöringsgrad: 75%', 'webb'],
    ['Skatten höjs med 20% i år.', 'rapport'],
  ])('is not offered in %s, %s', (text, profile) => {
    expect(offered(text, profile)).toHaveLength(1)
  })
})
