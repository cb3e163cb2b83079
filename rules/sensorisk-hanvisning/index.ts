import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { wcag } from '../src/sources.ts'

/** Parts of a page, not of the world. */
const part =
  '(?:sök|inloggnings|meny|text|fakta|kontakt|info|nyhets)?(?:knapp(?:en|arna)|länk(?:en|arna)|rutan|rutorna|fält(?:et|en)|meny(?:n|erna)|spalt(?:en|erna)|kolumn(?:en|erna)|list(?:an|orna)|bild(?:en|erna)|tabell(?:en|erna)|formulär(?:et|en)|pil(?:en|arna)|ikon(?:en|erna)|symbol(?:en|erna)|diagram(?:met|men)|flik(?:en|arna)|kartan)'
/** Of those, what the page may have several of. A picture or form stands beside the words that speak of it. */
const listed = part.replace(/\|(?:bild|formulär|diagram)\([^)]*\)|\|kartan/g, '')
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
  ['below', new RegExp(String.raw`(?<!\p{L})${listed} (?:här )?(?:nedan|ovan|nedanför|ovanför)(?!\p{L})`, 'giu')],
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
        for (const match of allMatches(text, pattern)) {
          const after = text.slice(match.index + match[0].length)
          // A part that is named too is found without its colour or place, and one of a thing is no part of a page.
          if (kind !== 'below' && (named.test(after) || things.test(after))) continue
          const isNamed = namedBefore.test(text.slice(0, match.index))
          if (kind !== 'below' && isNamed) continue
          found.push({ kind, start: match.index, end: match.index + match[0].length, part: partOf(match[0]), isNamed })
        }
      }
      return found.length > 0 ? found : undefined
    },
    check({ blocks, format }, { report }) {
      for (const block of blocks)
        for (const { kind, part, isNamed, ...at } of block.facts ?? []) {
          // What comes next is what is meant, also for who listens.
          if (kind === 'below' && comesNext(part, block, at.end, blocks[block.index + 1])) continue
          // So is what stands in the same section, in the order in which it is read aloud. Plain text has lost its tables and links.
          if (kind === 'below' && (format === 'text' || standsNear(part, block, at.end, blocks))) continue
          report(block.index, {
            at,
            message: messages[kind],
            suggestions: [
              {
                title: isNamed
                  ? 'Stryk ordet: namnet räcker'
                  : part === 'link'
                    ? 'Skriv länken i texten, med namnet på det som den leder till'
                    : part === 'table'
                      ? 'Skriv tabellens rubrik, till exempel ”tabellen Avgifter”'
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
  readonly part: Part
  /** True where the name of what is meant stands before: `klicka på ”Ansökan” i menyn ovan`. */
  readonly isNamed: boolean
}

type Part = 'link' | 'list' | 'table' | 'other'

function partOf(words: string): Part {
  const part = /länk|list|tabell/i.exec(words)?.[0].toLowerCase()
  return part === 'länk' ? 'link' : part === 'list' ? 'list' : part === 'tabell' ? 'table' : 'other'
}

/** True where what is pointed at follows in the block or right after it. */
function comesNext(part: Part, { text, marks }: BlockSummary, after: number, next: BlockSummary | undefined): boolean {
  if (/^[^.!?]*:\s*$/.test(text.slice(after))) return next !== undefined
  if (part === 'list') return next?.kind === 'listItem'
  if (part === 'table') return next?.kind === 'tableCell'
  if (part !== 'link') return false
  if (marks.some(({ type, start }) => type === 'link' && start >= after)) return true
  return next?.marks.some(({ type }) => type === 'link') ?? false
}

/** `den gröna knappen Skicka`, `rutan till höger med rubriken …` */
const named =
  /^,? (?:[”"»]?\p{Lu}|[”"»]|(?:som heter|med (?:texten|namnet|rubriken|ordet)|märkt|där det står)(?!\p{L}))/u
/** `klicka på ”Ansökan” i …` */
const namedBefore = /\p{L}[”"»] (?:i|på|under) $/u
/** `den röda knappen på larmet`, but not `på sidan`. */
const things =
  /^ (?:på|i|vid|under|ovanför) (?!(?:start|webb|hem)?(?:sidan|platsen)|skärmen|menyn|e-tjänsten|formuläret|appen|kartan|listan|ansökan|blanketten|portalen)(?:\p{Ll}{4,}(?:en|et|an|n|na)|din|ditt|er|ert)(?!\p{L})/u

/** True where such a part stands in the same section, after the words for `nedan` and before them for `ovan`. */
function standsNear(part: Part, { index, text }: BlockSummary, end: number, blocks: readonly BlockSummary[]): boolean {
  if (part === 'other') return false
  const step = /ovan(?:för)?$/i.test(text.slice(0, end)) ? -1 : 1
  for (let at = index + step; at >= 0 && at < blocks.length; at += step) {
    const block = blocks[at]!
    if (block.kind === 'heading') return false
    if (part === 'link' ? block.marks.some(({ type }) => type === 'link') : block.kind === kinds[part]) return true
  }
  return false
}

const kinds = { list: 'listItem', table: 'tableCell' } as const

const hint = /höger|vänster|ovan|nedan|de[nt]? (?:röd|grön|blå|gul|svart|vit|grå|orange|rosa|lila|rund|fyrkant)/i
