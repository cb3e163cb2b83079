import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { passiveTables } from '../scripts/passive-tables.ts'
import { analyse, passiveOf, type Word } from '../src/index.ts'

interface Marked {
  text: string
  kind: string
  agent: string
  agentType: string
  within: string
  active: string
  word: Word
}

/** Reads sentences whose word in question stands in brackets. */
function readMarked(name: string): Marked[] {
  const lines = readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [marked, kind, agent, agentType, within, active] = line.split('\t') as [
        string,
        string,
        string,
        string,
        string,
        string,
      ]
      const start = marked.indexOf('[')
      const text = marked.replace(/[[\]]/g, '')
      const word = analyse(text).words.find((candidate) => candidate.start === start)
      if (word === undefined) throw new Error(`no word where the bracket opens: ${marked}`)
      return { text: marked, kind, agent, agentType, within, active, word }
    })
}

describe('passiveOf', () => {
  const marked = readMarked('passives.tsv')

  it.each(marked)('$text', ({ word, kind, agent, agentType, within, active }) => {
    const passive = passiveOf(word)
    expect(passive.kind).toBe(kind)
    expect(passive.agent?.map(({ form }) => form).join(' ') ?? '-').toBe(agent)
    expect(passive.agentType ?? '-').toBe(agentType)
    if (within !== '-') expect(passive.within).toBe(within)
    if (active !== '?') expect(passive.active ?? '-').toBe(active)
  })
})

describe('the tables', () => {
  it('are those of the lexicon', () => {
    const generated = readFileSync(new URL('../src/passive/tables.generated.ts', import.meta.url), 'utf8')
    expect(generated, 'run scripts/passive-tables.ts').toBe(passiveTables())
  })
})
