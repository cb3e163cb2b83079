/** Universal Dependencies' word classes. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/**
 * UD features as UD_Swedish-Talbanken has them. One frozen object per distinct set of features, shared
 * by all words that carry it.
 */
export interface Morphology {
  readonly Abbr?: 'Yes'
  readonly Case?: 'Nom' | 'Gen' | 'Acc'
  readonly Definite?: 'Def' | 'Ind'
  readonly Degree?: 'Pos' | 'Cmp' | 'Sup'
  readonly Foreign?: 'Yes'
  readonly Gender?: 'Com' | 'Neut' | 'Fem' | 'Masc' | 'Com,Neut'
  readonly Mood?: 'Ind' | 'Imp' | 'Sub'
  readonly Number?: 'Sing' | 'Plur' | 'Plur,Sing'
  readonly NumType?: 'Card' | 'Ord'
  readonly Polarity?: 'Neg'
  readonly Poss?: 'Yes'
  readonly PronType?: string
  readonly Tense?: 'Pres' | 'Past'
  readonly VerbForm?: 'Fin' | 'Inf' | 'Sup' | 'Part'
  readonly Voice?: 'Act' | 'Pass'
  readonly [feature: string]: string | undefined
}

/** What a token is by its shape alone. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'url' | 'email'

/** One UD word: `och/eller` is three, `bl.a.` and `t ex` are one. Offsets are UTF-16 code units into the analysed text. */
export interface Word {
  /** Counts from 0 within the analysed text. */
  readonly index: number
  readonly start: number
  readonly end: number
  /** As it stands in the text. */
  readonly form: string
  /** Lower case, NFC, soft hyphens and zero-width characters left out, typographic hyphens and apostrophes made plain. */
  readonly lower: string
  readonly kind: TokenKind
  readonly upos: Upos
  /** UD's FEATS column: `Case=Nom|Definite=Def`; `_` where there are none. */
  readonly feats: string
  readonly morph: Morphology
  /** Lower case but for names. */
  readonly lemma: string
  /** How sure the tagger is of the word class, 0–1. */
  readonly confidence: number
  /** True where white space, or nothing at all, stands before the word. */
  readonly spaceBefore: boolean
  readonly sentence: Sentence
  /** The word before in the same sentence. */
  readonly previous: Word | undefined
  /** The word after in the same sentence. */
  readonly next: Word | undefined
}

/** A sentence. It begins at its first word and ends after its last; white space between sentences belongs to none. */
export interface Sentence {
  /** Counts from 0 within the analysed text. */
  readonly index: number
  readonly start: number
  readonly end: number
  readonly text: string
  /** All words, punctuation included. */
  readonly words: readonly Word[]
  /** True where the text was analysed as a heading. */
  readonly heading?: boolean
  /** Number of words as the rule catalogue counts them (`och/eller` one, `1 250` one, no punctuation, no URL). */
  readonly wordCount: number
}

/** What a text was found to be. Pure: depends on the text and the options alone. */
export interface Analysis {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly words: readonly Word[]
  /** BCP 47 of the language recognised (`sv`, `en`, `fi`, `de`, `da`, `nb`…), `und` where it cannot be told. */
  readonly language: string
}

export interface AnalyseOptions {
  /** The text is a heading: one sentence unless it plainly holds more, and capitals say little about names. */
  heading?: boolean
}

/** Relations of a sentence, worked out when first asked for. */
export interface Syntax {
  /** Index into `sentence.words` of the head of word `i` of the sentence; −1 for the root. */
  head(i: number): number
  /** UD relation with subtype: `nsubj:pass`, `obl:agent`. */
  relation(i: number): string
  /** How sure the parser is of this arc, 0–1. */
  confidence(i: number): number
}

/** What an s-form or a participle is. `none` where the word is no such form. */
export type PassiveKind =
  | 'none'
  | 's-passive'
  | 'bli-passive'
  | 'state'
  | 'deponent'
  | 'reciprocal'
  | 'medial'
  | 'reporting'
  | 'no-active'

export interface Passive {
  readonly kind: PassiveKind
  /** The words of the agent phrase, the preposition `av` first; undefined where none is stated. */
  readonly agent: readonly Word[] | undefined
  /** Of the agent's head: a person, an organ or organisation, or something else. */
  readonly agentType: 'person' | 'organisation' | 'other' | undefined
  /** The auxiliary of a bli-passive or a state. */
  readonly auxiliary: Word | undefined
  /** The active infinitive: `behandla` for `behandlas`; undefined where it is not known. */
  readonly active: string | undefined
  /** Where the form stands. */
  readonly within: 'main' | 'relative' | 'subordinate' | 'infinitive' | 'heading' | 'definition'
}
