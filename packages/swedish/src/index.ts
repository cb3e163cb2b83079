export { agentTypeOf } from './passive/agent-type.ts'
export { passiveOf } from './passive.ts'
export { agentOf } from './syntax.ts'
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
