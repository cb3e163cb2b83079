import { type BlockSummary, defineRule, type Report, type Suggestion, type TextBlock } from '@klarsprak/engine'
import { nounInfo, type Passive, passiveOf, type Word } from 'retext-swedish'
import { subjectNoun } from '../passiv-form/readers-deed.ts'
import { ofText } from '../src/of-text.ts'
import { activeClause, subjectOf } from '../src/rewrite/active-clause.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'
import { belongsToNoun, happens, headOf, isActor, runs, takesFrom, takesOrGives } from './agent.ts'
import { isWellPassive } from './leave.ts'
import { isPlainClause } from './plain.ts'
import { isTopic, opens, opensWith } from './topic.ts'

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
  document: {
    collect(block, { options }): readonly Found[] | undefined {
      const found: Found[] = []
      const context: Context = { block, options, report: (one) => found.push(one) }
      for (const { words } of block.sentences)
        for (const word of words) if (word.upos === 'VERB' || word.upos === 'ADJ') check(word, context)
      return found.length > 0 ? found : undefined
    },
    check({ blocks }, { report }) {
      for (const { index, facts } of blocks)
        for (const { topic, ...found } of facts ?? [])
          if (topic === undefined || !goesOnFrom(blocks[index - 1], topic)) report(index, found)
    },
  },
})

interface Found extends Report {
  /** What the block opens with, where it is the subject of the passive: `Motionerna bereds av nämnden`. */
  readonly topic: string | undefined
}

interface Context {
  readonly block: TextBlock
  readonly options: Options
  report(found: Found): void
}

/** True for a paragraph about the same thing as the one before: `Motioner är förslag.`, and then `Motionerna bereds av …`. */
function goesOnFrom(before: BlockSummary | undefined, topic: string): boolean {
  return before !== undefined && before.kind !== 'heading' && opensWith(before.text, topic)
}

/** What somebody is from then on, and not what was done: `är vald av fullmäktige`. */
const isStanding = /^(?:anställ|auktoriser|delegera|direktv|folkv|förordna|känd|omtyck|utse|val|älska)/
/** What a person is, where the word before the participle is one: `hon är godkänd av`. */
const isPersons = /^(?:godkän|kontrakter|upphandla)/

function isStandingOf(word: Word, auxiliary: Word | undefined): boolean {
  if (isStanding.test(word.lower)) return true
  if (!isPersons.test(word.lower)) return false
  const before = (auxiliary ?? word).previous
  const noun = before?.lower === 'som' ? before.previous : before
  return /^(?:du|han|hon|hen|vi|ni)$/.test(noun?.lower ?? '') || nounInfo(noun?.lemma ?? '')?.type === 'person'
}

interface Options {
  readonly lexikonAktorer: readonly string[]
  readonly maxAvstand: number
}

function check(word: Word, context: Context): void {
  if (looksLikeName(word)) return
  const passive = passiveOf(word)
  const { kind, agent, auxiliary } = passive
  if (agent === undefined || agent.length < 2 || !/[\p{L}\d]/u.test(agent[1]!.form)) return
  if (kind !== 's-passive' && kind !== 'bli-passive' && kind !== 'state') return
  if (!isActor(passive, context.options.lexikonAktorer)) return
  const head = headOf(agent)
  const first = agent[0]!
  const verb = passive.active ?? word.lemma
  if (takesFrom.has(verb) || (takesOrGives.has(verb) && word.morph.Tense !== 'Past') || isNote(word, passive)) return
  if (kind === 'state' && (isStandingOf(word, auxiliary) || word.previous?.upos === 'CCONJ')) return
  if (runs.has(verb) && agent.some(({ form }) => /^\p{Lu}/u.test(form))) return
  if (happens.has(word.lemma) || belongsToNoun(first, head.at(-1)!, word)) return
  if (first.index < word.index) {
    checkBefore(word, agent, head, context)
    return
  }
  if (first.index - word.index - 1 > context.options.maxAvstand) return
  if (contrasts(head.at(-1)!) || isTheReader(word) || isNamed(agent) || isVague(agent)) return
  if (isTheirsAlone(word, agent) || isWithOthers(head.at(-1)!) || isReviewOfLaw(word, verb)) return
  if (leadsInSections(context.block) || isTopicLater(word, head.at(-1)!)) return
  if (isAlternative(head.at(-1)!) || isReported(word) || isPronounAfterClause(word, passive)) return
  if (isFormula(word, verb, head.at(-1)!) || isDemandOnPaper(passive) || isOnlyWhen(word, head.at(-1)!)) return
  const start = auxiliary !== undefined && auxiliary.index < word.index ? auxiliary.start : word.start
  const end = head.at(-1)!.end
  const said = context.block.text.slice(agent[1]!.start, end)
  if (isNewActor(head.at(-1)!) || isBarePerson(passive, head) || isOneOfSeveral(word, agent, context.block)) return
  if (hasClause(head.at(-1)!) || isHeavyRelative(passive, head) || isListed(context.block.text)) return
  if (isChoice(word, passive, head.at(-1)!) || isOfLaw(word, context.block)) return
  if (isMade(verb, word) || isDecidedWho(word) || isHalf(word) || isToldApart(word)) return
  if (runsIntoVerb(word, passive, head) || isForbiddenTo(word)) return
  if (isShared(word, head.at(-1)!) || cites.test(word.sentence.text) || isAside(word, head.at(-1)!, context.block))
    return
  if (!isWorthTurning(word, agent, said, context.block) || isTopic(word, passive, context.block)) return
  if (isWellPassive(word, passive, head, context.block) || isServiceOf(word, verb, passive, head)) return
  // `av den som söker` is about the one who applies, not about `den`.
  const actor = /^(?:den|de|dem|alla)$/.test(said) && head.at(-1)!.next?.lower === 'som' ? `${said} som` : said
  context.report({
    at: { start, end },
    message: `Verbet är passivt fast det framgår vem som gör det: ”${actor}”.`,
    ...(isNewcomer(head) ? { severity: 'suggestion' as const } : {}),
    suggestions: [advice(word, passive, head, actorOf(head, actor, context.block), context)],
    topic: opens(word, passive),
  })
}

