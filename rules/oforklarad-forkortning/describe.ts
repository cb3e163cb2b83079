import type { Glossary, Report, Suggestion } from '@klarsprak/engine'
import type { Place } from '../src/abbreviation-places.ts'
import type { Use } from '../src/abbreviation-uses.ts'
import { abbreviations } from '../src/abbreviations.ts'

/**
 * What to say of the first use.
 *
 * @param familiarity who knows it, as the table says; undefined where the table lacks it
 * @param explained where it is explained, too late
 */
export function describe(
  use: Use,
  familiarity: string | undefined,
  explained: Place | undefined,
  glossary: Glossary,
): Report {
  return {
    at: use,
    message: explained
      ? `”${use.form}” förklaras först längre fram i texten.`
      : familiarity === undefined
        ? `”${use.form}” förklaras inte i texten.`
        : `Alla vet inte vad ”${use.form}” står för.`,
    ...(familiarity === 'nej' ? {} : { severity: 'suggestion' as const }),
    suggestions: [advice(use, glossary)],
    ...(explained
      ? { related: [{ block: explained.block.index, at: explained.use, message: 'Här kommer förklaringen.' }] }
      : {}),
  }
}

/** Inserts the written-out form where it fits as it stands, else says what to write. */
function advice({ form, start, end, whole }: Use, glossary: Glossary): Suggestion {
  const row = abbreviations().get(form)
  const long = row?.utskriven.split(';')[0] || glossary.find(form)?.explanation
  if (!long) return { title: `Skriv ut vad ”${form}” står för första gången`, safety: 'suggestion', edits: [] }
  const text = `${long} (${form})`
  return row?.inskjut === 'ja' && whole
    ? { title: `Skriv ”${text}”`, safety: 'suggestion', edits: [{ start, end, text }] }
    : { title: `Skriv ut förkortningen första gången: ”${text}”`, safety: 'suggestion', edits: [] }
}
