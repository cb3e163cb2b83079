import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

const words = (count: number) => `${Array(count).fill('båt').join(' ')}`
const advice = (item: string) =>
  lintWith([rule], `- Ta med mat.\n- Ta med kläder.\n- ${item}\n`, { format: 'markdown' }).findings[0]!.suggestions[0]!
    .title

it('gives advice that fits how many sentences the item has', () => {
  expect(advice(`Lämna ${words(50)}.`)).toMatch(/^Korta meningen/)
  expect(advice(`Lämna ${words(40)}. Ta ${words(30)}.`)).toMatch(/^Behåll det viktigaste/)
  expect(advice(`Lämna ${words(30)}. Ta ${words(30)}. Ring ${words(30)}.`)).toMatch(/^Dela punkten/)
})
