import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function advice(text: string): string {
  return lintWith([rule], text, { format: 'markdown' }).findings[0]!.suggestions[0]!.title
}

describe('the advice', () => {
  it.each([
    [
      '- Bilagor (kartan över hamnen, ritningen av den nya bryggan, budgeten för året och protokollet från mötet)',
      'Skriv kolon i stället för parentes, eller gör en egen punkt av varje sak',
    ],
    [
      '- Kartan (den som kommunens mätare gjorde åt hamnen i samband med arbetet på bryggan)',
      'Gör en egen mening av det som står inom parentes',
    ],
    [
      '- Kartan (den stora över hela hamnen och staden med bryggan på den norra sidan längst ut)',
      'Skriv kolon i stället för parentes, eller gör en egen punkt av det som står inom den',
    ],
    [
      'Du får låna en båt (en eka, en kanot, en kajak eller någon av de gula flottarna vid den norra bryggan).',
      'Gör en punktlista eller en egen mening av det som räknas upp inom parentes',
    ],
    [
      'Båten måste vara säker (att den är hel, att den har västar ombord samt att årorna inte är spruckna).',
      'Gör en punktlista eller en egen mening av det som räknas upp inom parentes',
    ],
    [
      'Du får låna en båt (vi stänger båthuset när det blåser och öppnar igen när vinden har lagt sig).',
      'Gör en egen mening av det som står inom parentes',
    ],
  ])('fits %s', (text, title) => {
    expect(advice(text)).toBe(title)
  })
})
