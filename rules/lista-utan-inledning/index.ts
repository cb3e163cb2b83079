import { type BlockSummary, defineRule, type TextBlock } from '@klarsprak/engine'
import { isListOfLinks, isListOfTimes, listsOf } from '../src/lists.ts'
import { fragelada } from '../src/sources.ts'
import { isHeading, whole } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'lista-utan-inledning',
    title: 'Lista utan inledning',
    description: 'Hittar punktlistor som står direkt under en rubrik som inte säger vad listan är.',
    why: 'Utan inledning måste läsaren gissa vad punkterna har gemensamt och vad hen ska göra med dem.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: false,
    profiles: { protokoll: { severity: 'off' } },
    sources: [fragelada(28095)],
    options: {
      rubrikRacker: {
        type: 'strings',
        default: ['så', 'det här', 'det', 'detta', 'dessa', 'här', 'att', 'du', 'ni', 'vi'],
        description: 'Börjar rubriken med något av de här orden räcker den som inledning.',
      },
    },
    zones: ['heading', 'listItem'],
    fix: 'none',
    extent: 'block',
  },
  document: {
    collect: isClause,
    check({ blocks }, { options, report }) {
      const enough = options.rubrikRacker.map((word) => word.toLowerCase())
      for (const list of listsOf<boolean>(blocks)) {
        const { before: heading, items, ordered } = list
        if (ordered || list.depth > 0 || items.length < 3 || !heading || !isHeading(heading) || heading.facts) continue
        if (isListOfLinks(list) || isListOfTimes(list) || announces(heading, enough)) continue
        // Sentences, and words that are explained, stand on their own feet.
        if (items.filter(({ first }) => first.facts || /[.!?:–]/.test(first.text)).length * 2 >= items.length) continue
        report(items[0]!.first.index, {
          at: whole(items[0]!.first),
          message: `Listan under ”${heading.text.replaceAll('"', '”')}” saknar inledning.`,
          suggestions: [
            { title: 'Skriv en mening före listan som säger vad punkterna är', safety: 'suggestion', edits: [] },
          ],
          related: [{ block: heading.index, at: whole(heading), message: 'Rubriken före listan.' }],
        })
      }
    },
  },
})

/** A heading that is a question, breaks off, or begins with words that point forward. */
function announces({ text }: BlockSummary, enough: readonly string[]): boolean {
  const lower = text.toLowerCase().trim()
  return /[?:…]$/.test(lower) || enough.some((word) => lower === word || lower.startsWith(`${word} `))
}

/** True for a heading or an item with a verb of its own. */
function isClause({ words }: TextBlock): boolean {
  return words.some(({ morph }) => morph.VerbForm === 'Fin')
}
