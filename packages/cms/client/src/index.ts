export { type ClientOptions, createClient, type Page, type ServiceClient, UnavailableError } from './client.ts'
export { type Decision, decide, type Terms } from './decide.ts'
export {
  type Document,
  exceptionsField,
  type HouseTerms,
  holdToVerdict,
  type Override,
  reasonField,
} from './hold.ts'
export { escapeHtml, type PageFields, pageHtml } from './page-html.ts'
export { type Exception, type Finding, type Review, readExceptions } from './review.ts'
export { createWebhook, type WebhookOptions } from './webhook.ts'
