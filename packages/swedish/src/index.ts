export { analyse, tagWords, tokensOf } from './analyse.ts'
export { type CatalogueWord, catalogueForms, catalogueWords, countWords } from './catalogue-words.ts'
export { type CompoundLink, type CompoundPart, type CompoundSplit, splitCompound } from './compound.ts'
export { type ConlluBlock, toConllu } from './conllu.ts'
export { forgetWords } from './forget.ts'
export {
  type AdjectiveFormRequest,
  type AdjectiveInfo,
  type AdjectiveReading,
  adjectiveInfo,
  analyseAdjectiveForm,
  inflectAdjective,
} from './inflection/adjectives.ts'
export {
  analyseNounForm,
  inflectNoun,
  type NounFormRequest,
  type NounInfo,
  type NounReading,
  nounInfo,
} from './inflection/nouns.ts'
export {
  analyseVerbForm,
  type Conjugation,
  conjugate,
  inflectVerb,
  type VerbFormName,
  type VerbFormRequest,
  type VerbReading,
  verbForms,
} from './inflection/verbs.ts'
export { ModelError, type ModelErrorCode } from './model/file.ts'
export { useLexicon, useModel } from './model/load.ts'
export { fullName, type NameType, nameTypes } from './names.ts'
export { type SwedishWordData, toNlcst } from './nlcst.ts'
export { agentTypeOf } from './passive/agent-type.ts'
export { passiveOf } from './passive.ts'
export { retextSwedish, retextSwedish as default } from './retext.ts'
export {
  agentOf,
  auxiliariesOf,
  type Clause,
  type ClauseType,
  clauses,
  finiteVerb,
  isInverted,
  nounPhrase,
  objectOf,
  particleOf,
  subjectOf,
  syntax,
} from './syntax.ts'
export type { Tagger, TagResult } from './tagging.ts'
export { type TokeniseOptions, type Tokens, tokenise } from './tokens.ts'
export { currentTypes, KindCode, Shape, TOKEN_KINDS, type TypeTable } from './type-table.ts'
export type {
  AnalyseOptions,
  Analysis,
  Morphology,
  Passive,
  PassiveKind,
  Sentence,
  Syntax,
  TokenKind,
  Upos,
  Word,
} from './types.ts'
export { type WordTier, wordTier } from './word-tier.ts'
