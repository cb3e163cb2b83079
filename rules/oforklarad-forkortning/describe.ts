import type { Glossary, Report, Suggestion } from '@klarsprak/engine'
import type { Place } from '../src/abbreviation-places.ts'
import { abbreviations } from '../src/abbreviations.ts'
import { isFirstPart } from '../src/first-part.ts'
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
    suggestions: [advice(use, glossary, block), ...renamed(use.form)],
    ...(explained
      ? { related: [{ block: explained.block.index, at: explained.use, message: 'Här kommer förklaringen.' }] }
      : {}),
  }
}

/** What is called something else today: a text with the old name may be out of date. */
const newNames: ReadonlyMap<string, readonly [name: string, since: number]> = new Map([
  ['SKL', ['Sveriges Kommuner och Regioner (SKR)', 2019]],
  ['MSB', ['Myndigheten för civilt försvar', 2026]],
])

function renamed(form: string): Suggestion[] {
  const name = newNames.get(form)
  if (name === undefined) return []
  const title = `Kontrollera att texten är aktuell: ”${form}” heter ${name[0]} sedan ${name[1]}`
  return [{ title, safety: 'suggestion', edits: [] }]
}

/** `Växjö MMD`: the written-out name would need another form. */
const followsName = /\p{L}[ \u00a0]\p{Lu}\p{Ll}+[ \u00a0]$/u

/** What companies do: there the name tells less than what sort of company it is. */
const acts = /^ (?:i spetsen|tar över|tog över|kör|hämtar|sköter|äger|driver|levererar|tömmer)(?!\p{L})/u

/** Who or what works with something: `VA-enheten` is `enheten för vatten och avlopp`. */
const worksWith =
  /(?:enhet|avdelning|chef|kontor|nämnd|förvaltning|organisation|verksamhet|rådgivare|ingenjör|bolag|samordnare|handläggare)(?:en|et|n|er|ar|s|erna|arna)?$/u

/** Inserts the written-out form where it fits as it stands, else says what to write. */
function advice(
  { form, start, end, whole, opens }: Place['use'],
  glossary: Glossary,
  block: Place['block'],
): Suggestion {
  const row = abbreviations().get(form)
  const long = row?.utskriven.split(';')[0] || glossary.find(form)?.explanation
  if (!long && acts.test(block.text.slice(end, end + 20)))
    return {
      title: `Säg vad ”${form}” är första gången, till exempel ”bolaget ${form}”, eller skriv ut namnet`,
      safety: 'suggestion',
      edits: [],
    }
  if (!long) return { title: `Skriv ut vad ”${form}” står för första gången`, safety: 'suggestion', edits: [] }
  // A heading need not teach the short form.
  const written = isHeading(block) ? long : `${long} (${form})`
  const text = opens ? written[0]!.toUpperCase() + written.slice(1) : written
  const after = block.text.slice(end, end + 40)
  // `LSS grupp- och serviceboenden`
  const pair = row?.typ === 'lag' ? /^ (\p{Ll}+- (?:och|eller) \p{Ll}+)/u.exec(after)?.[1] : undefined
  if (pair !== undefined) return { title: first(`${pair} enligt ${written}`), safety: 'suggestion', edits: [] }
  if (row?.typ === 'lag' && isFirstPart(after))
    return {
      title: `Sätt bindestreck efter ”${form}”, och skriv ut vad det står för första gången: ”${long}”`,
      safety: 'suggestion',
      edits: [],
    }
  if (row?.inskjut === 'ja' && whole && !followsName.test(block.text.slice(0, start)))
    return { title: `Skriv ”${text}”`, safety: 'suggestion', edits: [{ start, end, text }] }
  const owned = /^:s(?!\p{L})/u.test(after) && row?.inskjut === 'ja' ? owner(long) : undefined
  if (owned !== undefined) {
    const put = `${opens ? owned[0]!.toUpperCase() + owned.slice(1) : owned} (${form}:s)`
    return { title: `Skriv ”${put}”`, safety: 'suggestion', edits: [{ start, end: end + 2, text: put }] }
  }
  return { title: title(), safety: 'suggestion', edits: [] }

  function title(): string {
    const head = /^-(\p{Ll}{4,})/u.exec(after)?.[1]
    if (head !== undefined && row?.typ === 'lag' && !worksWith.test(head)) return first(`${head} enligt ${written}`)
    // `HR-avdelningen`, where the short form itself stands for a department.
    if (head !== undefined && row?.typ !== 'lag' && long!.endsWith(stemOf(head)))
      return first(`${long!.slice(0, -stemOf(head).length)}${head} (${form}-${head})`)
    if (head !== undefined && row?.typ !== 'lag' && worksWith.test(head)) {
      // A unit is for what the department is for.
      const [whole, what] = (row?.utskriven ?? '').split(';')
      return first(`${head} för ${what && worksWith.test(whole!) ? `${what.trim()} (${form})` : written}`)
    }
    if (head !== undefined)
      return `Bygg om ”${form}-${head}” första gången, och skriv ut vad ”${form}” står för: ”${long}”`
    if (/^:s(?!\p{L})/u.test(after)) return `Bygg om ”${form}:s” första gången, och skriv ut förkortningen: ”${text}”`
    // `KS diarium`
    return first(/^ \p{Ll}/u.test(after) && /^\p{L}+n$/u.test(long!) ? text.replace(/^\p{L}+/u, '$&s') : text)
  }
}

/** A word without the endings of the definite form and the plural: `avdelningen`, `kontorets`. */
function stemOf(word: string): string {
  return word.replace(/(?:en|et|ar|arna|er|erna)s?$/u, '')
}

/** The genitive of a name without an attribute after its noun: `Statistiska centralbyråns`, but not `Inspektionen för vård`. */
function owner(long: string): string | undefined {
  if (/ (?:för|om|av|och|i|mot|till) |[sxz]$/.test(long)) return undefined
  return `${long}s`
}

function first(text: string): string {
  return `Skriv ut förkortningen första gången: ”${text}”`
}