/** The actor in the form of a subject: `vi` for `oss`, `den som` before its clause. */
function actorOf(head: readonly Word[], actor: string, { text }: TextBlock): string {
  return actor.endsWith(' som') ? actor : (subjectOf(head.slice(1), text) ?? actor)
}

/** `av en elev`, `av tre laboratorier`, `av Västtrafik`: somebody new to the text, who may well come last. */
function isNewcomer([, first, second]: readonly Word[]): boolean {
  if (/^(?:en|ett|två|tre|fyra|fem|flera|några|andra)$/.test(first!.lower) || first!.upos === 'NUM') return true
  const noun = first!.upos === 'ADJ' && second !== undefined ? second : first!
  if (noun.upos === 'PROPN') return true
  return noun.upos === 'NOUN' && noun.morph.Number === 'Plur' && noun.morph.Definite !== 'Def'
}

/** `Kursen leds av en ledare`, `Leden sköts av en klubb eller andra`: what goes on is the topic, and who sees to it is new. */
function isServiceOf(word: Word, verb: string, { within }: Passive, head: readonly Word[]): boolean {
  if (within !== 'main' || word.morph.Tense !== 'Pres' || !serves.test(verb)) return false
  const subject = subjectNoun(word)
  if (subject === undefined || subject.index > word.index || authorities.test(head.at(-1)!.lower)) return false
  const isOurs = head.some(({ lower }) => /^(?:vår|vårt|våra|oss|vi)$/.test(lower))
  // `av vår entreprenör Grävia`, but not `av två företag och vår egen personal`
  return isOurs ? head.at(-1)!.upos === 'PROPN' && head.at(-2)!.upos === 'NOUN' : isNewcomer(head)
}

const authorities = /(?:verket|myndigheten|styrelsen|nämnden|kommun|kommunen|polisen|kassan|regionen|förvaltningen)$/

const serves = /^(?:leda|sköta|driva|bemanna|utföra|arrangera|ordna|hålla|göra|bedriva)$/

/** What somebody has drawn, written or plays is what the text is about, and its maker what is new. */
const makes = /^(?:rita|komponera|författa|illustrera|formge|regissera|spela|skapa|koreografera|tonsätta)$/
const works =
  /(?:bok|dikt|pjäs|roman|sång|text|låt|musik|målning|tavla|skulptur|staty|film)(?:en|n|et|er|erna|ar|arna)?$/

function isMade(verb: string, word: Word): boolean {
  if (makes.test(verb)) return true
  return /^(?:skriva|måla|göra)$/.test(verb) && word.sentence.words.some(({ lower }) => works.test(lower))
}

/** `besluta att ärendet får avgöras av nämnden`, `yrkar att planen granskas av en konsult`: who does it is what is proposed. */
const decided =
  /(?<!\p{L})(?:beslut(?:a|ar|at|ade|ar om)|bestäm(?:ma|mer|t|de)|(?:tilläggs)?yrk(?:a|ar|at|ade|ande|anden)|föresl(?:å|år|og|agit)|hemställ(?:er|de)|i uppdrag) (?:\p{L}+ ){0,6}att (?:(?! att |,)[^.])*$/u

