import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum, ModelError, readModel, writeModel } from '../../src/model/file.ts'

const sections = new Map([
  ['tagger', Uint8Array.from([1, 2, 3, 250])],
  ['lemma', new Uint8Array(1000).fill(7)],
])
const file = writeModel(sections)

function codeOf(bytes: Uint8Array): string {
  try {
    readModel(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(ModelError)
    expect((error as Error).message).toMatch(/^Språkmodellen går inte att läsa: .*\.$/)
    return (error as ModelError).code
  }
  return 'none'
}

describe('model file', () => {
  it('gives back what was written', () => {
    const model = readModel(file)
    expect(model.names).toEqual(['tagger', 'lemma'])
    for (const [name, bytes] of sections) expect([...model.section(name)]).toEqual([...bytes])
  })

  it('sums every byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.nat(39),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, by) => {
          const other = bytes.slice()
          other[at % bytes.length]! ^= by
          expect(checksum(other)).not.toBe(checksum(bytes))
        },
      ),
    )
    expect(checksum(new Uint8Array(3))).not.toBe(checksum(new Uint8Array(4)))
  })

  it('refuses a file with any one bit changed', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(7), (at, bit) => {
        const bad = file.slice()
        bad[at]! ^= 1 << bit
        expect(codeOf(bad)).toBe(at < 8 ? 'foreign' : at < 10 ? 'version' : 'damaged')
      }),
    )
  })

  it('refuses a file cut short or with more at its end', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(codeOf(file.slice(0, length))).toBe(length < 8 ? 'foreign' : 'damaged')
      }),
    )
    const long = new Uint8Array(file.length + 1)
    long.set(file)
    expect(codeOf(long)).toBe('damaged')
  })

  it('refuses files of other kinds', () => {
    expect(codeOf(new TextEncoder().encode('%PDF-1.7\n1 0 obj'))).toBe('foreign')
    expect(codeOf(new Uint8Array(0))).toBe('foreign')
    expect(codeOf(new Uint8Array(5_000_000))).toBe('foreign')
  })

  it('says which format it cannot read', () => {
    const newer = file.slice()
    newer[8] = 9
    expect(() => readModel(newer)).toThrow('filen har format 9, men programmet läser format 2')
  })

  it('names the section that is missing', () => {
    expect(() => readModel(file).section('parser')).toThrow('delen ”parser” saknas')
  })
})
