import { defineRule, type TableMatch } from '@klarsprak/engine'
import { text } from '../generated/tables/inkluderande.ts'
import { advise } from '../src/advice.ts'
import { type Replacement, readReplacements } from '../src/replacements.ts'
import { hallefors } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { reportWords } from '../src/word-table.ts'
import { looksLikeName } from '../src/words.ts'

const table = lazy(() => readReplacements(text))

/** A title for men or for women. */
const title = /(?:man|inna|syster|erska|örska|mamma)$/

export const rule = defineRule({
  meta: {
    id: 'inkluderande-ord',
    title: 'Ord som utesluter',
    description: 'Hittar titlar och ord som utesluter någon, som ”talesman”, ”han/hon” och ”handikappad”.',
    why: 'Läsaren ska kunna känna sig inräknad vem hen än är.',
    group: 'ord',
    checklist: [6],
    severity: 'suggestion',
    enabled: true,
    sources: [
      {
        work: 'Isof: Klarspråkshjälpen',
        section: 'Använd inkluderande språk',
        url: 'https://www.isof.se/stod-och-sprakrad/spraktjanster/klarsprakshjalpen/skriv-klarsprak/tank-pa-dina-lasare/fordjupning-tank-pa-dina-lasare/anvand-inkluderande-sprak',
      },
      {
        work: 'Socialstyrelsen: Termbanken',
        section: 'funktionsnedsättning',
        url: 'https://termbank.socialstyrelsen.se',
      },
      hallefors(6),
    ],
    options: {
      hoppaOverTitlar: {
        type: 'strings',
        default: ['ombudsman', 'brandman', 'god man'],
        description: 'Titlar och ord som får stå kvar, i grundform.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  get table() {
    return table()
  },
  block: {
    match(match, context) {
      if (match.words.some(looksLikeName) || isTitleOfOthers(match, context.block.text)) return
      if (isCategory(match, context.block.text)) return
      const isPair = match.text.includes('/')
      const { block, report } = context
      const form = personForm(match)
      reportWords(
        match,
        { block, report: (found) => report(form ? { ...found, suggestions: [advise(form)] } : found) },
        { strength: 3, spared: context.options.hoppaOverTitlar },
        isPair
          ? `”${match.text}” är krångligt att läsa.`
          : title.test((match.entry as Replacement).term)
            ? `”${match.text}” kan uppfattas som om det bara gäller ett kön.`
            : `”${match.text}” är ett ord som kan såra.`,
      )
    },
  },
})

/** What to write where the row speaks of several: `en funktionshindrad person`, `du som är funktionshindrad`. */
function personForm({ entry, words }: TableMatch): string | undefined {
  const [, quality] = /^”personer (med .+)”$/u.exec((entry as Replacement).advice) ?? []
  if (quality === undefined) return undefined
  const { next, lower } = words.at(-1)!
  if (next?.upos === 'NOUN' && next.morph.Definite !== 'Def') return `Skriv ”${next.form} ${quality}”`
  return /(?:ad|örd)$/.test(lower) ? `Skriv om med ”har ${quality.replace('med ', 'en ')}”` : undefined
}

/** `tjänstemän` set against workers, and the officials of the EU: names that are theirs. */
function isCategory({ entry }: TableMatch, text: string): boolean {
  return (
    (entry as Replacement).term === 'tjänsteman' &&
    /(?<!\p{L})(?:arbetar(?:e|na|es)|fack(?:et|förbund\p{L}*|lig\p{L}*)|kollektivavtal\p{L}*|EU(?::s)?|kommissionen\p{L}*|Europa\p{L}*)(?!\p{L})/u.test(
      text,
    )
  )
}

/** What somebody else has called a proposal: `Svar på medborgarförslag: Anlägg en lekpark för funktionshindrade`. */
function isTitleOfOthers({ start }: TableMatch, text: string): boolean {
  return /(?:medborgarförslag|motion(?:en)?|interpellation|e-förslag)(?: från[^:.]{0,60})?\s?[:–-][^.!?]*$/iu.test(
    text.slice(Math.max(0, start - 160), start),
  )
}
