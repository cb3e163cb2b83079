import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

it.each([
  [
    'Försäljning av receptfria läkemedel, tobaksvaror, nikotinprodukter, folköl och elektroniska cigaretter',
    'stryka uppräkningen',
  ],
  [
    'Bostadsanpassningsbidragets handläggningsrutiner och överklagandemöjligheter i förvaltningsdomstolarna',
    'byta långa ord',
  ],
])('%s: %s', (heading, advice) => {
  const [finding] = lintWith([rule], `# ${heading}`, { format: 'markdown', profile: 'webb' }).findings
  expect(finding!.suggestions[0]!.title).toContain(advice)
})
