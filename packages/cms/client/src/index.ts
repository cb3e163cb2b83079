export { type ClientOptions, createClient, type Page, type ServiceClient, UnavailableError } from './client.ts'
export { type Decision, decide, type Terms } from './decide.ts'
export type { Exception, Finding, Review } from './review.ts'
export { createWebhook, type WebhookOptions } from './webhook.ts'
