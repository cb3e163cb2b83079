import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { levelledHeadings, levelMarkup } from '../src/headings.ts'
import { boras, kmh, wcag } from '../src/sources.ts'
import { whole } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'rubrikniva-hopp',
    title: 'Hopp i rubriknivåer',
    description: 'Hittar rubriker som hoppar över en nivå.',
    why: 'Den som lyssnar på sidan hör nivåerna och tror att en del av texten saknas.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [boras, kmh, wcag('1.3.1', 'info-and-relationships'), wcag('2.4.10', 'section-headings')],
    options: {
      startaPaNiva: {
        type: 'string',
        default: 'auto',
        enum: ['1', '2', 'auto'],
        description: 'Djupaste nivån som den första rubriken får ha. Med auto är det 2, och i utdrag vilken som helst.',
      },
    },
    zones: ['heading'],
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'block',
  },
  document: {
    check(document, { options, report }) {
      const { format, fragment } = document
      const isExcerpt = format === 'html' && fragment
      const deepest = options.startaPaNiva === 'auto' ? (isExcerpt ? 6 : 2) : Number(options.startaPaNiva)
      let before: BlockSummary | undefined
      const headings = levelledHeadings(document)
      // A piece that is put into a page has its place there.
      const isPiece =
        options.startaPaNiva === 'auto' &&
        headings.length > 1 &&
        headings.every(({ level }) => level > 2 && level === headings[0]!.level)
      if (isPiece) return
      for (const heading of headings) {
        const allowed = before ? before.level + 1 : deepest
        if (heading.level > allowed)
          report(heading.index, {
            at: whole(heading),
            message: before
              ? `Rubriken är på nivå ${heading.level}, men rubriken före är på nivå ${before.level}.`
              : `Den första rubriken är på nivå ${heading.level}.`,
            suggestions: [
              {
                title: `Gör den till en rubrik på nivå ${allowed} (${levelMarkup(allowed, format)})`,
                safety: 'suggestion',
                edits: [],
              },
            ],
            ...(before
              ? { related: [{ block: before.index, at: whole(before), message: `Nivå ${before.level} här.` }] }
              : {}),
          })
        before = heading
      }
    },
  },
})
