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
