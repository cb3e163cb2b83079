import { expect, it } from 'vitest'
import { namesDate } from '../src/letterhead.ts'

it.each([
  ['Styrelsen har vid sammanträde den 12/11 fattat beslut.', true],
  ['Avdelningen 12/11 har flyttat.', false],
])('a day as a fraction in %s: %s', (text, names) => {
  expect(namesDate(text)).toBe(names)
})
