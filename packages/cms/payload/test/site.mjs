// A site in Payload with the plug-in, run as a process of its own beside Payload's packages. It does what its parent
// asks: calls of the Local API, requests to the REST API, and Markdown as the rich text of the editor.
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  convertMarkdownToLexical,
  EXPERIMENTAL_TableFeature,
  editorConfigFactory,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload, handleEndpoints } from 'payload'
import { klarsprak } from '../src/index.ts'

const { folder, service } = JSON.parse(process.argv[2])
const overrides = []

const page = (slug) => ({
  slug,
  versions: { drafts: true },
  fields: [
    { name: 'title', type: 'text', localized: true },
    { name: 'lead', type: 'textarea', localized: true },
    { name: 'body', type: 'richText' },
    {
      name: 'layout',
      type: 'blocks',
      blocks: [{ slug: 'content', fields: [{ name: 'content', type: 'richText' }] }],
    },
  ],
})
const checked = { title: 'title', fields: ['lead', 'body', 'layout.content'] }
const config = await buildConfig({
  secret: 'only for the test',
  telemetry: false,
  db: sqliteAdapter({ client: { url: `file:${folder}/site.db` } }),
  editor: lexicalEditor({ features: ({ defaultFeatures }) => [...defaultFeatures, EXPERIMENTAL_TableFeature()] }),
  localization: { locales: ['sv', 'en'], defaultLocale: 'sv' },
  collections: [
    { slug: 'users', auth: true, fields: [{ name: 'editor', type: 'checkbox' }] },
    page('pages'),
    page('news'),
    { slug: 'notes', fields: [{ name: 'text', type: 'textarea' }] },
  ],
  plugins: [
    klarsprak({
      address: service,
      collections: { pages: checked, notes: { fields: ['text'] } },
      mayOverride: ({ user }) => user?.editor === true,
      onOverride: (override) => void overrides.push(override),
    }),
    klarsprak({ address: service, whenUnavailable: 'publish', collections: { news: checked } }),
  ],
})
const payload = await getPayload({ config })
const editorConfig = await editorConfigFactory.default({ config: payload.config })

const asked = {
  local: (name, request) => payload[name](request),
  async rest(method, path, body, token) {
    const response = await handleEndpoints({
      config,
      request: new Request(`http://127.0.0.1/api/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    })
    return { status: response.status, body: await response.json() }
  },
  richText: (markdown) => convertMarkdownToLexical({ editorConfig, markdown }),
  overrides: () => overrides,
}

process.on('message', async ({ id, what, args }) => {
  try {
    process.send({ id, answer: (await asked[what](...args)) ?? null })
  } catch (error) {
    const { name, message, status, data } = error
    process.send({ id, fault: { name, message, status, data } })
  }
})
process.on('disconnect', () => process.exit())
process.send('ready')
