import { type BlockContext, defineRule, type Suggestion, type TextBlock } from '@klarsprak/engine'
import { agentTypeOf, analyseVerbForm, inflectNoun, inflectVerb, type Word } from 'retext-swedish'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase } from '../src/words.ts'

export const rule = defineRule({
  meta: {
    id: 'participattribut',
    title: 'Lång bestämning före ordet',
    description: 'Hittar fraser som ”den av nämnden beslutade planen”.',
    why: 'Läsaren måste hålla hela bestämningen i minnet innan det framgår vad den handlar om.',
    group: 'verb',
    checklist: [7, 8],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('1.3'), klarsprakshjalpen('Skriv meningar med flyt'), hallefors(8)],
    options: {
      minOrdMellan: {
        type: 'integer',
        default: 3,
        minimum: 2,
        maximum: 10,
        description: 'Så många ord ska stå mellan artikeln och substantivet.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: { word: { ADP: check } },
})

const articles = new Set(['en', 'ett', 'den', 'det', 'de', 'detta', 'denna', 'dessa'])
/** Participles that have become adjectives: `ett för oss redan känt exempel`. */
const adjectives = /^(?:känd|känt|kända|given|givet|lämpad|van|avsedd|okänd|bekant)$/
const prepositions = new Set([
  'av',
  'i',
  'på',
  'från',
  'för',
  'under',
  'enligt',
  'till',
  'med',
  'mot',
  'genom',
  'vid',
  'hos',
])

function check(preposition: Word, { block, options, report }: BlockContext<{ minOrdMellan: number }>): void {
  const article = preposition.previous
  if (article === undefined || !articles.has(article.lower) || !prepositions.has(preposition.lower)) return
  // ”Sedan bjuds det på …”, ”åtnjuter de enligt …”: the subject, not an article.
  if (preposition.lower !== 'av' && isFiniteVerb(article.previous)) return
  // `Utveckla denna under sina uppdrag`: a pronoun.
  if (preposition.lower !== 'av' && /^(?:detta|denna|dessa)$/.test(article.lower)) return
  const participle = participleAfter(preposition)
  if (participle === undefined || adjectives.test(participle.lemma)) return
  let noun = participle.next
  while (noun !== undefined && (noun.upos === 'ADJ' || noun.upos === 'NUM')) noun = noun.next
  if (noun === undefined || noun.upos !== 'NOUN' || noun.index - article.index - 1 < options.minOrdMellan) return
  // `ett av kommunens särskilda boenden`: one of several.
  if (preposition.lower === 'av' && /^(?:en|ett)$/.test(article.lower) && noun.morph.Number === 'Plur') return
  // `En till staden flyttad kvinna`: a manner of telling about people.
  if (preposition.lower !== 'av' && agentTypeOf(noun) === 'person') return
  // `Den av solen orsakade vind- och vattenströmmen`: the noun stands further on.
  if (noun.form.endsWith('-')) return
  const definite = inflectNoun(noun.lemma, {
    number: noun.morph.Number === 'Plur' ? 'Plur' : 'Sing',
    definite: article.lower === 'en' || article.lower === 'ett' ? 'Ind' : 'Def',
  })
  const head =
    article.lower === 'en' || article.lower === 'ett'
      ? `${article.lower} ${definite ?? noun.form}`
      : (definite ?? noun.form)
  report({
    at: { start: article.start, end: noun.end },
    message: `Bestämningen ”${block.text.slice(preposition.start, participle.end)}” står före ordet den hör till.`,
    suggestions: [rewrite(article, preposition, participle, noun, head, block)],
  })
}

const outward = /^(?:VERB|AUX|PUNCT|ADV|CCONJ)$/

/** The noun first, and what somebody did to it in a clause of its own: `planen som nämnden har beslutat`. */
function rewrite(
  article: Word,
  preposition: Word,
  participle: Word,
  noun: Word,
  head: string,
  block: TextBlock,
): Suggestion {
  const start = article.start
  const isPlain = participle.next === noun && (noun.next === undefined || outward.test(noun.next.upos))
  const agent = block.text.slice(preposition.end + 1, participle.previous!.end)
  const supine = supineOf(participle)
  const acts = participle.previous!.upos === 'NOUN' && agentTypeOf(participle.previous!) !== 'other'
  if (
    preposition.lower !== 'av' ||
    !isPlain ||
    !acts ||
    supine === undefined ||
    block.marks.some((mark) => mark.start < noun.end && mark.end > start)
  )
    return { title: `Flytta bestämningen efter ordet: ”${head} som …”`, safety: 'suggestion', edits: [] }
  const text = likeCase(article.form, `${head} som ${agent} har ${supine}`)
  return { title: `Skriv ”${text}”`, safety: 'suggestion', edits: [{ start, end: noun.end, text }] }
}

function supineOf(participle: Word): string | undefined {
  const verb = analyseVerbForm(participle.lower).find(({ form }) => form === 'PastPart')?.lemma
  return verb && inflectVerb(verb, { form: 'Sup' })
}

/** The participle that the phrase after a preposition belongs to: `beslutade` in `av nämnden beslutade`. */
function participleAfter(preposition: Word): Word | undefined {
  let nouns = 0
  let steps = 0
  for (let word = preposition.next; word !== undefined && steps < 6; word = word.next, steps++) {
    if (nouns > 0 && isParticiple(word)) return word.next?.upos === 'CCONJ' ? undefined : word
    if (word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON') nouns++
    else if (word.upos === 'PUNCT' || word.upos === 'SCONJ' || word.upos === 'AUX' || word.upos === 'VERB')
      return undefined
    if (nouns === 0 && /^(?:de|dessa|våra|era|alla)$/.test(word.lower)) return undefined
  }
  return undefined
}

/** A past participle, which the tagger may take for a verb in the past tense between an article and a noun. */
function isParticiple({ upos, morph, lower, next }: Word): boolean {
  if (morph.VerbForm === 'Part') return true
  return upos === 'VERB' && morph.Tense === 'Past' && /(?:ade|da|ta)$/.test(lower) && next?.morph.Definite === 'Def'
}
