import { defineRule, type TableMatch } from '@klarsprak/engine'
import { analyseNounForm, type Word } from 'retext-swedish'
import { text } from '../generated/tables/partikelverb.ts'
import { readReplacements } from '../src/replacements.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { reportWords, sparedOption, strengthOption } from '../src/word-table.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'sammansatt-partikelverb',
    title: 'Hopskrivet verb',
    description: 'Hittar verb som ”inlämna” och ”utbetala”, där det är vanligare att säga ”lämna in” och ”betala ut”.',
    why: 'Delade verb är vardagliga ord, och de hopskrivna låter som gammalt kanslispråk.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 3 } } },
    sources: [{ work: 'Malmö stad, miljöförvaltningen: Skrivguiden' }, skrivregler('1.4'), hallefors(8)],
    options: { styrkaMax: strengthOption, undantaOrd: sparedOption },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent', 'substantivsjuka'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, context) {
      const { styrkaMax, undantaOrd } = context.options
      if (isNoun(match) || isLostParticiple(match) || isAttribute(match)) return
      reportWords(
        match,
        context,
        { strength: styrkaMax, spared: undantaOrd },
        `”${match.text}” är ett stelt, hopskrivet verb.`,
      )
    },
  },
})

/** `Antalet inskriva`, `alla inskriva`: where a participle belongs, an infinitive is one that has lost a letter. */
function isLostParticiple({ words: [first] }: TableMatch): boolean {
  const { lower, previous } = first!
  return lower.endsWith('a') && /^(?:antal(?:et)?|de|alla|flera|många)$/.test(previous?.lower ?? '')
}

/**
 * `utsorterat och utvalt byggmaterial`, `ett upplagt förslag`, `ditt utskickade kort`: a participle in the neuter, where
 * no `har` makes it a supine, and one after a possessive, where no past tense can stand.
 */
function isAttribute({ words: [first] }: TableMatch): boolean {
  const { lower, morph, previous, sentence, start } = first!
  // `ditt utskickade kort`
  if (morph.Tense === 'Past' && (previous?.upos === 'DET' || previous?.morph.Poss !== undefined)) return true
  if (morph.VerbForm !== 'Sup' || !lower.endsWith('t')) return false
  if (/^(?:DET|ADJ|ADP)$/.test(previous?.upos ?? '') || /^(?:ett|det|allt|något|inget)$/.test(previous?.lower ?? ''))
    return true
  if (isOfObject(first!)) return true
  return !sentence.words.some((word) => word.start < start && /^(?:ha|har|hade|haft)$/.test(word.lower))
}

/** `Har du fått ditt vatten avstängt`: what happens to an object after `få` is told by a participle. */
function isOfObject({ sentence, start }: Word): boolean {
  const before = sentence.words.filter((word) => word.start < start)
  const got = before.findLastIndex(({ lemma }) => lemma === 'få')
  const between = before.slice(got + 1)
  return got >= 0 && between.some(({ upos }) => upos === 'NOUN') && !between.some(isFiniteVerb)
}

/** True for an imperative that is a noun too, where none can stand: `blanketten för utlägg`. */
function isNoun({ words: [first] }: TableMatch): boolean {
  const { lower, morph, previous } = first!
  if (morph.Mood !== 'Imp' || previous === undefined || previous.upos === 'PUNCT') return false
  return analyseNounForm(lower).length > 0 || /(?:lägg|tag|drag|slag|tryck)$/.test(lower)
}
