import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

it.each([
  ['En ny park föreslås anläggas vid torget.', 'Skriv vem som gör vad: ”vi föreslår att …”'],
  ['Arbetet beräknas avslutas i juni.', 'Skriv vem som gör vad: ”vi räknar med att …”'],
  ['Arbetet förväntas slutföras i juni.', 'Skriv vem som gör vad: ”vi räknar med att …”'],
  ['Soporna tvingas fraktas bort.', 'Skriv ”måste fraktas”, eller skriv vem som gör det'],
  ['Uppgifterna begärs lämnas in.', 'Skriv vem som gör vad'],
  ['Skälet är att taxan föreslås ändras.', 'Skriv vem som föreslår att …'],
  ['Vi väntar eftersom arbetet beräknas avslutas i juni.', 'Skriv vem som räknar med att …'],
])('asks in a clause about the background only who it is: %s', (text, advice) => {
  const { findings } = lintWith([rule], text)
  expect(findings.map(({ suggestions }) => suggestions[0]!.title)).toEqual([advice])
})
