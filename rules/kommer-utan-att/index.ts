import { type BlockSummary, defineRule, type Profile } from '@klarsprak/engine'
import { analyseNounForm, analyseVerbForm, type Word } from 'retext-swedish'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { nounPhraseLength } from '../src/phrases.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, skrivregler } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'kommer-utan-att',
    title: 'Kommer utan att',
    description: 'Hittar ”kommer” följt av ett verb utan ”att”, som ”kommer bli”.',
    why: 'I en vårdad text står ”att” kvar, så att läsaren direkt ser att det handlar om framtiden.',
    group: 'verb',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('om att och har'), hallefors(10)],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  document: {
    collect(block): readonly Found[] | undefined {
      if (!block.text.includes('ommer') || block.quoted) return undefined
      const found: Found[] = []
      for (const word of block.words) {
        if (word.lower !== 'kommer' || block.inQuote(word.start, word.end)) continue
        const infinitive = infinitiveAfter(word)
        if (infinitive === undefined) continue
        const { start, form } = infinitive
        found.push({
          start: word.start,
          at: start,
          end: infinitive.end,
          form,
          before: block.text.slice(word.start, start),
        })
      }
      return found.length > 0 ? found : undefined
    },
    check({ blocks }, { profile, report }) {
      const found = blocks.filter(({ facts }) => facts !== undefined)
      if (found.length === 0 || (isFree.has(profile) && isCasual(blocks))) return
      for (const { index, facts } of found)
        for (const { start, at, end, form, before } of facts!)
          report(index, {
            at: { start, end },
            message: `Det saknas ”att” före ”${form}”.`,
            suggestions: [
              ...(form.toLowerCase() === 'komma' ? [write(at - 1, end, '', 'suggestion', before.trim())] : []),
              write(at, at, 'att ', 'suggestion', `${before}att ${form}`),
            ],
          })
    },
  },
})

/** Offsets into the block, with the infinitive and what stands before it from `kommer` on. */
interface Found {
  readonly start: number
  readonly at: number
  readonly end: number
  readonly form: string
  readonly before: string
}

/** Signs of a text to friends: clubs, classes and students. */
const casual =
  /!|(?<!\p{L})(?:kul|mysigt|maila|mailen|plugg\p{L}*|sittning\p{L}*|jättekul|nollning\p{L}*|sektionens?|sektionslokal\p{L}*|hejsan|kram|kramar|trevlig helg|häng)(?!\p{L})/giu
/** Texts that may be casual. */
const isFree: ReadonlySet<Profile> = new Set(['webb', 'brev', 'press'])
/** So many signs, and one in at most so many characters, make a text casual. */
const fewestSigns = 3
const charactersPerSign = 900

const casualSigns = remembered(({ text }) => allMatches(text, casual).length)

function isCasual(blocks: readonly BlockSummary[]): boolean {
  let signs = 0
  let characters = 0
  for (const block of blocks) {
    characters += block.text.length
    signs += casualSigns(block)
  }
  return signs >= fewestSigns && signs * charactersPerSign >= characters
}

/** The infinitive that `kommer` takes, the subject and one adverb between aside; undefined where att or another word stands there. */
function infinitiveAfter(word: Word): Word | undefined {
  const rest: Word[] = []
  for (let next = word.next; next !== undefined && rest.length < 8; next = next.next) rest.push(next)
  let at = nounPhraseLength(rest)
  if (rest[at]?.upos === 'ADV' || (rest[at]?.upos === 'PART' && rest[at]!.lower !== 'att')) at++
  const verb = rest[at]
  if (verb === undefined || (verb.upos !== 'VERB' && verb.upos !== 'AUX')) return undefined
  // Straight after it, a form that is the infinitive and no noun needs no better reading: `kommer bli 4,2 kilometer`.
  const isSure = at === 0 && isInfinitiveOnly(verb.lower)
  return isSure || (verb.morph.VerbForm === 'Inf' && verb.confidence > 0.6) ? verb : undefined
}

function isInfinitiveOnly(form: string): boolean {
  const forms = analyseVerbForm(form).map(({ form: read }) => read)
  return (
    forms.includes('Inf') &&
    forms.every((read) => read === 'Inf' || read === 'Imp') &&
    analyseNounForm(form).length === 0
  )
}
