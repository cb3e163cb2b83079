import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { isListOfLinks, isListOfTimes, type List, listsOf } from '../src/lists.ts'
import { klarsprakshjalpen } from '../src/sources.ts'
import { isHeading, whole } from '../src/structure.ts'

/** Somebody speaks: the hyphen stands for a dash. */
const dialogue = /[”"]|[,!?–] (?:säger|sa|sade|berättar|menar|tycker|förklarar|skriver|svarar|tillägger|konstaterar)\b/

/** Words of an item; longer ones are sentences after a dash. */
const longestItem = 12

export const rule = defineRule({
  meta: {
    id: 'ensam-listpunkt',
    title: 'Lista med en enda punkt',
    description: 'Hittar listor som bara har en punkt.',
    why: 'En lista lovar flera saker, och med en enda punkt undrar läsaren om något saknas.',
    group: 'struktur',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    profiles: { protokoll: { severity: 'off' } },
    sources: [klarsprakshjalpen('Sortera innehållet')],
    options: {},
    zones: ['listItem'],
    fix: 'none',
    extent: 'block',
  },
  document: {
    check({ blocks }, { report }) {
      const lists = listsOf(blocks)
      const single = lists.filter(({ items }) => items.length === 1)
      // Numbers that stand alone, one after another, number sections.
      const numbered = single.filter(({ ordered }) => ordered).length
      for (const list of single) {
        const { first, blocks: own } = list.items[0]!
        if (
          (list.ordered && numbered > 1) ||
          isListOfLinks(list) ||
          isListOfTimes(list) ||
          first.kind !== 'listItem' ||
          first.quoted
        )
          continue
        if (
          own.length > 1 ||
          first.text.endsWith(':') ||
          dialogue.test(first.text) ||
          login.test(first.text) ||
          (list.ordered && !/[.!?]$/.test(first.text))
        )
          continue
        if (isOneOfMany(list, lists)) continue
        // A proposal to a committee may be one point. A long text after a hyphen is what somebody says, or no list at all.
        if (
          first.sentenceCount > 1 ||
          first.wordCount > longestItem ||
          /(?:^|\s)beslut:?$/i.test(list.before?.text ?? '')
        )
          continue
        const sentence = joined(list.before, first)
        report(first.index, {
          at: whole(first),
          message: 'Listan har bara en punkt.',
          suggestions: [
            {
              title: sentence ? `Skriv en mening: ”${sentence}”` : 'Skriv punkten som vanlig text',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
    },
  },
})

/** How many blocks away a list may stand that goes with another. */
const near = 8

/** A programme with a list for each day may have a day with one thing. */
function isOneOfMany({ before, items }: List, lists: readonly List[]): boolean {
  if (!before) return false
  if (!isHeading(before)) {
    // `För dig som hyr:` and `För dig som äger:` have a list each.
    const at = items[0]!.first.index
    return lists.some(
      (other) =>
        other.before !== undefined &&
        other.before !== before &&
        !isHeading(other.before) &&
        other.before.kind !== 'listItem' &&
        isLike(other.before, before, items[0]!.first) &&
        Math.abs(other.items[0]!.first.index - at) <= near,
    )
  }
  return lists.some(
    (other) => other.items.length > 1 && other.before?.kind === 'heading' && other.before.level === before.level,
  )
}

/** Words of a label at the most. */
const longestLabel = 6

/** Two labels, or two introductions with a colon: `UTAN KLUBBA` and `MED KLUBBA`, `Åkbar är:` and `Vi spolar följande:`. */
function isLike(one: BlockSummary, other: BlockSummary, item: BlockSummary): boolean {
  if (isLabel(one) && isLabel(other)) return true
  if (!one.text.trim().endsWith(':') || !other.text.trim().endsWith(':')) return false
  const [first, ...rest] = one.text.split(' ')
  const [otherFirst, ...otherRest] = other.text.split(' ')
  if (first === otherFirst || (rest.length > 0 && rest.join(' ') === otherRest.join(' '))) return true
  // `Ta med:` and `en karta` is a sentence, whatever stands in the next list.
  return !joined(other, item)
}

function isLabel({ text, wordCount }: BlockSummary): boolean {
  return wordCount <= longestLabel && /[\p{L}\p{N})]$/u.test(text.trim())
}

/** What the template of an e-service asks for, alone or with more. */
const login = /^(?:e-legitimation|(?:mobilt )?bank-?id|freja ?(?:eid)?)\.?$/iu

/** `Ta med:` and `legitimation` as one sentence. */
function joined(before: BlockSummary | undefined, { text }: BlockSummary): string | undefined {
  if (!before || isHeading(before) || !/[\p{L}:]$/u.test(before.text) || before.text.length + text.length > 80)
    return undefined
  if (/["'\n]/.test(before.text + text) || !/^\p{Ll}/u.test(text)) return undefined
  return `${before.text.replace(/:$/, '')} ${text.replace(/[.,;]$/, '')}`
}
