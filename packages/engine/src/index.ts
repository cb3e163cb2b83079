export { defineRule } from './define-rule.ts'
export type * from './result.ts'
export type * from './types.ts'
