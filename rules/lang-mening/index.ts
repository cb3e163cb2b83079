import { type BlockContext, defineRule, type Related, type Suggestion } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { splitPlaces } from './split.ts'

export const rule = defineRule({
  meta: {
    id: 'lang-mening',
    title: 'Lång mening',
    description: 'Hittar meningar med så många ord att de blir svåra att läsa.',
    why: 'I en lång mening hinner läsaren glömma början innan slutet kommer.',
    group: 'meningar',
    checklist: [1, 3],
    severity: 'warning',
    enabled: true,
    profiles: {
      lattlast: { options: { forslagOver: 12, varningOver: 18 } },
      rapport: { options: { forslagOver: 30, varningOver: 40 } },
    },
    sources: [
      klarsprakshjalpen('Skriv meningar med flyt'),
      skrivregler('1.3'),
      { work: 'Östersunds kommun: Profilmanual', section: '12 Klarspråk' },
      hallefors(1),
    ],
    options: {
      forslagOver: {
        type: 'integer',
        default: 25,
        minimum: 5,
        maximum: 200,
        description: 'Längre meningar ger förslag.',
      },
      varningOver: {
        type: 'integer',
        default: 35,
        minimum: 5,
        maximum: 200,
        description: 'Längre meningar ger varning.',
      },
      maxOrd: {
        type: 'integer',
        default: 0,
        minimum: 0,
        maximum: 200,
        description: 'En enda gräns i stället för två: längre meningar får regelns nivå. 0 betyder två nivåer.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'sentence',
  },
  block: {
    sentence(sentence, context) {
      const { forslagOver, varningOver, maxOrd } = context.options
      const limit = maxOrd > 0 ? maxOrd : Math.min(forslagOver, varningOver)
      if (sentence.wordCount <= limit) return
      const count = sentence.wordCount - listedWords(sentence)
      // Without a finite verb it is a list or a heading that ran into the text, not a sentence.
      if (count <= limit || !sentence.words.some(isFiniteVerb)) return
      context.report({
        at: sentence,
        message: `Meningen har ${count} ord.`,
        ...(maxOrd === 0 && count <= varningOver ? { severity: 'suggestion' as const } : {}),
        ...advice(sentence, context),
      })
    },
  },
})

/** Where the sentence can be split, else how it may be shortened. */
function advice(
  sentence: Sentence,
  context: BlockContext,
): { suggestions: readonly Suggestion[]; related?: readonly Related[] } {
  const text = context.block.text
  const places = splitPlaces(sentence)
  const suggestions: Suggestion[] = places.slice(0, 2).map(({ comma, word, next, drop }) => {
    const capital = text.slice(next.start, next.start + 1).toLocaleUpperCase('sv')
    const start = comma?.start ?? word.previous!.end
    return {
      title: `Sätt punkt före ”${text.slice(word.start, (next.next ?? next).end)} …”`,
      safety: 'suggestion',
      edits: drop ? [{ start, end: next.start + 1, text: `. ${capital}` }] : [],
    }
  })
  if (suggestions.length > 0) return { suggestions }
  const commas = sentence.words.filter((word) => word.form === ',').length
  const title =
    commas >= 4
      ? 'Gör en punktlista av uppräkningen, eller dela meningen i flera'
      : 'Dela meningen i två eller flera, med en tanke i varje'
  return { suggestions: [{ title, safety: 'suggestion', edits: [] }] }
}

/**
 * Words that only enumerate: names in a row and references to sections of a law. A reader skims them,
 * so they do not count.
 */
function listedWords({ words }: Sentence): number {
  let listed = 0
  for (let at = 0; at < words.length; ) {
    let names = 0
    let items = 0
    let end = at
    while (end < words.length) {
      const length = nameLength(words, end)
      if (length === 0) break
      names += length
      items++
      end += length
      if (words[end]?.form === ',' || (words[end]?.lower === 'och' && nameLength(words, end + 1) > 0)) end++
      else break
    }
    if (items >= 4) listed += names
    at = Math.max(end, at + 1)
  }
  return listed
}

/** How many words of a name stand at `at`. */
function nameLength(words: readonly Word[], at: number): number {
  let length = 0
  while (words[at + length]?.upos === 'PROPN') length++
  return length
}
