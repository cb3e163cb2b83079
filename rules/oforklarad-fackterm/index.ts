import { type DocumentSummary, defineRule } from '@klarsprak/engine'
import { allMatches } from '../src/matches.ts'
import { isJobAdvert, readershipOf, speaksToReader } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { findTermUses, placesByTerm, type TermPlace } from '../src/term-uses.ts'
import { terms } from '../src/terms.ts'

export const rule = defineRule({
  meta: {
    id: 'oforklarad-fackterm',
    title: 'Oförklarad fackterm',
    description: 'Hittar ord ur förvaltningens fackspråk som inte förklaras där de först används.',
    why: 'Ett fackord som inte förklaras stänger ute läsare som inte arbetar med frågan.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [klarsprakshjalpen('Använd ord som läsarna förstår'), skrivregler('1.4'), hallefors(9)],
    options: {
      kandaTermer: { type: 'strings', default: [], description: 'Termer som era läsare kan, i grundform.' },
      kandaIDokument: {
        type: 'boolean',
        default: true,
        description: 'En förklaring var som helst i dokumentet räcker.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['byrakratord'],
  },
  get table() {
    return terms()
  },
  document: {
    collect: (block, { glossary }, matches) => findTermUses(block, glossary, matches),
    check(document, { options, profile, report }) {
      const terms = placesByTerm(document.blocks)
      if (terms.size === 0 || isForThoseWhoKnow(document) || isJobAdvert(document) || isForm(document)) return
      // On the web lie papers for all sorts of readers.
      if (profile === 'webb' && !speaksToReader(document)) return
      for (const [term, places] of terms) {
        if (options.kandaTermer.includes(term)) continue
        const [first] = places
        // A heading above says what the text is about; one further down comes too late.
        if (isHeading(first!.block)) continue
        if (first!.use.explained || namesOnly(first!) || standsAside(first!)) continue
        if (concernsReader(term, first!, document)) continue
        if (options.kandaIDokument && places.some(({ use }) => use.explained)) continue
        if (places.some((place) => isNamedByHeading(first!, place))) continue
        const { start, end, suggestion } = first!.use
        report(first!.block.index, {
          at: { start, end },
          message: `”${term}” är ett fackord som inte förklaras.`,
          suggestions: [suggestion],
        })
      }
    },
  },
})

/** Labels of a form, which whoever fills it in has had explained. */
const labels =
  /(?<!\p{L})(?:personnummer|namnteckning|namnförtydligande|underskrift|ort och datum|postnummer|bankgiro|lämna in kopior|kryssa|fylls i av)(?!\p{L})/giu
const fewestLabels = 3

function isForm({ blocks }: DocumentSummary): boolean {
  const found = new Set<string>()
  for (const { text } of blocks) for (const [label] of allMatches(text, labels)) found.add(label.toLowerCase())
  return found.size >= fewestLabels
}

/** What is said to those whom a term concerns: they have met it. */
const guardians = /(?<!\p{L})som (?:är )?(?:en )?(?:god man|gode män|förvaltare|förmyndare|ställföreträdare)(?!\p{L})/iu
const guardianTerms = new Set([
  'överförmyndare',
  'överförmyndarnämnd',
  'ställföreträdare',
  'huvudman',
  'god man',
  'förvaltare',
])
const applied = /(?<!\p{L})(?:ansök(?:er|a|t)|sök(?:er|a|t)|få(?:r|tt)?|har|beviljas|beviljats) (?:om )?(?:ett )?$/iu
const supportTerms = new Set(['försörjningsstöd', 'biståndsbeslut'])

function concernsReader(term: string, { block, use }: TermPlace, document: DocumentSummary): boolean {
  if (supportTerms.has(term)) return applied.test(block.text.slice(Math.max(0, use.start - 40), use.start))
  return guardianTerms.has(term) && document.blocks.some(({ text }) => guardians.test(text))
}

/** Words of procedure: a quoted statute. */
const procedure = /(?<!\p{L})(?:rätten|iakttaga|avgöres|förordnat|ogillat|talan|inställelse)(?!\p{L})/iu

/** True in brackets, in a row of things and in a quoted statute, where an explanation would only be in the way. */
function standsAside({ block: { text }, use: { start, end } }: TermPlace): boolean {
  if (text.lastIndexOf('(', start) > text.lastIndexOf(')', start)) return true
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 40)
  if (/, $/.test(before) && /^(?:,| (?:eller|och|samt|med mera)(?!\p{L}))/u.test(after)) return true
  if (/^, \p{L}+ (?:eller|och|samt) /u.test(after)) return true
  return procedure.test(text)
}

/** Words of an item that only names what there is. */
const mostWords = 4

/** True for a short item of a list and for a cell of a table: what it means is said where it is dealt with. */
function namesOnly({ block }: TermPlace): boolean {
  return (block.kind === 'listItem' && block.wordCount <= mostWords) || block.kind === 'tableCell'
}

/** True for a list item that only names the term, above a heading that does too: a list of what follows. */
function isNamedByHeading({ block, use }: TermPlace, later: TermPlace): boolean {
  return block.kind === 'listItem' && block.text.length === use.end - use.start && isHeading(later.block)
}

/** Officers and authorities know the terms; a party before a court may not. */
function isForThoseWhoKnow(document: DocumentSummary): boolean {
  const readership = readershipOf(document)
  return readership === 'officers' || readership === 'ombudsman'
}
