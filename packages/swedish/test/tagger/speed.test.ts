import { readFileSync } from 'node:fs'
import { ParseLatin } from 'parse-latin'
import { describe, expect, it } from 'vitest'
import { readModel } from '../../src/model/file.ts'
import { modelName } from '../../src/model/load.ts'
import { createTagger } from '../../src/tagger/tagger.ts'
import { tokenise } from '../../src/tokens.ts'
import { readMarked } from './marked.ts'

const model = readModel(readFileSync(new URL(`../../model/${modelName}`, import.meta.url)))
const sentences = [...readMarked('modern-passives.txt'), ...readMarked('false-friends.txt')].map(({ text }) => text)

const runs = 12

/** Least processor time of several runs, in milliseconds, so that other work on the machine does not count. */
function shortest(run: () => void): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const began = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    }),
  )
}

describe('speed', () => {
  it('gives sentences and tags, no word seen before, in at most four times the time of parse-latin', () => {
    const text = sentences.join(' ').repeat(8)
    const latin = new ParseLatin()
    const taggers = Array.from({ length: runs }, () => createTagger(model))
    const own = shortest(() => {
      taggers.pop()!.tag(tokenise(text))
    })
    const theirs = shortest(() => {
      latin.parse(text)
    })
    expect(own).toBeLessThan(theirs * 4)
  })

  it('takes time linear in the length of the text', () => {
    const tagger = createTagger(model)
    const time = (times: number) => {
      const tokens = tokenise(sentences.join(' ').repeat(times))
      return shortest(() => {
        tagger.tag(tokens)
      })
    }
    time(4)
    expect(time(32)).toBeLessThan(time(4) * 8 * 2.5)
  })
})
