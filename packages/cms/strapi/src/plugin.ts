import { createRequire } from 'node:module'
import {
  type ClientOptions,
  createClient,
  type Document,
  exceptionsField,
  type Override as HouseOverride,
  type HouseTerms,
  holdToVerdict,
  type PageFields,
  reasonField,
} from '@klarsprak/cms-client'
import { pageHtml } from './page-html.ts'

interface Place {
  /** The content type, by its uid. */
  readonly type: string
  readonly documentId: unknown
}

/** A publication in spite of findings, for the house's own record. */
export type Override = Place & HouseOverride

export interface KlarsprakOptions extends ClientOptions {
  /** The content types to check, by uid: `api::page.page`. */
  readonly types: Readonly<Record<string, PageFields>>
  /** A page that could not be checked: keep it unpublished (as where left out), or let it through. */
  readonly whenUnavailable?: 'publish' | 'keep'
  /** Who may publish in spite of findings; everybody where left out. The user is undefined for code of the house. */
  readonly mayOverride?: (user: unknown) => boolean
  readonly onOverride?: (override: Override) => void | Promise<void>
}

type Find = { documentId?: unknown; filters?: object; locale?: unknown; status?: string; populate?: object }

/** What is used here of a content type's document service. */
interface Documents {
  findMany(request: Find): Promise<Document[]>
  publish(request: object): Promise<{ entries: Document[] }>
}

/** What is used here of the context of a document service middleware. */
interface Context {
  readonly uid: string
  readonly action: string
  // biome-ignore lint/suspicious/noExplicitAny: each action has parameters of its own.
  params: any
}

type Next = () => Promise<unknown>

/** What is used here of Strapi. */
interface Strapi {
  readonly contentTypes: Readonly<
    Record<string, { attributes: Record<string, object>; options?: { draftAndPublish?: boolean } }>
  >
  readonly documents: ((uid: string) => Documents) & {
    use(middleware: (context: Context, next: Next) => Promise<unknown>): void
  }
  readonly db: {
    transaction<T>(work: () => Promise<T>): Promise<T>
    query(uid: string): { updateMany(request: object): Promise<unknown> }
  }
  readonly log: { warn(message: string): void }
  readonly requestContext: { get(): { state?: { user?: unknown } } | undefined }
}

/**
 * Adds the check to Strapi; call it in `register`. Each named content type gets a field for the reason to publish in
 * spite of findings, and one for waived findings. Documents that are published are held to the verdict of the service;
 * drafts are let be. In a content type without drafts each save publishes.
 *
 * @throws {TypeError} where the service's address is none, or a content type does not exist
 */
export function klarsprak(strapi: Strapi, options: KlarsprakOptions): void {
  const { types, whenUnavailable = 'keep', mayOverride = () => true, onOverride } = options
  const client = createClient(options)
  for (const uid of Object.keys(types)) {
    const type = strapi.contentTypes[uid]
    if (!type) throw new TypeError(`Det finns ingen innehållstyp som heter ”${uid}”.`)
    Object.assign(type.attributes, ownFields)
  }
  const { errors } = createRequire(import.meta.url)('@strapi/utils') as {
    errors: { ApplicationError: new (message: string, details: object) => Error }
  }
  const terms: Omit<HouseTerms<Place>, 'mayOverride'> = {
    whenUnavailable,
    onOverride,
    warn: (message, { type, documentId }) => strapi.log.warn(`${message} (${type}, ${documentId})`),
    refuse: (message, rules) => {
      throw new errors.ApplicationError(message, { rules })
    },
  }

  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context
    const page = types[uid]
    if (!page) return await next()
    const populate = populateOf(page)
    const find = (documentId: unknown, status: 'draft' | 'published', locale: unknown) =>
      strapi.documents(uid).findMany({
        filters: { documentId },
        status,
        ...(locale === undefined ? {} : { locale }),
        populate,
      })
    const hold = async (documents: readonly Document[], published: readonly Document[]) => {
      const user = strapi.requestContext.get()?.state?.user
      for (const document of documents) {
        const { documentId, locale } = document
        await holdToVerdict<Place>(
          client,
          {
            document,
            published: published.find((one) => one.locale === locale),
            fields: page,
            html: pageHtml,
            filename: `strapi/${uid}/${documentId ?? 'ny'}.html`,
            place: { type: uid, documentId },
            user: ((user ?? {}) as { id?: unknown }).id,
          },
          { ...terms, mayOverride: () => mayOverride(user) },
        )
      }
    }
    /** A reason holds for one publication. */
    const useUp = async (documents: readonly Document[]) => {
      const documentId = { $in: documents.filter((one) => one[reasonField]).map((one) => one.documentId) }
      if (documentId.$in.length > 0)
        await strapi.db.query(uid).updateMany({ where: { documentId }, data: { [reasonField]: '' } })
    }

    if (strapi.contentTypes[uid]?.options?.draftAndPublish) {
      if (action === 'publish') {
        const { documentId, locale } = params
        const drafts = await find(documentId, 'draft', locale)
        await hold(drafts, await find(documentId, 'published', locale))
        const result = await next()
        await useUp(drafts)
        return result
      }
      // Strapi publishes such a document without asking again, so it is saved and published in two steps.
      if ((action === 'create' || action === 'update') && params.status === 'published')
        return await strapi.db.transaction(async () => {
          context.params = { ...params, status: 'draft' }
          const saved = (await next()) as Document | null
          if (!saved) return saved
          const { data: _data, ...rest } = params
          return (await strapi.documents(uid).publish({ ...rest, documentId: saved.documentId })).entries[0]
        })
      return await next()
    }
    if (action !== 'create' && action !== 'update' && action !== 'clone') return await next()
    // What is saved is read as a whole, and undone where it may not be published.
    return await strapi.db.transaction(async () => {
      const { documentId, locale } = params
      const before = action === 'update' ? await find(documentId, 'published', locale) : []
      const result = await next()
      const saved = result as { documentId?: unknown } | null
      if (!saved?.documentId) return result
      const documents = await find(saved.documentId, 'published', locale)
      await hold(documents, before)
      await useUp(documents)
      return result
    })
  })
}

/** What must be read beside a document's own fields. */
function populateOf({ fields }: PageFields): object {
  const nested = fields.map((field) => field.split('.')).filter(({ length }) => length > 1)
  return Object.fromEntries(nested.map(([name, , ...deeper]) => [name, deeper.length > 0 ? { populate: '*' } : true]))
}

const ownFields = {
  [reasonField]: { type: 'text', maxLength: 1000, configurable: false },
  [exceptionsField]: { type: 'json', configurable: false },
}
