export { type CompoundPart, type CompoundSplit, splitCompound } from './compound/split.ts'
export type { CompoundLink } from './compound/starts.ts'
