import { type BlockContext, defineRule, type Profile, type Suggestion, type TextBlock } from '@klarsprak/engine'
import { agentTypeOf, passiveOf, type Word } from 'retext-swedish'
import { verbForNoun } from '../src/rewrite/support-verb.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { activeChain, sameForm } from '../src/verbs.ts'
import { likeCase } from '../src/words.ts'
import { findObject, findSubject, isNounOf, isSupportVerb, type Nominalisation } from './find.ts'

export const rule = defineRule({
  meta: {
    id: 'substantivsjuka',
    title: 'Substantivsjuka',
    description: 'Hittar fraser där ett verb har gömts i ett substantiv, som ”göra en bedömning”.',
    why: 'Med ett enda verb blir meningen kortare och det syns vem som gör något.',
    group: 'ord',
    checklist: [7, 8],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('1.4'),
      { work: 'Nacka kommun: Checklista för klarspråk' },
      { work: 'Språktidningen: Enkelt språk', section: 'om nominaliseringar' },
      hallefors(7),
    ],
    options: {
      tillatLamnaIn: {
        type: 'boolean',
        default: true,
        description: 'Låt ”lämna in”, ”skicka in” och uppmaningar som ”Gör en ansökan” vara.',
      },
      striktOmSvaga: {
        type: 'boolean',
        default: false,
        description: 'Ta även med korta och vanliga fraser, som ”fatta beslut” och ”ge besked”.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent'],
  },
  // Also a preposition, and sometimes taken for one.
  table: [{ patterns: ['utför'] }],
  block: {
    word: { VERB: check },
    match({ words }, context) {
      if (words[0]!.upos === 'ADP') check(words[0]!, context)
    },
  },
})

const negations = new Set(['ingen', 'inget', 'inga', 'någon', 'något', 'inte', 'ej'])
/** Attributes that no adverb of the verb can stand for: `en första bedömning`. */
const unfit = new Set(['allmän', 'andra', 'annan', 'första', 'försenad', 'komplett', 'preliminär', 'sista', 'slutlig'])

/** Attributes that become adverbs of the verb, so that it can take the noun's place: `en noggrann prövning`. */
const fitting = new Set(
  (
    'ny noggrann snabb grundlig ordentlig samlad utförlig detaljerad årlig löpande kort tidig skriftlig muntlig ' +
    'regelbunden kontinuerlig enkel fördjupad omfattande särskild viss systematisk gemensam digital egen stor liten ' +
    'mycken många flera olika nödvändig eventuell sådan hel bra god korrekt tydlig rättvis saklig djup bred ökad'
  ).split(' '),
)
/** Where a reader does it: `Ändringen görs skriftligt på en blankett`. */
const onForm = /skriftlig|blankett|formulär|e-tjänst|mina sidor|kundtjänst/i
/** Texts whose sender is `vi`. */
const saysWe: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast', 'strikt'])

interface Options {
  readonly tillatLamnaIn: boolean
  readonly striktOmSvaga: boolean
}

function check(verb: Word, context: BlockContext<Options>): void {
  if (!isSupportVerb(verb)) return
  const isPassive = verb.lower.endsWith('s') && passiveOf(verb).kind === 's-passive'
  const found = isPassive ? findSubject(verb) : (findObject(verb) ?? findSubject(verb))
  if (found === undefined || isExamination(found, context.block.text) || isSpared(verb, found, context.options)) return
  const { noun, support } = found
  const isNegated = [noun.previous, ...found.between].some((word) => word !== undefined && negations.has(word.lower))
  const [first, last] = noun.index < verb.index ? [noun, verb] : [verb, noun]
  const at = { start: first.start, end: last.end }
  context.report({
    at,
    message: `I ”${context.block.text.slice(at.start, at.end)}” är verbet gömt i ett substantiv.`,
    suggestions: [
      ...plainVerb(verb),
      ...(verb.lemma === 'föreligga' && support.verb === ''
        ? []
        : [
            (isPassive || support.advice !== '' ? undefined : rewritten(verb, found, context.block)) ??
              advise(verb, found, isPassive, isNegated, context.profile),
          ]),
    ],
  })
}

/** `göra en prövning` for a grade: the name of an examination. */
function isExamination({ noun }: Nominalisation, text: string): boolean {
  return noun.lemma === 'prövning' && /betyg|kurs|komvux/i.test(text)
}

