import { decide, type Page, type PageFields, readExceptions, type ServiceClient } from '@klarsprak/cms-client'
import { pageHtml } from './page-html.ts'

export type Document = Readonly<Record<string, unknown>>

/** A publication in spite of findings, for the house's own record. */
export interface Override {
  /** The content type, by its uid. */
  readonly type: string
  readonly documentId: unknown
  readonly user: unknown
  readonly reason: string
  /** The rules whose findings were passed over. */
  readonly rules: readonly string[]
}

/** Where a document keeps the reason for an override, until it is used. */
export const reasonField = 'klarsprakReason'
/** Where a document keeps its waived findings. */
export const exceptionsField = 'klarsprakExceptions'

export interface Terms {
  readonly whenUnavailable: 'publish' | 'keep'
  readonly mayOverride: (user: unknown) => boolean
  readonly onOverride: (override: Override) => void | Promise<void>
  readonly warn: (message: string) => void
  /** Throws the error that Strapi shows. */
  readonly refuse: (message: string, rules: readonly string[]) => never
}

/**
 * Holds a document that is to be published to the verdict of the service.
 *
 * @param published the document as readers see it now, in the same language
 * @param user who publishes
 */
export async function holdToVerdict(
  client: ServiceClient,
  fields: PageFields,
  { type, document, published, user }: { type: string; document: Document; published?: Document; user: unknown },
  { whenUnavailable, mayOverride, onOverride, warn, refuse }: Terms,
): Promise<void> {
  const { documentId } = document
  const exceptions = readExceptions(document[exceptionsField])
  const page: Page = {
    text: pageHtml(document, fields),
    format: 'html',
    filename: `strapi/${type}/${documentId ?? 'ny'}.html`,
    ...(fields.profile === undefined ? {} : { profile: fields.profile }),
    ...(published ? { previous: pageHtml(published, fields) } : {}),
    ...(exceptions.length > 0 ? { exceptions } : {}),
  }
  const stated = document[reasonField]
  const overrideReason = typeof stated === 'string' && mayOverride(user) ? stated : ''
  const decision = await decide(client, page, { whenUnavailable, overrideReason })
  const rules =
    'review' in decision ? [...new Set(decision.review.stopping.map(({ ruleId }) => ruleId))] : ([] as const)
  if (!decision.publish) refuse(decision.message, rules)
  if (decision.because !== 'override' && decision.message !== undefined)
    warn(`${decision.message} (${type}, ${documentId})`)
  if (decision.because === 'override') {
    const { id } = (user ?? {}) as { id?: unknown }
    await onOverride({ type, documentId, user: id, reason: decision.reason, rules })
    warn(`Texten publiceras trots träffar som ska stoppa den: ${decision.reason} (${type}, ${documentId})`)
  }
}
