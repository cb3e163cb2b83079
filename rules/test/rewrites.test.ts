import { readFileSync } from 'node:fs'
import type { Profile } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.ts'

// Rewrites against answers written beforehand: how many of those offered are right, and how many are offered at all.
// `–` says that nothing should be offered. Where several answers are right, a bar parts them.

interface Row {
  readonly kind: Kind
  readonly profile: Profile
  readonly sentence: string
  readonly answers: readonly string[]
}

const kinds = {
  agent: { title: 'Passiv med aktör', rules: ['passiv-med-agent'], offered: 0.5 },
  tabell: {
    title: 'Byte ur tabell',
    rules: ['byrakratord', 'dar-har-adverb', 'omstandlig-fras', 'sammansatt-partikelverb', 'tung-preposition'],
    offered: 0.8,
  },
  stodverb: { title: 'Stödverb med substantiv', rules: ['substantivsjuka'], offered: 0.6 },
  'utan-agent': { title: 'Passiv utan aktör', rules: ['passiv-form'], offered: 0.5 },
  delning: { title: 'Delning av lång mening', rules: ['lang-mening'], offered: 0.5 },
}
type Kind = keyof typeof kinds

const rows: readonly Row[] = readFileSync(new URL('./data/rewrites.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [kind, profile, sentence, answers] = line.split('\t') as [Kind, Profile, string, string]
    return { kind, profile, sentence, answers: answers.split(' | ') }
  })

/** The sentence after the first edit that these rules offer; undefined where they offer none. */
function rewritten({ kind, profile, sentence }: Row): string | undefined {
  const chosen = kindRules[kind]
  const { findings } = lintWith(chosen, sentence, { format: 'markdown', profile })
  for (const { suggestions } of findings) {
    const edits = suggestions.find(({ edits }) => edits.length > 0)?.edits
    if (edits !== undefined)
      return edits.reduceRight((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), sentence)
  }
  return undefined
}

const kindRules = Object.fromEntries(
  Object.entries(kinds).map(([kind, { rules: ids }]) => [kind, rules.filter(({ meta }) => ids.includes(meta.id))]),
)

describe.each(Object.keys(kinds) as Kind[])('rewrites of kind %s', (kind) => {
  const own = rows.filter((row) => row.kind === kind)
  const results = own.map((row) => ({ ...row, got: rewritten(row) }))
  const offered = results.filter(({ got }) => got !== undefined)
  const wrong = offered.filter(({ got, answers }) => !answers.includes(got!))
  const expected = results.filter(({ answers }) => !answers.includes('–'))
  const met = expected.filter(({ got }) => got !== undefined)
  const percent = (part: number, whole: number) => `${part} av ${whole} (${Math.round((100 * part) / whole)} %)`

  it('are right where they are offered, and offered where they should be', () => {
    const right = offered.length - wrong.length
    console.log(
      `${kinds[kind].title}: rätta ${percent(right, offered.length)}, erbjudna ${percent(met.length, expected.length)}`,
    )
    for (const { sentence, got } of wrong) console.log(`  fel: ${sentence} → ${got}`)
    if (process.env.MISSED) for (const { sentence, got } of expected) if (!got) console.log(`  inget: ${sentence}`)
    expect(own.length).toBeGreaterThan(10)
    expect(right / offered.length).toBeGreaterThanOrEqual(0.95)
    expect(met.length / expected.length).toBeGreaterThanOrEqual(kinds[kind].offered)
  })
})
