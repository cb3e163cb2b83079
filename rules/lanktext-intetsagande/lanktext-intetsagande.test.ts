import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

it.each([
  ['Läs mer [här](https://exempel.se/a) om båtarna.', /”Läs mer om båtarna”/],
  ['Läs mer om båtar [här](https://exempel.se/a).', /”Läs mer om båtar”/],
  ['Du kan läsa mer om båtar [här](https://exempel.se/a).', /”Läs mer om båtar”/],
  ['Blanketten hittar du [här](https://exempel.se/a).', /ordet ”Blanketten”/],
  ['Reglerna för hamnen finns [här](https://exempel.se/a).', /orden ”Reglerna för hamnen”/],
  ['Se sidan [här](https://exempel.se/a).', /till exempel/],
])('advises words that say where %s leads', (text, title) => {
  const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
  expect(finding!.suggestions[0]!.title).toMatch(title)
})
