import { defineRule } from '@klarsprak/engine'
import { textsOf } from '../src/letterhead.ts'
import { onlyIn } from '../src/profiles.ts'
import { forvaltningslagen } from '../src/sources.ts'
import type { Span } from '../src/structure.ts'

/** A decision that goes against the one who reads it. */
const refusal =
  /(?<!\p{L})(?:avslår|avslås|avvisar|avvisas|återkallar|återkallas|förelägger|föreläggs|förbjuder|avslag på|(?:du|ni|föreningen|bolaget|sökanden) får inte|säger nej|har inte rätt till)(?!\p{L})/iu
/** The applicant has taken the matter back, or somebody else's refusal is told of. */
const harmless = /(?:tagit|dragit) tillbaka|(?:du|ni|sökanden) återkallar|återkallat (?:din|sin) ansökan/i

export const rule = defineRule({
  meta: {
    id: 'overklagande-saknas',
    title: 'Upplysning om överklagande saknas',
    description: 'Påminner om överklagande i beslut som säger nej.',
    why: 'Den som får nej ska få veta hur hen överklagar, eller att det inte går.',
    group: 'struktur',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    profiles: onlyIn('beslut'),
    sources: [forvaltningslagen('33 §')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect(block): Span | undefined {
      const sentence = block.sentences.find(({ text }) => refusal.test(text) && !harmless.test(text))
      return sentence && { start: sentence.start, end: sentence.end }
    },
    check(document, { report }) {
      const place = document.blocks.find(({ facts }) => facts !== undefined)
      if (!place || textsOf(document).some(({ text }) => /överklag|besvärshänvisning/i.test(text))) return
      report(place.index, {
        at: place.facts!,
        message: 'Beslutet säger nej, men det står inget om överklagande.',
        suggestions: [
          {
            title: 'Skriv hur läsaren överklagar, eller att beslutet inte kan överklagas',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
