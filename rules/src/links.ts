import type { BlockSummary } from '@klarsprak/engine'

type Mark = BlockSummary['marks'][number]

export interface Link {
  readonly block: BlockSummary
  readonly mark: Mark
  readonly href: string
  /** The words of the link as they stand. */
  readonly text: string
  /** The link goes on in the block before or after, as a card that is one large link. */
  readonly isPart: boolean
}

/** The links of a document with words in them, in reading order. */
export function linksOf(blocks: readonly BlockSummary[]): Link[] {
  const links: Link[] = []
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'altText') continue
    for (const mark of block.marks) {
      if (mark.type !== 'link' || mark.href === undefined || isCode(block, mark)) continue
      const text = block.text.slice(mark.start, mark.end)
      const isPart = goesOn(blocks[block.index - 1], mark, false) || goesOn(blocks[block.index + 1], mark, true)
      links.push({ block, mark, href: mark.href, text, isPart })
    }
  }
  return links
}

function isCode({ marks }: BlockSummary, link: Mark): boolean {
  return marks.some(({ type, start, end }) => type === 'code' && start <= link.start && link.end <= end)
}

/** True where the neighbour begins or ends with the same link. */
function goesOn(neighbour: BlockSummary | undefined, { href }: Mark, atStart: boolean): boolean {
  if (!neighbour) return false
  return neighbour.marks.some(
    (mark) =>
      mark.type === 'link' && mark.href === href && (atStart ? mark.start === 0 : mark.end === neighbour.text.length),
  )
}

const vague: ReadonlySet<string> = new Set(
  `här|hit|klicka här|klicka|tryck här|tryck|läs mer|läs mer här|läs mera|läs vidare|läs hela|läs här|läs|mer|mera|mer här
   |mer info|mer information|mer information här|info|information|information här|se här|se mer|se mer här|visa mer|visa
   |länk|länken|denna länk|den här länken|följ länken|via länken|klicka på länken|här är länken|länk här|länk till sidan
   |ladda ner|ladda ner här|ladda ned|ladda ned här|hämta|hämta här|öppna|öppna här|ansök här|anmäl dig här|boka här
   |denna sida|den här sidan|sidan|här på sidan|webbplatsen|webbsidan|hemsidan|vår hemsida|vår webbplats|deras hemsida
   |på vår webbplats|på vår hemsida|till sidan|gå vidare|vidare|fortsätt|read more|click here|here|more`
    .split('|')
    .map((text) => text.trim()),
)

/** True for words that say nothing of where a link leads. */
export function isVague(text: string, extra: readonly string[] = []): boolean {
  const words = plainLinkText(text)
  return vague.has(words) || extra.some((other) => plainLinkText(other) === words)
}

/** Lower case, without arrows, punctuation and double spaces. */
export function plainLinkText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&+/§%-]+/gu, ' ')
    .replace(/^[\s-]+|[\s-]+$/g, '')
}

/** An address without what does not lead elsewhere: `https://www.exempel.se/a/` and `//exempel.se/a` are one. */
export function plainAddress(href: string): string {
  return href
    .trim()
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '//')
    .replace(/\/(?=$|[?#])/, '')
    .replace(/^\.\//, '')
}
