import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readModel } from '../../src/model/file.ts'
import { modelName } from '../../src/model/load.ts'
import { createTagger } from '../../src/tagger/tagger.ts'

const url = new URL(`../../model/${modelName}`, import.meta.url)

describe('the model file', () => {
  it('is at most 4 MB and has its licence and its description beside it', () => {
    expect(statSync(url).size).toBeLessThanOrEqual(4_000_000)
    expect(readFileSync(new URL('LICENSE', url), 'utf8')).toContain('Attribution-ShareAlike 4.0 International')
    const readme = readFileSync(new URL('README.md', url), 'utf8')
    expect(readme).toContain('CC BY-SA 4.0')
    expect(readme).toMatch(/\| UPOS \| 9\d\.\d\d \|/)
  })

  it('is refused when a byte has changed or its end is missing', () => {
    const bytes = readFileSync(url)
    for (const at of [20, 1000, bytes.length >> 1, bytes.length - 1]) {
      const bad = Uint8Array.from(bytes)
      bad[at]! ^= 0x40
      expect(() => readModel(bad)).toThrow('filen är skadad')
    }
    expect(() => readModel(bytes.subarray(0, bytes.length - 100))).toThrow('filen är skadad')
  })

  it('loads without a pass over its weights', () => {
    // Processor time, since other work on the machine must not count.
    const times = Array.from({ length: 8 }, () => {
      const began = process.cpuUsage()
      createTagger(readModel(readFileSync(url)))
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(25)
  })
})
