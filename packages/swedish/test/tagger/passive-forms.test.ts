import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/index.ts'
import { readMarked } from './marked.ts'

/** Marked words of a file, with whether the tagger calls each a passive verb. */
function marked(name: string): { word: string; passive: boolean; text: string }[] {
  return readMarked(name).flatMap(({ text, spans }) => {
    const { words } = analyse(text)
    return spans.map(([start, end]) => {
      const inside = words.filter((word) => word.start < end && word.end > start)
      const passive = inside.some(({ upos, morph }) => upos === 'VERB' && morph.Voice === 'Pass')
      return { word: text.slice(start, end), passive, text }
    })
  })
}

describe('passives of today', () => {
  const words = marked('modern-passives.txt')

  it('are recognised by ending and context, in at least 99 of 100', () => {
    expect(words.length).toBeGreaterThanOrEqual(200)
    const missed = words.filter(({ passive }) => !passive).map(({ text }) => text)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(words.length * 0.01)
  })
})

describe('words that only look like passives', () => {
  const words = marked('false-friends.txt')

  it('are left alone, in at least 98 of 100', () => {
    expect(words.length).toBeGreaterThanOrEqual(100)
    const wrong = words.filter(({ passive }) => passive).map(({ text, word }) => `${word}: ${text}`)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(words.length * 0.02)
  })

  it.each('adidas ateljéplats dess kommunens gratis förstås alls dels hus plats kurs pris'.split(' '))('%s', (word) => {
    const own = words.filter((other) => other.word.toLowerCase() === word)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ passive }) => passive)).toEqual([])
  })
})
