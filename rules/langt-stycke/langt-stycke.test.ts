import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

const filler = 'Hamnen har plats för fyrtio båtar, och kajen lagas varje vår av ett företag från grannstaden.'
const long = Array(4).fill(filler).join(' ')

function found(text: string) {
  return lintWith([rule], text, { format: 'markdown', profile: 'webb' }).findings
}

/** Where the advice parts a paragraph of some hundred words in the middle of which this sentence stands. */
function parted(sentence: string): boolean {
  return found(`Du kan hyra en plats. ${long} ${sentence} ${long}`).some(({ related }) => related !== undefined)
}

describe('where a paragraph parts', () => {
  it.each([
    ['Om du vill säga upp din plats ringer du hit.', true],
    ['Om isen ligger kvar väntar alla på våren.', false],
    ['När du vill säga upp din plats ringer du hit.', true],
    ['När isen har smält läggs bryggorna ut.', false],
    ['Slutligen ska alla båtar vara märkta.', true],
  ])('%s: %s', (sentence, parts) => {
    expect(parted(sentence)).toBe(parts)
  })
})

describe('a turn to another time or thing', () => {
  const turned = (times: number) => {
    const half = Array(times).fill(filler).join(' ')
    return found(`Du kan hyra en plats. ${half} Efterhand ökade intresset för segling. ${half}`)
  }

  it('is named in a paragraph that is far too long', () => {
    expect(turned(7)[0]!.suggestions[0]!.title).toMatch(/vid meningen som börjar ”Efterhand ökade/)
  })

  it('makes no paragraph too long', () => {
    expect(turned(4)).toEqual([])
  })
})

describe('paragraphs that are left alone', () => {
  it.each([
    ['a quotation with its source', `’${Array(10).fill(filler).join(' ')}’ (Hamnboken 2019).`],
    ['lines of their own', ['Hej!', long, long].join('\n')],
    [
      'a line for a sentence or a few',
      [filler, `${filler} ${filler}`, filler, Array(3).fill(filler).join(' ')].join('\n'),
    ],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})
