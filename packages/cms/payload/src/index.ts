export { beforePublish, type Override, PublishError } from './before-publish.ts'
export { pageHtml } from './page-html.ts'
export { type KlarsprakOptions, klarsprak } from './plugin.ts'
