import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { wcag } from '../src/sources.ts'

/** Parts of a page, not of the world. */
const part =
  '(?:sök|inloggnings|meny|text|fakta|kontakt|info|nyhets)?(?:knapp(?:en|arna)|länk(?:en|arna)|rutan|rutorna|fält(?:et|en)|meny(?:n|erna)|spalt(?:en|erna)|kolumn(?:en|erna)|list(?:an|orna)|bild(?:en|erna)|tabell(?:en|erna)|formulär(?:et|en)|pil(?:en|arna)|ikon(?:en|erna)|symbol(?:en|erna)|diagram(?:met|men)|flik(?:en|arna)|kartan)'
const colour = '(?:röda?|gröna?|blåa?|gula?|svarta?|vita?|grå|orange|rosa|lila|runda|fyrkantiga)'
const patterns: readonly (readonly [kind: 'colour' | 'side' | 'below', pattern: RegExp])[] = [
  // A map on paper and a button on a machine have colours too, but the words are the same.
  [
    'colour',
    new RegExp(
      String.raw`(?<!\p{L})(?:den|det|de) ${colour} (?:\p{L}+ )?(?:knapp(?:en|arna)|länk(?:en|arna)|rutan|fält(?:et|en)|pil(?:en|arna)|ikon(?:en|erna)|symbol(?:en|erna)|texten|markeringen|cirkeln)(?!\p{L})`,
      'giu',
    ),
  ],
  [
    'side',
    new RegExp(
      String.raw`(?<!\p{L})${part} (?:till (?:höger|vänster)|(?:längst )?upp(?:e)? till (?:höger|vänster)|i (?:höger|vänster)(?:spalten|kanten|menyn|kolumnen))(?!\p{L}| om | på (?:tomten|gatan|huset))`,
      'giu',
    ),
  ],
  ['side', /(?<!\p{L})(?:höger|vänster)(?:spalten|menyn|kolumnen|marginalen)(?!\p{L})/giu],
  ['below', new RegExp(String.raw`(?<!\p{L})${part} (?:här )?(?:nedan|ovan|nedanför|ovanför)(?!\p{L})`, 'giu')],
]
const messages = {
  colour: 'Den som inte ser färger eller former hittar inte det texten pekar på.',
  side: 'Platsen på sidan är en annan i mobilen och finns inte alls för den som lyssnar.',
  below: 'Den som lyssnar eller läser i mobilen vet inte hur långt ”ovan” och ”nedan” är.',
} as const

export const rule = defineRule({
  meta: {
    id: 'sensorisk-hanvisning',
    title: 'Hänvisning till färg eller plats',
    description: 'Hittar hänvisningar som bara den förstår som ser sidan, som ”den gröna knappen”.',
    why: 'Den som lyssnar på sidan, läser i mobilen eller inte ser färger hittar inte rätt.',
    group: 'tillganglighet',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    sources: [wcag('1.3.3', 'sensory-characteristics')],
    options: {
      ovanNedan: { type: 'boolean', default: true, description: 'Säg till även om ”ovan” och ”nedan”.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
  },
  document: {
    collect({ text }, { options, profile }): readonly Hint[] | undefined {
      if (!hint.test(text)) return undefined
      const found: Hint[] = []
      for (const [kind, pattern] of patterns) {
        // Paper keeps its places.
        if (kind !== 'colour' && (profile === 'brev' || profile === 'beslut' || profile === 'protokoll')) continue
        if (kind === 'below' && (!options.ovanNedan || profile === 'rapport')) continue
        for (const match of allMatches(text, pattern))
          found.push({ kind, start: match.index, end: match.index + match[0].length, isLink: link.test(match[0]) })
      }
      return found.length > 0 ? found : undefined
    },
    check({ blocks }, { report }) {
      for (const block of blocks)
        for (const { kind, isLink, ...at } of block.facts ?? []) {
          // A link that comes next is the one that is meant, also for who listens.
          if (kind === 'below' && isLink && hasLink(block, at.end, blocks[block.index + 1])) continue
          report(block.index, {
            at,
            message: messages[kind],
            severity: kind === 'below' ? 'suggestion' : 'warning',
            suggestions: [
              {
                title: isLink
                  ? 'Skriv länken i texten, med namnet på det som den leder till'
                  : 'Skriv vad det heter, till exempel ”knappen Skicka” eller ”listan Handlingar”',
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
        }
    },
  },
})

/** Words that point at a part of the page, offsets into the block's text, end exclusive. */
interface Hint {
  readonly kind: keyof typeof messages
  readonly start: number
  readonly end: number
  /** They point at links. */
  readonly isLink: boolean
}

const link = /länk/i

/** True where a link follows in the block, or stands in the next one. */
function hasLink({ marks }: BlockSummary, after: number, next: BlockSummary | undefined): boolean {
  if (marks.some(({ type, start }) => type === 'link' && start >= after)) return true
  return next?.marks.some(({ type }) => type === 'link') ?? false
}

const hint = /höger|vänster|ovan|nedan|(?:den|det|de) (?:röd|grön|blå|gul|svart|vit|grå|orange|rosa|lila|rund|fyrkant)/i
