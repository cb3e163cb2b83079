import type { Finding, Review, ReviewedBlock } from '@klarsprak/engine'
import { type Markup, markup } from './markup.ts'

/** A finding that marks more than this many characters is underlined lightly: a whole sentence in colour hides the rest. */
const wide = 120

/** Where a finding stands in the list of findings. */
export function findingId(prefix: string, index: number): string {
  return `${prefix}traff-${index + 1}`
}

/** Where a finding stands in the text. */
export function placeId(prefix: string, index: number): string {
  return `${prefix}plats-${index + 1}`
}

/**
 * The text as its reader meets it, with the words of every finding marked and numbered.
 *
 * @param prefix before every id, so that several texts fit in a page
 */
export function markedText({ blocks, findings }: Review, prefix: string): Markup {
  return markup`<div class="text">${blocks.map((block) => blockPart(block, findings, prefix))}</div>`
}

function blockPart(block: ReviewedBlock, findings: readonly Finding[], prefix: string): Markup {
  const words = markedBlock(block, findings, prefix)
  switch (block.kind) {
    case 'heading':
      return markup`<p class="title">${words}</p>`
    case 'listItem':
      return markup`<p class="item">${words}</p>`
    case 'quote':
      return markup`<blockquote>${words}</blockquote>`
    case 'altText':
      return markup`<p class="aside">Bildbeskrivning: ${words}</p>`
    case 'caption':
    case 'contact':
    case 'code':
    case 'tableCell':
      return markup`<p class="aside">${words}</p>`
    default:
      return markup`<p>${words}</p>`
  }
}

function markedBlock(block: ReviewedBlock, findings: readonly Finding[], prefix: string): Markup[] {
  const { text, findings: places } = block
  const cuts = new Set([0, text.length])
  for (const { start, end } of places) cuts.add(start).add(end)
  const ordered = [...cuts].sort((a, b) => a - b)
  const parts: Markup[] = []
  for (const [index, start] of ordered.entries()) {
    for (const place of places)
      if (place.start === start)
        parts.push(
          markup`<sup id="${placeId(prefix, place.finding)}"><a href="#${findingId(prefix, place.finding)}" aria-label="Träff ${place.finding + 1}">${place.finding + 1}</a></sup>`,
        )
    const end = ordered[index + 1]
    if (end === undefined) break
    const covering = places.filter((place) => place.start <= start && place.end >= end)
    const words = text.slice(start, end)
    // The shortest says most exactly what it is about.
    const place = covering.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
    if (!place) parts.push(markup`${words}`)
    else {
      const size = place.end - place.start > wide ? ' wide' : ''
      parts.push(markup`<span class="mark ${findings[place.finding]!.severity}${size}">${words}</span>`)
    }
  }
  return parts
}
