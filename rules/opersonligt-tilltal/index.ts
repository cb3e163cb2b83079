import { defineRule, type Profile, type Suggestion, type TableEntry, type TableMatch } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { text } from '../generated/tables/tilltal.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { lazy, parts, readTable } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase, startsSentence } from '../src/words.ts'

interface Role extends TableEntry {
  readonly term: string
  /** The first pattern that is a genitive. */
  readonly genitiveFrom: number
  /** Goes after `du`: `som äger fastigheten`. */
  readonly role: string
  readonly profiles: readonly string[]
}

const roles = lazy((): Role[] =>
  readTable<'term' | 'former' | 'genitiv' | 'roll' | 'texttyper'>(text).map((row) => {
    const forms = [row.term, ...parts(row.former)]
    return {
      term: row.term,
      patterns: [...forms, ...parts(row.genitiv)],
      genitiveFrom: forms.length,
      role: row.roll,
      profiles: parts(row.texttyper, ' '),
    }
  }),
)
const single = lazy(() => new Set(roles().flatMap(({ patterns }) => patterns.filter((form) => !form.includes(' ')))))

const reader = new Set(['du', 'dig', 'din', 'ditt', 'dina', 'ni', 'er', 'ert', 'era'])
/** Texts to everyone, where what someone has done is told of a third person. In a decision it is the reader's own case. */
const tellsStories: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast'])
const duties = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver', 'ansvarar', 'är'])
/** Words that point at the person again and would have to change too. */
const backward = new Set([
  'sig',
  'sin',
  'sitt',
  'sina',
  'han',
  'hon',
  'hen',
  'hans',
  'hennes',
  'hens',
  'denne',
  'dennes',
  'själv',
])
/** A statute is told about: it speaks of everyone. */
const law = /(?:lagen|balken|förordningen|föreskrifterna|avtalet|kontraktet)s?$/

export const rule = defineRule({
  meta: {
    id: 'opersonligt-tilltal',
    title: 'Opersonligt tilltal',
    description: 'Hittar ord som ”sökanden” och ”den enskilde” där texten kan säga ”du”.',
    why: 'Läsaren förstår snabbare vad som gäller hen när texten säger ”du”.',
    group: 'tilltal',
    checklist: [6],
    severity: 'warning',
    enabled: true,
    profiles: { press: { severity: 'off' }, rapport: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [
      klarsprakshjalpen('Anpassa tonen'),
      { work: 'Nacka kommun: Checklista för klarspråk' },
      { work: 'Helsingborgs stad: Hjälp med språket', section: 'Klarspråk' },
      hallefors(6),
    ],
    options: {
      undantaTermer: {
        type: 'strings',
        default: [],
        description: 'Ord som inte ska räknas, till exempel ”hyresgästen” om ordet är bestämt i ett avtal.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  get table() {
    return roles()
  },
  block: {
    match(match, { block, options, profile, report }) {
      const { term, patterns, genitiveFrom, role, profiles } = match.entry as Role
      if (!profiles.includes(profile satisfies Profile) || options.undantaTermer.includes(term)) return
      const { sentence, next } = match.words.at(-1)!
      if (/^den (?!som |det )/.test(patterns[match.pattern]!) && (next?.upos === 'NOUN' || next?.upos === 'ADJ')) return
      if (pointsElsewhere(sentence, match) || (tellsStories.has(profile) && isTold(next))) return
      const before = block.text.slice(0, match.start).toLowerCase()
      if (patterns.some((form) => before.includes(form))) return
      report({
        at: match,
        message: `”${match.text}” låter som någon annan än läsaren.`,
        ...(isDuty(match) ? {} : { severity: 'suggestion' as const }),
        suggestions: advice(match, match.pattern >= genitiveFrom, role),
      })
    },
  },
})

/** True where the sentence says what the person may or must do. In other sentences the words may describe someone. */
function isDuty({ words }: TableMatch): boolean {
  return duties.has(words.at(-1)!.next?.lower ?? '')
}

/** True before a verb that tells what someone has done: `Fastighetsägaren har lovat`. */
function isTold(verb: Word | undefined): boolean {
  return (
    isFiniteVerb(verb) &&
    (verb!.morph.Tense === 'Past' || (verb!.lower === 'har' && verb!.next?.morph.VerbForm === 'Sup'))
  )
}

/** True where the sentence has the reader in it already, tells what a law says, or is about two parties. */
function pointsElsewhere(sentence: Sentence, match: TableMatch): boolean {
  return sentence.words.some(
    (word) =>
      reader.has(word.lower) ||
      law.test(word.lower) ||
      word.form === '§' ||
      (single().has(word.lower) && !match.entry.patterns.includes(word.lower)),
  )
}

function advice(match: TableMatch, isGenitive: boolean, role: string): Suggestion[] {
  if (isGenitive)
    return [{ title: 'Vänd dig till läsaren: ”din”, ”ditt” eller ”dina”', safety: 'suggestion', edits: [] }]
  if (!isSubject(match) || match.words[0]!.sentence.words.some(({ lower }) => backward.has(lower)))
    return [{ title: 'Vänd dig till läsaren: skriv ”du” eller ”dig”', safety: 'suggestion', edits: [] }]
  return [...(role === '' ? ['du'] : ['du', `du ${role}`])].map((replacement) => {
    const text = likeCase(match.text, replacement)
    return {
      title: `Byt till ”${text}”`,
      safety: 'suggestion',
      edits: [{ start: match.start, end: match.end, text }],
    }
  })
}

/** True where word order shows that the words are the subject of their clause. */
function isSubject({ words }: TableMatch): boolean {
  const first = words[0]!
  const { previous } = first
  const next = words.at(-1)!.next
  if (startsSentence(first)) return isFiniteVerb(next)
  if (previous!.upos === 'SCONJ') return true
  if (!isFiniteVerb(previous)) return false
  return startsSentence(previous!) || (previous!.previous!.upos === 'ADV' && startsSentence(previous!.previous!))
}
