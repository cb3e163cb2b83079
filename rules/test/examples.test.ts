import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type AnyRule, type Finding, ownRules, type Profile } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { fillPage } from '../scripts/fill-page.ts'
import { readJudged } from '../scripts/judged.ts'
import { type Example, headings, type Page, readPage } from '../scripts/page.ts'
import { rules } from '../src/index.ts'

// Every rule has a page, and what the page says is so: its examples give exactly the marked words, the other
// texts give nothing, and its corrections come out as written.

const judged = readJudged()
const root = new URL('..', import.meta.url)
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, root)))
  .map((entry) => entry.name)
  .filter((name) => !['src', 'scripts', 'test', 'generated', 'tables', 'presets', 'judged'].includes(name))
const known = new Map(rules.map((rule) => [rule.meta.id, rule]))
/** Each rule by itself, so that no other rule takes its findings. */
const alone = new Map(rules.map((rule) => [rule.meta.id, [rule]]))
const own = new Map(ownRules.map((rule) => [rule.meta.id, rule]))

describe('the list of rules', () => {
  it('has every folder that holds a rule, under the folder’s name', () => {
    expect([...known.keys()]).toEqual(folders)
  })

  it('names no rule and no option twice, and only rules that exist', () => {
    const ids = rules.flatMap(({ meta }) => [meta.id, ...(meta.aliases ?? [])])
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    for (const { meta } of rules)
      for (const name of Object.keys(meta.options)) expect(name, meta.id).toMatch(/^[a-z][a-zA-Z0-9]*$/)
  })
})

for (const rule of [...known.values(), ...own.values()]) describe(rule.meta.id, () => pageOf(rule))

function pageOf(rule: AnyRule): void {
  const { id, fix, title } = rule.meta
  const path = new URL(`${id}/README.md`, root)
  const source = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const page: Page = readPage(source)

  it('has a page with the nine headings and the rule’s title', () => {
    expect(page.title).toBe(title)
    expect(page.headings).toEqual(headings)
    for (const section of source.split(/^## .*$/m).slice(1)) expect(section.trim(), id).not.toBe('')
  })

  it('has a page whose generated parts are of today', () => {
    expect(fillPage(source, rule.meta, measuredOf(id), judged.get(id))).toBe(source)
  })

  it('has enough examples, each with a rewrite', () => {
    const marks = page.examples.reduce((sum, example) => sum + example.marks.length, 0)
    expect(marks).toBeGreaterThanOrEqual(own.has(id) ? 2 : 5)
    expect(page.quiet.length).toBeGreaterThanOrEqual(own.has(id) ? 2 : 4)
    expect(page.rewrites).toHaveLength(page.examples.length)
  })

  for (const example of page.examples)
    it(`marks line ${example.line}: ${short(example.text)}`, () => {
      expect(example.marks.length).toBeGreaterThan(0)
      expect(found(id, example)).toEqual(example.marks.map(({ start, end }) => example.text.slice(start, end)))
      expect(findings(id, example).map(({ range }) => [range.start.offset, range.end.offset])).toEqual(
        example.marks.map(({ start, end }) => [start, end]),
      )
    })

  for (const example of [...page.rewrites, ...page.quiet])
    it(`leaves line ${example.line}: ${short(example.text)}`, () => {
      expect(example.marks).toEqual([])
      expect(found(id, example)).toEqual([])
    })

  it('shows its corrections at work', () => {
    if (fix !== 'none') expect(page.fixes.length).toBeGreaterThan(0)
    if (fix === 'safe') expect(page.fixes.some(({ before, after }) => corrected(id, before, true) === after)).toBe(true)
  })

  for (const { before, after, line } of page.fixes)
    it(`corrects line ${line}: ${short(before)}`, () => {
      expect(corrected(id, before, false)).toBe(after)
    })

  // What the engine says of comments and metadata is tested with the engine.
  if (own.has(id)) return
  for (const example of page.examples)
    it(`says what, why and what to do on line ${example.line}`, () => {
      for (const finding of findings(id, example)) expectUseful(finding)
    })
}

/** Every finding is one sentence of what, one of why, and has a next step. */
function expectUseful({ message, why, suggestions }: Finding): void {
  expect(message).toMatch(/^[\p{Lu}\p{N}”].*[.?]$/u)
  expect(why).toMatch(/^\p{Lu}.*\.$/u)
  expect(suggestions.length).toBeGreaterThan(0)
  for (const { title } of suggestions) expect(title).toMatch(/^[\p{Lu}”].*[^.]$/u)
  for (const text of [message, why, ...suggestions.map(({ title }) => title)]) {
    expect(text).not.toMatch(/["'`]|\.\.\.| - |undefined| {2}/)
    expect((text.match(/”/g) ?? []).length % 2, text).toBe(0)
  }
}

function findings(id: string, { text, format, settings }: Example): Finding[] {
  const { profil, ...options } = settings
  const definitions = known.get(id)?.meta.options ?? {}
  const values = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      definitions[name]?.type === 'strings' ? value.split(',') : asOption(value),
    ]),
  )
  const result = lintWith(alone.get(id) ?? rules, text, {
    format,
    ...(profil === undefined ? {} : { profile: profil as Profile }),
    ...(Object.keys(values).length > 0 ? { options: { [id]: values } } : {}),
  })
  return result.findings.filter(({ ruleId }) => ruleId === id)
}

function asOption(value: string): number | boolean | string {
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value)
  return value === 'ja' ? true : value === 'nej' ? false : value
}

function found(id: string, example: Example): string[] {
  return findings(id, example).map(({ text }) => text)
}

/** The text after the first suggestion with edits of each finding, or only what is safe. */
function corrected(id: string, before: string, onlySafe: boolean): string {
  const edits = findings(id, { text: before, format: 'markdown', marks: [], settings: {}, line: 0 }).flatMap(
    ({ suggestions }) =>
      suggestions.find(({ edits, safety }) => edits.length > 0 && (!onlySafe || safety === 'safe'))?.edits ?? [],
  )
  return edits
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), before)
}

function measuredOf(id: string) {
  const path = new URL('../fixtures/measured.json', root)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8'))[id] : undefined
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
