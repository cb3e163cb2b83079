import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

const text =
  'Ledamöterna sa ja till förslaget efter en lång debatt. Pengarna kommer från fonden för nya lokaler och arbetet börjar i vår. '.repeat(
    12,
  )

function found(heading: string): number {
  return lintWith([rule], `# ${heading}\n\n## Nytt bad\n\n${text}\n\n## Ny väg\n\n${text}`, {
    format: 'markdown',
    profile: 'webb',
  }).findings.length
}

describe('a report of a meeting', () => {
  it.each([
    'Kommunfullmäktige den 18 december',
    'Fullmäktige 18 december i korthet',
    'Nämnden i korthet',
    'Kort från nämnden',
  ])('named %s needs no lead', (heading) => expect(found(heading)).toBe(0))

  it('is not any page', () => expect(found('Badet vid hamnen')).toBe(1))
})

it('may stand under a subtitle that goes on about the title', () => {
  const page = (opening: string) =>
    lintWith([rule], `# Visselblåsning\n\n## Tipsa oss om fel i hamnen\n\n${opening} ${text}\n\n## Ny väg\n\n${text}`, {
      format: 'markdown',
      profile: 'webb',
    }).findings.length
  expect(page('Kommunen har en visselblåsartjänst.')).toBe(0)
  expect(page('Kommunen har en brygga.')).toBe(1)
})

const lint = (page: string) => lintWith([rule], page, { format: 'markdown', profile: 'webb' }).findings.length
const line = 'Ledamöterna sa ja till förslaget efter en lång debatt om den nya bryggan vid hamnen i norr. '

it('may follow on a list of what the page holds', () => {
  const rest = `Badet öppnar i maj.\n\n## Nytt bad\n\n${text}\n\n## Ny väg\n\n${text}`
  expect(lint(`# Hamnen\n\n- [Nytt bad](#bad)\n- [Ny väg](#vag)\n\n${rest}`)).toBe(0)
  expect(lint(`# Hamnen\n\n- Nytt bad\n- Ny väg\n\n${rest}`)).toBe(1)
})

it('is not asked for on a page of ways in', () => {
  const sections = (words: string) =>
    ['Bad', 'Väg', 'Park', 'Torg', 'Skola', 'Kaj', 'Bro', 'Fyr', 'Strand']
      .map((name) => `## ${name}\n\n${words}`)
      .join('\n\n')
  expect(lint(`# Hitta hit\n\n${sections(line)}`)).toBe(0)
  expect(lint(`# Hitta hit\n\n${sections(line.repeat(3))}`)).toBe(1)
})
