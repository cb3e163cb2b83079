import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

const advice = (text: string) =>
  lintWith([rule], text, { format: 'markdown' }).findings[0]!.suggestions.map(({ title }) => title)

it('puts a clause after OBS into words, and leaves a phrase', () => {
  expect(advice('OBS! Det är halt på bryggan.')[0]).toBe('Skriv ”Tänk på att …” i stället för ”OBS!”')
  expect(advice('OBS! Ändrad tid.')).toEqual(['Skriv ”Obs”', 'Stryk ordet om raden säger nog utan det'])
})

it('asks for no bold where it is bold', () => {
  expect(advice('Du får **INTE** bada här.')).toEqual(['Skriv ”inte”'])
  expect(advice('Du får INTE bada här.')).toEqual(['Skriv ”inte”', 'Gör ordet fetstilt om det måste synas'])
})
