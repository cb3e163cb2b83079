import { describe, expect, it } from 'vitest'
import { judge, type Measure, type Snapshot } from '../src/measures.ts'

const empty: Snapshot = { values: {}, knownShortfalls: {} }
const speed: Measure = {
  id: 'speed',
  what: 'times as fast',
  value: 1.5,
  unit: '×',
  budget: { must: 2, aim: 3, better: 'higher' },
}
const size: Measure = { id: 'size', what: 'size', value: 120, unit: 'bytes', tolerance: 0.1 }

describe('judge', () => {
  it('fails a budget that is not met', () => {
    expect(judge([speed], empty)).toMatchObject([{ id: 'speed', ok: false }])
    expect(judge([{ ...speed, value: 2 }], empty)).toMatchObject([{ ok: true, loud: false }])
  })

  it('tells of a known shortfall aloud, and fails where it has grown', () => {
    const known = { ...empty, knownShortfalls: { speed: { figure: 1.4, why: 'slow still' } } }
    expect(judge([speed], known)).toMatchObject([{ ok: true, loud: true }])
    expect(judge([{ ...speed, value: 1.3 }], known)).toMatchObject([{ ok: false }])
  })

  it('fails a figure that is worse than the snapshot by more than the tolerance, in its own direction', () => {
    const sized = (before: number) => judge([size], { ...empty, values: { size: before } })
    expect(sized(100)).toMatchObject([{ ok: false }])
    expect(sized(110)).toMatchObject([{ ok: true }])
    const faster = { ...speed, value: 2.5, tolerance: 0.1 }
    expect(judge([faster], { ...empty, values: { speed: 3 } })).toMatchObject([{ ok: true }, { ok: false }])
  })

  it('fails what the snapshot has and nobody measures, and what is measured without a snapshot', () => {
    expect(judge([], { ...empty, values: { gone: 1 } })).toMatchObject([{ id: 'gone', ok: false }])
    expect(judge([size], empty)).toMatchObject([{ id: 'size', ok: false }])
  })
})
