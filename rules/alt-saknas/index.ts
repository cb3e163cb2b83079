import { defineRule } from '@klarsprak/engine'
import { boras, wcag, webbriktlinjer } from '../src/sources.ts'
import { whole } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'alt-saknas',
    title: 'Bild utan alternativtext',
    description: 'Hittar bilder som saknar en text för den som inte ser dem.',
    why: 'Den som inte ser bilden får inte veta vad den visar eller vart den leder.',
    group: 'tillganglighet',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    sources: [webbriktlinjer(115), wcag('1.1.1', 'non-text-content'), boras],
    options: {
      tomIMarkdown: {
        type: 'boolean',
        default: false,
        description: 'Låt en tom alternativtext i Markdown betyda att bilden är en dekoration.',
      },
    },
    zones: ['altText'],
    readsQuotes: true,
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'block',
  },
  block: {
    block(block, { format, options, report }) {
      if (!block.missing) return
      const isLink = block.marks.some(({ type }) => type === 'link')
      if (format === 'markdown' && options.tomIMarkdown && !isLink) return
      report({
        at: whole(block),
        message: isLink ? 'Bilden är en länk, men den har ingen text.' : 'Bilden saknar alternativtext.',
        suggestions: [
          {
            title: isLink
              ? 'Skriv i alternativtexten vart länken leder'
              : format === 'html'
                ? 'Beskriv i alt vad bilden visar, eller lämna alt tomt om den bara är till för utseendet'
                : format === 'office'
                  ? 'Beskriv i bildens alternativtext vad den visar, eller ange att den bara är dekoration'
                  : 'Beskriv inom hakparenteserna vad bilden visar',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
