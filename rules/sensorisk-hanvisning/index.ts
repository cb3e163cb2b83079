import { defineRule } from '@klarsprak/engine'
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
    severity: 'warning',
    enabled: true,
    sources: [wcag('1.3.3', 'sensory-characteristics')],
    options: {
      ovanNedan: { type: 'boolean', default: true, description: 'Säg till även om ”ovan” och ”nedan”.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
  },
  block: {
    block({ text }, { options, profile, report }) {
      if (!hint.test(text)) return
      for (const [kind, pattern] of patterns) {
        // Paper keeps its places.
        if (kind !== 'colour' && (profile === 'brev' || profile === 'beslut' || profile === 'protokoll')) continue
        if (kind === 'below' && (!options.ovanNedan || profile === 'rapport')) continue
        for (const match of allMatches(text, pattern))
          report({
            at: { start: match.index, end: match.index + match[0].length },
            message: messages[kind],
            severity: kind === 'below' ? 'suggestion' : 'warning',
            suggestions: [
              {
                title: 'Skriv vad det heter, till exempel ”knappen Skicka” eller ”listan Handlingar”',
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
      }
    },
  },
})

const hint = /höger|vänster|ovan|nedan|(?:den|det|de) (?:röd|grön|blå|gul|svart|vit|grå|orange|rosa|lila|rund|fyrkant)/i
