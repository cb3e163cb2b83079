import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { namesContact, namesPerson, needsNoLetterhead, textsOf } from '../src/letterhead.ts'
import { onlyIn } from '../src/profiles.ts'
import { forvaltningslagen, kmh, webbriktlinjer, westander } from '../src/sources.ts'
import { firstSentence, isHeading, whole } from '../src/structure.ts'

/** How many blocks around the contact details may hold the name of the one to reach. */
const near = 3

export const rule = defineRule({
  meta: {
    id: 'kontakt-saknas',
    title: 'Kontaktuppgifter saknas',
    description: 'Hittar brev, beslut och pressmeddelanden som inte säger hur läsaren når avsändaren.',
    why: 'Den som har en fråga ska kunna ringa eller mejla utan att leta.',
    group: 'struktur',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    profiles: onlyIn('press', 'brev', 'beslut'),
    sources: [westander, kmh, webbriktlinjer(4), forvaltningslagen('7 §')],
    options: {
      kraverPerson: {
        type: 'string',
        default: 'press',
        enum: ['press', 'alltid', 'aldrig'],
        description: 'När namnet på en person ska stå vid kontaktuppgifterna.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'contact', 'tableCell', 'quote'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: firstSentence,
    check(document, { options, profile, report }) {
      const texts = textsOf(document)
      const last = texts.at(-1)
      if (!last || needsNoLetterhead(document)) return
      const contacts = texts.filter(({ text }) => namesContact(text))
      const wantsPerson = options.kraverPerson === 'alltid' || (options.kraverPerson === 'press' && profile === 'press')
      if (contacts.length > 0 && (!wantsPerson || contacts.some((block) => hasPersonNear(block, texts)))) return
      const place = contacts.at(-1) ?? last
      report(place.index, {
        at: place.kind === 'contact' || isHeading(place) ? whole(place) : (place.facts ?? whole(place)),
        message:
          contacts.length > 0
            ? 'Det står ingen person vid kontaktuppgifterna.'
            : 'Texten saknar telefonnummer och e-postadress.',
        suggestions: [
          {
            title:
              contacts.length > 0
                ? 'Skriv namn och titel på den som svarar på frågor'
                : 'Skriv sist vem som svarar på frågor, med telefonnummer eller e-postadress',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})

/** A name in the same block, or in one of the short lines around it. */
function hasPersonNear(contact: BlockSummary, texts: readonly BlockSummary[]): boolean {
  return texts.some(
    (block) =>
      Math.abs(block.index - contact.index) <= near &&
      (block === contact || block.wordCount <= 15) &&
      namesPerson(block.text),
  )
}
