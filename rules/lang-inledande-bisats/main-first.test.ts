import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

/** The text after the offered edit; undefined where only advice is offered. */
function rewritten(text: string): string | undefined {
  const [finding] = lintWith([rule], text, { format: 'markdown', options: { [rule.meta.id]: { maxOrd: 6 } } }).findings
  expect(finding, text).toBeDefined()
  const [edit] = finding!.suggestions[0]!.edits
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}

describe('the main clause first', () => {
  it.each([
    [
      'Om du vill ha kvar din plats i höst behöver du inte göra något.',
      'Du behöver inte göra något om du vill ha kvar din plats i höst.',
    ],
    [
      'När vi har läst alla handlingar i ditt ärende, får du ett besked.',
      'Du får ett besked när vi har läst alla handlingar i ditt ärende.',
    ],
    [
      'Om ingen har överklagat när fyra veckor har gått vinner beslutet laga kraft.',
      'Beslutet vinner laga kraft om ingen har överklagat när fyra veckor har gått.',
    ],
    [
      'Om du flyttar till en annan kommun i år, så kan du behålla platsen.',
      'Du kan behålla platsen om du flyttar till en annan kommun i år.',
    ],
    [
      'Eftersom vägen är avstängd hela nästa vecka kör vi en annan väg.',
      'Vi kör en annan väg, eftersom vägen är avstängd hela nästa vecka.',
    ],
  ])('%s', (text, expected) => {
    expect(rewritten(text)).toBe(expected)
  })

  it.each([
    // What is named in the first clause and pointed to in the second.
    'Om boken är mer än tre veckor försenad måste den lämnas i receptionen.',
    'Om ditt barn inte kan äta maten i skolan kan barnet få specialkost.',
    // Two main clauses.
    'Om du vill ha kvar din plats i höst ringer du oss, och vi skriver upp dig.',
    // A subject that goes on after its head, or is no plain noun phrase.
    'Om ingen har betalat avgiften före årsskiftet upphör rätten till platsen.',
    'Om ingen har betalat avgiften före årsskiftet upphör det gamla avtalet om platsen.',
    // A link would be lost.
    'Om du vill ha kvar [din plats](https://exempel.se) i höst behöver du inte göra något.',
    // What the main clause is set against stands before it.
    'Om du vill byta din plats i höst mot en annan ska du istället ringa skolan.',
    // A question.
    'Om du vill ha kvar din plats i höst, ska du då ringa oss?',
  ])('only advises on %s', (text) => {
    expect(rewritten(text)).toBeUndefined()
  })
})