function isDecidedWho({ sentence, start, previous }: Word): boolean {
  // `Planen föreslås antas av nämnden`
  if (/^(?:föreslås|föreslogs|rekommenderas)$/.test(previous?.lower ?? '')) return true
  return decided.test(sentence.text.slice(0, start - sentence.start))
}

/** `en metod. som används …`: half a sentence, cut by a full stop in the wrong place. */
function isHalf({ sentence }: Word): boolean {
  return sentence.words[0]!.form === 'som'
}

/** `Den europeiska portalen i sin tur finansieras av …`: the thing is told apart from another. */
function isToldApart({ sentence, start }: Word): boolean {
  return / (?:i sin tur|däremot) /u.test(sentence.text.slice(0, start - sentence.start))
}

/** `får inte göras av elever`: who may not is what is said. */
function isForbiddenTo(word: Word): boolean {
  const [modal] = auxiliariesOf(word)
  if (modal?.lower !== 'får') return false
  for (let before = word.previous; before !== undefined && before !== modal; before = before.previous)
    if (/^(?:inte|ej|aldrig)$/.test(before.lower)) return true
  return false
}

/** `som tagits fram av gruppen har …`, `som betalas av en elev kallas …`: turned, two verbs would meet. */
function runsIntoVerb(word: Word, { within }: Passive, head: readonly Word[]): boolean {
  if (within !== 'relative' || !isFiniteVerb(head.at(-1)!.next)) return false
  return word.morph.VerbForm === 'Sup' || isNewcomer(head)
}

/** `Hallen har av konsulter bedömts`: the agent between the verb and its auxiliary. */
function checkBefore(word: Word, agent: readonly Word[], head: readonly Word[], { block, report }: Context): void {
  const auxiliary = agent[0]!.previous
  if (word.morph.VerbForm !== 'Sup' || !/^(?:har|hade)$/.test(auxiliary?.lower ?? '')) return
  if (isNamed(agent) || isVague(agent) || cites.test(word.sentence.text)) return
  const actor = subjectOf(head.slice(1), block.text)
  if (actor === undefined) return
  report({
    at: { start: auxiliary!.start, end: word.end },
    message: `Verbet är passivt fast det framgår vem som gör det: ”${actor}”.`,
    suggestions: [{ title: `Börja med den som gör det: ”${actor} …”`, safety: 'suggestion', edits: [] }],
    topic: undefined,
  })
}

function advice(word: Word, passive: Passive, head: readonly Word[], actor: string, { block }: Context): Suggestion {
  // `Överklagande ska göras av den sökande`: the deed is in the noun.
  if (
    passive.active === 'göra' &&
    passive.within !== 'relative' &&
    word.sentence.words.some((other) => other.index < word.index && isDeed(other))
  )
    return {
      title: `Gör om substantivet till ett verb, och börja med den som gör det: ”${actor} …”`,
      safety: 'suggestion',
      edits: [],
    }
  const isTurned = isPlainClause(word, passive, head, block) && !lacksArticle(passive.agent!)
  const edit = isTurned ? activeClause(word, passive, block) : undefined
  const som = asks(word)
  if (edit && !misreads(word, passive, block.text.slice(edit.start))) {
    const start = som !== undefined && som.next?.start === edit.start ? som.start : edit.start
    return { title: `Skriv ”${edit.text}”`, safety: 'suggestion', edits: [{ ...edit, start }] }
  }
  const limit = /^(?:ingen )?ann(?:an|at)(?!\p{L})|^andra(?!\p{L})/iu.test(actor)
    ? 'ingen'
    : [passive.agent![0]!.previous, word.previous]
        .map((before) => before?.lower ?? '')
        .find((before) => limits.has(before))
  const title =
    limit !== undefined
      ? `Börja med den som får göra det, och ta med ”${limit}”`
      : passive.within === 'relative'
        ? `Sätt den som gör det före verbet: ”${som ? '' : 'som '}${actor} …”`
        : isInverted(word, passive)
          ? `Låt den som gör det vara subjekt: ”${actor} …”, före eller efter det som meningen börjar med`
          : (passive.within === 'subordinate' || isUnderOpener(word)) && !isBeforeUse(word)
            ? `Sätt den som gör det före verbet: ”${actor} …”`
            : isFirstClause(word, passive)
              ? `Börja med den som gör det: ”${actor} …”`
              : `Låt den som gör det vara subjekt: ”${actor} …”`
  return { title, safety: 'suggestion', edits: [] }
}

