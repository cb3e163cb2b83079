// Types into a document, one key at a time, and lints it after each: `keystrokes.js '{"format": …}'`. Prints JSON.
import { readDocument, updateDocument } from '@klarsprak/documents'
import { ParseLatin } from 'parse-latin'
import { createLinter } from 'retext-klarsprak'
import type { KeystrokeJob, KeystrokeTimes } from '../keystrokes.ts'
import { Random } from '../random.ts'
import { makeText } from '../text.ts'

const { format, words, keys }: KeystrokeJob = JSON.parse(process.argv[2] ?? '')
const random = new Random(5)
const linter = createLinter()
// Warm on another text, as a server is that somebody has written with for a while.
type(makeText(2000, 11, format).source, 40)
const times = type(makeText(words, 12, format).source, keys)
// How fast this machine is just now, by a parser that everybody has.
const parses = Array.from({ length: 9 }, (_, seed) => {
  const { source } = makeText(20_000, 200 + seed)
  return timed(() => new ParseLatin().parse(source))
})
const result: KeystrokeTimes = { times, parses: parses.slice(4) }
process.stdout.write(JSON.stringify(result))

/** Milliseconds of each key: the document read again, and all findings with their places. */
function type(text: string, count: number): number[] {
  const session = linter.openSession({ profile: 'webb' })
  let source = text
  let document = readDocument(source, { format })
  session.update(document)
  const spent: number[] = []
  let at = place()
  for (let key = 0; key < count; key++) {
    // Somebody writes a word in one place, then goes on to another.
    if (key % 8 === 0) at = place()
    const letter = key % 8 === 0 ? ' ' : 'abdefgilmnorstuvå'[random.below(17)]!
    source = source.slice(0, at) + letter + source.slice(at)
    at++
    spent.push(
      timed(() => {
        document = updateDocument(document, source, { start: at - 1, oldEnd: at - 1, newEnd: at })
        return session.update(document).findings.length
      }),
    )
  }
  return spent

  /** The end of some word in a paragraph. */
  function place(): number {
    for (;;) {
      const index = source.indexOf(' ', random.below(source.length))
      if (index > 0 && /\p{Ll}/u.test(source[index - 1]!)) return index
    }
  }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
