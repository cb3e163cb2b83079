import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/index.ts'

const SENTENCE = 'Kommunen beslutade kl. 10.30 om bl.a. avgifter (5 kap. 3 §), enligt ”planen”. '

/** Milliseconds of processor time of the fastest of three runs: other work on the machine touches it little. */
function time(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const began = process.cpuUsage()
    tokenise(text)
    const { user, system } = process.cpuUsage(began)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

describe('input that would make a careless reader slow', () => {
  it.each<[string, string]>([
    ['running text', SENTENCE],
    ['one word without end', 'abcdefghij'],
    ['one number without end', '1234567890'],
    ['capitals', 'KOMMUNEN '],
    ['groups of digits', '123 '],
    ['initials', 'A. '],
    ['single letters and full stops', 'a.b.'],
    ['almost addresses', 'a.b@'],
    ['slashes and letters', 'a/b:'],
    ['open brackets', '(a. '],
    ['open quotes', '”A. '],
    ['brackets alone', '('],
    ['quotes alone', '” '],
    ['full stops', '. '],
    ['ellipses', '.'],
    ['hyphens', '-'],
    ['colons', 'A: B '],
    ['line breaks', 'Rad\n'],
    ['lines without end', 'Rad '],
    ['white space', ' \n \t'],
    ['control characters', '\u0000\u0001'],
    ['marks that combine', 'a\u030A\u0301'],
    ['joiners', '\u200D'],
    ['emoji', '👩‍👧'],
    ['half characters', '\uD83D'],
    ['tags', '\u{E0061}'],
    ['schemes', 'http://'],
  ])('%s: time grows with the length', (_, piece) => {
    const small = piece.repeat(Math.ceil(20_000 / piece.length))
    const large = piece.repeat(Math.ceil(200_000 / piece.length))
    time(small)
    // What grows with the square of the length takes a hundred times as long, however often it is measured.
    let ratio = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 4 && ratio >= 40; attempt++) ratio = time(large) / Math.max(time(small), 0.5)
    expect(ratio).toBeLessThan(40)
  })

  it('reads a million words', () => {
    const text = SENTENCE.repeat(90_000)
    const began = performance.now()
    const tokens = tokenise(text)
    expect(tokens.sentenceCount).toBe(90_000)
    expect(performance.now() - began).toBeLessThan(30_000)
  })

  it.each(['', ' ', '\n\n\n', '\u0000'])('reads %j', (text) => {
    expect(tokenise(text).sentenceCount).toBe(text.trim() === '' ? 0 : 1)
  })
})
