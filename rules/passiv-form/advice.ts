import type { Profile, Suggestion, TextBlock, TextEdit } from '@klarsprak/engine'
import { inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { ofText } from '../src/of-text.ts'
import { activeClauseBy } from '../src/rewrite/active-clause.ts'
import { negatives } from '../src/rewrite/pronouns.ts'
import { bySender, imperative, isAsked, toReader } from '../src/rewrite/reader.ts'
import { activeChain, activeLemma, auxiliariesOf, isFiniteVerb } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'
import { organNamed } from './actors.ts'
import { likelyReaders, officesDeeds, onlyReaders, othersDeeds, readersDeeds, works } from './deeds.ts'
import { conjunctAfter, deedOf, modalsOf } from './hides-actor.ts'
import { isReadersDeed, isService, isSurelyReaders, isToReader } from './readers-deed.ts'

const speaksToReader: ReadonlySet<Profile> = new Set(['webb', 'brev', 'beslut', 'lattlast', 'strikt'])
/** Texts where the sender is `vi` and the reader is told what to do. */
const isPersonal: ReadonlySet<Profile> = new Set(['webb', 'brev', 'lattlast'])
const modals = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver'])
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'behöver'])
const asking = new Set([...demands, 'får'])
const billing = /^(?:debitera|fakturera)$/
const speakers = new Set(['jag', 'min', 'mitt', 'mina', 'mig'])
interface Sender {
  readonly profile: Profile
  /** How the sender is named where it is not `vi`; the empty string where that is not known. */
  readonly name: string
  /** Whether the text calls its sender `vi` and its reader `du`. */
  readonly saysWe: boolean
  readonly saysYou: boolean
}

/**
 * The question who acts, with what is likely: the reader for what readers do, the sender for what an authority does
 * with a case, the organ that the text has just named. With the clause rewritten where verb and text type make it
 * sensible to guess.
 */
