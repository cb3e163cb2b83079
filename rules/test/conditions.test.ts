import { type AnyRule, defineRule } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { readConditions } from '../src/conditions.ts'

/** How the word `avse` and its forms fare under a condition: found, found without a word to put in, or left. */
function outcome(condition: string, text: string): 'found' | 'advice' | 'left' {
  const { holds, adviceOnly } = readConditions(condition)
  let seen: 'found' | 'advice' | 'left' = 'left'
  const rule: AnyRule = defineRule({
    meta: {
      id: 'prov',
      title: 'Prov',
      description: '',
      why: '',
      group: 'ord',
      checklist: [],
      severity: 'suggestion',
      enabled: true,
      sources: [],
      options: {},
      zones: ['paragraph'],
      fix: 'none',
      extent: 'word',
    },
    table: [{ patterns: ['avse', 'avser', 'gällande'] }],
    block: {
      match(match, { block }) {
        if (holds(match, block)) seen = adviceOnly(match, block) ? 'advice' : 'found'
      },
    },
  })
  lintWith([rule], text)
  return seen
}

describe('conditions', () => {
  it.each([
    ['', 'Planen avser marken.', 'found'],
    ['utom:nästa=att', 'Vi avser att bygga.', 'left'],
    ['utom:nästa=att', 'Planen avser marken.', 'found'],
    ['utom:attribut', 'Planen gällande odlade ytor är klar.', 'left'],
    ['utom:andel', 'Den del av planen som avser marken är klar.', 'left'],
    ['utom:andel', 'Den plan som avser marken är klar.', 'found'],
    ['bara:nästa=att', 'Planen avser marken.', 'left'],
    ['råd:nästa=att', 'Vi avser att bygga.', 'advice'],
    ['utom:förra=planen', 'Planen avser marken.', 'left'],
    ['utom:nästaklass=NOUN', 'Planen avser marken.', 'left'],
    ['utom:förraklass=NOUN', 'Planen avser marken.', 'left'],
    ['utom:klass=VERB', 'Planen avser marken.', 'left'],
    ['utom:form=avse', 'Planen avser marken.', 'found'],
    ['utom:form=avser', 'Planen avser marken.', 'left'],
    ['bara:mening=plan', 'Detaljplanen avser marken.', 'found'],
    ['bara:mening=väg', 'Detaljplanen avser marken.', 'left'],
    ['bara:ord=plan', 'Detaljplanen avser marken.', 'left'],
    ['bara:ord=plan', 'Planen avser marken.', 'found'],
    ['råd:först', 'Gällande marken vet vi inte.', 'advice'],
    ['utom:börjar=planen', 'Planen avser marken.', 'left'],
    ['utom:fråga', 'Vad avser du?', 'left'],
    ['utom:zon=tableCell', 'Planen avser marken.', 'found'],
    ['bara:efter=att', 'Nu avser vi inte att bygga.', 'found'],
    ['bara:efter=att', 'Nu avser vi marken.', 'left'],
    ['utom:ej:nästa=att', 'Planen avser marken.', 'left'],
    ['råd:ej:nästa=att', 'Vi avser att bygga.', 'found'],
    ['utom:nästa=att råd:förra=planen', 'Planen avser marken.', 'advice'],
    ['bara:flertal', 'Planen avser kommunens nya vägar.', 'found'],
    ['bara:flertal', 'Planen avser kommunens nya väg.', 'left'],
    ['utom:tid', 'Planen avser marken från och med 2031.', 'left'],
    ['utom:tid', 'Planen avser marken.', 'found'],
    ['utom:dåtid', 'Reglerna gällande marken låg i en pärm.', 'left'],
    ['utom:dåtid', 'Reglerna gällande marken ligger i en pärm.', 'found'],
    ['skriv:nästa=att', 'Vi avser att bygga.', 'advice'],
    ['skriv:nästa=att', 'Planen avser marken.', 'found'],
    ['utom:förklarat', 'Planen avser marken. Det innebär att den får bebyggas.', 'left'],
    ['utom:förklarat', 'Planen avser marken. Den gäller i fem år.', 'found'],
  ] as const)('%s: %s → %s', (condition, text, wanted) => {
    expect(outcome(condition, text)).toBe(wanted)
  })

  it('refuses what it does not know', () => {
    expect(() => readConditions('utom:nasta=att')).toThrow('utom:nasta=att'.slice(5))
    expect(() => readConditions('ibland:först')).toThrow('ibland:först')
  })
})
