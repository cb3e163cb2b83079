import { defineRule } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { mainVerb } from '../src/clause-scan.ts'
import { firstWord } from '../src/sentence-words.ts'
import { rule } from './index.ts'
import { lastOfClause, mainFirst } from './main-first.ts'

/** Turns every sentence that it can, however short its clause. */
const turning = defineRule({
  ...rule,
  block: {
    sentence(sentence, { block, report }) {
      const verb = mainVerb(sentence)!
      const edit = mainFirst(sentence, firstWord(sentence)!, lastOfClause(verb), verb, block)
      if (edit !== undefined)
        report({ at: edit, message: '', suggestions: [{ title: '', safety: 'suggestion', edits: [edit] }] })
    },
  },
})

/** The text with its main clause first; undefined where that is not sure. */
function rewritten(text: string): string | undefined {
  const [finding] = lintWith([turning], text, { format: 'markdown' }).findings
  const edit = finding?.suggestions[0]?.edits[0]
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
    // ”beslutet om vi” would be read as one phrase.
    'Om vi säger nej till din plats har du rätt att överklaga beslutet.',
    'Om du inte har betalat för din båtplats i mars får du en påminnelse.',
    'Om du har bott här i minst tre år kan du ansöka.',
    // What the noun points to would come after it.
    'Om listan från hamnen har ett fel som syns kan vi ändra listan.',
    // Of what, the clause has said.
    'Eftersom kön till båtplatser i hamnen är full tar vi inte emot fler.',
    // A question.
    'Om du vill ha kvar din plats i höst, ska du då ringa oss?',
  ])('only advises on %s', (text) => {
    expect(rewritten(text)).toBeUndefined()
  })
})

describe('a clause that stands well first', () => {
  it.each([
    // It points to the sentence before.
    'Eftersom en sådan modell skulle ge de valda i nämnden alldeles för mycket arbete varje månad finns delegation.',
    'Om det under denna utredning visar sig att barnet behöver stöd eller hjälp hemma ska nämnden ta reda på mer.',
    'Om de hittar något i köket som inte följer lagen eller våra egna regler kan vi få böta.',
    // The main clause points to it, tells what follows, or what may be concluded.
    'Om en förening med fler medlemmar vill boka lokalen samma dag som en annan har denna företräde.',
    'Om du är vuxen och har en sjukdom som gör det svårt att planera kan det innebära problem.',
    'När en skola har både lägre betyg än andra och många fler elever som slutar är det ett tecken på brister.',
    'Om en granne blir sjuk under semestern och vill byta sina dagar på båten ska hon ringa kaptenen.',
    // It is the subject.
    'Om en ny uppgift från den som söker ska räknas som en ny ansökan beror på uppgiften.',
    'Om kommunen har prövat saken eller avvisat den av formella skäl utan att pröva saknar betydelse.',
    // A condition of so many words, without a clause of its own.
    'Om du har en brygga i den norra hamnen eller en båt vid den gamla kajen måste du betala.',
    // What the reader wants.
    'Om du vill eller behöver byta den plats som du har vid bryggan i hamnen ringer du oss.',
    // The main clause takes up what it names.
    'Om du har ett fordon som inte är i trafik och som står på gatan i mer än en vecka, måste ditt fordon flyttas.',
    'Om du äger en båt som inte är betald och som ligger vid den gamla bryggan i hamnen måste du anmäla det.',
    // Two that are set against each other.
    'Om du äger den båt som ligger vid bryggan i hamnen och bor i kommunen betalar du avgift. Om du hyr den betalar ägaren.',
    // Its verb is not sure.
    'Eftersom många av de som söker plats i våra förskolor gör det samma vecka som barnet ska börja blir kön lång.',
    // What is asked for is told last.
    'För att en förening ska räknas som en ideell förening med unga medlemmar krävs det att den har stadgar.',
    // A condition in a list.
    '- Om den båt som ligger vid bryggan i hamnen är äldre än den förening som äger båten betalar du inget.',
    // It leads in a list.
    'För att föreningen ska kunna få stöd till de lokaler som den hyr behöver ni lämna:',
    // The main clause is longer, or has a clause of its own.
    'För att vi ska kunna hitta den handling du vill läsa så fort som möjligt är det bra om du skriver när den kom och var den finns.',
  ])('%s', (text) => {
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
  })

  it('is turned where the main clause only shows a thing at hand', () => {
    const text =
      'Om du vill att kommunen räknar ut hur stor avgiften blir för ditt hus vid sjön nästa år fyller du i denna blankett.'
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toHaveLength(1)
  })
})

it('leaves a clause first where the next sentence goes on from the main clause', () => {
  const found = (next: string) =>
    lintWith(
      [rule],
      `När du slutar att hyra ut båtar, till exempel om du säljer hela din rörelse, ska du skicka en anmälan till hamnen. ${next}`,
      { format: 'markdown' },
    ).findings
  expect(found('Det görs med en blankett.')).toEqual([])
  expect(found('Hamnen har öppet varje dag.')).toHaveLength(1)
})
