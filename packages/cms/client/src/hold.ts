import type { Page, ServiceClient } from './client.ts'
import { decide, type Terms } from './decide.ts'
import type { PageFields } from './page-html.ts'
import { readExceptions } from './review.ts'

/** A document as a CMS keeps it, by its fields. */
export type Document = Readonly<Record<string, unknown>>

/** Where a document keeps the reason for an override, until it is used. */
export const reasonField = 'klarsprakReason'
/** Where a document keeps its waived findings. */
export const exceptionsField = 'klarsprakExceptions'

/** A publication in spite of findings, for the house's own record. */
export interface Override {
  readonly user: unknown
  readonly reason: string
  /** The rules whose findings were passed over. */
  readonly rules: readonly string[]
}

/** A document that is to be published. */
export interface Publication<Place> {
  readonly document: Document
  /** The document as readers see it now, in the same language. */
  readonly published?: Document | undefined
  readonly fields: PageFields
  html(document: Document, fields: PageFields): string
  /** A label that the service's settings may name. */
  readonly filename: string
  /** What the CMS knows the document by. */
  readonly place: Place
  /** Who publishes, by the CMS's id. */
  readonly user: unknown
}

/** What a CMS does with the outcome. */
export interface HouseTerms<Place> extends Pick<Terms, 'whenUnavailable'> {
  /** Asked where a reason is given. */
  readonly mayOverride: () => boolean
  readonly onOverride?: ((override: Place & Override) => void | Promise<void>) | undefined
  readonly warn: (message: string, about: Place | (Place & Override)) => void
  /** Throws the error that the CMS shows. */
  readonly refuse: (message: string, rules: readonly string[]) => never
}

/** Holds a document that is to be published to the verdict of the service. Where it returns, the document may be published. */
export async function holdToVerdict<Place extends object>(
  client: ServiceClient,
  { document, published, fields, html, filename, place, user }: Publication<Place>,
  { whenUnavailable, mayOverride, onOverride, warn, refuse }: HouseTerms<Place>,
): Promise<void> {
  const exceptions = readExceptions(document[exceptionsField])
  const page: Page = {
    text: html(document, fields),
    format: 'html',
    filename,
    ...(fields.profile === undefined ? {} : { profile: fields.profile }),
    ...(published ? { previous: html(published, fields) } : {}),
    ...(exceptions.length > 0 ? { exceptions } : {}),
  }
  const stated = document[reasonField]
  const overrideReason = typeof stated === 'string' && mayOverride() ? stated : ''
  const decision = await decide(client, page, { whenUnavailable, overrideReason })
  const rules = 'review' in decision ? [...new Set(decision.review.stopping.map(({ ruleId }) => ruleId))] : []
  if (!decision.publish) refuse(decision.message, rules)
  if (decision.because === 'override') {
    const override = { ...place, user, reason: decision.reason, rules }
    await onOverride?.(override)
    warn(`Texten publiceras trots träffar som ska stoppa den: ${decision.reason}`, override)
  } else if (decision.message !== undefined) warn(decision.message, place)
}
