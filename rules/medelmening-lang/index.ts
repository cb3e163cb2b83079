import { defineRule } from '@klarsprak/engine'
import { decimal } from '../src/figures.ts'
import { isJobAdvert, speaksToReader } from '../src/readership.ts'
import { lengthsOf, mean, median, type SentenceLength } from '../src/sentence-lengths.ts'
import { hallefors, klarsprakshjalpen, ostersund } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'medelmening-lang',
    title: 'Långa meningar i snitt',
    description: 'Räknar hur långa meningarna är i snitt i hela texten.',
    why: 'När nästan alla meningar är långa får läsaren aldrig vila.',
    group: 'meningar',
    checklist: [1, 3],
    severity: 'suggestion',
    enabled: true,
    profiles: { lattlast: { options: { maxMedel: 11 } }, protokoll: { severity: 'off' } },
    sources: [ostersund, klarsprakshjalpen('Skriv meningar med flyt'), hallefors(1)],
    options: {
      maxMedel: {
        type: 'integer',
        default: 18,
        minimum: 5,
        maximum: 60,
        description: 'Så många ord får meningarna ha i snitt.',
      },
      minMeningar: {
        type: 'integer',
        default: 8,
        minimum: 1,
        maximum: 100,
        description: 'Så många meningar ska texten ha för att regeln ska räkna.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: (block) => lengthsOf(block),
    check(document, { options, profile, report }) {
      const { blocks } = document
      let listed = 0
      const all: (SentenceLength & { block: number })[] = []
      for (const { index, kind, facts = [], text, wordCount } of blocks)
        if (kind === 'listItem') listed += wordCount
        else if (quoted.test(text) || reported.test(text)) continue
        else all.push(...facts.map(({ start, end, words }) => ({ start, end, words, block: index })))
      const words = all.reduce((sum, sentence) => sum + sentence.words, 0)
      if (all.length < options.minMeningar || listed > mostListed * (words + listed)) return
      const average = mean(all)
      if (average < options.maxMedel + margin) return
      if (
        profile === 'webb' &&
        average < options.maxMedel + workMargin &&
        (!speaksToReader(document) || isJobAdvert(document))
      )
        return
      const byLength = [...all].sort((a, b) => b.words - a.words || a.block - b.block || a.start - b.start)
      const [longest, ...others] = byLength
      report(longest!.block, {
        at: longest!,
        message: `Meningarna har ${decimal(average, 1)} ord i snitt, och den här är längst med ${longest!.words} ord. Hälften av dem har minst ${median(all)} ord.`,
        suggestions: [
          {
            title: `Dela de längsta meningarna och sikta på ${goal(options.maxMedel)} ord i snitt`,
            safety: 'suggestion',
            edits: [],
          },
        ],
        related: others.slice(0, 2).map((sentence) => ({
          block: sentence.block,
          at: sentence,
          message: `Den här meningen har ${sentence.words} ord.`,
        })),
      })
    },
  },
})

/** An answer in an interview, or an item of a list of news with its day and time. */
const quoted = /^(?:["”»'’][^"”»]+["”»'’]\s*$|[–-] ?\p{Lu}|(?:19|20)\d\d-\d\d-\d\d \d\d[:.]\d\d)/u

/** What somebody said before an authority, as they said it. */
const reported = /(?<!\p{L})(?:anförde|anfört|anför|yttrade|uppgav|uppgett)(?: [\p{L}]+){0,3} följande(?!\p{L})/u

/** With a greater share of its words in lists the text is no running text. */
const mostListed = 0.4

/** So much over the limit an average has to be to tell anything: a single sentence moves it less. */
const margin = 1.5

/** So much in judgments, plans, advertisements for jobs and other texts that lie on the web for those who read for their work. */
const workMargin = 3

/** What to aim at, a little below the limit: `12–17`. */
function goal(limit: number): string {
  return `${Math.round((limit * 2) / 3)}–${limit - 1}`
}