/** `När du har sagt upp avtalet blir du kontaktad av Eva`, `I lokalen ska detta göras av dig`: the verb follows what opens the sentence. */
function isInverted(word: Word, { auxiliary, within }: Passive): boolean {
  if (within === 'subordinate') return false
  const finite = auxiliary !== undefined && auxiliary.index < word.index ? auxiliary : (auxiliariesOf(word)[0] ?? word)
  if (finite.previous === undefined) return false
  if (/^(?:du|ni|man|det)$/.test(finite.next?.lower ?? '')) return true
  const [first] = word.sentence.words
  const opensWithAdverbial =
    first!.upos === 'ADP' || /^(?:varje|varannan|nästa|förra|normalt|ofta|sedan|därefter)$/.test(first!.lower)
  return opensWithAdverbial && /^(?:NOUN|PRON|DET|ADJ)$/.test(finite.next?.upos ?? '')
}

/** `ska innan användning rensas av`: a noun, and no clause, comes after the word that looks like an opener. */
function isBeforeUse({ sentence, start }: Word): boolean {
  return /(?<!\p{L})innan \p{L}+(?:ning|ande|ende|start|bruk)(?!\p{L})/iu.test(
    sentence.text.slice(0, start - sentence.start),
  )
}

/** True in a clause that a word opens, where the tagger may see none: `eller om lokalen städas av föreningen`. */
function isUnderOpener(word: Word): boolean {
  for (let before = word.previous; before !== undefined; before = before.previous) {
    if (isFiniteVerb(before) && before !== auxiliariesOf(word)[0]) return false
    if (before.upos === 'SCONJ' || /^(?:om|att|när|innan|huruvida|medan)$/.test(before.lower)) {
      const { previous } = before
      return previous === undefined || previous.upos === 'CCONJ' || previous.upos === 'VERB' || before.upos === 'SCONJ'
    }
  }
  return false
}

/** True where nothing but what belongs to the verb's own clause stands before it in the sentence. */
function isFirstClause(word: Word, { auxiliary }: Passive): boolean {
  const helpers = [word, auxiliary, auxiliariesOf(word)[0]]
  const own = helpers.find((verb) => isFiniteVerb(verb)) ?? word
  for (let before = own.previous; before !== undefined; before = before.previous) {
    if (before.form === ':' || before.upos === 'SCONJ') return false
    if (isFiniteVerb(before) && !isInRelative(before)) return false
  }
  return true
}

/** `som` before its verb: `Elever som deltar kontaktas av läraren` begins with what is contacted. */
function isInRelative(verb: Word): boolean {
  for (let before = verb.previous, steps = 0; before !== undefined && steps < 4; before = before.previous, steps++)
    if (before.lower === 'som') return true
  return false
}

/** `som` in `vad som ska prövas`, `vilka frågor som ska prövas`: it goes when the clause gets another subject. */
function asks(verb: Word): Word | undefined {
  for (let som = verb.previous, steps = 0; som !== undefined && steps < 5; som = som.previous, steps++) {
    if (som.upos === 'PUNCT') return undefined
    if (som.lower !== 'som') continue
    const { previous } = som
    return [previous, previous?.previous].some((word) => question.test(word?.lower ?? '')) ? som : undefined
  }
  return undefined
}

const question = /^(?:vad|vem|vilka|vilken|vilket)$/

/** A section of a statute, quoted or retold. */
const cites = /\d ?(?:[a-z] )?§/
/** `om beslutet 1. har blivit fel, 2. är gammalt`: how statutes list. */
const listed = / 1\. \p{Ll}.* 2\. \p{Ll}/su
const isListed = ofText((text) => listed.test(text))

/** `av en sotare som har avtal`: with a clause of its own the actor is what is new; `den som` is one word for somebody. */
function isNewActor({ upos, next }: Word): boolean {
  if (next?.lower !== 'som' || (upos !== 'NOUN' && upos !== 'PROPN')) return false
  // `som tidigare` is no clause.
  return hasVerbAfter(next)
}

/** `omsorg som utförs av anhörig`: before its verb the bare noun would be read with `som`. */
function isBarePerson({ within, agentType }: Passive, [, noun, following]: readonly Word[]): boolean {
  if (within !== 'relative' || following !== undefined || noun!.form !== noun!.lower) return false
  if (noun!.upos !== 'NOUN' && noun!.upos !== 'ADJ') return false
  return noun!.morph.Definite !== 'Def' && (agentType === 'person' || nounInfo(noun!.lemma)?.type === 'person')
}

