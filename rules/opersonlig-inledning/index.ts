import { defineRule, type Suggestion, type TableMatch, type TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { text } from '../generated/tables/inledningar.ts'
import { hallefors, klarsprakshjalpen, skrivregler, svartaListan } from '../src/sources.ts'
import { lazy, parts, readTable } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { capitalise, startsSentence } from '../src/words.ts'

type Kind = 'stryk' | 'ska' | 'råd'

interface Opening {
  readonly patterns: readonly string[]
  readonly kind: Kind
  readonly advice: string
}

const modals = new Set(['kan', 'bör', 'ska', 'skall', 'måste', 'får', 'förtjänar'])
const adverbs = new Set([
  'även',
  'också',
  'dock',
  'vidare',
  'dessutom',
  'här',
  'särskilt',
  'slutligen',
  'då',
  'därför',
  'emellertid',
  'nämligen',
  'kanske',
  'att',
])

const table = lazy(() =>
  readTable<'uttryck' | 'gor' | 'rad'>(text).map(
    ({ uttryck, gor, rad }): Opening => ({
      // ”~” is a modal verb, alone or with an adverb; which words stand there is looked at in the match.
      patterns: parts(uttryck).flatMap((phrase) =>
        phrase.includes('~') ? ['*', '* *'].map((put) => phrase.replace('~', put)) : [phrase],
      ),
      kind: gor as Kind,
      advice: rad,
    }),
  ),
)

/** False where the words that a pattern left open are no modal verb, or say something of their own: `kan inte nämnas`. */
function isEmpty({ entry, pattern, words }: TableMatch): boolean {
  const open = (entry as Opening).patterns[pattern]!.split(' ').flatMap((part, at) =>
    part === '*' ? [words[at]!] : [],
  )
  if (open.length === 0 || (entry as Opening).kind === 'råd') return true
  return (
    open.some(({ lower }) => modals.has(lower)) && open.every(({ lower }) => modals.has(lower) || adverbs.has(lower))
  )
}

export const rule = defineRule({
  meta: {
    id: 'opersonlig-inledning',
    title: 'Opersonlig inledning',
    description: 'Hittar inledningar som ”det kan konstateras att”, där upplysningen kommer först efteråt.',
    why: 'Meningen blir kortare och tydligare när den börjar med det läsaren ska få veta.',
    group: 'verb',
    checklist: [6, 7],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('1.3–1.4'), klarsprakshjalpen('Skriv meningar med flyt'), svartaListan, hallefors(6)],
    options: {
      godkandaFraser: {
        type: 'strings',
        default: [],
        description: 'Inledningar som får stå, som de står i texten: ”det förutsätts att”.',
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
    match(match, { block, options, report }) {
      if (
        !startsSentence(match.words[0]!) ||
        !isEmpty(match) ||
        options.godkandaFraser.includes(match.text.toLowerCase())
      )
        return
      const { kind, advice } = match.entry as Opening
      report({
        at: match,
        message: `”${match.text}” skjuter upp det som läsaren ska få veta.`,
        suggestions: [
          rewrite(match, block, kind) ?? {
            title: advice || 'Stryk inledningen och börja med det som kommer efter ”att”',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})

const subjects = new Map([
  ['dig', 'Du ska'],
  ['er', 'Ni ska'],
  ['oss', 'Vi ska'],
])

/** The sentence without its opening, where the words after att already stand as in a main clause. */
function rewrite(match: TableMatch, block: TextBlock, kind: Kind): Suggestion | undefined {
  const next = match.words.at(-1)!.next
  if (next === undefined || block.markAt(match.start, 'link') !== undefined) return undefined
  if (kind === 'ska' && next.morph.VerbForm === 'Inf') {
    const put = subjects.get(match.words.find(({ lower }) => subjects.has(lower))?.lower ?? '')
    if (put === undefined) return undefined
    return {
      title: `Skriv ”${put} ${next.form} …”`,
      safety: 'suggestion',
      edits: [{ start: match.start, end: match.end, text: put }],
    }
  }
  if (kind !== 'stryk' || !standsAsMain(next)) return undefined
  const first = capitalise(next.form)
  return {
    title: `Börja med ”${first} …”`,
    safety: 'suggestion',
    edits: [{ start: match.start, end: next.end, text: first }],
  }
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'ADP'])

/** True for a subject with the finite verb right after it, and no second att-clause that hangs on the opening. */
function standsAsMain(first: Word): boolean {
  if (first.upos === 'ADP') return false
  let verb: Word | undefined = first
  while (verb !== undefined && nominal.has(verb.upos) && verb.lower !== 'som') verb = verb.next
  if (verb === first || !isFiniteVerb(verb)) return false
  for (let word = verb!.next; word !== undefined; word = word.next)
    if ((word.lower === 'och' || word.lower === 'samt') && word.next?.lower === 'att') return false
  return true
}
