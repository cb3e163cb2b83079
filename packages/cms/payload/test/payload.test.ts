import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@klarsprak/cms-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestService, type TestService } from '../../../http/test/service.ts'
import { beforePublish, klarsprak, type Override, PublishError, pageHtml } from '../src/index.ts'

const text = (value: string, format = 0) => ({ type: 'text', text: value, format, version: 1 })
const element = (type: string, children: unknown[], more: object = {}) => ({ type, children, version: 1, ...more })
const state = (...children: unknown[]) => ({ root: element('root', children) })
const body = (sentence: string) =>
  state(element('heading', [text('Efter beslutet')], { tag: 'h2' }), element('paragraph', [text(sentence)]))

describe('pageHtml', () => {
  it('keeps headings, lists, links, tables, quotes and emphasis, and escapes text', () => {
    const rich = state(
      element('heading', [text('Så <gör> du')], { tag: 'h3' }),
      element('paragraph', [
        text('Läs '),
        element('link', [text('om & kring', 1)], { fields: { linkType: 'custom', url: 'https://x.test/?a="b"' } }),
        { type: 'linebreak' },
        text('mer', 2),
      ]),
      element(
        'list',
        [
          element('listitem', [text('Ett')]),
          element('listitem', [element('list', [element('listitem', [text('Två')])], { tag: 'ul' })]),
        ],
        { tag: 'ol' },
      ),
      element('quote', [text('Ja')]),
      element('table', [
        element('tablerow', [
          element('tablecell', [element('paragraph', [text('Dag')])], { headerState: 1 }),
          element('tablecell', [element('paragraph', [text('Tid')])], { headerState: 0 }),
        ]),
      ]),
      { type: 'horizontalrule' },
      { type: 'block', fields: { blockType: 'karta' } },
    )
    expect(pageHtml({ title: 'A & B', rich }, { title: 'title', fields: ['rich'] })).toBe(
      `<h1>A &amp; B</h1>
<h3>Så &lt;gör&gt; du</h3>
<p>Läs <a href="https://x.test/?a=&quot;b&quot;"><strong>om &amp; kring</strong></a><br><em>mer</em></p>
<ol><li>Ett</li><li><ul><li>Två</li></ul>
</li></ol>
<blockquote><p>Ja</p></blockquote>
<table><tr><th><p>Dag</p>
</th><td><p>Tid</p>
</td></tr></table>
<hr>`,
    )
  })

  it('reads plain text and blocks, in the order of the fields', () => {
    const page = { lead: 'Ett.\n\nTvå\nrader.', layout: [{ content: body('Tre.') }, { image: 1 }, null] }
    expect(pageHtml(page, { fields: ['lead', 'layout.content', 'missing.field'] })).toBe(
      '<p>Ett.</p>\n<p>Två<br>rader.</p>\n<h2>Efter beslutet</h2>\n<p>Tre.</p>\n',
    )
  })

  it('takes no harm of values that are no text', () => {
    for (const value of [null, 1, [], {}, { root: null }, { root: { children: [null, 1, { type: 'text' }] } }])
      expect(pageHtml({ body: value }, { title: 'body', fields: ['body'] })).toBe('')
  })
})