/** `Sotning utförs av en firma. Kontrollen utförs av förbundet.`: the things are what is told apart, and who does each. */
function isOneOfSeveral(word: Word, agent: readonly Word[], { sentences }: TextBlock): boolean {
  const at = word.sentence.index
  for (let near = at - 1; near <= at + 1; near++)
    for (const other of sentences[near]?.words ?? []) {
      if (other === word || other.lemma !== word.lemma || other.morph.Voice !== 'Pass') continue
      const others = passiveOf(other).agent
      if (others !== undefined && nameOf(others) !== nameOf(agent)) return true
    }
  return false
}

/** Without `av`. */
function nameOf(agent: readonly Word[]): string {
  return agent
    .slice(1)
    .map(({ lower }) => lower)
    .join(' ')
}

/** `av den kommun där du bor`, `av tjänstemän på de enheter som …`: with a clause of its own the actor is what is new. */
function hasClause({ lower, next }: Word): boolean {
  if (next?.lower === 'som' && /^(?:den|de|dem|alla)$/.test(lower)) return lengthOfClause(next) > longestWho
  for (let word = next; word !== undefined && word.upos !== 'PUNCT'; word = word.next) {
    // `som tidigare` is no clause.
    if (/^(?:som|där|vars)$/.test(word.lower)) return hasVerbAfter(word)
    if (isFiniteVerb(word) || word.upos === 'SCONJ' || word.upos === 'CCONJ') return false
  }
  return false
}

function hasVerbAfter(opener: Word): boolean {
  for (let word = opener.next; word !== undefined && word.upos !== 'PUNCT'; word = word.next)
    if (isFiniteVerb(word) || word.morph.VerbForm === 'Sup') return true
  return false
}

function lengthOfClause(opener: Word): number {
  let length = 0
  for (let word = opener.next; word !== undefined && word.upos !== 'PUNCT'; word = word.next) length++
  return length
}

/** `av den som söker` is one word for somebody while its clause is short. */
const longestWho = 4

/** True in a relative clause after a comma. */
function isInPassing(word: Word): boolean {
  for (let before = word.previous; before !== undefined && before.form !== ','; before = before.previous)
    if (before.lower === 'som') return before.previous?.form === ','
  return false
}

/** So many words may stand between `som` and a verb that ends its clause. */
const longestBeforeVerb = 3

/** `lotterier som ordnas av ideella föreningar i kommunen`: turned, the verb would come last and alone. */
function isHeavyRelative({ within }: Passive, head: readonly Word[]): boolean {
  if (within !== 'relative') return false
  // `tjänsten, som sköts av Lantero, …`: said in passing, and the name is what is new.
  if (head.slice(1).every(({ upos }) => upos === 'PROPN') && isInPassing(head[0]!)) return true
  return head.length - 1 > longestBeforeVerb || (head.length > 2 && head.at(-1)!.next?.upos === 'ADP')
}

const whether =
  /(?<!\p{L})(?:huruvida|(?:eller|avgör|avgörs|bestäm\p{L}+|beslut\p{L}+|pröv\p{L}+|fråga(?:n)?) om) [^,.]*$/u
const vagueActors = /^(?:någon|något|några)$/

/** `avgörs om frågan kan besvaras av någon handläggare`, `göras av dig eller av din make`, `om förslaget lämnas av en grupp`: who it is, is the point. */
function isChoice(word: Word, { within, agent }: Passive, last: Word): boolean {
  const [, first, second] = agent!
  if (vagueActors.test(first!.lower)) return true
  // `skolor som drivs av kommun eller region`: which of the things is meant.
  if (within === 'relative' && isBare(first!) && (second?.lower === 'eller' || last.next?.lower === 'eller'))
    return true
  const { sentence } = word
  if (whether.test(sentence.text.slice(0, word.start - sentence.start))) return true
  if (/(?:,|(?<!\p{L})(?:eller|och|samt)) av /u.test(sentence.text.slice(last.end - sentence.start))) return true
  // `av läkare, arbetsterapeut eller annan sakkunnig`
  if (isBare(first!) && (second === undefined || second.form === ',') && last.next?.form === ',') return true
  return within === 'subordinate' && /^(?:en|ett)$/.test(first!.lower) && isUnderIf(word)
}

/** True in a clause that `om` opens. */
function isUnderIf(word: Word): boolean {
  for (let before = word.previous; before !== undefined; before = before.previous) {
    if (before.form === ',' || before.lower === 'att' || before.lower === 'som') return false
    if (before.lower === 'om') return before.upos === 'SCONJ' || before.previous === undefined
  }
  return false
}

