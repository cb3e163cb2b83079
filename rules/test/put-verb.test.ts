import { analyse } from 'retext-swedish'
import { describe, expect, it } from 'vitest'
import { putVerb } from '../src/rewrite/put-verb.ts'

describe('a verb of several words', () => {
  it.each([
    ['Nu mottar vi inte paket.', 'mottar', 'tar emot', 'Nu tar vi inte emot paket.'],
    ['Mottar ni även kontanter?', 'Mottar', 'tar emot', 'Tar ni även emot kontanter?'],
    ['Varje dag mottar receptionen paket.', 'mottar', 'tar emot', 'Varje dag tar receptionen emot paket.'],
    ['Receptionen mottar alltid paket.', 'mottar', 'tar emot', 'Receptionen tar alltid emot paket.'],
    [
      'Om receptionen inte mottar paket går vi hem.',
      'mottar',
      'tar emot',
      'Om receptionen inte tar emot paket går vi hem.',
    ],
    ['Den som mottar paketet skriver sitt namn.', 'mottar', 'tar emot', 'Den som tar emot paketet skriver sitt namn.'],
    ['Vi öppnar och mottar paket.', 'mottar', 'tar emot', 'Vi öppnar och tar emot paket.'],
    [
      'Den vars paket mottagits först får svar.',
      'mottagits',
      'tagits emot',
      'Den vars paket tagits emot först får svar.',
    ],
    ['I maj mottar receptionen i Hällefors paket.', 'mottar', 'tar emot', undefined],
  ])('%s', (text, form, replacement, expected) => {
    const verb = analyse(text).words.find((word) => word.form === form)!
    const edits = putVerb(verb, replacement)
    const result = edits?.reduceRight(
      (all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end),
      text,
    )
    expect(result).toBe(expected)
  })
})