describe('beforePublish, with the arguments that Payload documents', () => {
  let folder: string
  let service: TestService
  let published: object | null
  let asked: Record<string, unknown>[]
  let warnings: unknown[]
  const overrides: Override[] = []
  const page = { title: 'title', fields: ['body'] }
  const drafts = { slug: 'pages', versions: { drafts: { autosave: false } } }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klarsprak-payload-'))
    const config = join(folder, 'klarsprak.config.json')
    writeFileSync(config, JSON.stringify({ root: true, publish: { failOn: 'error', block: ['byrakratord'] } }))
    service = await startTestService({ config })
  }, 60_000)
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(() => {
    published = null
    asked = []
    warnings = []
    overrides.length = 0
  })

  const change = (data: object, more: object = {}, settings: object = {}, address = service.address) =>
    beforePublish(createClient({ address }), page, { whenUnavailable: 'keep', ...settings }, (one) => {
      overrides.push(one)
    })({
      collection: drafts,
      data: data as Record<string, unknown>,
      req: {
        locale: 'sv',
        user: { id: 7 },
        payload: {
          findByID: async (request) => {
            asked.push(request)
            return published
          },
          logger: { warn: (about, message) => warnings.push({ ...about, message }) },
        },
      },
      ...more,
    })
  const hard = { title: 'Sök bygglov', body: body('Ni erhåller ett beslut.'), _status: 'published' }

  it('lets drafts and clear pages be', async () => {
    const draft = { ...hard, _status: 'draft' }
    expect(await change(draft)).toBe(draft)
    const clear = { ...hard, body: body('Ni får ett beslut.') }
    expect(await change(clear)).toBe(clear)
  })

  it('logs that a page in another language was not checked', async () => {
    const english = {
      title: 'Apply for a permit',
      body: body(
        'The municipality will give you a decision within ten weeks, and then you can start to build your house on the land that you own.',
      ),
      _status: 'published',
    }
    expect(await change(english, { originalDoc: { id: 3 } })).toBe(english)
    const message = 'Texten ser ut att vara på engelska och är inte granskad som svenska.'
    expect(warnings).toEqual([{ collection: 'pages', id: 3, message }])
  })

  it('stops a page with an error that Payload shows', async () => {
    const error = (await change(hard).catch((thrown: unknown) => thrown)) as PublishError
    expect(error).toBeInstanceOf(PublishError)
    expect(error).toMatchObject({ status: 422, isPublic: true, data: { rules: ['byrakratord'] } })
    expect(error.message).toBe(
      'Rätta en sak innan du publicerar:\n– Under ”Efter beslutet”: ”erhåller” är ett krångligt ord.',
    )
  })

  it('judges the whole page where the save holds a part of it', async () => {
    await expect(change({ _status: 'published' }, { originalDoc: { ...hard, id: 3 } })).rejects.toThrow('erhåller')
  })

  it('lets the faults of the published page be, not those of its draft', async () => {
    const originalDoc = { ...hard, id: 3, _status: 'draft' }
    await expect(change(hard, { originalDoc })).rejects.toThrow('erhåller')
    published = { ...hard, id: 3 }
    await change({ ...hard, title: 'Ansök om bygglov' }, { originalDoc })
    expect(asked.at(-1)).toMatchObject({ collection: 'pages', id: 3, draft: false, locale: 'sv' })
    published = { ...hard, id: 3, _status: 'draft' }
    await expect(change(hard, { originalDoc })).rejects.toThrow('erhåller')
  })

  it('checks each save of a collection without drafts', async () => {
    const plain = { collection: { slug: 'pages', versions: false } }
    const { _status, ...data } = hard
    await expect(change(data, plain)).rejects.toThrow('erhåller')
    await change({ ...data, title: 'Ansök' }, { ...plain, originalDoc: { ...data, id: 1 } })
    expect(asked).toEqual([])
  })

  it('lets a page through with a reason, which is told and used up', async () => {
    expect(await change({ ...hard, klarsprakReason: 'Akut' })).toEqual({ ...hard, klarsprakReason: '' })
    const override = { collection: 'pages', id: undefined, user: 7, reason: 'Akut', rules: ['byrakratord'] }
    expect(overrides).toEqual([override])
    expect(warnings).toEqual([{ ...override, message: 'Texten publiceras trots träffar som ska stoppa den: Akut' }])
    await expect(change({ ...hard, klarsprakReason: ' ' })).rejects.toThrow('erhåller')
    await expect(change({ ...hard, klarsprakReason: 'Akut' }, {}, { mayOverride: () => false })).rejects.toThrow()
  })

  it('takes waived findings', async () => {
    const { stopping } = await createClient({ address: service.address }).review({
      text: pageHtml(hard, page),
      format: 'html',
    })
    const klarsprakExceptions = stopping.map(({ fingerprint, ruleId }) => ({
      fingerprint,
      rule: ruleId,
      reason: 'citat',
    }))
    await change({ ...hard, klarsprakExceptions })
    await expect(change({ ...hard, klarsprakExceptions: [{ fingerprint: 1 }, null] })).rejects.toThrow('erhåller')
  })

  it('keeps a page or lets it through when the service is down', async () => {
    const down = 'http://127.0.0.1:9'
    await expect(change(hard, {}, {}, down)).rejects.toThrow('Texten är inte granskad')
    expect(await change(hard, {}, { whenUnavailable: 'publish' }, down)).toBe(hard)
    expect(warnings).toHaveLength(1)
  })
})

describe('the plugin', () => {
  it('adds its hook last and its fields to the named collections alone', () => {
    const own = () => {}
    const pages = { slug: 'pages', fields: [{ name: 'title' }], hooks: { beforeChange: [own], afterChange: [own] } }
    const users = { slug: 'users', fields: [] }
    const plugin = klarsprak({ address: 'http://127.0.0.1:8081', collections: { pages: { fields: ['body'] } } })
    const { collections } = plugin({ collections: [pages, users] })
    expect(collections[1]).toBe(users)
    expect((collections[0] as typeof pages).hooks).toEqual({
      beforeChange: [own, expect.any(Function)],
      afterChange: [own],
    })
    expect(collections[0]!.fields.map(({ name }) => name)).toEqual(['title', 'klarsprakReason', 'klarsprakExceptions'])
  })

  it('tells of a collection that does not exist', () => {
    const plugin = klarsprak({ address: 'http://127.0.0.1:8081', collections: { sidor: { fields: [] } } })
    expect(() => plugin({ collections: [] })).toThrow('Det finns ingen samling som heter ”sidor”.')
  })
})
