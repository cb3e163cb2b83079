import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

/** The words that can be put in at the only finding. */
function offered(text: string): string[] {
  const { findings } = lintWith([rule], text, { format: 'markdown' })
  expect(findings).toHaveLength(1)
  return findings[0]!.suggestions.flatMap(({ edits }) => edits.map(({ text: put }) => put))
}

describe('words to put in', () => {
  it.each([
    ['Alla medlemmar ska medtas i listan.', ['tas med']],
    ['Du inkom med en ansökan i maj.', ['lämnade in', 'skickade in']],
    ['Vänligen inkom med ett läkarintyg.', ['lämna in', 'skicka in']],
    ['Handlingarna inkom i maj.', ['kom in']],
    ['Du behöver inte ansöka, pengarna utbetalas automatiskt.', ['betalas ut']],
    ['Området har utpekats vara viktigt.', []],
    ['Boken utges i maj.', ['ges ut']],
    ['Du bör uppsöka en läkare i dag.', ['gå till']],
    ['Tavlan utställs i rådhuset.', ['ställs ut', 'skrivs']],
    ['Eleven fråntogs sin plats.', []],
    ['Nämnden pålägger dig en avgift.', []],
    ['Laget upptar halva planen.', []],
    ['Vi har insamlat kläder.', ['samlat in']],
    ['När du har fått brevet har vi avstängt vattnet.', ['stängt av']],
    ['I dag inlämnar vi inte något.', ['lämnar', ' in']],
  ])('%s → %s', (text, words) => {
    expect(offered(text)).toEqual(words)
  })

  it.each([
    'Hunden kan tillfoga barnet skada.',
    'Mötet tilldrog sig stort intresse.',
    'Eleverna ska inhämta kunskaper om skogen.',
    'Vi vill tillägga att badet är öppet.',
    'Äktenskapet kan upplösas.',
    'Du bör uppsöka vård i dag.',
    'Här finns utsorterat och utvalt bygg- och trävirke.',
    'Vi har ett upplagt och inlämnat förslag.',
    'Läkaren utskriver patienten.',
    'Har du fått ditt vatten avstängt betalar du en avgift.',
  ])('leaves %s', (text) => {
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
  })
})
