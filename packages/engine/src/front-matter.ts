import type { Document } from '@klarsprak/documents'
import { didYouMean, nearestName } from './config/nearest.ts'
import { profiles } from './config/shape.ts'
import type { Profile } from './types.ts'

/** Something wrong in the front matter, for a finding. Offsets are into the source. */
export interface FrontMatterFault {
  readonly message: string
  readonly start: number
  readonly end: number
}

/** The kind of text that the front matter names (`texttyp: press`), and what is wrong in it. */
export function readFrontMatter({ frontMatter }: Document): {
  profile: Profile | undefined
  faults: FrontMatterFault[]
} {
  const { data, keys, error } = frontMatter
  if (error) return { profile: undefined, faults: [error] }
  const written = data.texttyp
  if (written === undefined || written === null) return { profile: undefined, faults: misspelled(frontMatter) }
  const profile = profileNamed(String(written))
  if (profile) return { profile, faults: [] }
  const { start, end } = keys.texttyp ?? frontMatter.range ?? { start: 0, end: 0 }
  const message = `Texttypen ”${written}” finns inte.${didYouMean(nearestName(String(written), profiles))} Välj bland ${profiles.join(', ')}.`
  return { profile: undefined, faults: [{ message, start, end }] }
}

/** Keys that are all but one of ours. Other programs have theirs in the same place. */
function misspelled({ keys }: Document['frontMatter']): FrontMatterFault[] {
  return Object.entries(keys).flatMap(([key, { start, end }]) => {
    const near = nearestName(plain(key), ownKeys)
    if (near === undefined || near === plain(key) || Math.abs(near.length - key.length) > 1) return []
    return [{ message: `Nyckeln ”${key}” betyder inget.${didYouMean(near)}`, start, end }]
  })
}

const ownKeys = ['texttyp', 'malgrupp', 'granskad-av', 'checklista']

/** `Lättläst` is `lattlast`. */
function profileNamed(name: string): Profile | undefined {
  return profiles.find((profile) => profile === plain(name))
}

function plain(name: string): string {
  return name.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
