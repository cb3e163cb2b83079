import { type BlockContext, defineRule, type TableMatch } from '@klarsprak/engine'
import { analyseVerbForm, inflectVerb, type Word } from 'retext-swedish'
import { text } from '../generated/tables/pluralformer.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { lazy, readTable } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase, looksLikeName } from '../src/words.ts'

interface PluralForm {
  readonly patterns: readonly string[]
  readonly modern: string
}

const table = lazy(() =>
  readTable<'form' | 'nu'>(text).map(({ form, nu }): PluralForm => ({ patterns: [form], modern: nu })),
)

/** Infinitives and present forms that have a short form today: `taga`, `tager`, `hava`. */
const long = /(?:taga|tager|tages|giva|giver|givas|gives|draga|drager|drages|bliva|bliver|hava|haver|havas)$/
/** Fixed phrases that keep an old form. */
const fixed = new Set(['synes', 'bevars', 'bevare', 'leve', 'vare'])
/** A block of no more words than this is a notice of its own: `Lärare sökes`. */
const noticeWords = 5

export const rule = defineRule({
  meta: {
    id: 'alderdomlig-verbform',
    title: 'Ålderdomlig verbform',
    description: 'Hittar gamla verbformer som ”äro”, ”taga” och ”ställes”.',
    why: 'Gamla former gör texten svårare för den som inte är van vid äldre svenska.',
    group: 'verb',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('kapitel 6'),
      { work: 'Språktidningen: Catharina Grünbaum, Formfavoriter', url: 'https://spraktidningen.se' },
      hallefors(8),
    ],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['byrakratord', 'skall-form'],
  },
  get table() {
    return table()
  },
  block: {
    match({ entry, words }: TableMatch, context) {
      const word = words[0]!
      if (looksLikeName(word) || /^\p{Lu}+$/u.test(word.form)) return
      if (word.lower === 'skola' && !isPluralOfShall(word)) return
      report(word, (entry as PluralForm).modern, context)
    },
    word: { VERB: check, AUX: check },
  },
})

function check(word: Word, context: BlockContext): void {
  const { lower } = word
  if (lower.endsWith('es') || long.test(lower)) checkForm(word, context)
}

function checkForm(word: Word, context: BlockContext): void {
  const { lower } = word
  if (fixed.has(lower) || looksLikeName(word)) return
  const readings = analyseVerbForm(lower)
  const reading = readings[0]
  if (reading === undefined || readings.some(({ form }) => form === 'Past' || form === 'PastPart' || form === 'Sup'))
    return
  if (reading.form !== 'Inf' && reading.form !== 'Pres') return
  const modern = inflectVerb(reading.lemma, { form: reading.form, voice: reading.voice ?? 'Act', class: reading.class })
  if (modern === undefined || modern === lower || modern.length >= lower.length) return
  report(word, modern, context)
}

function report(word: Word, modern: string, { block, report }: BlockContext): void {
  // A paragraph of a law keeps its words.
  if (/^\d+(?: ?[a-z])? §/.test(block.text)) return
  const put = likeCase(word.form, modern)
  const isNotice =
    block.sentences.length === 1 && block.sentences[0]!.wordCount <= noticeWords && !/[.?!]$/.test(block.text)
  report({
    at: word,
    message: `”${word.form}” är en ålderdomlig form.`,
    ...(isNotice ? { severity: 'suggestion' as const } : {}),
    suggestions: [
      { title: `Skriv ”${put}”`, safety: 'suggestion', edits: [{ start: word.start, end: word.end, text: put }] },
    ],
  })
}

/** True for `skola` as in `Sökande skola bifoga intyg`, with no other verb before it in its clause; else it is a school. */
function isPluralOfShall({ previous, next }: Word): boolean {
  const after = next?.upos === 'PART' || next?.upos === 'ADV' ? next.next : next
  if (after?.morph.VerbForm !== 'Inf' || previous === undefined || previous.lower === 'att') return false
  if (/^(?:DET|ADP|NUM)$/.test(previous.upos) || previous.morph.Poss === 'Yes' || previous.morph.Case === 'Gen')
    return false
  for (let word: Word | undefined = previous; word !== undefined && word.form !== ','; word = word.previous)
    if (isFiniteVerb(word)) return false
  return true
}
