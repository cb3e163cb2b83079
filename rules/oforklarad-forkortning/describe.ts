import type { Glossary, Report, Suggestion } from '@klarsprak/engine'
import type { Place } from '../src/abbreviation-places.ts'
import { abbreviations } from '../src/abbreviations.ts'
import { isHeading } from '../src/structure.ts'

/**
 * What to say of the first use.
 *
 * @param familiarity who knows it, as the table says; undefined where the table lacks it
 * @param explained where it is explained, too late
 */
export function describe(
  { use, block }: Place,
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
    suggestions: [advice(use, glossary, block)],
    ...(explained
      ? { related: [{ block: explained.block.index, at: explained.use, message: 'Här kommer förklaringen.' }] }
      : {}),
  }
}

/** `Växjö MMD`: the written-out name would need another form. */
const followsName = /\p{L}[ \u00a0]\p{Lu}\p{Ll}+[ \u00a0]$/u

/** Inserts the written-out form where it fits as it stands, else says what to write. */
function advice({ form, start, end, whole }: Place['use'], glossary: Glossary, block: Place['block']): Suggestion {
  const row = abbreviations().get(form)
  const long = row?.utskriven.split(';')[0] || glossary.find(form)?.explanation
  if (!long) return { title: `Skriv ut vad ”${form}” står för första gången`, safety: 'suggestion', edits: [] }
  // A heading need not teach the short form.
  const written = isHeading(block) ? long : `${long} (${form})`
  const text = start === 0 ? written[0]!.toUpperCase() + written.slice(1) : written
  // `LSS-boenden` → `boenden enligt lagen … (LSS)`
  const head = row?.typ === 'lag' ? /^-(\p{Ll}{4,})/u.exec(block.text.slice(end, end + 40))?.[1] : undefined
  return row?.inskjut === 'ja' && whole && !followsName.test(block.text.slice(0, start))
    ? { title: `Skriv ”${text}”`, safety: 'suggestion', edits: [{ start, end, text }] }
    : {
        title: `Skriv ut förkortningen första gången: ”${head ? `${head} enligt ${written}` : text}”`,
        safety: 'suggestion',
        edits: [],
      }
}
