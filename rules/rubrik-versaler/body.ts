import type { BlockSummary } from '@klarsprak/engine'
import { isHeading } from '../src/structure.ts'
import { isContentWord, type Piece } from './case.ts'

/** How the running text writes its words. */
export interface Body {
  /** Has a capital where no sentence begins. */
  readonly names: ReadonlySet<string>
  /** Has a capital somewhere. */
  readonly capitals: ReadonlySet<string>
  readonly lower: ReadonlySet<string>
}

const named = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu
const capital = /(?<!\p{L})\p{Lu}\p{Ll}+/gu
const small = /(?<!\p{L})\p{Ll}{3,}/gu

export function readBody(blocks: readonly BlockSummary[]): Body {
  const names = new Set<string>()
  const capitals = new Set<string>()
  const lower = new Set<string>()
  for (const block of blocks) {
    if (isHeading(block)) continue
    for (const [word] of block.text.matchAll(named)) names.add(base(word))
    for (const [word] of block.text.matchAll(capital)) capitals.add(base(word))
    for (const [word] of block.text.matchAll(small)) lower.add(base(word))
  }
  return { names, capitals, lower }
}

/** The heading, with a capital in words that the running text writes as names. */
export function joined(pieces: readonly Piece[], body: () => Body): string {
  return pieces.map(({ text, name }) => (name !== undefined && isNamed(text, name, body()) ? name : text)).join('')
}

function isNamed(text: string, name: string, { names, capitals, lower }: Body): boolean {
  if (lower.has(base(text))) return false
  return names.has(base(name)) || (capitals.has(base(name)) && !isContentWord(base(text)))
}

/** Without the ending of the genitive. */
function base(word: string): string {
  return word.replace(/s$/, '')
}
