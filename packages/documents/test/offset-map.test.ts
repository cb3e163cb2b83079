import { describe, expect, it } from 'vitest'
import { OffsetMap } from '../src/index.ts'

describe('an offset map', () => {
  // `A &amp; **B**C`, which reads `A & BC`.
  const map = new OffsetMap([
    [0, 10, 2, 2],
    [2, 12, 5, 1],
    [3, 17, 1, 1],
    [4, 20, 1, 1],
    [5, 23, 1, 1],
  ])
  it('leads to where characters begin and end', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => map.start(offset))).toEqual([10, 11, 12, 17, 20, 23, 24])
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => map.end(offset))).toEqual([10, 11, 12, 17, 18, 21, 24])
  })
  it('gives ranges, and keeps empty ones empty', () => {
    expect(map.range(2, 3)).toEqual({ start: 12, end: 17 })
    expect(map.range(4, 6)).toEqual({ start: 20, end: 24 })
    expect(map.range(4, 4)).toEqual({ start: 20, end: 20 })
  })
  it('tells where the source holds nothing but the text', () => {
    expect(map.isContiguous(0, 4)).toBe(true)
    expect(map.isContiguous(3, 5)).toBe(false)
    expect(map.isContiguous(4, 6)).toBe(false)
    expect(map.isContiguous(5, 5)).toBe(true)
  })
  it('moves as a whole', () => {
    const moved = map.shifted(100)
    expect([moved.range(2, 3), moved.isContiguous(3, 5)]).toEqual([{ start: 112, end: 117 }, false])
    expect(moved.shifted(-100).range(0, 6)).toEqual(map.range(0, 6))
    expect(map.shifted(0)).toBe(map)
  })
  it('leads nowhere but to its place without text', () => {
    expect(OffsetMap.identity(7, 0).range(0, 0)).toEqual({ start: 7, end: 7 })
    expect(new OffsetMap([]).range(0, 3)).toEqual({ start: 0, end: 0 })
  })
})
