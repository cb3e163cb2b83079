import { analyse, type Sentence } from 'retext-swedish'
import { describe, expect, it } from 'vitest'
import { mainVerb, scanClauses } from '../src/clause-scan.ts'

function sentence(text: string): Sentence {
  return analyse(text).sentences[0]!
}

describe('the verb of the main clause', () => {
  it.each([
    ['Ring oss om du har frågor.', 'Ring'],
    ['Om du bor här kan du söka bidrag.', 'kan'],
    ['Om du inte har lämnat in alla handlingar som vi har bett om senast den 1 juni kan du få avslag.', 'kan'],
    ['Eftersom fastigheten ligger inom ett område där kommunen har beslutat om regler krävs lov.', 'krävs'],
    ['För att kunna bedöma om du har rätt till stöd behöver vi ditt kontoutdrag.', 'behöver'],
    ['Elever som bor långt bort och som inte kan åka buss får skolskjuts.', 'får'],
    ['Elever som bor långt bort och saknar buss får skolskjuts.', 'får'],
    ['Om du har hund och katt får du ta med dem.', 'får'],
    ['Om du bor här och ditt barn går i skolan får du ett brev.', 'får'],
    ['Om ingen har kommit med invändningar, och om alla förutsättningar finns, beviljas lovet.', 'beviljas'],
    ['Den som hyr ut en lägenhet i ett hus där kommunen har förköpsrätt ska anmäla det.', 'ska'],
    ['Handlingar som kommit in för sent prövas inte.', 'prövas'],
    ['De handlingar vi har bett om ligger i brevlådan.', 'ligger'],
    ['Vägen (som är smal) stängs i juni.', 'stängs'],
    ['Ord som ”går” och ”kommer” räknas inte.', 'räknas'],
    ['Vill du att vi ringer?', 'Vill'],
  ])('%s', (text, verb) => {
    expect(mainVerb(sentence(text))?.form).toBe(verb)
  })

  it('is none where no finite verb stands', () => {
    expect(mainVerb(sentence('Öppet alla dagar utom söndag.'))).toBeUndefined()
  })
})

describe('clauses', () => {
  it('know what opens them and how deep they stand', () => {
    const found = scanClauses(sentence('Vi vill att alla som kommer när det är kö tar en lapp.'))
    expect(found.map(({ type, opener, verb, depth }) => [type, opener?.form, verb?.form, depth])).toEqual([
      ['main', undefined, 'vill', 0],
      ['subordinate', 'att', 'tar', 1],
      ['relative', 'som', 'kommer', 2],
      ['subordinate', 'när', 'är', 3],
    ])
  })

  it('stand side by side when their openers are alike', () => {
    const found = scanClauses(sentence('Rapporten visar vad vi gör, hur vi gör det och vilka som hjälper oss.'))
    expect(found.map(({ depth }) => depth)).toEqual([0, 1, 1, 1])
  })

  it('count joined main clauses', () => {
    const found = scanClauses(sentence('Vi läser din ansökan, och sedan får du svar.'))
    expect(found.map(({ type, verb }) => [type, verb?.form])).toEqual([
      ['main', 'läser'],
      ['main', 'får'],
    ])
  })

  it.each([
    '',
    '.',
    '((((',
    'om om om om om om om om om om om om om om om om',
    `${'som '.repeat(200)}är`,
    'a'.repeat(10_000),
  ])('are found without error in odd text', (text) => {
    for (const one of analyse(text).sentences) expect(() => scanClauses(one)).not.toThrow()
  })
})
