import { defineRule } from '@klarsprak/engine'
import { abbreviations } from '../src/abbreviations.ts'
import { correctTo, isNoProse } from '../src/correct.ts'
import { skrivregler } from '../src/sources.ts'
import { lazy, parts } from '../src/table.ts'
import { writtenIn } from '../src/written.ts'

interface Entry {
  readonly form: string
  readonly long: string
}

const kinds = new Set(['avbrytning', 'sammandragning', 'blandad'])
/** Parts of references, units, months and titles, which keep their short form; and short forms that are words. */
const kept = new Set(
  `art. bil. dir. f. ff. fig. kap. mom. prop. s. skr. st. tab. tr. v. t. dr hr s:t jan. feb. apr. aug. sep. okt. nov.
  dec. mån. tis. ons. tors. fre. lör. sön. min. sek. tim. tid. ord. el. max. obs sv. nr diarienr dnr uppl. utg. e.Kr.
  f.Kr. a.a. anm. tfn ordf. gm g.m. inb. u.å. f.k. i.a. r.f. u.a. t.h. t.v. dd d.d. ek. för. övers. förf. kr. ung. fr. plur.`.split(
    /\s+/,
  ),
)
/** Forms without full stops that are no words of their own; others, such as `följ`, need theirs. */
const bare = new Set(
  'tex pga dvs osv mfl resp enl inkl exkl incl excl etc ev ordf evt ang kl fr o m c:a org.nr orgnr persnr telnr'.split(
    ' ',
  ),
)

/** Where what the table says is no easier than the short form. */
const shorter = new Map([
  ['etc.', 'och så vidare'],
  ['ca', 'ungefär'],
  ['ev.', 'eventuellt'],
])

const table = lazy(() => {
  const byForm = new Map<string, Entry>()
  for (const { forkortning: form, varianter, utskriven, typ } of new Set(abbreviations().values())) {
    if (!kinds.has(typ) || kept.has(form) || utskriven === '') continue
    const long = shorter.get(form) ?? (utskriven.split(';')[0] ?? '').replace(/\s*\(.*\)/, '')
    const variants = parts(varianter).filter(
      (variant) => variant.length > 2 && (typ !== 'avbrytning' || /[ .]/.test(variant) || bare.has(variant)),
    )
    for (const written of [form, ...variants]) byForm.set(written.toLowerCase(), { form, long })
  }
  return byForm
})

export const rule = defineRule({
  meta: {
    id: 'forkortning-loptext',
    title: 'Förkortning i löpande text',
    description: 'Hittar förkortade ord som kan skrivas ut.',
    why: 'Utskrivna ord är lättare att läsa, och en uppläsande röst säger dem rätt.',
    group: 'termer',
    checklist: [1, 8],
    severity: 'suggestion',
    enabled: false,
    profiles: { lattlast: { severity: 'suggestion' }, strikt: { severity: 'suggestion' } },
    sources: [
      { work: '1177 Västra Götaland: Språkliga riktlinjer', section: 'Förkortningar' },
      { work: 'Östersunds kommun: Profilmanual, 12 Klarspråk' },
      skrivregler('kapitel 11'),
    ],
    options: {
      godkanda: { type: 'strings', default: [], description: 'Förkortningar som får stå kvar, till exempel ”kl.”.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['forkortningsform', 'forkortning-meningsstart', 'klockslag', 'valutaform', 'miljonforkortning'],
  },
  block: {
    block(block, { options, report }) {
      for (const { written, entry, key } of writtenIn(block, table())) {
        const { form, long } = entry
        const at = key.endsWith('.') ? written : written.word
        const text = block.text.slice(at.start, at.end)
        if (options.godkanda.includes(form) || options.godkanda.includes(text) || isNoProse(block, at)) continue
        if (isInBrackets(block.text, at.start, at.end) || !/\p{Ll}/u.test(text)) continue
        if (block.text[at.end] === '/' || /\.{4,}\s*\d*\s*$/.test(block.text.slice(0, at.start))) continue
        if (form === 'kr' && !/\d[\s\u00a0]*$/.test(block.text.slice(0, at.start))) continue
        report({
          at,
          message: `Förkortningen ”${text}” kan skrivas ut.`,
          suggestions: [correctTo(block, at, endOf(long, text, block.text.slice(at.end)), 'suggestion')],
        })
      }
    },
  },
})

/** The full stop of a sentence that ended with the one of the abbreviation is put back, and a space before a figure. */
function endOf(long: string, form: string, after: string): string {
  if (/^\d/.test(after)) return `${long} `
  return form.endsWith('.') && /^(?:\s*$|\s+\p{Lu}\p{Ll})/u.test(after) ? `${long}.` : long
}

/** True inside brackets, where there is little room. */
function isInBrackets(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('(', start)
  if (open < 0 || text.indexOf(')', open) < end) return false
  return text.indexOf(')', open) >= end
}
