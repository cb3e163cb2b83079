import type { ChecklistPoint, Profile, RuleGroup, RuleMeta, Severity } from 'retext-klarsprak'
import { checklistPoints } from 'retext-klarsprak'

/** What the groups of rules are called, in the order in which they are listed. */
export const groupNames: Readonly<Record<RuleGroup, string>> = {
  verb: 'Verb och aktivt språk',
  meningar: 'Meningar',
  ord: 'Ord',
  tilltal: 'Tilltal och avsändare',
  termer: 'Termer och förkortningar',
  struktur: 'Struktur',
  skrivregler: 'Skrivregler',
  'vanliga-fel': 'Särskrivning och vanliga fel',
  matt: 'Läsbarhetsmått',
  'kommunens-rost': 'Kommunens röst',
  tillganglighet: 'Tillgänglighet',
  undantag: 'Undantag och metadata',
}

/** What the kinds of text are called, and what is special about how they are read. */
export const profileWords: Readonly<Record<Profile, { name: string; heading: string; about: string }>> = {
  webb: {
    name: 'Webbtext',
    heading: 'Regler för webbtexter',
    about: 'Texter på en webbplats. De har rubrik och länkar, säger ”du” och läses ofta i en telefon.',
  },
  press: {
    name: 'Pressmeddelande',
    heading: 'Regler för pressmeddelanden',
    about: 'Nyheter till medier. De har datum, ingress och någon att ringa.',
  },
  brev: {
    name: 'Brev',
    heading: 'Regler för brev',
    about: 'Brev och e-post till en person. De säger vem som skriver, vad det gäller och hur du når avsändaren.',
  },
  beslut: {
    name: 'Beslut',
    heading: 'Regler för beslut',
    about: 'Beslut till den som berörs. De säger vad som gäller, varför, och hur du överklagar.',
  },
  rapport: {
    name: 'Rapport',
    heading: 'Regler för rapporter',
    about: 'Rapporter, planer och utredningar. De har sammanfattning, rubriker och ofta tabeller.',
  },
  protokoll: {
    name: 'Protokoll',
    heading: 'Regler för protokoll',
    about: 'Protokoll från möten. De har tid, plats, vilka som var med och vad mötet beslutade.',
  },
  lattlast: {
    name: 'Lättläst',
    heading: 'Regler för lättlästa texter',
    about: 'Texter för dig som behöver korta meningar och vanliga ord.',
  },
  strikt: {
    name: 'Strikt',
    heading: 'Regler när kraven är höga',
    about: 'Alla regler är på, och gränserna är snäva. Välj den när många ska läsa texten.',
  },
}

export const severityNames: Readonly<Record<Severity, string>> = {
  error: 'fel',
  warning: 'varning',
  suggestion: 'förslag',
}

/** The points of the checklist that a rule serves, each with its title. */
export function pointsOf({ checklist }: RuleMeta): { point: ChecklistPoint; title: string }[] {
  return checklistPoints.filter(({ point }) => checklist.includes(point)).map(({ point, title }) => ({ point, title }))
}
