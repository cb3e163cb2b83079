import { type BlockSummary, defineRule, type Report } from '@klarsprak/engine'
import { boras, stockholm, webbriktlinjer } from '../src/sources.ts'
import { whole } from '../src/structure.ts'
import { capitalise } from '../src/words.ts'

const empty =
  /^(?:en |ett )?(?:bild(?:en)?|foto(?:t|grafi)?|image|img|photo|picture|logga|logo|logotype?|skärmdump|skärmbild|diagram|graf|ikon|icon|pil|länk|banner|omslag(?:sbild)?|illustration|grafik|karta|symbol|puff(?:bild)?|toppbild|genrebild|dekoration)(?: ?\d+)?[.]?$/i
const fileName =
  /\.(?:jpe?g|png|gif|webp|svg|heic|bmp|tiff?)$|^(?:img|dsc[fn]?|p|pict|image|shutterstock|adobestock|mostphotos|istock(?:photo)?|unsplash|pexels|screenshot|skarmavbild)[ _-]?\d{2,}/i
const opening =
  /^(?:(?:en )?(?:bild|fotografi|foto)(?:en)? (?:på|av|som visar|visar|föreställer)|bilden föreställer)\s+/i
const credit = /^(?:foto(?:graf)?|bild(?:källa)?|illustration)\s?:/i

export const rule = defineRule({
  meta: {
    id: 'alt-intetsagande',
    title: 'Intetsägande alternativtext',
    description: 'Hittar alternativtexter som inte säger vad bilden visar.',
    why: 'Den som lyssnar hör texten i stället för bilden, och ”bild” eller ett filnamn säger ingenting.',
    group: 'tillganglighet',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    sources: [webbriktlinjer(115), boras, stockholm],
    options: {
      maxTecken: {
        type: 'integer',
        default: 150,
        minimum: 40,
        maximum: 1000,
        description: 'Så lång får en alternativtext vara.',
      },
    },
    zones: ['altText'],
    fix: 'suggestion',
    extent: 'block',
  },
  document: {
    check({ blocks }, { options, report }) {
      for (const block of blocks) {
        if (block.kind !== 'altText' || block.text === '') continue
        const found = judge(block, [blocks[block.index - 1], blocks[block.index + 1]], options.maxTecken)
        if (found) report(block.index, { at: whole(block), ...found })
      }
    },
  },
})

function judge(
  { text }: BlockSummary,
  neighbours: readonly (BlockSummary | undefined)[],
  maxCharacters: number,
): Omit<Report, 'at'> | undefined {
  const advice = (title: string) => [{ title, safety: 'suggestion' as const, edits: [] }]
  if (empty.test(text))
    return {
      message: `Alternativtexten ”${text}” säger inte vad bilden visar.`,
      suggestions: advice('Beskriv det viktigaste i bilden'),
    }
  if (fileName.test(text))
    return { message: 'Alternativtexten är ett filnamn.', suggestions: advice('Beskriv det viktigaste i bilden') }
  if (credit.test(text))
    return {
      message: 'Alternativtexten säger vem som har gjort bilden, inte vad den visar.',
      suggestions: advice('Beskriv bilden här, och flytta namnet till bildtexten'),
    }
  const start = opening.exec(text)?.[0].length
  if (start !== undefined && start < text.length) {
    const better = capitalise(text.slice(start))
    return {
      message: 'Skärmläsaren säger redan att det är en bild.',
      suggestions: [
        {
          title: `Börja med det bilden visar: ”${better.slice(0, 60).replaceAll('"', '”').replace(/[.]$/, '')}”`,
          safety: 'suggestion',
          edits: [{ start: 0, end: start + 1, text: better.charAt(0) }],
        },
      ],
    }
  }
  if (neighbours.some((other) => other?.kind === 'caption' && isSame(other.text, text)))
    return {
      message: 'Alternativtexten är densamma som bildtexten.',
      suggestions: advice('Skriv i alternativtexten det som bildtexten inte säger'),
    }
  if (text.length > maxCharacters)
    return {
      message: `Alternativtexten har ${text.length} tecken.`,
      suggestions: advice(`Korta den till högst ${maxCharacters} tecken, och lägg resten i texten eller bildtexten`),
    }
  return undefined
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(one) === plain(other)
}
