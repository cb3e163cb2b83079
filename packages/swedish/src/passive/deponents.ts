import type { PassiveKind } from '../types.ts'
import { deponentRows, participleRows } from './tables.generated.ts'

/** A verb whose s-form is not, or not always, a passive: a row of `lexicon/deponents.tsv`. */
export interface SVerb {
  /** With its s: `finnas`. */
  readonly infinitive: string
  readonly kind: Exclude<PassiveKind, 'none' | 's-passive' | 'bli-passive' | 'state'>
  /** Without its s: `träffa`; undefined where no active verb belongs to it. */
  readonly active: string | undefined
  /** When the form is a passive all the same; see the head of the table. */
  readonly passiveIf: readonly string[]
}

let sForms: Map<string, SVerb> | undefined

/** The row that an s-form in lower case belongs to: `fanns` gives that of `finnas`. */
export function sVerb(lower: string): SVerb | undefined {
  sForms ??= readDeponents()
  return sForms.get(lower)
}

function readDeponents(): Map<string, SVerb> {
  const forms = new Map<string, SVerb>()
  for (const line of deponentRows.split('\n')) {
    const [infinitive, present, preterite, supine, kind, active, passiveIf] = line.split('\t') as [
      string,
      string,
      string,
      string,
      SVerb['kind'],
      string,
      string,
    ]
    const verb = {
      infinitive,
      kind,
      active: active === '-' ? undefined : active,
      passiveIf: passiveIf === '-' ? [] : passiveIf.split(' '),
    }
    for (const form of [infinitive, present, preterite, supine]) forms.set(form, verb)
  }
  return forms
}

let adjectives: Map<string, string> | undefined

/**
 * True where a past participle, in its common gender form, has become an adjective beside this auxiliary:
 * `förvånad` beside both, `stängd` beside `vara` only.
 */
export function isLexicalised(participle: string, auxiliary: 'bli' | 'vara'): boolean {
  if (adjectives === undefined) {
    adjectives = new Map()
    for (const line of participleRows.split('\n')) {
      const [beside, words] = line.split('\t') as [string, string]
      for (const word of words.split(' ')) adjectives.set(word, beside)
    }
  }
  const beside = adjectives.get(participle)
  return beside === 'both' || beside === auxiliary
}
