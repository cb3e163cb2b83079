import { describe, expect, it } from 'vitest'
import { median, quantile } from '../src/statistics.ts'
import { makeText } from '../src/text.ts'

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

describe('makeText', () => {
  it('gives as many words as asked for, the same for the same seed', () => {
    const { source } = makeText(5000, 1)
    expect(Math.abs(words(source).length - 5000)).toBeLessThan(500)
    expect(makeText(5000, 1).source).toBe(source)
  })

  it('has ever new words, as real texts do', () => {
    const types = (count: number): number => new Set(words(makeText(count, 2).source)).size
    expect(types(20_000)).toBeGreaterThan(3500)
    expect(types(100_000) / types(20_000)).toBeGreaterThan(2)
  })

  it('shares hardly a paragraph between seeds', () => {
    const one = new Set(makeText(20_000, 3).source.split('\n\n'))
    const other = makeText(20_000, 4).source.split('\n\n')
    expect(other.filter((paragraph) => one.has(paragraph)).length / other.length).toBeLessThan(0.05)
  })

  it('writes headings and links as the format has them, and leaves no marker of a fixture', () => {
    expect(makeText(2000, 5, 'markdown').source).toMatch(/^# .*\n[\s\S]*\]\(https:/)
    expect(makeText(2000, 5, 'html').source).toMatch(/<main>\n<h1>[\s\S]*<a href=[\s\S]*<\/main>/)
    expect(makeText(20_000, 5).source).not.toMatch(/\{\{|\}\}/)
  })
})

describe('quantile', () => {
  it('divides values by their order', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5)
    expect(median([])).toBeNaN()
  })
})
