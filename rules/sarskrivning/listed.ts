import { Outlines } from '@klarsprak/engine'
import { analyseAdjectiveForm, analyseNounForm, type Word } from 'retext-swedish'
import { text } from '../generated/tables/sarskrivningar.ts'
import { lazy, parts, readTable } from '../src/table.ts'
import { hasDescription } from './pattern.ts'

interface Row {
  readonly sure: ReadonlySet<string>
  readonly unsure: ReadonlySet<string>
}

const table = lazy(() => {
  const rows = new Map<string, Row>(
    readTable<'forled' | 'efterled' | 'osakra'>(text).map(({ forled, efterled, osakra }) => [
      forled,
      { sure: new Set(parts(efterled)), unsure: new Set(parts(osakra)) },
    ]),
  )
  return { rows, outlines: new Outlines(rows.keys()) }
})

/** Word classes that the second part can have; a misread one is common where the first part is no word. */
export const open: ReadonlySet<Word['upos']> = new Set<Word['upos']>(['NOUN', 'ADJ', 'VERB', 'PROPN', 'X'])

/**
 * Whether two words are a pair of the table: `sure` where they can hardly be two words, `unsure` where that hangs on
 * the sentence and nothing before the first says that it is a word of its own.
 */
export function listedPair(first: Word, second: Word): 'sure' | 'unsure' | undefined {
  const { rows, outlines } = table()
  const row = outlines.has(first.lower) ? rows.get(first.lower) : undefined
  // `i detalj planera bygget`
  if (row === undefined || (first.lower === 'detalj' && first.previous?.lower === 'i')) return undefined
  // `förvara mat rätt`: one dish has an article or an adjective.
  if (second.lower === 'rätt' && /^(?:mat|tomt)$/.test(first.lower) && !hasDescription(first)) return undefined
  if (isOneOf(row.sure, second)) return 'sure'
  return row.unsure.size > 0 && isOneOf(row.unsure, second) && !hasDescription(first) ? 'unsure' : undefined
}

function isOneOf(wanted: ReadonlySet<string>, { lower }: Word): boolean {
  return (
    wanted.has(lower) ||
    analyseNounForm(lower).some(({ lemma }) => wanted.has(lemma)) ||
    analyseAdjectiveForm(lower).some(({ lemma }) => wanted.has(lemma))
  )
}
