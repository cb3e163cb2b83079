export type { Override } from './gate.ts'
export { pageHtml } from './page-html.ts'
export { type KlarsprakOptions, klarsprak } from './plugin.ts'
