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
  '(?:lämnar?|skickar?|sänd(?:a|er)|gör|göra|upprättar?|redovisar?|fyll(?:a|er)|ansök(?:a|er)|sök(?:a|er)|anmäl(?:a|er)|betalar?|bokar?|beställ(?:a|er)|överklagar?)'

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
  const same = verb === undefined ? undefined : between(actor, verb)
  const paper = noun === undefined ? undefined : new RegExp(`(?<!\\p{L})${noun}\\p{L}{0,4}(?!\\p{L})`, 'iu')
  // `ska lämnas av de gode män som …`
  const agent =
    noun === undefined ? undefined : new RegExp(`(?<!\\p{L})av (?:de |den )?(?:\\p{L}+ )?${actor}(?!\\p{L})`, 'iu')
  for (const text of texts)
    for (const sentence of text.split(/[.!?]\s|\n/)) {
      if (same?.test(sentence)) return true
      if (paper?.test(sentence) && (deals.test(sentence) || agent?.test(sentence))) return true
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
