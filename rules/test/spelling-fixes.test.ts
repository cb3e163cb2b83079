import { readFileSync } from 'node:fs'
import type { AnyRule, Finding } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule as anda } from '../anda-enda/index.ts'
import { rule as punkt } from '../dubbel-punkt/index.ts'
import { rule as dubbelord } from '../dubbelord/index.ts'
import { rule as felskrivning } from '../felskrivning/index.ts'
import { rule as forkortningsform } from '../forkortningsform/index.ts'
import { rule as hopskrivning } from '../hopskrivning/index.ts'
import { rule as sarskrivning } from '../sarskrivning/index.ts'
import { readPage } from '../scripts/page.ts'

// What these rules correct by themselves stays corrected, changes no figures, and odd texts break nothing.

const rules: AnyRule[] = [anda, punkt, dubbelord, felskrivning, forkortningsform, hopskrivning, sarskrivning]
const find = (text: string) => lintWith(rules, text, { format: 'text' }).findings

function fix(text: string, findings: readonly Finding[]): string {
  let last = text.length + 1
  return findings
    .flatMap(({ suggestions }) => suggestions.find(({ safety }) => safety === 'safe')?.edits ?? [])
    .sort((a, b) => b.start - a.start)
    .reduce((fixed, { start, end, text: put }) => {
      if (end > last) return fixed
      last = start
      return fixed.slice(0, start) + put + fixed.slice(end)
    }, text)
}

const digits = (text: string) => text.replace(/\D/g, '')

describe.each(rules.map((rule) => [rule.meta.id]))('%s', (id) => {
  const page = readPage(readFileSync(new URL(`../${id}/README.md`, import.meta.url), 'utf8'))
  it.each([...page.examples, ...page.quiet].map(({ text }) => text))('corrects once and for all: %s', (text) => {
    const found = find(text)
    const once = fix(text, found)
    const again = find(once)
    expect(fix(once, again)).toBe(once)
    expect(again.length).toBeLessThanOrEqual(found.length)
    expect(digits(once)).toBe(digits(text))
  })
})

const words = [
  'de',
  'dem',
  'och',
  'enda till',
  'mm',
  'mm.',
  'tex',
  't. ex',
  'arbets plats',
  'm.m..',
  'nämden',
  '..',
  '§',
]
it.each([
  '',
  ' ',
  '.',
  '(',
  '”',
  'a'.repeat(10_000),
  'å'.repeat(10_000),
  ...words,
  ...words.map((word) => `${word} `.repeat(300)),
  words.join(' '),
  words.join(''),
  words.join('\n'),
  words.join('\u00a0'),
])('reads odd text %#', (text) => {
  expect(() => find(text)).not.toThrow()
})
