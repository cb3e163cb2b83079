import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

/** The words that can be put in at the only finding. */
function offered(text: string): string[] {
  const { findings } = lintWith([rule], text, { format: 'markdown' })
  expect(findings).toHaveLength(1)
  return findings[0]!.suggestions.flatMap(({ edits }) => edits.map(({ text: put }) => put))
}

describe('prepositions to put in', () => {
  it.each([
    ['Vi informerar angående avgiften.', ['om']],
    ['Vi har frågor avseende bygget.', ['om']],
    ['Vi drar slutsatser som gäller beträffande kostnaden.', []],
    ['Nu kan du söka bidrag till skolor avseende år 2023.', ['för']],
    ['En ansökan avseende fritidshus prövas i maj.', []],
    ['En ansökan avseende bygglov prövas i maj.', ['om']],
    ['Här finns krav och hantering avseende batterier.', []],
    ['Arbetet pågår avseende ventilationen.', []],
  ])('%s → %s', (text, words) => {
    expect(offered(text)).toEqual(words)
  })
})
