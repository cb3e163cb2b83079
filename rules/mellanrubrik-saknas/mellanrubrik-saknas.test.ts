import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

const filler =
  'Det är blåst från havet och båtarna ligger kvar i hamnen hela dagen medan folk väntar på bättre väder och en lång vår.'

/** A text under one heading, of paragraphs that begin so. */
function page(...openings: string[]): string {
  return ['# Hamnen', ...openings.map((opening) => `${opening} ${filler} ${filler}`)].join('\n\n')
}

/** The same with so many words that it is too long for news, too. */
function longPage(...openings: string[]): string {
  return page(...openings).replaceAll(`${filler} ${filler}`, Array(4).fill(filler).join(' '))
}

/** What the advice says, and the text that its place marks. */
function place(text: string) {
  const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
  const [related] = finding!.related ?? []
  return {
    title: finding!.suggestions[0]!.title,
    marked: related && text.slice(related.range.start.offset, related.range.end.offset),
  }
}

describe('the place for a heading', () => {
  it('is marked near the middle', () => {
    const { title, marked } = place(page('Ett.', 'Två.', 'Tre dagar till.', 'Fyra.', 'Fem.'))
    expect(title).toMatch(/”Tre dagar till\. Det …”, högre upp$/)
    expect(marked).toBe('Tre dagar till.')
  })

  it.each(['–', '—'])('is never before a line of dialogue that begins with %s', (dash) => {
    const line = `${dash} Vi väntar.`
    expect(place(longPage('Ett.', 'Två.', line, line, line)).marked).toBe('Två.')
    expect(place(longPage('Ett.', line, line, 'Fyra båtar gick ut.', line)).marked).toBe('Fyra båtar gick ut.')
  })

  it.each([
    ['a quotation', '”Vi väntar på vår.” Så sa alla.'],
    ['what points back', 'Där ligger båtarna.'],
    ['what was said before', 'Hela hamnen är full av båtar i dag, som tidigare nämnts.'],
    ['a remark', 'OBS! Grinden är låst.'],
    ['what was seen before', 'Vi har sett att hamnen är full.'],
  ])('is never before %s', (_, line) => {
    expect(place(longPage('Ett.', 'Två.', line, line, line)).marked).toBe('Två.')
  })

  it('is never between a question and its answer', () => {
    const text = longPage('Ett.', 'Två.', 'Tre.', 'Fyra.', 'Fem.').replace(/(Två.*)\.$/m, '$1?')
    expect(place(text).marked).not.toBe('Tre.')
  })

  it('is never between the replies to a question', () => {
    const line = '– Vi väntar.'
    const text = longPage('Ett.', 'Två.', line, line, 'Fyra båtar gick ut.', line, line)
    expect(place(text).marked).toBe('Fyra båtar gick ut.')
    expect(place(text.replace(/(Två.*)\.$/m, '$1?')).marked).not.toBe('Fyra båtar gick ut.')
  })

  it('may be at what says that it is something else', () => {
    expect(place(longPage('Ett.', 'Två.', 'En annan fråga är isen.', 'Fyra.', 'Fem.')).marked).toBe(
      'En annan fråga är isen.',
    )
  })

  it('is left open where every paragraph is a line of dialogue', () => {
    const { title, marked } = place(longPage('Ett.', '– Ja.', '– Nej.', '– Jo.', '– Nä.', '– Kanske.', '– Aldrig.'))
    expect(title).toBe('Dela texten med en mellanrubrik')
    expect(marked).toBeUndefined()
  })
})

function found(text: string) {
  return lintWith([rule], text, { format: 'markdown' }).findings
}

describe('what needs no heading', () => {
  it.each([
    ['a stretch with no sure place that is hardly too long', page('Ett.', '– Ja.', '– Nej.', '– Jo.', '– Nä.')],
    ['lines after a colon', ['# Lån', 'Villkor för lånet:', ...Array(12).fill(filler)].join('\n\n')],
    ['paragraphs with labels', page('Kajen: Här ligger båtarna.', ...Array(5).fill('Fyren: Den lyser.'))],
    ['questions with answers', page('Var är kajen? Den är här.', ...Array(5).fill('Vem får komma? Alla.'))],
    [
      'items of a few words after a colon',
      `${page('Ett.')}\n\nVillkor för lånet:\n\n${Array(9).fill('Du lämnar saken i tid. Det gäller alla som har lånat.').join('\n\n')}`,
    ],
    ['questions that go on', page(...Array(6).fill('Vem får komma till kajen när det blåser som mest? (Se kartan.)'))],
    ['answers whose questions stand elsewhere', page('Ett.', 'Två.', 'Nej, ingen får komma.', 'Fyra.', 'Fem.')],
    ['a notice of a sentence to most paragraphs', `# Hamnen\n\n${Array(9).fill(filler).join('\n\n')}`],
    [
      'news in which people speak',
      page('Ett.', '– Vi väntar.', 'Tre.', '– Det tar tid, säger Anna Ek.', 'Fem.', 'Sex.', 'Sju dagar till.'),
    ],
    [
      'news in which what people say is written as items',
      page('Ett.', '- Vi väntar, säger Bo Ek.', 'Tre.', '- Det tar tid, säger Anna Ek.', 'Fem.', 'Sex.', 'Sju dagar.'),
    ],
    ['few long paragraphs', `# Hamnen\n\n${Array(3).fill(`${filler} `.repeat(5)).join('\n\n')}`],
    [
      'conditions after a colon, one of them longer',
      `${page('Ett.')}\n\nVillkor för lånet:\n\n${[...Array(3).fill('Du lämnar saken i tid.'), `Tre. ${filler} ${filler}`, ...Array(6).fill('Du lämnar saken hel. Det gäller alla.')].join('\n\n')}`,
    ],
    ['a list of rules', ['# Hamnen', filler, ...Array(8).fill(`1. ${filler} ${filler}`)].join('\n\n')],
  ])('is %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it.each(['(Det är blåst från havet. Båtarna ligger kvar.)', '”Det är blåst från havet. Båtarna ligger kvar.”'])(
    'never marks %s',
    (aside) => {
      const text = page('Ett.', 'Två.', 'Tre.', 'Fyra.').concat(`\n\n${aside}\n\nSex. ${filler} ${filler}`)
      const [finding] = found(text)
      expect(text.slice(finding!.range.start.offset, finding!.range.end.offset)).toBe('Sex.')
    },
  )

  it('marks a paragraph, and never an item', () => {
    const list = Array(4).fill(`- ${filler} ${filler}`).join('\n')
    const text = `${page('Ett.', 'Två.', 'Tre.')}\n\n${list}\n\nFyra dagar till. ${filler} ${filler}`
    const [finding] = found(text)
    expect(text.slice(finding!.range.start.offset - 2, finding!.range.start.offset)).toBe('\n\n')
  })
})
