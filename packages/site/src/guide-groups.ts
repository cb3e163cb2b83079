import type { Guide } from './guide.ts'

export interface GuideGroup {
  id: string
  name: string
  guides: Guide[]
}

/** The guides by what the reader wants to do, in order. */
const order: readonly { id: string; name: string; slugs: readonly string[] }[] = [
  { id: 'granska', name: 'Granska en text', slugs: ['webbsidan', 'word', 'vscode', 'redigerare'] },
  {
    id: 'publicera',
    name: 'Granska innan sidan publiceras',
    slugs: [
      'publiceringsverktyg',
      'wordpress',
      'sitevision',
      'optimizely',
      'strapi',
      'payload',
      'webhook',
      'egen-koppling',
    ],
  },
  {
    id: 'infora',
    name: 'Inför Klarspråk hos er',
    slugs: ['husregler', 'tjanst', 'regelsidor', 'ci', 'manga-texter', 'ko'],
  },
]

/** Every guide in one group; those that no group names come last in the last. */
export function groupGuides(guides: readonly Guide[]): GuideGroup[] {
  const named = new Set(order.flatMap(({ slugs }) => slugs))
  const others = guides.filter(({ slug }) => !named.has(slug))
  const groups = order.map(({ id, name, slugs }) => ({
    id,
    name,
    guides: slugs.flatMap((slug) => guides.filter((guide) => guide.slug === slug)),
  }))
  groups.at(-1)!.guides.push(...others)
  return groups.filter((group) => group.guides.length > 0)
}
