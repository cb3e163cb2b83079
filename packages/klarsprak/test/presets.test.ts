import { readFileSync } from 'node:fs'
import { presets } from '@klarsprak/rules'
import { describe, expect, it } from 'vitest'
import { createLinter } from '../src/index.ts'

const linter = createLinter()
const guide = readFileSync(new URL('../../../docs/sv/husregler.md', import.meta.url), 'utf8')
const letter = '# Avgiften höjs\n\nAvgiften för barnomsorg blir 50 kronor högre från den 1 mars.\n'
const lint = (preset: string, filename: string) =>
  linter.lint({ source: letter, filename, config: { extends: preset }, profile: 'press' })

describe.each(Object.keys(presets))('%s', (name) => {
  it('can be used, and changes what is said', () => {
    const plain = linter.explain({ source: letter, filename: 'press/a.md', config: {} })
    const own = linter.explain({ source: letter, filename: 'press/a.md', config: { extends: name } })
    expect(own).not.toEqual(plain)
  })

  it('is told of in the guide, with what it builds on', () => {
    if (name !== 'klarsprak:strikt') expect(guide).toContain(`\`${name}\``)
  })
})

it('klarsprak:hallefors stops a press release without sender or contact', () => {
  const { publish, reasons } = linter.verdict(lint('klarsprak:hallefors', 'press/a.md'))
  expect(publish).toBe(false)
  expect(reasons).toHaveLength(2)
})
