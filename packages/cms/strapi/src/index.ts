export { pageHtml } from './page-html.ts'
export { type KlarsprakOptions, klarsprak, type Override } from './plugin.ts'
