import { type BlockContext, defineRule } from '@klarsprak/engine'
import { agentTypeOf, type Word } from 'retext-swedish'
import { hallefors, skrivregler } from '../src/sources.ts'
import { chainFrom, hidesDoings } from './chain.ts'

export const rule = defineRule({
  meta: {
    id: 'prepositionskedja',
    title: 'Kedja av prepositioner',
    description: 'Hittar fraser som ”beslutet om avslag på ansökan om bidrag till renovering”.',
    why: 'I en lång kedja av substantiv och prepositioner syns inte vem som gör vad.',
    group: 'meningar',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('1.3–1.4'), hallefors(8)],
    options: {
      minLed: {
        type: 'integer',
        default: 4,
        minimum: 2,
        maximum: 10,
        description: 'Från så många prepositioner i rad ger regeln träff.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'sentence',
  },
  block: {
    sentence({ words }, { options, report }: BlockContext<{ minLed: number }>) {
      if (prepositionsIn(words) < options.minLed) return
      for (let at = 0; at + 2 * options.minLed < words.length; at++) {
        if (words[at]!.upos !== 'NOUN' || words[at + 1]!.upos !== 'ADP') continue
        const links = chainFrom(words, at)
        if (links.length < options.minLed || !hidesDoings(words, [at, ...links]) || isSomebody(words[at]!)) continue
        const end = links.at(-1)!
        report({
          at: { start: words[at]!.start, end: words[end]!.end },
          message: `Här står ${links.length} prepositioner i rad: ${named(words, at, links)}.`,
          suggestions: [
            {
              title: 'Gör verb av substantiven och skriv vem som gör vad, gärna i två meningar',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
        at = end
      }
    },
  },
})

function prepositionsIn(words: readonly Word[]): number {
  let count = 0
  for (const { upos } of words) if (upos === 'ADP') count++
  return count
}

/** True for a person or an organisation: in `informera pensionärerna om planer` the preposition belongs to the verb. */
function isSomebody(noun: Word): boolean {
  return agentTypeOf(noun) !== 'other'
}

/** The prepositions of a chain: `om … på … till`. */
function named(words: readonly Word[], from: number, links: readonly number[]): string {
  const prepositions: string[] = []
  for (let at = from + 1; at < links.at(-1)!; at++) if (words[at]!.upos === 'ADP') prepositions.push(words[at]!.lower)
  return `”${prepositions.join(' … ')}”`
}