/** True for what is said like that on purpose: calls to act, names, and weak cases. */
function isSpared(verb: Word, { noun, support, between }: Nominalisation, options: Options): boolean {
  if (support.mark === 'svag' && !options.striktOmSvaga) return true
  if (between.some(({ lemma, lower }) => unfit.has(lemma) || unfit.has(lower))) return true
  if (between.some((word) => word.upos === 'PROPN' && word.morph.Case === 'Gen')) return true
  if (between.some(isUnfit) || isShared(noun) || noun.next?.lower === 'per') return true
  // `lämna fler förslag`: papers, not what somebody proposes.
  if (noun.lemma === 'förslag' && verb.lemma === 'lämna' && between.length > 0) return true
  if (!options.tillatLamnaIn) return false
  if (support.mark === 'uppmaning' && verb.morph.Mood === 'Imp') return true
  return verb.next?.lower === 'in' || noun.next?.lower === 'in'
}

/** `individuell`, `PCR-baserad`: the verb cannot say it. */
function isUnfit({ upos, lemma, lower, morph }: Word): boolean {
  return (
    upos === 'ADJ' &&
    morph.NumType === undefined &&
    morph.VerbForm === undefined &&
    !fitting.has(lemma) &&
    !/[aet]re$/.test(lower)
  )
}

/** `lämna upplysningar och underrättelser`: the verb would take only one of them. */
function isShared({ next }: Word): boolean {
  const joins = next?.upos === 'CCONJ' || next?.form === ','
  return joins && next.next?.upos === 'NOUN' && next.next.morph.Definite !== 'Def'
}

/** `föreligger risk` → `finns risk`: better, though the noun stays. */
function plainVerb(verb: Word): Suggestion[] {
  const text = verb.lemma === 'föreligga' ? sameForm(verb, 'finnas') : undefined
  if (text === undefined) return []
  const edit = { start: verb.start, end: verb.end, text: likeCase(verb.form, text) }
  return [{ title: `Byt till ”${edit.text}”`, safety: 'suggestion', edits: [edit] }]
}

function rewritten(verb: Word, { noun, support }: Nominalisation, block: TextBlock): Suggestion | undefined {
  const edits = verbForNoun(
    {
      verb,
      noun,
      instead: support.verb,
      prepositions: support.prepositions,
      isAnother: (other) => isNounOf(verb, other),
    },
    block,
  )
  if (edits === undefined) return undefined
  let at = verb.start
  let text = ''
  for (const edit of edits) {
    text += block.text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return { title: `Skriv ”${text.trim()} …”`, safety: 'suggestion', edits }
}

function advise(
  verb: Word,
  { noun, support }: Nominalisation,
  isPassive: boolean,
  isNegated: boolean,
  profile: Profile,
): Suggestion {
  const { verb: lemma, advice, mark } = support
  const asked = `Skriv med ${lemma === '' ? 'ett verb' : `verbet ”${lemma}”`} i stället, och säg vem som gör det`
  return { title: title(), safety: 'suggestion', edits: [] }

  function title(): string {
    // `Åtgärda` needs something to act on.
    if (noun.lemma === 'åtgärd' && noun.next?.lower !== 'mot') return 'Skriv vad som ska göras, med ett verb'
    const namesNobody = isPassive || advice !== ''
    if (isNegated && namesNobody) return 'Skriv med ett verb och ”inte”, och säg vem det är som inte gör det'
    if (namesNobody && (isSaid(verb) || isSubordinate(verb) || (mark !== 'uppmaning' && namesOrgan(verb)))) return asked
    const isReaders = mark === 'uppmaning' || onForm.test(verb.sentence.text)
    if (namesNobody && !isReaders && !saysWe.has(profile)) return asked
    const chain = isPassive ? activeChain(verb, lemma) : undefined
    if (advice !== '' && isReaders && !advice.includes('”du')) return asked
    const written =
      advice !== '' ? advice : chain ? `”${isReaders ? 'du' : 'vi'} ${chain}”` : `”${sameForm(verb, lemma) ?? lemma}”`
    return `Skriv med verbet i stället: ${written}`
  }
}

/** True where the sentence says who acts: `görs av skolan`. */
function isSaid(verb: Word): boolean {
  return passiveOf(verb).agent !== undefined || verb.next?.lower === 'av'
}

/** True where an organ or somebody other than the reader has the sentence as its own: `Nämnden behöver …`. */
function namesOrgan({ sentence }: Word): boolean {
  return sentence.words.some(
    (word) =>
      (word.upos === 'NOUN' || word.upos === 'PROPN') && agentTypeOf(word) !== 'other' && word.morph.Case !== 'Gen',
  )
}

/** True in a clause that hangs on another, where the actor is often someone else than the sender. */
function isSubordinate(verb: Word): boolean {
  for (let word = verb.previous; word !== undefined && word.upos !== 'PUNCT'; word = word.previous)
    if (word.upos === 'SCONJ' || subordinators.has(word.lower)) return true
  return false
}

const subordinators = new Set([
  'att',
  'där',
  'innan',
  'då',
  'eftersom',
  'hur',
  'när',
  'om',
  'som',
  'varför',
  'vilken',
  'vilket',
  'vilka',
])
