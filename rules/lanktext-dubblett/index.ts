import { defineRule } from '@klarsprak/engine'
import { isVague, type Link, linksOf, plainAddress, plainLinkText } from '../src/links.ts'
import { boras, stockholm, wcag } from '../src/sources.ts'

/** Pages in a list of results, and ways around on the same page. */
const navigation = /^(?:\d+|[a-zåäö]|sida \d+|nästa|föregående|till toppen|tillbaka|upp|stäng|dela)$/

export const rule = defineRule({
  meta: {
    id: 'lanktext-dubblett',
    title: 'Samma länktext till olika sidor',
    description: 'Hittar länkar med samma text som leder till olika adresser.',
    why: 'Läsaren tror att länkarna leder till samma sida och missar den ena.',
    group: 'struktur',
    checklist: [4],
    severity: 'suggestion',
    enabled: true,
    sources: [boras, stockholm, wcag('2.4.4', 'link-purpose-in-context')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'phrase',
  },
  document: {
    check({ blocks }, { report }) {
      const first = new Map<string, Link>()
      for (const link of linksOf(blocks)) {
        // The row of a table says what a link in it is about.
        if (link.isPart || link.block.table || link.mark.label === '') continue
        const text = plainLinkText(link.mark.label ?? link.text)
        if (text === '' || navigation.test(text) || isVague(text) || link.href === '') continue
        const other = first.get(text)
        if (other === undefined) first.set(text, link)
        else if (!isSame(other.href, link.href))
          report(link.block.index, {
            at: link.mark,
            message: `En annan länk med texten ”${link.text.replaceAll('"', '”')}” leder till en annan sida.`,
            suggestions: [
              { title: 'Skriv i länktexterna vad som skiljer sidorna åt', safety: 'suggestion', edits: [] },
            ],
            related: [{ block: other.block.index, at: other.mark, message: 'Den andra länken.' }],
          })
      }
    },
  },
})

/** An address with and without its domain may be the same. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [plainAddress(one), plainAddress(other)]
  return a === b || (isPath(a) && b.endsWith(a)) || (isPath(b) && a.endsWith(b))
}

function isPath(address: string): boolean {
  return /^\/[^/]/.test(address)
}
