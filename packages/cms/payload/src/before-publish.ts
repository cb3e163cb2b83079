import {
  type Document,
  type Override as HouseOverride,
  holdToVerdict,
  type PageFields,
  reasonField,
  type ServiceClient,
} from '@klarsprak/cms-client'
import { pageHtml } from './page-html.ts'

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

interface Place {
  readonly collection: string
  /** Undefined for a document that is published as it is created. */
  readonly id: unknown
}

/** A publication in spite of findings, for the house's own record. */
export type Override = Place & HouseOverride

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
    const published = drafts ? await publishedOf(id, collection.slug, req) : originalDoc
    await holdToVerdict<Place>(
      client,
      {
        document,
        published,
        fields: page,
        html: pageHtml,
        filename: `payload/${collection.slug}/${id ?? 'ny'}.html`,
        place: { collection: collection.slug, id },
        user: req.user?.id,
      },
      {
        whenUnavailable,
        mayOverride: () => mayOverride(req),
        onOverride,
        warn: (message, about) => req.payload.logger.warn(about, message),
        refuse: (message, rules) => {
          throw new PublishError(message, rules)
        },
      },
    )
    // A reason holds for one publication.
    return document[reasonField] ? { ...data, [reasonField]: '' } : data
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
