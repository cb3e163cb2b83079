import { defineRule } from '@klarsprak/engine'
import { correctTo, isNoProse } from '../src/correct.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { writtenIn } from '../src/written.ts'
import { fits, forms, isComplete } from './forms.ts'

/** What shows that a text writes its abbreviations with spaces. */
const spaced = /(?<!\p{L})(?:t ex|bl a|m m|fr o m|t o m|s k|o s v|d v s)(?!\p{L})/u

/** True for a full stop that a sentence ends with. */
function endsSentence(text: string, { end }: { readonly end: number }): boolean {
  return text[end - 1] === '.' && /^(?:\s+\p{Lu}|\s*$)/u.test(text.slice(end))
}

export const rule = defineRule({
  meta: {
    id: 'forkortningsform',
    title: 'Förkortningens form',
    description: 'Hittar förkortningar som är felskrivna, till exempel utan punkter.',
    why: 'Läsaren känner igen en förkortning på formen, och ”mm” eller ”tex” kan läsas som något annat.',
    group: 'termer',
    checklist: [10],
    severity: 'warning',
    enabled: true,
    sources: [
      fragelada(26075),
      fragelada(22308),
      skrivregler('kapitel 11'),
      { work: 'Isof: Snabba skrivregler (2024)', url: 'https://www.isof.se/utforska/publikationer' },
      { work: 'Studentlitteratur: Skrivhjälp' },
    ],
    options: {
      system: {
        type: 'string',
        default: 'punkt',
        enum: ['punkt', 'mellanslag'],
        description: 'Om ni skriver ”t.ex.” (punkt) eller ”t ex” (mellanslag).',
      },
      accepteraAlternativ: {
        type: 'boolean',
        default: true,
        description: 'Låt det andra godkända sättet stå kvar.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      for (const { written, entry: form, key } of writtenIn(block, forms())) {
        const isSpaced = options.accepteraAlternativ && spaced.test(block.text)
        const right = options.system === 'punkt' && !isSpaced ? form.punkt : form.mellanslag
        if (form.system !== undefined && (options.accepteraAlternativ || form.system === options.system)) continue
        if (isComplete(form, written.text)) continue
        const whole = right.endsWith('.') || key.endsWith('.') ? written : written.word
        // `… skolor mm.` last in its sentence: the full stop is the sentence's.
        const isLast = !right.endsWith('.') && endsSentence(block.text, whole)
        const at = isLast ? { start: whole.start, end: whole.end - 1 } : whole
        if (isNoProse(block, at) || !fits(form, written, block)) continue
        const text = block.text.slice(at.start, at.end)
        report({
          at,
          message:
            form.system === undefined
              ? `Förkortningen ”${text}” skrivs ”${right}”.`
              : `Ni skriver förkortningen ”${right}”, inte ”${text}”.`,
          ...(form.system === undefined ? {} : { severity: 'suggestion' as const }),
          suggestions: [correctTo(block, at, right, form.safe ? 'safe' : 'suggestion')],
        })
      }
    },
  },
})
