import { describe, expect, it } from 'vitest'
import { plainCases } from '../../scripts/plain-cases.mjs'

const text = 'Åsa bor i ÖREBRO, Éva i Łódź och ß 12 – “ÅÄÖ” SVT:s [x] {2} kl. 9–10 Ωμέγα Жанна (a-b) I/O öppet'

const run = (program: string) => new Function('text', `return ${program}`)(text)

describe('a program whose patterns have both cases written out', () => {
  it.each([
    'text.match(/öppet|SVT|ÖREBRO/giu)',
    'text.match(/[a-zå-ö]+/giu)',
    String.raw`text.match(/[^a-zå-ö\s\d]+/giu)`,
    String.raw`text.match(/(?<![A-Z])(?<word>O[\da-w]?r)(?=E)\b|\bb{1,2}O|\(A-B\)|i\/o/giu)`,
    String.raw`text.match(/[\[\]x{}\-–”]{3}|KL\.? \d[\u2013-]\d+/giu)`,
    String.raw`text.match(/[\p{P}é]v|ωΜ|[ж-я]+|\u00e5sa|\x62OR/giu)`,
  ])('finds the same: %s', (program) => {
    const plain = plainCases(program)
    expect(run(program)).not.toBeNull()
    expect(run(plain)).toEqual(run(program))
    expect(plain).toContain('/gu)')
  })

  it.each([
    String.raw`/(a)\1/iu`,
    String.raw`/(?<n>a)\k<n>/iu`,
    String.raw`/[\u{1f600}a]/iu`,
    String.raw`/[\p{Lu}a]/iu`,
    '/abc/i',
    '/abc/u',
    '"/abc/iu"',
    '1 /abc/iu',
  ])('leaves %s as it is', (program) => {
    expect(plainCases(program)).toBe(program)
  })
})