/** What a statute demands, told in its words: `Av 11 kap. kommunallagen följer …`, and what comes just after. */
const ofLaw = /(?<!\p{L})(?:\d+ ?kap|(?:[Ee]nligt|[Aa]v|[Ii]) [^.]{0,60}(?:lagen|balken|förordningen))(?!\p{L})/u
const isMaybeLaw = ofText((text) => ofLaw.test(text))

/** True for a duty in such a sentence or in one of the two after it. */
function isOfLaw(word: Word, { text, sentences }: TextBlock): boolean {
  if (!isMaybeLaw(text)) return false
  const { index } = word.sentence
  if (ofLaw.test(word.sentence.text)) return true
  if (!/^(?:ska|skall|får|måste)$/.test(auxiliariesOf(word)[0]?.lower ?? '')) return false
  return [sentences[index - 1], sentences[index - 2]].some((before) => before !== undefined && ofLaw.test(before.text))
}

/** `antogs av nämnden och gäller från mars`, `beredas av partierna samt beslutas av nämnden`: the thing is the subject of both verbs. */
function isShared(verb: Word, last: Word): boolean {
  const { previous } = verb
  if (previous?.upos === 'CCONJ' && previous.previous?.upos !== 'VERB' && previous.previous?.upos !== 'ADJ') return true
  // `ska beviljas eller inte beviljas av nämnden`
  if (/^(?:inte|ej)$/.test(previous?.lower ?? '') && previous!.previous?.upos === 'CCONJ') return true
  if (isJoinedBefore(verb)) return true
  for (let word = last.next, steps = 0; word !== undefined && steps < 8; word = word.next, steps++) {
    if (word.upos === 'PUNCT' || word.upos === 'SCONJ' || word.lower === 'som') return false
    if (word.upos === 'CCONJ' && word.next?.lower !== 'av') return isFiniteVerb(word.next)
  }
  return false
}

/** `ska ses över varje år och däremellan vid behov ändras av chefen`, `har kommit in eller har skrivits av kommunen`: no subject of its own. */
function isJoinedBefore(verb: Word): boolean {
  const helper = auxiliariesOf(verb)[0]
  let isPhrase = false
  let first = verb
  for (
    let word = verb.previous, steps = 0;
    word !== undefined && steps < 7;
    first = word, word = word.previous, steps++
  ) {
    if (word.upos === 'CCONJ') return first !== verb && !isPhrase && hasVerbBefore(word)
    if (word === helper || word.upos === 'ADV') continue
    if (word.upos === 'ADP') isPhrase = false
    else if (/^(?:NOUN|ADJ|DET|NUM)$/.test(word.upos)) isPhrase = true
    else return false
  }
  return false
}

/** True where what is joined to is a verb of the same clause, with its object or its adverbials. */
function hasVerbBefore({ previous }: Word): boolean {
  for (let word = previous, steps = 0; word !== undefined && steps < 8; word = word.previous, steps++) {
    if (word.upos === 'VERB') return word.morph.Voice === 'Pass' || word.morph.VerbForm !== 'Fin'
    if (word.upos === 'PUNCT' || word.upos === 'SCONJ' || word.lower === 'som') return false
  }
  return false
}

/** `Rådgivning – denna insats ges av regionen.`: said in passing at the end of an item. */
function isAside({ start }: Word, last: Word, { kind, text }: TextBlock): boolean {
  if (kind !== 'listItem' || (last.next !== undefined && last.next.form !== '.')) return false
  return / [–-] [^–-]{0,60}$/.test(text.slice(Math.max(0, start - 70), start))
}

/** `överklagande`, `ansökan`, `kontrollen`: a noun that hides a verb. */
function isDeed({ upos, lower }: Word): boolean {
  return (
    upos === 'NOUN' &&
    /(?:ning(?:en|ar|arna)?|ande(?:t|n|na)?|ende(?:t|n|na)?|mälan|sökan|klagan|gäran|kontroll(?:en|er|erna)?)$/.test(
      lower,
    )
  )
}

/** `dess vårdnadshavare`, `bland annat domstolarna`: agents that read worse first in the sentence. */
const dependent = /^(?:dess|sin|sitt|sina|sina|bland annat|bl\.? ?a\.?|bland andra)(?!\p{L})/iu

/** False for a point in a list, which begins with what it is about, and for an agent that leans on what stands before. */
function isWorthTurning(word: Word, agent: readonly Word[], said: string, { kind, sentences }: TextBlock): boolean {
  if (dependent.test(said)) return false
  const isPoint = kind === 'listItem' && sentences.length === 1
  return !isPoint || agent.at(-1)!.index < word.sentence.words.length - 3 || word.index > 4
}

