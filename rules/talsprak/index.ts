import { type BlockContext, defineRule, type TextBlock } from '@klarsprak/engine'
import { analyseAdjectiveForm, analyseNounForm, type Word } from 'retext-swedish'
import { text } from '../generated/tables/talsprak.ts'
import { type Replacement, readReplacements } from '../src/replacements.ts'
import { hallefors } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { reportWords, sparedOption, strengthOption } from '../src/word-table.ts'
import { likeCase, looksLikeName } from '../src/words.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'talsprak',
    title: 'Talspråk',
    description: 'Hittar talspråkliga ord och former, som ”dom”, ”mej”, ”nån” och ”jättebra”.',
    why: 'Talspråk kan göra en saklig text mindre trovärdig, och alla läsare känner inte igen stavningen.',
    group: 'ord',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 3 } } },
    sources: [
      { work: 'Malmö stad, miljöförvaltningen: Skrivguiden' },
      { work: 'Isof: Frågelådan i svenska', section: 'om de, dem och dom' },
      hallefors(10),
    ],
    options: {
      styrkaMax: strengthOption,
      undantaOrd: sparedOption,
      socialaMedier: {
        type: 'boolean',
        default: false,
        description: 'Låt talspråk vara, för texter i sociala medier.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'safe',
    extent: 'word',
    yieldsTo: ['de-dem'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, context) {
      const { styrkaMax, undantaOrd, socialaMedier } = context.options
      if (
        socialaMedier ||
        isStory(context.block) ||
        match.words.some((word) => looksLikeName(word) || isInTitle(word) || /^\p{Lu}{3}/u.test(word.form))
      )
        return
      const { term } = match.entry as Replacement
      if (term === 'dom') return checkThey(match.words[0]!, context)
      reportWords(match, context, { strength: styrkaMax, spared: undantaOrd }, `”${match.text}” är talspråk.`)
    },
    word: { ADJ: checkIntensifier, ADV: checkIntensifier, NOUN: checkIntensifier, VERB: checkIntensifier },
  },
})

/** What somebody tells of themselves, as in an interview or a letter from abroad. */
function isStory({ words }: TextBlock): boolean {
  return words.some(({ lower }) => lower === 'jag')
}

/** `Sång & Sånt`: capitals around a sign are those of a title. */
function isInTitle({ form, previous }: Word): boolean {
  return /^\p{Lu}/u.test(form) && previous !== undefined && /^[&+/]$/.test(previous.form)
}

interface Options {
  readonly styrkaMax: number
  readonly undantaOrd: readonly string[]
  readonly socialaMedier: boolean
}

/** A text about a court, where `dom` is the noun. */
const court =
  /^(?:dom(?:en|ar|arna|s)|\p{L}*doms(?:lut|tol)\p{L}*|\p{L}*rätt(?:en|s|ens)|meddel\p{L}*|avkunn\p{L}*|fall(?:er|it)|föll|överklag\p{L}*|mål(?:et)?|laga(?:kraft\p{L}*)?|styrk\p{L}*|intyg\p{L}*|fängelse|böter)$/u
const auxiliaries = /^(?:får|fick|har|hade|är|var|ska|kan|kunde|vill|ville|måste|behöver|gör|tar|kommer|blir)$/
/** Words that a person stands after. */
const beforePerson =
  /^(?:åt|hos|med|till|hjälp(?:er|a|te)|kontakta[rt]?|ring(?:er|a)?|ber|ge[rt]?|låt(?:er|a)?|fråga[rt]?|möte[rt]?)$/

/** The pronoun `dom`: `de` where it is a subject or has `som` after it, else `dem`. The noun is left alone. */
function checkThey(word: Word, { report, options }: BlockContext<Options>): void {
  const { previous, next, upos } = word
  if (options.undantaOrd.includes('dom') || next === undefined || isFigure(previous)) return
  if (joinsNoun(word)) return
  const isPronoun = upos === 'PRON' || upos === 'DET'
  if (word.sentence.words.some((other) => other !== word && court.test(other.lower))) return
  const opens = previous === undefined || previous.upos === 'CCONJ' || previous.upos === 'SCONJ'
  const isArticle = next.upos === 'NOUN' && next.morph.Definite === 'Def' && next.morph.Number === 'Plur'
  const isSubject =
    isArticle ||
    (next.lower === 'som' && opens) ||
    (isPronoun && upos === 'DET') ||
    (opens && auxiliaries.test(next.lower))
  const isObject =
    previous !== undefined && previous.upos !== 'PUNCT' && (isPronoun || beforePerson.test(previous.lower))
  if (!isSubject && !isObject) return
  const isEither = isObject && isFiniteVerb(previous) && !beforePerson.test(previous!.lower)
  const forms = isSubject || next.lower === 'som' ? ['de'] : isEither ? ['de', 'dem'] : ['dem']
  put(
    word,
    forms.map((form) => likeCase(word.form, form)),
    report,
  )
}

/** `genom avtal eller dom`, `med samtycke eller med dom`: what is joined with a noun without an article is one too. */
function joinsNoun({ previous }: Word): boolean {
  const joint = previous?.upos === 'ADP' ? previous.previous : previous
  const noun = joint?.previous
  return (
    joint?.upos === 'CCONJ' && noun?.upos === 'NOUN' && noun.morph.Definite === 'Ind' && noun.previous?.upos === 'ADP'
  )
}

/** What comes before the noun `dom`: `en`, `denna`, `tingsrättens`. */
function isFigure(word: Word | undefined): boolean {
  return word !== undefined && (/^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(word.upos) || word.morph.Poss === 'Yes')
}

/** `jättebra`, but neither `jättelik` nor `jättegran`: what is left must be an adjective. */
function checkIntensifier(word: Word, { block, report, options }: BlockContext<Options>): void {
  if (
    !word.lower.startsWith('jätte') ||
    isStory(block) ||
    options.socialaMedier ||
    options.undantaOrd.includes(word.lower)
  )
    return
  const rest = word.lower.slice('jätte'.length)
  if (rest.startsWith('lik') || analyseAdjectiveForm(rest).length === 0) return
  if (word.upos !== 'ADJ' && word.upos !== 'ADV' && analyseNounForm(rest).some(({ source }) => source === 'lexicon'))
    return
  put(word, [likeCase(word.form, rest)], report)
}

function put(word: Word, texts: readonly string[], report: BlockContext['report']): void {
  report({
    at: word,
    message: `”${word.form}” är talspråk.`,
    suggestions: texts.map((text) => ({
      title: `Byt till ”${text}”`,
      safety: 'suggestion',
      edits: [{ start: word.start, end: word.end, text }],
    })),
  })
}
