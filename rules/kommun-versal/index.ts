import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { isBeforeCapital, isCapitalInside } from '../src/capitals.ts'
import { isTechnical, wordAt } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'

const place = /(?<![\p{L}\d])(\p{Lu}[\p{Ll}-]+(?:\p{Lu}\p{Ll}+)?)[ \u00a0](Kommun|Stad)(s?)(?![\p{L}\d-])/uy
const organ =
  /(?<![\p{L}\d&/-])(?:(?:Kommunen|Regionen|Landstinget|Kommunstyrelsen|Regionstyrelsen|Kommunfullmäktige|Regionfullmäktige)|(?:\p{Lu}\p{Ll}{2,40}(?:nämnden|förvaltningen)))s?(?![\p{L}\d&-])/uy
/** Towns whose own name for their organisation has a capital. */
const ownForms = new Set(['Göteborgs Stad', 'Borås Stad', 'Trollhättans Stad'])
/** Classes of words that a sentence goes on after. */
const leads = new Set(['ADP', 'VERB', 'AUX', 'CCONJ', 'SCONJ', 'ADV', 'DET', 'PRON', 'PART'])
/** Boards and administrations of the state, whose names have a capital. */
const national =
  /^(?:Överklagande|Valprövnings|Ansvars|Resegaranti|Partibidrags|Presstöds|Notarie|Integritetsskydds|Länsstyrelse|Riksdags|Regerings|Patentbesvärs|Diskriminerings|Hyres|Arrende|Fastighets|Statens|Säkerhets|Forskarskatte|Aktiemarknads|Försvars|Kriminalvårds|Domarnämnd|Alkohol)/

export const rule = defineRule({
  meta: {
    id: 'kommun-versal',
    title: 'Kommunen med stor bokstav',
    description: 'Hittar stor bokstav i ordet kommun, stad eller nämndens namn mitt i en mening.',
    why: 'Bara namnet på orten har stor bokstav; många stora bokstäver gör texten tung och högtidlig.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('5.3'), { work: 'SLU: Skrivregler', section: 'organisatoriska enheter' }],
    options: {
      egenForm: {
        type: 'strings',
        default: [],
        description: 'Namn som ni själva skriver med stor bokstav, till exempel Göteborgs Stad.',
      },
      namnder: {
        type: 'string',
        default: 'gemen',
        enum: ['gemen', 'valfri'],
        description: 'Om nämnder och förvaltningar ska ha liten bokstav, eller om det är valfritt.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.capitalInside)) return
      const isOwn = (name: string) => ownForms.has(name) || options.egenForm.includes(name)
      if (/ (?:Kommun|Stad)/.test(text))
        for (const { 0: name, 1: town, 2: kind, 3: genitive, index } of atCapitals(text, place)) {
          const start = index + town!.length + 1
          const end = start + kind!.length + genitive!.length
          if (isOwn(`${town} ${kind}`) || isBeforeCapital(text, end) || isTechnical(block, start, end)) continue
          const lower = `${kind!.toLowerCase()}${genitive}`
          report({
            at: { start, end },
            message: `Skriv ”${lower}” med liten bokstav i ”${name.replace('\u00a0', ' ')}”.`,
            suggestions: [write(start, start + 1, lower.charAt(0), 'suggestion', `${town} ${lower}`)],
          })
        }
      if (block.kind === 'heading' || options.namnder === 'valfri') return
      if (!/ (?:Kommun|Region|Landsting)|(?:nämnd|förvaltning)en/.test(text)) return
      for (const { 0: name, index: start } of atCapitals(text, organ)) {
        const end = start + name.length
        if (national.test(name) || isOwn(name.replace(/s$/, '')) || isOwn(name)) continue
        if (!isCapitalInside(block, start) || isBeforeCapital(text, end) || isTechnical(block, start, end)) continue
        // After a noun it may begin a line whose break was lost.
        if (!leads.has(wordAt(block, start)!.previous!.upos)) continue
        // In an agreement the word is defined: ”nedan kallad Kommunen”.
        if (/(?:kalla[dt]|benämn[dt]s?|nedan)[ \u00a0]$/.test(text.slice(Math.max(0, start - 12), start))) continue
        const lower = name.charAt(0).toLowerCase() + name.slice(1)
        report({
          at: { start, end },
          severity: 'suggestion',
          message: `Skriv ”${lower}” med liten bokstav.`,
          suggestions: [write(start, start + 1, lower.charAt(0), 'suggestion', lower)],
        })
      }
    },
  },
})
