import { decide, type Page, type PageFields, readExceptions, type ServiceClient } from '@klarsprak/cms-client'
import { pageHtml } from './page-html.ts'

type Document = Record<string, unknown>

/** What is used here of the arguments of Payload's `beforeChange` hook on a collection. */
interface ChangeArguments {
  readonly collection: { readonly slug: string; readonly versions?: unknown }
  readonly data: Document
  readonly originalDoc?: Document | undefined
  readonly context?: { readonly isRestoringVersion?: unknown }
  readonly req: {
    readonly query?: { readonly draft?: unknown }
    readonly locale?: string | null
    readonly user?: { readonly id?: unknown } | null
    readonly payload: {
      findByID(request: Document): Promise<unknown>
      readonly logger: { warn(about: object, message: string): void }
    }
  }
}

/** A publication in spite of findings, for the house's own record. */
export interface Override {
  readonly collection: string
  /** Undefined for a document that is published as it is created. */
  readonly id: unknown
  readonly user: unknown
  readonly reason: string
  /** The rules whose findings were passed over. */
  readonly rules: readonly string[]
}

/** Where a document keeps the reason for an override, until it is used. */
export const reasonField = 'klarsprakReason'
/** Where a document keeps its waived findings. */
export const exceptionsField = 'klarsprakExceptions'

/**
 * A page that may not be published. Payload shows the message, as it does that of its own `APIError`, and answers 422.
 */
export class PublishError extends Error {
  override name = 'PublishError'
  readonly status = 422
  readonly isPublic = true
  readonly isOperational = true
  readonly data: { readonly rules: readonly string[] }

  constructor(message: string, rules: readonly string[]) {
    super(message)
    this.data = { rules }
  }
}

/**
 * Payload's `beforeChange` hook for a collection: holds a page that is published to the verdict of the service. Drafts
 * are let be. In a collection without drafts each save publishes.
 *
 * @throws {PublishError} where the page may not be published; Payload then saves nothing
 */
export function beforePublish(
  client: ServiceClient,
  page: PageFields,
  {
    whenUnavailable,
    mayOverride = () => true,
  }: {
    readonly whenUnavailable: 'publish' | 'keep'
    readonly mayOverride?: ((request: ChangeArguments['req']) => boolean) | undefined
  },
  onOverride?: (override: Override) => void | Promise<void>,
) {
  return async (change: ChangeArguments): Promise<Document> => {
    const { collection, data, originalDoc, req } = change
    const drafts = hasDrafts(collection)
    if (drafts && (data._status !== 'published' || isRestoredAsDraft(change))) return data
    // A save may hold only what changed.
    const document = { ...originalDoc, ...data }
    const id = originalDoc?.id
    const previous = drafts ? await publishedOf(id, collection.slug, req) : originalDoc
    const exceptions = readExceptions(document[exceptionsField])
    const text = pageHtml(document, page)
    const request: Page = {
      text,
      format: 'html',
      filename: `payload/${collection.slug}/${id ?? 'ny'}.html`,
      ...(page.profile === undefined ? {} : { profile: page.profile }),
      ...(previous ? { previous: pageHtml(previous, page) } : {}),
      ...(exceptions.length > 0 ? { exceptions } : {}),
    }
    const stated = document[reasonField]
    const overrideReason = typeof stated === 'string' && mayOverride(req) ? stated : ''
    const decision = await decide(client, request, { whenUnavailable, overrideReason })
    const { logger } = req.payload
    if (!decision.publish) {
      const rules = decision.because === 'findings' ? decision.review.stopping.map(({ ruleId }) => ruleId) : []
      throw new PublishError(decision.message, [...new Set(rules)])
    }
    if (decision.because !== 'override' && decision.message !== undefined)
      logger.warn({ collection: collection.slug, id }, decision.message)
    if (decision.because === 'override') {
      const override: Override = {
        collection: collection.slug,
        id,
        user: req.user?.id,
        reason: decision.reason,
        rules: [...new Set(decision.review.stopping.map(({ ruleId }) => ruleId))],
      }
      await onOverride?.(override)
      logger.warn(override, 'Texten publiceras trots träffar som ska stoppa den.')
    }
    // A reason holds for one publication.
    return stated ? { ...data, [reasonField]: '' } : data
  }
}

function hasDrafts({ versions }: ChangeArguments['collection']): boolean {
  return typeof versions === 'object' && versions !== null && 'drafts' in versions && Boolean(versions.drafts)
}

/** A published version that comes back as a draft still says that it is published when the hook sees it. */
function isRestoredAsDraft({ context, req }: ChangeArguments): boolean {
  return Boolean(context?.isRestoringVersion) && String(req.query?.draft) === 'true'
}

/** The document as readers see it now, in the language that is being saved. */
async function publishedOf(
  id: unknown,
  collection: string,
  req: ChangeArguments['req'],
): Promise<Document | undefined> {
  if (id === undefined) return undefined
  const found = (await req.payload.findByID({
    collection,
    id,
    draft: false,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    ...(req.locale ? { locale: req.locale, fallbackLocale: false } : {}),
    req,
  })) as Document | null
  return found?._status === 'published' ? found : undefined
}
