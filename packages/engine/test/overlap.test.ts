import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contender, overlaps, settleOverlaps } from '../src/overlap.ts'
import type { RuleMeta, Severity } from '../src/types.ts'

type Extent = RuleMeta['extent']

function meta(id: string, extent: Extent, yieldsTo: string[] = []): RuleMeta {
  return { id, extent, yieldsTo } as unknown as RuleMeta
}

const rules: RuleMeta[] = [
  meta('a', 'word'),
  meta('b', 'word', ['c']),
  meta('c', 'phrase'),
  meta('d', 'sentence', ['e']),
  meta('e', 'sentence'),
  meta('f', 'block'),
  meta('g', 'word', ['h']),
  meta('h', 'word', ['g']),
]

function finding(id: string, start: number, end: number, severity: Severity = 'suggestion'): Contender {
  const order = rules.findIndex((rule) => rule.id === id)
  return { meta: rules[order]!, order, start, end, severity, message: id }
}

const ids = (findings: Contender[]) => findings.map(({ meta: { id } }) => id).join('')

describe('settleOverlaps', () => {
  it('lets the heavier of two word findings stay', () => {
    expect(ids(settleOverlaps([finding('a', 0, 5), finding('c', 3, 9, 'warning')]))).toBe('c')
    expect(ids(settleOverlaps([finding('a', 0, 5, 'error'), finding('c', 3, 9, 'warning')]))).toBe('a')
  })

  it('lets the longer stay where they weigh the same, and then the earlier rule', () => {
    expect(ids(settleOverlaps([finding('a', 0, 5), finding('c', 0, 9)]))).toBe('c')
    expect(ids(settleOverlaps([finding('c', 0, 5), finding('a', 3, 8)]))).toBe('a')
  })

  it('keeps findings that only touch', () => {
    expect(ids(settleOverlaps([finding('a', 0, 5), finding('c', 5, 9)]))).toBe('ac')
  })

  it('lets a rule yield whatever the levels', () => {
    expect(ids(settleOverlaps([finding('b', 0, 9, 'error'), finding('c', 3, 5)]))).toBe('c')
  })

  it('keeps larger findings beside words, save where they yield', () => {
    expect(ids(settleOverlaps([finding('f', 0, 50), finding('e', 0, 20), finding('a', 3, 5)]))).toBe('efa')
    expect(ids(settleOverlaps([finding('d', 0, 20, 'error'), finding('e', 0, 20)]))).toBe('e')
  })

  it('says one thing of one place once', () => {
    expect(settleOverlaps([finding('e', 0, 5), finding('e', 0, 5)])).toHaveLength(1)
    expect(settleOverlaps([finding('e', 0, 5), { ...finding('e', 0, 5), message: 'x' }])).toHaveLength(2)
  })

  const contender = fc
    .record({
      rule: fc.integer({ min: 0, max: rules.length - 1 }),
      start: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 0, max: 8 }),
      severity: fc.constantFrom<Severity>('suggestion', 'warning', 'error'),
    })
    .map(({ rule, start, length, severity }) => finding(rules[rule]!.id, start, start + length, severity))

  it('does not hang on the order of the findings, and settles once and for all', () => {
    fc.assert(
      fc.property(fc.array(contender, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (findings, keys) => {
        const settled = settleOverlaps(findings)
        const shuffled = findings
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ one }) => one)
        expect(settleOverlaps(shuffled)).toEqual(settled)
        expect(settleOverlaps(settled)).toEqual(settled)
      }),
    )
  })

  it('leaves no two word findings on the same words, and drops none that nothing overlaps', () => {
    fc.assert(
      fc.property(fc.array(contender, { maxLength: 25 }), (findings) => {
        const settled = settleOverlaps(findings)
        const local = settled.filter(({ meta: { extent } }) => extent === 'word' || extent === 'phrase')
        for (const [index, one] of local.entries())
          for (const other of local.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
        for (const one of findings)
          if (!findings.some((other) => other !== one && (overlaps(one, other) || other.start === one.start)))
            expect(settled).toContainEqual(one)
      }),
    )
  })
})
