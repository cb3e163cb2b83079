import { defineRule } from './define-rule.ts'
import type { AnyRule, RuleMeta } from './types.ts'

const common = {
  group: 'undantag',
  checklist: [],
  enabled: true,
  sources: [],
  options: {},
  zones: [],
  extent: 'document',
} as const satisfies Partial<RuleMeta>

/** A suppression that silences nothing. */
export const unusedSuppression = defineRule({
  meta: {
    ...common,
    id: 'onodigt-undantag',
    title: 'Onödigt undantag',
    description: 'Hittar undantag i texten som inte tystar någon träff.',
    why: 'Ett undantag som inte behövs kan dölja ett fel som någon skriver in senare.',
    severity: 'suggestion',
    fix: 'safe',
  },
})

/** A suppression that cannot be followed. */
const faultySuppression = defineRule({
  meta: {
    ...common,
    id: 'ogiltigt-undantag',
    title: 'Ogiltigt undantag',
    description: 'Hittar undantag i texten som saknar regel, skäl, början eller slut.',
    why: 'Ett undantag gäller bara när det säger vilken regel det avser och varför.',
    severity: 'warning',
    fix: 'none',
  },
})

/** Front matter that cannot be read or followed. */
const faultyFrontMatter = defineRule({
  meta: {
    ...common,
    id: 'ogiltiga-metadata',
    title: 'Ogiltiga metadata',
    description: 'Hittar metadata överst i dokumentet som inte går att läsa eller följa.',
    why: 'Metadata styr bland annat vilken sorts text dokumentet granskas som.',
    severity: 'warning',
    fix: 'none',
  },
})

/** The rules whose findings the engine makes itself. */
export const ownRules: readonly AnyRule[] = [unusedSuppression, faultySuppression, faultyFrontMatter]
