import { type BlockContext, defineRule, type Profile } from '@klarsprak/engine'
import { analyseVerbForm, inflectVerb, passiveOf, type Sentence, type Word } from 'retext-swedish'
import { namesActorIn } from '../passiv-form/actors.ts'
import { inMainClause, mainVerb } from '../src/clause-scan.ts'
import { grammatiskaUppslag, hallefors, skrivregler } from '../src/sources.ts'
import { activeChain, auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'

export const rule = defineRule({
  meta: {
    id: 'bli-passiv',
    title: 'Passiv med bli',
    description: 'Hittar ”blir godkänd” och ”blev beviljad”, där det inte framgår vem som gör det.',
    why: 'Läsaren behöver veta vem som beslutar och gör något, och det visar ett aktivt verb.',
    group: 'verb',
    checklist: [7],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('1.3'), grammatiskaUppslag('Passiv'), hallefors(7)],
    options: {
      flerVerb: {
        type: 'strings',
        default: [],
        description: 'Fler verb som ska räknas, i grundform: ”skjutsa”.',
      },
      maxAvstand: {
        type: 'integer',
        default: 4,
        minimum: 1,
        maximum: 10,
        description: 'Så många ord får stå mellan ”bli” och participet.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent'],
  },
  block: { word: { VERB: check, ADJ: check } },
})

/** What somebody in an authority decides or does. Other participles with bli mostly tell what befalls somebody. */
const deeds = new Set(
  (
    'bevilja godkänna avslå neka kalla inkalla hänvisa placera inställa fastställa registrera utreda bedöma ' +
    'pröva ompröva anvisa erbjuda tilldela informera underrätta säga uppsäga avstänga avskriva avvisa utse ' +
    'anställa debitera fakturera befria anta tillfråga uppmana förelägga återkalla upphäva ' +
    'kontrollera granska undersöka behandla remittera uttaga utta avregistrera anteckna folkbokföra bokföra ' +
    'beräkna utfärda intervjua ifylla avsända åberopa dispensera förordna entlediga omplacera avsluta besiktiga beställa'
  ).split(' '),
)

/** What a participle in one word is as a verb: `uttagen` is `ta ut`. */
const plain: ReadonlyMap<string, string> = new Map([
  ['avstänga', 'stänga av'],
  ['avsända', 'skicka'],
  ['ifylla', 'fylla i'],
  ['inkalla', 'kalla in'],
  ['uppsäga', 'säga upp'],
  ['utta', 'ta ut'],
  ['uttaga', 'ta ut'],
])

/** Texts whose sender is `vi`; in others the one who acts is often someone else. */
const saysWe: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast', 'strikt'])

function check(
  word: Word,
  { block, options, profile, report }: BlockContext<{ flerVerb: readonly string[]; maxAvstand: number }>,
) {
  if (word.morph.VerbForm !== 'Part') return
  const { kind, auxiliary } = passiveOf(word)
  if (kind !== 'bli-passive' || auxiliary === undefined || auxiliary.index > word.index) return
  if (word.index - auxiliary.index - 1 > options.maxAvstand) return
  const active = analyseVerbForm(word.lower).find(({ form }) => form === 'PastPart')?.lemma
  if (active === undefined || (!deeds.has(active) && !options.flerVerb.includes(active))) return
  // `bli kompletterat med ett så kallat program`
  if (active === 'kalla' && word.previous?.lower === 'så') return
  if (isKnown(word, auxiliary, active) || isToldBeside(word, block.sentences)) return
  const gets = getsOf(auxiliary)
  const chain = plain.has(active) || !isOurs(word, auxiliary, profile) ? undefined : chainOf(auxiliary, active)
  report({
    at: { start: auxiliary.start, end: word.end },
    message: `”${auxiliary.form} ${word.form}” är passiv form, så det framgår inte vem som gör det.`,
    suggestions: [
      {
        title: isBilled(word, auxiliary, active)
          ? 'Skriv ”du får betala …”, eller skriv vem som gör det'
          : active === 'bevilja' && gets !== undefined
            ? `Skriv ”du ${gets} …”, eller skriv vem som gör det`
            : isOneOfMany(word)
              ? 'Skriv vem som gör det, med aktiva verb'
              : chain === undefined
                ? `Skriv vem som gör det, med verbet ”${plain.get(active) ?? active}”`
                : `Skriv vem som gör det. Är det ni? Skriv ”vi ${chain} …”`,
        safety: 'suggestion',
        edits: [],
      },
    ],
  })
}

/** `kan få` for `kan du bli beviljad`, `får` for `du blir beviljad`; undefined where the reader is no subject. */
function getsOf(auxiliary: Word): string | undefined {
  const finite = isFiniteVerb(auxiliary) ? auxiliary : auxiliariesOf(auxiliary)[0]
  if (finite?.previous?.lower !== 'du' && finite?.next?.lower !== 'du') return undefined
  if (finite.lower === 'blir') return 'får'
  return finite.lower === 'kan' ? 'kan få' : undefined
}

/** `beviljad, avslagen eller avvisad` */
function isOneOfMany({ previous }: Word): boolean {
  const before = /^(?:och|eller)$/.test(previous?.lower ?? '') ? previous!.previous : undefined
  return before !== undefined && analyseVerbForm(before.lower).some(({ form }) => form === 'PastPart')
}

/** `Du blir debiterad`: what the reader pays is what matters. */
function isBilled({ sentence }: Word, auxiliary: Word, active: string): boolean {
  if (!/^(?:debitera|fakturera)$/.test(active) || auxiliary.morph.Tense !== 'Pres') return false
  const isReader = [auxiliary.previous, auxiliary.next].some((word) => word?.lower === 'du')
  return isReader && !sentence.words.some(({ lower }) => lower === 'inte' || lower === 'aldrig')
}

/** What the one who got it is called: `du har blivit antagen`. Of the reader this is said without an actor. */
const titles = new Set(['bevilja', 'godkänna', 'anta', 'förordna', 'utse', 'anställa', 'uttaga', 'utta'])
const persons = new Set(['jag', 'han', 'hon', 'hen', 'de'])

/** True where it is known who acts, or does not matter: told of others in the past, of who somebody is, or with an organ named. */
function isKnown(word: Word, auxiliary: Word, active: string): boolean {
  const finite = isFiniteVerb(auxiliary) ? auxiliary : auxiliariesOf(auxiliary)[0]
  // A supine goes without `har` in subordinate clauses alone.
  const hasOwn = finite !== undefined && (auxiliary.morph.VerbForm !== 'Sup' || finite.lemma === 'ha')
  const isMain = inMainClause(finite ?? auxiliary) && (hasOwn || auxiliary.morph.VerbForm !== 'Sup')
  if (passiveOf(word).within === 'relative' || (auxiliary.morph.Tense === 'Past' && !isMain)) return true
  if (describesReader(word) || seesTo(auxiliary) || opensCondition(auxiliary)) return true
  const { words } = word.sentence
  const isToldOf = ({ lower, index }: Word) => index < word.index && persons.has(lower)
  const isReader = ({ lower, index }: Word) => index < word.index && (lower === 'du' || lower === 'ni')
  if (auxiliary.morph.Tense === 'Past' && words.some(isToldOf)) return true
  if (titles.has(active) && !isMain && words.some((person) => isToldOf(person) || isReader(person))) return true
  return words.some(isBoard) || namesActorIn(word.sentence)
}

/** True where the sentence before or after has `vi` or an organ act: `Vi läser ansökan. Du blir kallad till ett möte.` */
function isToldBeside({ sentence }: Word, sentences: readonly Sentence[]): boolean {
  const at = sentences.indexOf(sentence)
  return [sentences[at - 1], sentences[at + 1]].some(
    (near) => near !== undefined && (near.words.some(({ lower }) => lower === 'vi') || namesActorIn(near)),
  )
}

/** `Blir du nekad en plats kan du överklaga`: the same as `om du blir nekad`. */
function opensCondition({ previous, next, sentence }: Word): boolean {
  return previous === undefined && /^(?:du|ni)$/.test(next?.lower ?? '') && sentence.words.at(-1)!.form !== '?'
}

/** `Du ansvarar för att blanketten blir ifylld`: the one who sees to it is named. */
function seesTo({ sentence, start }: Word): boolean {
  return /(?<!\p{L})(?:ansvarar(?: själv)? för|svarar(?: själv)? för|ansvarig(?:a|t)? för|ser(?: själv)? till|se till) att [^.,]*$/u.test(
    sentence.text.slice(0, start - sentence.start),
  )
}

/** `Du som har anmält dig men inte har blivit kallad till provet ska …`: the second half of a relative clause. */
function describesReader(word: Word): boolean {
  const [first, second] = word.sentence.words
  if (second?.lower !== 'som' || !/^(?:du|ni|den|de|alla)$/.test(first!.lower)) return false
  const main = mainVerb(word.sentence)
  return main === undefined || main.index > word.index
}

/** `antagen efter samtal med skolan`, which decides, but not `antagen till skolan`. */
const agreesWith = /^(?:med|hos)$/

/** `prövad i nämnden` */
function isBoard({ upos, lower, previous }: Word): boolean {
  return (
    upos === 'NOUN' &&
    previous?.upos === 'ADP' &&
    (/(?:nämnd(?:en)?|styrelsen|fullmäktige|enheten|förvaltningen)$/.test(lower) ||
      (agreesWith.test(previous.lower) && /(?:skola|högskola)n$/.test(lower)))
  )
}

function chainOf(auxiliary: Word, active: string): string | undefined {
  return auxiliary.morph.VerbForm === 'Sup' ? afterHa(active) : activeChain(auxiliary, active)
}

/** True where the sender may be the one who acts: not in what is told of the past, and not beside a negation. */
function isOurs(word: Word, auxiliary: Word, profile: Profile): boolean {
  if (!saysWe.has(profile) || auxiliary.morph.Tense === 'Past') return false
  return !word.sentence.words.some(({ lower }) => lower === 'inte' || lower === 'ej' || lower === 'aldrig')
}

function afterHa(verb: string): string | undefined {
  const supine = inflectVerb(verb, { form: 'Sup' })
  return supine && `har ${supine}`
}
