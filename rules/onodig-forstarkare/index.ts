import { defineRule, type TableEntry, type TableMatch, type TextBlock, type TextEdit } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { text } from '../generated/tables/forstarkare.ts'
import { isAmongStudents, speaksToReader } from '../src/readership.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { lazy, readTable } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { startsSentence } from '../src/words.ts'

interface Intensifier extends TableEntry {
  /** `sats` says something of the whole clause, `lång` counts only with the long list. */
  readonly sort: string
}

const table = lazy((): Intensifier[] =>
  readTable<'uttryck' | 'sort'>(text).map(({ uttryck, sort }) => ({ patterns: [uttryck], sort })),
)
/** Words that set what follows against something else, so that the intensifier carries meaning. */
const contrast = /^(?:endast|enbart|bara|än|men|utan|fast|dock|däremot|dels|delvis|snarare|ju|desto|lika)$/
/** Adjectives of which the degree is what is said: `väldigt billigt`. */
const measured =
  /^(?:billig|tung|dyr|liten|stor|låg|hög|lång|kort|få|sen|gynnsam|tät|snabb|långsam|gammal|ung|kall|varm)$/
const negation = /^(?:inte|ej|aldrig|knappast|ingen|inget|inga|utan|icke)$/

export const rule = defineRule({
  meta: {
    id: 'onodig-forstarkare',
    title: 'Onödig förstärkare',
    description: 'Hittar ord som förstärker utan att tillföra något, som ”väldigt” och ”naturligtvis”.',
    why: 'Förstärkningar gör texten längre, och ofta svagare i stället för starkare.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: false,
    sources: [skrivregler('1.4'), klarsprakshjalpen('Använd ord som läsarna förstår'), hallefors(8)],
    options: {
      maxPerStycke: {
        type: 'integer',
        default: 1,
        minimum: 1,
        maximum: 20,
        description: 'Hur många som visas i varje stycke.',
      },
      lista: {
        type: 'string',
        default: 'standard',
        enum: ['standard', 'lång'],
        description:
          'Vilka ord som räknas. I ”lång” ingår även ”mycket”, ”ganska”, ”faktiskt”, ”relativt”, ”rätt så”, ”alldeles” och ”fullständigt”.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  get table() {
    return table()
  },
  document: {
    collect(block, { options }, matches) {
      if (matches.length === 0 || isReply(block)) return undefined
      const found = matches
        .filter((match) => isEmpty(match, options.lista === 'lång') && !isConceded(match, block))
        .slice(0, options.maxPerStycke)
      return found.length > 0 ? found.map(describe) : undefined
    },
    check(document, { report }) {
      // Papers and debates argue with these words, and students write as they talk.
      if (document.blocks.every(({ facts }) => facts === undefined)) return
      if (!speaksToReader(document) || isAmongStudents(document)) return
      for (const { index, facts = [] } of document.blocks)
        for (const { start, end, text, edit } of facts)
          report(index, {
            at: { start, end },
            message: `”${text}” förstärker utan att tillföra något.`,
            suggestions: [
              {
                title: edit ? `Stryk ”${text}”` : `Stryk ”${text}”, och börja meningen med det som är viktigt`,
                safety: 'suggestion',
                edits: edit ? [edit] : [],
              },
            ],
          })
    },
  },
})

interface Found {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Undefined where the sentence must be turned round. */
  readonly edit: TextEdit | undefined
}

/** True where the words stand before what they strengthen, and nothing in the sentence is set against it. */
function isEmpty({ entry, words }: TableMatch, readsLongList: boolean): boolean {
  const { sort } = entry as Intensifier
  const [first] = words
  const { next } = words.at(-1)!
  if (next === undefined || (sort === 'lång' && !readsLongList)) return false
  if (first!.sentence.words.some(({ lower }) => contrast.test(lower)) || first!.sentence.words.at(-1)!.form === '?')
    return false
  if (
    negation.test(next.lower) ||
    negation.test(first!.previous?.lower ?? '') ||
    negation.test(first!.previous?.previous?.lower ?? '')
  )
    return false
  // First in a sentence such a word admits or invites: `Självklart går det att ringa`.
  if (sort === 'sats') return isFiniteVerb(first!.previous) && !isPredicate(first!) && !isAdmitted(next)
  // Tells one kind from another: `den extremt torra sommaren`.
  if (/^(?:den|det|de)$/.test(first!.previous?.lower ?? '') && /[ae]$/.test(next.lower)) return false
  return next.upos === 'ADJ' && next.morph.Degree !== 'Cmp' && first!.upos !== 'ADJ' && !measured.test(next.lemma)
}

/** `Det är naturligtvis svårt att …`: the writer admits something. */
function isAdmitted({ lemma }: Word): boolean {
  return /^(?:svår|omöjlig|möjlig|viktig|tråkig|synd)$/.test(lemma)
}

/** What somebody says, with a dash and a verb of saying: `– Det är väldigt roligt, säger Eva Ek.` */
function isReply({ kind, text }: TextBlock): boolean {
  const said = /, (?:säger|sa|sade|berättar|menar|konstaterar|förklarar)(?!\p{L})/u.test(text)
  return /^[–—-](?: |\p{Lu})/u.test(text) || (said && kind === 'listItem')
}

/** True where the sentence gives way to what comes next, or softens what was said: `Naturligtvis … . Men …`. */
function isConceded({ entry, words }: TableMatch, { sentences }: TextBlock): boolean {
  if ((entry as Intensifier).sort !== 'sats') return false
  const at = sentences.indexOf(words[0]!.sentence)
  const follows = sentences[at + 1]?.words[0]?.lower
  if (follows === 'men' || follows === 'samtidigt') return true
  return startsSentence(words[0]!) && (sentences[at - 1]?.words.some(({ lower }) => negation.test(lower)) ?? false)
}

/** True for `självklart` as what something is: `Det är självklart att …`. */
function isPredicate({ previous, next }: Word): boolean {
  return /^(?:är|var|blir|blev|känns|verkar)$/.test(previous!.lower) && next!.upos !== 'ADJ'
}

function describe({ words, start, end, text }: TableMatch): Found {
  const next = words.at(-1)!.next!
  return { start, end, text, edit: startsSentence(words[0]!) ? undefined : { start, end: next.start, text: '' } }
}