export function advice(word: Word, block: TextBlock, { profile, name, saysWe, saysYou }: Sender): Suggestion[] {
  const passive = passiveOf(word)
  const active = activeLemma(word, passive)
  const [modal, ...others] = modalsOf(word)
  const chain =
    active &&
    (modal && auxiliariesOf(word).length === 0
      ? `${modal.lower === 'skall' ? 'ska' : modal.lower} ${active}`
      : activeChain(word, active))
  if (!active || !chain) return [advise('Skriv vem som gör det')]
  const deed = deedOf(word, active)
  const joined = conjunctAfter(word)
  const particle = deed.slice(active.length) + (joined ? joinedDeed(joined, 'Inf') : '')
  // `Bidraget ansöks` wants its `om`.
  const about = active === 'ansöka' ? ' om' : ''
  const main = withNegation(word, chain, false) + particle + about
  const verb = withNegation(word, chain, true) + particle + about
  const reader = readerOf(block.text)
  const asksReader = modal === undefined ? isPresent(word) : modals.has(modal.lower)
  const isOurs = isService(word, deed, modal !== undefined)
  if (
    speaksToReader.has(profile) &&
    asksReader &&
    !isOurs &&
    isReadersDeed(word, deed) &&
    (onlyReaders.has(deed) || isAsked(word, deed, modal !== undefined)) &&
    isSurelyReaders(word, deed, modal !== undefined)
  ) {
    // `– namnförtydligande ska anges` among `– ska vara skriftligt`: an imperative would break the list.
    const isPart = block.kind === 'listItem' && /^\p{Ll}/u.test(word.sentence.text)
    // `Avgiften betalas tolv månader om året` only tells how it is: nobody is told to.
    const isOrder = !isPart && modal !== undefined && others.length === 0 && demands.has(modal.lower)
    // `måste betalas in innan ansökan behandlas`: an imperative would lose the condition.
    const hasCondition = modal?.lower !== 'ska' && /(?<!\p{L})(?:innan|för att)(?!\p{L})/u.test(restOf(word))
    const keepsModal = hasCondition || leadsToStatement(word)
    const order =
      isOrder && !keepsModal && main === chain + particle + about ? inflectVerb(active, { form: 'Imp' }) : undefined
    const asOrder = deed.slice(active.length) + (joined ? joinedDeed(joined, 'Imp') : '')
    const orOrder = order ? ` eller ”${capitalise(order)}${asOrder}${about} …”` : ''
    const toTheReader = advise(`Gäller det läsaren? Skriv ”${reader} ${main} …”${orOrder}`)
    const edit =
      isPersonal.has(profile) && saysYou && !isPart && about === ''
        ? isOrder && !keepsModal
          ? imperative(word, passive, block)
          : toReader(word, passive, block, reader)
        : undefined
    const first = edit ? [write(edit), toTheReader] : [toTheReader]
    return onlyReaders.has(deed) ? first : [...first, advise(`Annars: skriv vem som ${verb}`)]
  }
  if (modal !== undefined && !isOurs && isPersonal.has(profile) && readersDeeds.has(deed) && isReadersDeed(word, deed))
    return [ask(verb, main, reader)]
  if (isPersonal.has(profile) && saysYou && billing.test(deed) && asksReader && main === chain + particle)
    return [
      advise(`Är det läsaren som betalar? Skriv ”${reader} får betala …”`),
      advise(`Annars: skriv vem som ${verb}`),
    ]
  if (active === 'bevilja' && isPersonal.has(profile) && asksReader && others.length === 0 && givesReader(word))
    if (modal === undefined || modal.lower === 'kan') return [advise(`Skriv ”du ${modal ? 'kan få' : 'får'} …”`)]
  const organ = organNamed(word, block.sentences)
  const who = name !== '' && !isPersonal.has(profile) ? name : organ
  if (who !== undefined) {
    const edit = who === name && officesDeeds.has(deed) ? bySender(name, deed, word, passive, block) : undefined
    const byName = advise(`Skriv vem som ${verb}. Är det ${who}? Skriv ”${who} ${main} …”`)
    return edit ? [write(edit), byName] : [byName]
  }
  if (!isPersonal.has(profile)) return [advise(`Skriv vem som ${verb}`)]
  if (othersDeeds.has(deed)) return [advise(`Skriv vem som ${verb}`)]
  const isReaders = word.sentence.words.some(
    ({ lower, index }) => speakers.has(lower) || (lower === 'som' && index < word.index),
  )
  const mayBeReaders =
    saysYou &&
    modal !== undefined &&
    asking.has(modal.lower) &&
    !isOurs &&
    (likelyReaders.has(deed) || main !== chain + particle) &&
    !isOffices(deed) &&
    !isToReader(word) &&
    (!readersDeeds.has(deed) || isReadersDeed(word, deed))
  // An obligation that is hardly the reader's may be anyone's.
  if (modal !== undefined && asking.has(modal.lower) && !mayBeReaders && !isOurs && !isOffices(deed))
    return [advise(`Skriv vem som ${verb}`)]
  // `Under uppsägningstiden betalas avgift`: an authority seldom pays its own fees.
  if (deed === 'betala' && !mayBeReaders) return [advise(`Skriv vem som ${verb}`)]
  if (!saysWe) return [mayBeReaders ? ask(verb, main, reader) : advise(`Skriv vem som ${verb}`)]
  const isQuestion = word.sentence.words.at(-1)!.form === '?' || block.kind === 'heading'
  const edit =
    isReaders || isQuestion
      ? undefined
      : isOurs
        ? activeClauseBy('vi', word, passive, block)
        : bySender('vi', deed, word, passive, block)
  const byUs = advise(`Skriv vem som ${verb}. Är det ni? Skriv ”vi ${main} …”`)
  if (edit) return [write(edit), byUs]
  return [mayBeReaders ? ask(verb, main, reader) : byUs]
}

