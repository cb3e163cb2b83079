import { defineRule } from '@klarsprak/engine'
import { isListOfLinks, isListOfTimes, listsOf } from '../src/lists.ts'
import { fragelada } from '../src/sources.ts'
import { firstSentence, whole } from '../src/structure.ts'
import { type ItemForm, readForm } from './form.ts'
import { stranger } from './stranger.ts'

const checks = ['mening', 'versal', 'ordklass'] as const
const names: Record<string, string> = {
  sentence: 'en hel mening',
  phrase: 'ingen hel mening',
  upper: 'stor bokstav först',
  lower: 'liten bokstav först',
  verb: 'ett verb först',
  clause: 'en hel sats',
  noun: 'ett substantiv först',
  infinitive: 'att och ett verb först',
}
/** `… och mycket mer` ends a list in its own way. */
const close = /^(?:[…–-]\s*)?(?:och )?(?:mycket (?:annat|mer)|m\.?\s?m\.?|med mera|etc\.?)$/i

export const rule = defineRule({
  meta: {
    id: 'list-parallellism',
    title: 'Olika sorters punkter i en lista',
    description: 'Hittar listor där punkterna har olika form.',
    why: 'Läsaren tar in en lista snabbare när alla punkter är byggda på samma sätt.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: false,
    sources: [fragelada(28095)],
    options: {
      kontrollera: {
        type: 'strings',
        default: [...checks],
        description: 'Vad som jämförs: mening, versal och ordklass.',
      },
    },
    zones: ['listItem'],
    fix: 'none',
    extent: 'block',
  },
  document: {
    collect: (block) => ({ form: readForm(block), span: firstSentence(block) }),
    check({ blocks }, { options, report }) {
      for (const list of listsOf<{ form: ItemForm; span: ReturnType<typeof firstSentence> }>(blocks)) {
        if (isListOfLinks(list) || isListOfTimes(list)) continue
        const items = list.items.map(({ first }) => first).filter(({ text }) => !close.test(text.trim()))
        if (items.length < 3) continue
        for (const check of checks) {
          if (!options.kontrollera.includes(check)) continue
          const found = stranger(items.map(({ facts }) => facts?.form[check]))
          if (!found) continue
          const item = items[found.index]!
          const other = items[found.other]!
          const has = names[item.facts!.form[check]!]!
          const most = names[other.facts!.form[check]!]!
          report(item.index, {
            at: item.facts?.span ?? whole(item),
            message: `Punkten har en annan form än de andra: ${has}.`,
            suggestions: [{ title: `Gör alla punkter lika: de flesta har ${most}`, safety: 'suggestion', edits: [] }],
            related: [{ block: other.index, at: whole(other), message: `Här är det ${most}.` }],
          })
          break
        }
      }
    },
  },
})
