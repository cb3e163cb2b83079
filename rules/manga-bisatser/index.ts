import { type BlockContext, defineRule } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { scanClauses } from '../src/clause-scan.ts'
import { hallefors, ostersund, skrivregler } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'manga-bisatser',
    title: 'Många bisatser',
    description: 'Hittar långa meningar med fler än tre bisatser.',
    why: 'Varje bisats är en tanke till att hålla i minnet, och flera i samma mening blir för mycket.',
    group: 'meningar',
    checklist: [1],
    severity: 'suggestion',
    enabled: true,
    sources: [ostersund, skrivregler('1.3'), hallefors(1)],
    options: {
      max: { type: 'integer', default: 3, minimum: 1, maximum: 20, description: 'Så många bisatser får en mening ha.' },
      minOrd: {
        type: 'integer',
        default: 20,
        minimum: 5,
        maximum: 100,
        description: 'Kortare meningar lämnas i fred.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
  },
  block: {
    sentence(sentence, context) {
      const { options } = context
      if (sentence.wordCount >= options.minOrd && hasMore(scanClauses(sentence), options.max))
        checkSentence(sentence, context)
    },
  },
})

/** Whether more clauses than so many may count. */
function hasMore(clauses: ReturnType<typeof scanClauses>, count: number): boolean {
  if (clauses.length <= count) return false
  let left = count
  for (const { type, verb } of clauses) if (type !== 'main' && verb !== undefined && left-- === 0) return true
  return false
}

function checkSentence(sentence: Sentence, { options, report }: BlockContext<{ max: number; minOrd: number }>): void {
  // So long a stretch without a full stop is a list or a page whose layout was lost.
  if (sentence.wordCount > mostWords || lettered.test(sentence.text) || rowOfClauses.test(sentence.text)) return
  const openers = countClauses(sentence)
  if (openers.length <= options.max) return
  // One clause too many is easy to bear in a sentence that is not long.
  if (openers.length === options.max + 1 && sentence.wordCount < options.minOrd * longer) return
  report({
    at: sentence,
    message: `Meningen har ${openers.length} bisatser.`,
    suggestions: [
      { title: 'Dela meningen i flera, med högst en eller två bisatser i varje', safety: 'suggestion', edits: [] },
    ],
  })
}

const longer = 1.6

const mostWords = 80
/** Items with letters or figures of their own, which a list would show better: `(a) …, (b) …`. */
const lettered = /(?:^|[ (])(?:a|1)[).] .*[ (](?:b|2)[).] | [–-] .* [–-] .* [–-] /u

/** `…, att det syns, och att det hörs`: a row of examples. */
const rowOfClauses = /, (?:och |eller )?att .*, (?:och |eller )?att /u

/** Openers of indirect questions, which are easy to read in a row: `vad som gäller, hur du gör och när du får svar`. */
const asking = new Set(['hur', 'vad', 'vem', 'vilken', 'vilket', 'vilka', 'varför', 'när', 'var', 'vart', 'om'])

/** The subordinate clauses that have a verb; of clauses side by side with the same opener only the first. */
function countClauses(sentence: Sentence): string[] {
  const counted: string[] = []
  const linked = new Set<string>()
  const { words } = sentence
  for (const { type, opener, verb, depth, from } of scanClauses(sentence)) {
    if (type === 'main' || verb === undefined || isLight(opener)) continue
    const kind = asking.has(opener?.lower ?? '') ? 'fråga' : (opener?.lower ?? '')
    const name = `${kind}${depth}`
    // ”vilka krav som gäller”: the clause begins with its question word, whatever `som` follows.
    const last = opener?.previous ?? words[from - 1]
    // `…, till vilka företag`
    const before = last?.upos === 'ADP' && /^(?:vilk|vem$)/.test(opener?.lower ?? '') ? last.previous : last
    const isListed = before?.form === ',' || before?.upos === 'CCONJ'
    const isBeside = isListed && opener !== undefined && standsBeside(opener.lower, kind, name, counted, linked)
    if (opener !== undefined) linked.add(opener.lower)
    if (!isBeside) counted.push(name)
  }
  return counted
}

/** True for a clause that is read as a word or two: `detsamma som gäller dig`, `samma regler som vi har`, `om det behövs,`. */
function isLight(opener: Word | undefined): boolean {
  if (opener?.lower === 'som')
    return [opener.previous, opener.previous?.previous].some((word) => word !== undefined && same.test(word.lower))
  if (opener?.lower !== 'om' || opener.next?.lower !== 'det') return false
  const verb = opener.next.next
  return /^(?:behövs|går|finns)$/.test(verb?.lower ?? '') && /^[,.]$/.test(verb?.next?.form ?? '')
}

const same = /^(?:detsamma|densamma|desamma|samma)$/

/** True for a clause side by side with another: `hur du gör och när du får svar`, `så att …, och så att …`. */
function standsBeside(
  opener: string,
  kind: string,
  name: string,
  counted: readonly string[],
  linked: ReadonlySet<string>,
): boolean {
  if (linked.has(opener)) return true
  if (opener === 'om') return counted.includes(name)
  return (kind === 'fråga' || kind === 'att') && counted.some((one) => one.startsWith(kind))
}
