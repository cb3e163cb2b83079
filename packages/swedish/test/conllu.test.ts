import { describe, expect, it } from 'vitest'
import { analyse, toConllu } from '../src/index.ts'

const columns = (block: string, ...numbers: number[]) =>
  block
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => numbers.map((number) => line.split('\t')[number]).join(' '))

describe('toConllu', () => {
  const text = 'Nämnden beslutar.\nDet gäller t ex lov.\n\nRubrik'
  const blocks = [...toConllu([{ analysis: analyse(text), sourceOffset: (offset) => offset + 100 }])]

  it('numbers sentences and marks paragraphs', () => {
    expect(blocks.map((block) => block.split('\n').filter((line) => line.startsWith('#')))).toEqual([
      ['# newpar', '# sent_id = 1', '# text = Nämnden beslutar.'],
      ['# sent_id = 2', '# text = Det gäller t ex lov.'],
      ['# newpar', '# sent_id = 3', '# text = Rubrik'],
    ])
  })

  it('has ten columns, forms, and places in the source', () => {
    for (const block of blocks) {
      expect(block.endsWith('\n\n')).toBe(true)
      for (const line of block.trim().split('\n')) if (!line.startsWith('#')) expect(line.split('\t')).toHaveLength(10)
    }
    expect(columns(blocks[0]!, 0, 1, 9)).toEqual([
      '1 Nämnden TokenRange=100:107',
      '2 beslutar SpaceAfter=No|TokenRange=108:116',
      '3 . TokenRange=116:117',
    ])
    expect(columns(blocks[1]!, 1)[2]).toBe('t ex')
  })

  it('writes a wrapped sentence on one line', () => {
    const [block] = toConllu([{ analysis: analyse('Nämnden har i dag fattat ett beslut om\r\nen ny plan.') }])
    expect(block).toContain('# text = Nämnden har i dag fattat ett beslut om en ny plan.')
  })

  it('writes heads and relations where they are given', () => {
    const syntax = () => ({
      head: (i: number) => i - 1,
      relation: (i: number) => (i === 0 ? 'root' : 'dep'),
      confidence: () => 1,
    })
    const [block] = toConllu([{ analysis: analyse('Nämnden beslutar.'), syntax }])
    expect(columns(block!, 6, 7)).toEqual(['0 root', '1 dep', '2 dep'])
    expect(columns(blocks[0]!, 6, 7)[0]).toBe('_ _')
  })

  it('begins a paragraph with each block', () => {
    const both = [...toConllu([{ analysis: analyse('Ett.') }, { analysis: analyse('Två.') }])]
    expect(both.every((block) => block.startsWith('# newpar'))).toBe(true)
    expect(both[1]).toContain('# sent_id = 2')
  })
})
