export * from '@klarsprak/engine'
export { configSchema, createLinter, type LinterOptions, repositoryPage } from './create-linter.ts'
export { type FromRetextOptions, fromRetext, type RetextPlugin } from './from-retext.ts'
export { retextKlarsprak, retextKlarsprak as default } from './unified.ts'
