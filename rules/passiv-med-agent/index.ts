import { type BlockContext, defineRule, type Suggestion } from '@klarsprak/engine'
import { nounInfo, type Passive, passiveOf, type Word } from 'retext-swedish'
import { abbreviations } from '../src/abbreviations.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { activeClause } from './rewrite.ts'

/** Verbs whose `av` tells of no deed: `omfattas av`, `utgörs av`. */
const happens = new Set(['omfatta', 'utgöra', 'drabba', 'prägla', 'beröra', 'bestå', 'känneteckna'])

export const rule = defineRule({
  meta: {
    id: 'passiv-med-agent',
    title: 'Passiv form med utsatt aktör',
    description: 'Hittar passiva verb där den som gör något kommer efter ”av”.',
    why: 'Meningen blir kortare och lättare att följa när den som gör något står först.',
    group: 'verb',
    checklist: [7],
    severity: 'warning',
    enabled: true,
    sources: [skrivregler('1.3'), hallefors(7)],
    options: {
      lexikonAktorer: {
        type: 'strings',
        default: [],
        description: 'Fler ord som ska räknas som aktörer, i den form de står i texten.',
      },
      maxAvstand: {
        type: 'integer',
        default: 6,
        minimum: 1,
        maximum: 20,
        description: 'Så många ord får stå mellan verbet och ”av”.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    word: { VERB: check, ADJ: check },
  },
})

interface Options {
  readonly lexikonAktorer: readonly string[]
  readonly maxAvstand: number
}

function check(word: Word, context: BlockContext<Options>): void {
  if (!word.lower.endsWith('s') && word.morph.VerbForm !== 'Part') return
  const passive = passiveOf(word)
  const { kind, agent, auxiliary } = passive
  if (agent === undefined || agent.length < 2 || !/[\p{L}\d]/u.test(agent[1]!.form)) return
  if (kind !== 's-passive' && kind !== 'bli-passive' && kind !== 'state') return
  if (!isActor(passive, context.options.lexikonAktorer)) return
  const head = headOf(agent)
  const first = agent[0]!
  if (happens.has(word.lemma) || belongsToNoun(first, head.at(-1)!)) return
  if (first.index - word.index - 1 > context.options.maxAvstand || first.index < word.index) return
  const start = auxiliary !== undefined && auxiliary.index < word.index ? auxiliary.start : word.start
  const end = head.at(-1)!.end
  const actor = context.block.text.slice(agent[1]!.start, end)
  context.report({
    at: { start, end },
    message: `Verbet är passivt fast det framgår vem som gör det: ”${actor}”.`,
    suggestions: [advice(word, passive, actor, context)],
  })
}

/**
 * True for `av` that belongs to a noun: `öppnas ett nytt avsnitt av Essingeleden`, `betalas enligt av kommunen
 * fastställd taxa`.
 */
function belongsToNoun({ previous, next }: Word, last: Word): boolean {
  if (previous?.upos === 'ADP' || previous?.upos === 'DET') return true
  if (last.next?.morph.VerbForm === 'Part') return true
  return previous?.upos === 'NOUN' && previous.morph.Definite === 'Ind' && next?.upos === 'PROPN'
}

/**
 * The agent without what is said about it in a phrase of its own, `av en grupp` in `av en grupp på skolan`, and
 * with the name after a title: `av inspektör Eva Lind`.
 */
function headOf(agent: readonly Word[]): readonly Word[] {
  const attribute = agent.findIndex(
    ({ upos, lower }, index) =>
      index > 1 && (upos === 'ADP' || upos === 'PUNCT' || upos === 'SCONJ' || lower === 'som'),
  )
  const head = attribute < 0 ? [...agent] : agent.slice(0, attribute)
  if (head.at(-1)!.upos === 'NOUN')
    for (let name = head.at(-1)!.next; name !== undefined && /^\p{Lu}\p{Ll}/u.test(name.form); name = name.next)
      head.push(name)
  return head
}

/** True for a person, an organ, an organisation, and what the configuration adds; a law does not act. */
function isActor({ agent, agentType }: Passive, extra: readonly string[]): boolean {
  if (agent!.some(({ form }) => abbreviations().get(form)?.typ === 'lag')) return false
  if (agentType === 'person' || agentType === 'organisation') return true
  const noun = headOf(agent!).findLast(({ form }, index) => index === 1 || !/^\p{Lu}/u.test(form))!
  if (noun.upos === 'NOUN' && noun.morph.Case !== 'Gen' && nounInfo(noun.lemma)?.type !== undefined) return true
  return extra.length > 0 && agent!.some(({ lower }) => extra.includes(lower))
}

function advice(word: Word, passive: Passive, actor: string, { block }: BlockContext<Options>): Suggestion {
  const edit = activeClause(word, passive, block)
  if (edit) return { title: `Skriv ”${edit.text}”`, safety: 'suggestion', edits: [edit] }
  return { title: `Börja med den som gör det: ”${actor} …”`, safety: 'suggestion', edits: [] }
}
