import { defineRule, type Rule, type RuleMeta } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { correctTo, isNoProse } from './correct.ts'

/** A word that everyday writing uses and formal writing has another word for. */
export interface FormalWord {
  readonly meta: Pick<RuleMeta, 'id' | 'title' | 'description' | 'why' | 'sources'>
  /** As everyday writing has it. */
  readonly word: string
  readonly formal: string
  /** Where the formal word belongs, as it ends the message: `framför en tidpunkt`. */
  readonly where: string
  /** Whether the everyday word stands in the meaning that the formal word has. */
  isMeant(word: Word): boolean
}

/** A rule for one such word: off but in decisions, in reports and under the strict profile. */
export function formalWordRule({ meta, word: everyday, formal, where, isMeant }: FormalWord): Rule {
  return defineRule({
    meta: {
      ...meta,
      group: 'vanliga-fel',
      checklist: [10],
      severity: 'suggestion',
      enabled: false,
      profiles: {
        beslut: { severity: 'suggestion' },
        rapport: { severity: 'suggestion' },
        strikt: { severity: 'suggestion' },
      },
      options: {},
      zones: ['lead', 'paragraph', 'listItem'],
      fix: 'suggestion',
      extent: 'word',
    },
    table: [{ patterns: [everyday] }],
    block: {
      match({ words: [word] }, { block, report }) {
        if (word === undefined || isNoProse(block, word) || !isMeant(word)) return
        report({
          at: word,
          message: `Skriv ”${formal}” i stället för ”${word.form}” ${where}.`,
          suggestions: [correctTo(block, word, formal, 'suggestion')],
        })
      },
    },
  })
}
