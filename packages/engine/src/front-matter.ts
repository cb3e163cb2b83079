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
  if (written === undefined || written === null) return { profile: undefined, faults: [] }
  const profile = profileNamed(String(written))
  if (profile) return { profile, faults: [] }
  const { start, end } = keys.texttyp ?? frontMatter.range ?? { start: 0, end: 0 }
  const message = `Texttypen ”${written}” finns inte.${didYouMean(nearestName(String(written), profiles))} Välj bland ${profiles.join(', ')}.`
  return { profile: undefined, faults: [{ message, start, end }] }
}

/** `Lättläst` is `lattlast`. */
function profileNamed(name: string): Profile | undefined {
  const plain = name.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return profiles.find((profile) => profile === plain)
}