/** `av förening`, `av nämnd`: first in a sentence it would want an article. */
function lacksArticle([, noun, following]: readonly Word[]): boolean {
  return isBare(noun!) && following?.form !== '-'
}

/** `förening`, and `anhörig` for one of them. */
function isBare({ upos, morph, form, lower }: Word): boolean {
  if (upos === 'ADJ') return form === lower && morph.Definite !== 'Def' && nounInfo(lower)?.type === 'person'
  return upos === 'NOUN' && morph.Number === 'Sing' && morph.Definite === 'Ind' && morph.Case !== 'Gen'
}

const limits = new Set(['bara', 'endast', 'enbart'])

/** `stöd (ges av regionen)`, and a step in a list that is done: `Beslut är fattat av chefen`. */
function isNote(word: Word, { kind, auxiliary }: Passive): boolean {
  if ((auxiliary ?? word).previous?.form === '(') return true
  return kind === 'state' && /^(?:\[|:)/.test(word.sentence.words[0]!.form)
}

const title =
  /(?:ordförande(?:n)?|chef(?:en)?|direktör(?:en)?|råd(?:et)?|minister(?:n)?|rektor(?:n)?|sekreterare(?:n)?)$/
const titles = /^(?:prof|professor|doc|docent|dr|doktor|fil|med)\.?$/u

/** `av docent Eva Lind och prof. Per Ek`, `av Eva Lind och Per Ek`: who they are is what is new. */
function isNamed(agent: readonly Word[]): boolean {
  if (agent.some(({ lower }) => titles.test(lower))) return true
  // `av tre forskare, Eva Lind och Per Ek`
  const comma = agent.at(-1)!.next
  if (/^[,:]$/.test(comma?.form ?? '') && comma!.next?.upos === 'PROPN' && comma!.next.next?.upos === 'PROPN')
    return true
  // `av kommunstyrelsens ordförande Eva Lind`
  const [last, first] = [agent.at(-1)!, agent.at(-2)!]
  if (agent.length >= 4 && last.upos === 'PROPN' && first.upos === 'PROPN' && title.test(agent.at(-3)!.lower))
    return true
  const parts = agent.filter(({ form, upos }) => upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(form))
  return parts.length >= 4 && agent.some(({ upos }) => upos === 'CCONJ')
}

/** `av en/flera invånare`, `av aktörer`: nobody whom the sentence could begin with. */
function isVague(agent: readonly Word[]): boolean {
  if (agent.some(({ form, next }) => form.includes('/') || next?.form.startsWith('/'))) return true
  const [, first, second] = agent
  if (first!.lower === 'olika' || first!.lower === 'respektive') return true
  return second === undefined && /^(?:aktörer|andra|någon|flera|alla|personer|människor)$/.test(first!.lower)
}

/** `antogs av kommunfullmäktige den 19 december 2011 § 144`: the formula of a paper about itself. */
function isFormula({ sentence }: Word, verb: string, { end }: Word): boolean {
  return /^(?:anta|fastställa)$/.test(verb) && /^[^.]{0,30}(?:\d{4}|§)/u.test(sentence.text.slice(end - sentence.start))
}

/** `prövas av länsstyrelsen eller av domstol`: which of them it is, is what is said. */
function isAlternative({ next }: Word): boolean {
  return next?.lower === 'eller' && next.next?.lower === 'av'
}

/** `Står det att beslutet prövas av domstol`: what another text says is told in its words. */
function isReported({ sentence, start }: Word): boolean {
  return /(?<!\p{L})(?:står det|det står|anges|anges det|stadgas|föreskrivs) att [^.,]*$/iu.test(
    sentence.text.slice(0, start - sentence.start),
  )
}

/** `Om ärendet går vidare bereds det igen av nämnden`: what the clause before is about goes on being the topic. */
function isPronounAfterClause(word: Word, { auxiliary }: Passive): boolean {
  const finite = [word, auxiliary, auxiliariesOf(word)[0]].find((verb) => isFiniteVerb(verb))
  if (finite === undefined || !/^(?:den|det|de)$/.test(finite.next?.lower ?? '')) return false
  // `tas den gamla stenen bort`: a determiner.
  if (/^(?:NOUN|ADJ)$/.test(finite.next!.next?.upos ?? '')) return false
  const first = word.sentence.words[0]!
  return (
    first !== finite &&
    (first.upos === 'SCONJ' || /^(?:om|när|innan|sedan|eftersom|efter)$/.test(first.lower) || isFiniteVerb(first))
  )
}

/** `Det måste tas omhand av oss`: that nobody else may do it is what is said. */
function isTheirsAlone(word: Word, agent: readonly Word[]): boolean {
  if (agent.length !== 2 || !/^(?:oss|er)$/.test(agent[1]!.lower)) return false
  return auxiliariesOf(word)[0]?.lower === 'måste'
}

/** `har tagits fram av enheten i nära samarbete med föreningar`: who they were comes with how it was done. */
function isWithOthers({ next }: Word): boolean {
  if (next?.lower !== 'i') return false
  const noun = next.next?.upos === 'ADJ' ? next.next.next : next.next
  return /^sam(?:arbete|verkan|råd)$/.test(noun?.lower ?? '') && noun!.next?.lower === 'med'
}

/** `Laglighetsprövning kan göras av medlemmarna`: they ask for it, and a court does it. */
function isReviewOfLaw({ sentence }: Word, verb: string): boolean {
  return verb === 'göra' && sentence.words.some(({ lemma }) => lemma === 'laglighetsprövning')
}

/** `…, om beslutet`, before a list: how a statute leads in its conditions. */
function leadsInSections({ text }: TextBlock): boolean {
  return /, om \p{L}+:?$/u.test(text)
}

/** `På många håll utförs arbetet av företag som anlitas av kommunen`: the actor closes the clause, with one of its own. */
function isTopicLater(word: Word, { next }: Word): boolean {
  if (next?.lower !== 'som' || !isFiniteVerb(word)) return false
  const { previous } = word
  return word.sentence.words[0]!.upos === 'ADP' && previous?.upos === 'NOUN' && word.next?.lower !== 'av'
}

/** `ska vara utfärdat av en läkare`: a demand on the paper, and nobody is told to act. */
function isDemandOnPaper({ kind, auxiliary }: Passive): boolean {
  return kind === 'state' && auxiliary?.lower === 'vara'
}

/** `kan bara avgöras av fullmäktige om …`: `bara` goes with the condition. */
function isOnlyWhen({ previous, sentence }: Word, { next }: Word): boolean {
  const isLimited = limits.has(previous?.lower ?? '')
  return isLimited && next !== undefined && /^(?:om|när)$/.test(next.lower) && next.sentence === sentence
}

/** `inte av kommunen utan av väghållaren`: it is the contrast that is said. */
function contrasts({ next, sentence }: Word): boolean {
  const after = next?.form === ',' ? next.next : next
  return after?.lower === 'utan' && sentence.words.some(({ lower }) => lower === 'inte' || lower === 'ej')
}

/** `du som vårdas av en anhörig`: the passive says who the reader is. */
function isTheReader(word: Word): boolean {
  const relative = word.previous?.upos === 'AUX' ? word.previous.previous : word.previous
  return relative?.lower === 'som' && /^(?:du|dig|ni|er)$/.test(relative.previous?.lower ?? '')
}

/** Words of a clause in a relative agent that make it too heavy to stand first. */
const heavy = 5
/** First in the object, these would be read as adverbs: `KF antog tidigare taxa`. */
const likeAdverb = /^(?:tidigare|senare|närmare|snabbare) /i

/** `kan man bli debiterad av kommunen`: `man` is no object. */
function hasMan(word: Word): boolean {
  const verbs = [word, ...auxiliariesOf(word)]
  return verbs.some(({ previous, next }) => previous?.lower === 'man' || next?.lower === 'man')
}

/** `Kostnaden för att nyttja marken beslutas årligen av nämnden`: turned, the adverbial would go with the infinitive. */
function strandsAdverbial({ index, next, sentence }: Word, av: Word): boolean {
  if (next === undefined || next.index >= av.index) return false
  return sentence.words.some((word) => word.index < index && word.lower === 'att')
}

/** True where the clause would be read wrong in its new order. */
function misreads(word: Word, { agent, active }: Passive, clause: string): boolean {
  const relative = agent!.findIndex(({ lower }) => lower === 'som')
  if (relative > 0 && agent!.length - relative > heavy) return true
  // `ärenden som ska beslutas av nämnden`: the active verb wants its `om`.
  if (active === 'besluta' && word.sentence.words.some(({ lower, index }) => lower === 'som' && index < word.index))
    return true
  if (hasMan(word) || strandsAdverbial(word, agent![0]!)) return true
  // `bereder först motionerna`
  if (word.next?.lower === 'först') return true
  return likeAdverb.test(clause) || / i (?:första|andra|sista) hand(?!\p{L})/u.test(clause)
}
