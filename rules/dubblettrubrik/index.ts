import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { isNumbered, levelledHeadings } from '../src/headings.ts'
import { klarsprakshjalpen, wcag } from '../src/sources.ts'
import { whole } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'dubblettrubrik',
    title: 'Samma rubrik två gånger',
    description: 'Hittar rubriker med samma ord på samma nivå i samma avsnitt.',
    why: 'Läsaren kan inte se på rubrikerna var svaret finns.',
    group: 'struktur',
    checklist: [4],
    severity: 'suggestion',
    enabled: true,
    profiles: { protokoll: { severity: 'off' } },
    sources: [wcag('2.4.6', 'headings-and-labels'), klarsprakshjalpen('Skriv tydliga rubriker')],
    options: {
      overHelaDokumentet: {
        type: 'boolean',
        default: false,
        description: 'Säg till även när rubrikerna står i olika avsnitt.',
      },
    },
    zones: ['heading'],
    fix: 'none',
    extent: 'block',
  },
  document: {
    check(document, { options, report }) {
      /** The headings above the current one, and by their words those that have come in each section. */
      const above: { readonly level: number; readonly seen: Map<string, BlockSummary> }[] = []
      const everywhere = new Map<string, BlockSummary>()
      let sections = { level: 0, seen: everywhere }
      for (const heading of levelledHeadings(document)) {
        while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop()
        const parent = above.at(-1)
        above.push({ level: heading.level, seen: new Map() })
        if (heading.level < sections.level) sections = { level: 0, seen: everywhere }
        if (heading.text === '') continue
        // Numbered sections of one level may each have the same parts beside them.
        if (isNumbered(heading)) sections = { level: heading.level, seen: new Map() }
        const seen = options.overHelaDokumentet
          ? everywhere
          : sections.level === heading.level
            ? sections.seen
            : (parent?.seen ?? everywhere)
        const key = `${options.overHelaDokumentet ? '' : heading.level} ${heading.text.toLowerCase().trim()}`
        const first = seen.get(key)
        if (first === undefined) seen.set(key, heading)
        else
          report(heading.index, {
            at: whole(heading),
            message: `Rubriken ”${heading.text.replaceAll('"', '”')}” finns redan.`,
            suggestions: [
              {
                title: 'Skriv i rubriken vad som skiljer avsnitten åt, eller slå ihop dem',
                safety: 'suggestion',
                edits: [],
              },
            ],
            related: [{ block: first.index, at: whole(first), message: 'Här står den första gången.' }],
          })
      }
    },
  },
})