/** What the paragraph calls its reader. */
const readerOf = ofText((text): 'du' | 'ni' => (calls.ni.test(text) && !calls.du.test(text) ? 'ni' : 'du'))
const calls = { du: /(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/iu, ni: /(?<!\p{L})ni(?!\p{L})/iu }

/** `kan nedsättning av din avgift beviljas`: the reader gets it. */
function givesReader({ sentence }: Word): boolean {
  return sentence.words.some(({ lower }) => /^(?:din|ditt|dina)$/.test(lower))
}

/** `… och räntan ska inte tas med`: after an imperative, that subject would look like its object. */
function leadsToStatement(word: Word): boolean {
  for (let joint = word.next; joint !== undefined; joint = joint.next) {
    if (!/^(?:och|men)$/.test(joint.lower)) continue
    let hasSubject = false
    for (
      let next = joint.next;
      next !== undefined && next.upos !== 'PUNCT' && next.upos !== 'SCONJ';
      next = next.next
    ) {
      if (next.lower === 'som' || next.morph.VerbForm === 'Inf') break
      if (isFiniteVerb(next) && hasSubject) return true
      if (isFiniteVerb(next)) break
      hasSubject ||= next.upos === 'NOUN' || next.upos === 'PRON' || next.upos === 'PROPN'
    }
  }
  return false
}

function restOf({ sentence, end }: Word): string {
  return sentence.text.slice(end - sentence.start)
}

/** ` och ställa tillbaka` for `och ställas tillbaka` */
function joinedDeed(word: Word, form: 'Inf' | 'Imp'): string {
  const active = activeLemma(word, passiveOf(word))
  const verb = active && inflectVerb(active, { form })
  return verb ? ` och ${verb}${deedOf(word, active).slice(active.length)}` : ''
}

/** What a reader is hardly asked to do: `du måste reparera taket` would help nobody. */
function isOffices(deed: string): boolean {
  return officesDeeds.has(deed) || works.has(deed)
}

/** An obligation may be somebody else’s than the reader’s. */
function ask(verb: string, main: string, reader: string): Suggestion {
  return advise(`Skriv vem som ${verb}: ”${reader} ${main} …” eller någon annan`)
}

/** The chain with its negation, as word order has it: `får inte hyra ut`, `som inte får hyra ut`. */
function withNegation(word: Word, chain: string, inSubclause: boolean): string {
  const put = negationOf(word)
  if (put === undefined) return chain
  if (inSubclause) return `${put} ${chain}`
  const [finite, ...rest] = chain.split(' ')
  return [finite, put, ...rest].join(' ')
}

/** `inte` beside the verb, or in its subject: `Ingenting får lämnas kvar`. */
function negationOf(word: Word): string | undefined {
  const [modal] = auxiliariesOf(word)
  let negation = modal === undefined ? word.next : word.previous
  if (modal !== undefined)
    while (negation !== undefined && negation !== modal && !isNegation(negation)) negation = negation.previous
  if (negation !== undefined && isNegation(negation)) return negation.lower === 'ej' ? 'inte' : negation.lower
  const finite = modal ?? word
  for (let near = word.previous; near !== undefined && near.form !== ','; near = near.previous) {
    if (near.upos === 'SCONJ' || (near !== finite && isFiniteVerb(near))) return undefined
    if (negatives[near.lower] !== undefined) return near.previous?.upos === 'ADP' ? undefined : 'inte'
  }
  return undefined
}

function isNegation({ lower }: Word): boolean {
  return lower === 'inte' || lower === 'aldrig' || lower === 'ej'
}

function write(edit: TextEdit): Suggestion {
  return { title: `Skriv ”${edit.text} …”`, safety: 'suggestion', edits: [edit] }
}

function isPresent({ morph }: Word): boolean {
  return morph.VerbForm === 'Fin' && morph.Tense === 'Pres'
}

function advise(title: string): Suggestion {
  return { title, safety: 'suggestion', edits: [] }
}
