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
  /** The running text itself. */
  readonly texts: readonly string[]
}

const named = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu
const capital = /(?<!\p{L})\p{Lu}\p{Ll}+/gu
const small = /(?<!\p{L})\p{Ll}{3,}/gu

export function readBody(blocks: readonly BlockSummary[]): Body {
  const names = new Set<string>()
  const capitals = new Set<string>()
  const lower = new Set<string>()
  const texts: string[] = []
  for (const block of blocks) {
    if (isHeading(block)) continue
    texts.push(block.text)
    for (const [word] of block.text.matchAll(named)) names.add(base(word))
    for (const [word] of block.text.matchAll(capital)) capitals.add(base(word))
    for (const [word] of block.text.matchAll(small)) lower.add(base(word))
  }
  return { names, capitals, lower, texts }
}

/**
 * The heading as the running text has it where a common word stands before a name: `BIBLIOTEK STORSJÖ` with
 * `på Bibliotek Storsjö`. Undefined where the text has the pair only first in a sentence, so that nobody can tell.
 */
export function withFullNames(heading: string, { texts }: Body): string | undefined {
  let better = heading
  for (const [pair, word] of heading.matchAll(pairs)) {
    const name = word!.charAt(0).toLocaleUpperCase('sv') + pair.slice(1)
    const places = texts.flatMap((text) => {
      const at = text.indexOf(name)
      return at < 0 ? [] : [text.slice(0, at)]
    })
    if (places.length === 0 || texts.some((text) => text.includes(pair))) continue
    if (places.every((before) => /(?:^|[.!?:]\s+)$/.test(before))) return undefined
    better = better.replace(pair, name)
  }
  return better
}

const pairs = /(?<=\s)(\p{Ll}{4,}) \p{Lu}\p{Ll}{2,}/gu

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
