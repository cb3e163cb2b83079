import { profiles } from '@klarsprak/engine'
import { expect, it } from 'vitest'
import { profiles as offered } from '../src/options.ts'

it('offers the kinds of text that there are', () => {
  expect(offered).toEqual(profiles)
})
