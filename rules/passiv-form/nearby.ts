import { inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { activeLemma } from '../src/verbs.ts'
import { subjectNoun } from './readers-deed.ts'

/** What a text says of a deed, to be looked for around its passive. */
export interface Traces {
  /** Patterns for the active verb, with its compounds, and for the noun that the deed is done with. */
  readonly verb: string | undefined
  readonly noun: string | undefined
}

/** `ansöka` is told of with `söka`, `inlämna` with `lämna in`. */
const compound = /^(?:an|in|av)(?=söka$|lämna$|sända$|betala$|boka$)/
/** Nouns of which the stem says too little. */
const shortestNoun = 5
const actor = '(?:du|ni|vi|man|personen|sökanden?|(?:god[ea]? m[aä]n|ställföreträdare|förvaltare|förmyndare)(?:en|na)?)'
/** What a person does with a paper: `du fyller i`, beside the noun of the passive. */
const handles =
  '(?:lämnar?|anger?|uppger?|skickar?|sänd(?:a|er)|gör|göra|upprättar?|redovisar?|fyll(?:a|er)|ansök(?:a|er)|sök(?:a|er)|anmäl(?:a|er)|betalar?|bokar?|beställ(?:a|er)|överklagar?)'

export function tracesOf(word: Word): Traces | undefined {
  const active = activeLemma(word, passiveOf(word))
  if (active === undefined) return undefined
  const verb = active.replace(compound, '')
  const forms = [verb, inflectVerb(verb, { form: 'Pres' }), inflectVerb(verb, { form: 'Sup' })]
  const noun = subjectNoun(word)?.lemma.toLowerCase()
  return {
    // What is done with `göra` stands in the noun.
    verb: active === 'göra' ? undefined : `(?:an|in|av)?(?:${forms.filter(Boolean).join('|')})`,
    noun:
      noun !== undefined && noun.length >= shortestNoun && /^\p{L}+$/u.test(noun)
        ? noun.replace(/[ae]$/, '')
        : undefined,
  }
}

/** True where one of the texts has somebody do the same, or something with the same paper, in an active clause. */
export function tellsWho({ verb, noun }: Traces, all: readonly string[]): boolean {
  const texts = all.filter((text) => someone.test(text))
  if (texts.length === 0) return false
  // The long patterns take a while to make and to try: only where the verb or the noun stands, and somebody with it.
  const aboutVerb = verb === undefined ? undefined : new RegExp(verb, 'i')
  const aboutNoun = noun === undefined ? undefined : new RegExp(noun, 'i')
  let same: RegExp | undefined
  let paper: RegExp | undefined
  for (const text of texts) {
    if (!aboutVerb?.test(text) && !aboutNoun?.test(text)) continue
    for (const sentence of text.split(/[.!?]\s|\n/)) {
      const hasVerb = aboutVerb?.test(sentence) === true
      const hasNoun = aboutNoun?.test(sentence) === true
      if ((!hasVerb && !hasNoun) || !someone.test(sentence)) continue
      if (hasVerb) {
        same ??= between(actor, verb!)
        if (same.test(sentence)) return true
      }
      if (hasNoun) {
        paper ??= new RegExp(`(?<!\\p{L})${noun}\\p{L}{0,4}(?!\\p{L})`, 'iu')
        if (paper.test(sentence) && (deals.test(sentence) || agent.test(sentence))) return true
      }
    }
  }
  return false
}

/** The actor and the verb of one clause, in either order. */
function between(one: string, other: string): RegExp {
  const gap = '(?!\\p{L})[^,;:]{0,70}?(?<!\\p{L})'
  return new RegExp(`(?<!\\p{L})(?:${one}${gap}${other}|${other} (?:\\p{L}+ ){0,2}${one})(?!\\p{L})`, 'iu')
}

const someone = new RegExp(`(?<!\\p{L})${actor}(?!\\p{L})`, 'iu')
const deals = between(actor, handles)
/** `ska lämnas av de gode män som …` */
const agent = new RegExp(`(?<!\\p{L})av (?:de |den )?(?:\\p{L}+ )?${actor}(?!\\p{L})`, 'iu')

const reader = /(?<!\p{L})(?:(\p{L}+) )?(?:du|ni)(?!\p{L})(?=((?: \p{L}+){0,4}))/giu
/** Helpers and adverbs beside `du` that tell nothing of what is done. */
const empty =
  /^(?:ska|skall|kan|måste|bör|får|behöver|inte|också|även|då|sedan|sen|först|själv|själva|alltid|enkelt|istället|direkt|gärna|bara|endast|därför|därmed|dessutom|på|nytt)$/iu
/** What is no verb, or tells what somebody has, wants, learns or is. */
const idle =
  /^(?:är|har|vill|vet|tycker|tror|bor|heter|blir|ser|anser|saknar|hittar|läser|undrar|kommer|fått|sett|haft|ha|vara|få|bli|vilja|veta|bo|se|läsa|hitta|komma|när|där|var|hur|eller|för|över|efter|under|som|och|din|ditt|dina|er|ert|era|kunna)$/iu
const conditional = /^(?:om|när|innan|som|där|att|sedan|eftersom)$/iu
const bids =
  /^\P{L}*(?:Ange|Anmäl|Ansök|Använd|Beställ|Betala|Bifoga|Boka|Fyll|Gå|Gör|Hämta|Klicka|Komplettera|Kontakta|Ladda|Logga|Lämna|Mejla|Redovisa|Ring|Sätt|Skicka|Skriv|Sök|Ta|Välj)(?!\p{L})/u

/** True where a sentence has its reader do something: `du skickar`, `gör ni`, `Fyll i blanketten`. */
export function readerDoes(sentence: string): boolean {
  if (bids.test(sentence)) return true
  for (const [, before, after] of sentence.matchAll(reader)) {
    // `om du flyttar`: when something holds, and not what the reader is to do.
    if (before !== undefined && conditional.test(before)) continue
    if (before !== undefined && isVerbLike(before)) return true
    const verb = after!
      .trim()
      .split(' ')
      .find((word) => !empty.test(word))
    if (verb !== undefined && isVerbLike(verb)) return true
  }
  return false
}

function isVerbLike(word: string): boolean {
  return /(?:r|[aåör])$/u.test(word) && !empty.test(word) && !idle.test(word)
}

/** True where any sentence of a text has its reader do something. */
export function readerDoesIn(text: string): boolean {
  return /(?<!\p{L})(?:du|ni)(?!\p{L})/iu.test(text) && text.split(/[.!?]\s|\n/).some(readerDoes)
}

/** Somebody whom the paragraph calls by another name than `du`. */
const other =
  /(?<!\p{L})(?:god[ea] mannen|gode män(?:nen)?|ställföreträdaren?|förvaltaren|förmyndaren|hyresgästen|hyrestagaren|sökanden?|vårdnadshavaren?|fastighetsägaren?|innehavaren|föreningen|arrangören|kunden|entreprenören|personalen)(?!\p{L})/iu
const whoever = /^\P{L}*(?:[Dd]en|[Dd]e) som(?!\p{L})/u
const onlyThey = /^\P{L}*(?:Bara|Endast|Enbart) (?:den|de|du) som(?!\p{L})/u

/** True where a text tells of somebody else than its reader, or of whoever does something. */
export function tellsOfOther(text: string): boolean {
  return other.test(text)
}

/** `Den som skriver provet`, before a sentence about what that person may do. */
export function isAboutWhoever(sentence: string): boolean {
  return whoever.test(sentence) || onlyThey.test(sentence)
}

/** `Endast den som berörs kan överklaga.` */
export function saysOnlyWho(sentence: string): boolean {
  return onlyThey.test(sentence)
}

/** True for a heading that tells who does this: `Hur lämnar jag mitt förslag?`, `Skicka in intyget`. */
export function headingTells(heading: string, { noun }: Traces): boolean {
  if (noun === undefined || !heading.toLowerCase().includes(noun)) return false
  return asks.test(heading) || bids.test(heading)
}

const asks = between('(?:jag|du|man|ni)', handles)
