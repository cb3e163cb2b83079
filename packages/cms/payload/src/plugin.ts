import { type ClientOptions, createClient, exceptionsField, type PageFields, reasonField } from '@klarsprak/cms-client'
import { beforePublish, type Override } from './before-publish.ts'

export interface KlarsprakOptions extends ClientOptions {
  /** The collections to check, by slug. */
  readonly collections: Readonly<Record<string, PageFields>>
  /** A page that could not be checked: keep it unpublished (as where left out), or let it through. */
  readonly whenUnavailable?: 'publish' | 'keep'
  /** Who may publish in spite of findings, by the request; everybody where left out. */
  readonly mayOverride?: Parameters<typeof beforePublish>[2]['mayOverride']
  readonly onOverride?: (override: Override) => void | Promise<void>
}

/** What is used here of Payload's `Config`. */
interface PayloadConfig {
  collections?: Collection[]
}
interface Collection {
  slug: string
  // biome-ignore lint/suspicious/noExplicitAny: Payload's own field types are not needed here.
  fields: any[]
  // biome-ignore lint/suspicious/noExplicitAny: nor are its hooks.
  hooks?: any
}

/**
 * The plugin for Payload's configuration. It adds to each collection a field for the reason to publish in spite of
 * findings, one for waived findings, and the hook that checks.
 *
 * @throws {TypeError} where the service's address is none, or a collection does not exist
 */
export function klarsprak(options: KlarsprakOptions): <Config extends PayloadConfig>(config: Config) => Config {
  const { collections, whenUnavailable = 'keep', mayOverride, onOverride } = options
  const client = createClient(options)
  return (config) => {
    const slugs = new Set(config.collections?.map(({ slug }) => slug))
    for (const slug of Object.keys(collections))
      if (!slugs.has(slug)) throw new TypeError(`Det finns ingen samling som heter ”${slug}”.`)
    return {
      ...config,
      collections: config.collections?.map((collection) => {
        const page = collections[collection.slug]
        if (!page) return collection
        const hook = beforePublish(client, page, { whenUnavailable, mayOverride }, onOverride)
        return {
          ...collection,
          fields: [...collection.fields, ...ownFields],
          // Last, so that it sees what the house's own hooks have made of the page.
          hooks: { ...collection.hooks, beforeChange: [...(collection.hooks?.beforeChange ?? []), hook] },
        }
      }),
    }
  }
}

const ownFields = [
  {
    name: reasonField,
    type: 'textarea',
    label: 'Skäl att publicera ändå',
    maxLength: 1000,
    admin: {
      position: 'sidebar',
      description: 'Fyll i om texten måste ut trots träffar. Skälet loggas och gäller en gång.',
    },
  },
  {
    name: exceptionsField,
    type: 'json',
    label: 'Godkända träffar',
    admin: { position: 'sidebar', description: 'En lista med fingerprint, rule och reason för varje träff.' },
  },
]
