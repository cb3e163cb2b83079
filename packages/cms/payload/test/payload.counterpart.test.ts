import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { counterpart } from '@klarsprak/counterparts'
import { afterAll, expect } from 'vitest'
import { startTestService, type TestService } from '../../../http/test/service.ts'
import { type Site, startSite } from './site.ts'

const needs = ['payload'] as const
const faulty = 'Ni erhåller ett beslut.'
const clear = 'Du får ett beslut.'
const stopped = 'Rätta en sak innan du publicerar:\n– Under ”Efter beslutet”: ”erhåller” är ett krångligt ord.'

const folder = mkdtempSync(join(tmpdir(), 'klarsprak-payload-service-'))
const config = join(folder, 'klarsprak.config.json')
writeFileSync(config, JSON.stringify({ root: true, publish: { failOn: 'error', block: ['byrakratord'] } }))
let service: TestService | undefined
let started: Promise<Site> | undefined

const open = () => {
  started ??= startTestService({ config }).then((one) => {
    service = one
    return startSite(one.address)
  })
  return started
}

afterAll(async () => {
  await started?.then((site) => site.stop())
  await service?.close()
  rmSync(folder, { recursive: true })
})

const collection = 'pages'
const body = (site: Site, sentence: string) => site.richText(`## Efter beslutet\n\n${sentence}`)
const publish = { _status: 'published' }

/** A page with the fault, published before anybody checked it. */
async function oldPage(site: Site): Promise<number> {
  const data = { title: 'Sök bygglov', body: await body(site, faulty) }
  const { id } = await site.local('create', { collection, data, draft: true })
  await site.local('update', {
    collection,
    id,
    data: { ...publish, klarsprakReason: 'Gammal' },
    user: { editor: true },
  })
  return id
}

counterpart(needs, 'holds a draft until what stops it is mended', async () => {
  const site = await open()
  const { id, _status } = await site.local('create', {
    collection,
    data: { title: 'Sök bygglov', body: await body(site, faulty) },
    draft: true,
  })
  expect(_status).toBe('draft')
  await expect(site.local('update', { collection, id, data: publish })).rejects.toMatchObject({
    message: stopped,
    status: 422,
    data: { rules: ['byrakratord'] },
  })
  const inside = { collection, id, draft: true }
  expect(await site.local('findByID', inside)).toMatchObject({ _status: 'draft' })
  await site.local('update', { ...inside, data: { body: await body(site, clear) } })
  expect(await site.local('update', { collection, id, data: publish })).toMatchObject(publish)
})

counterpart(needs, 'is not gone round by a page that is born published, by many at once, or by a copy', async () => {
  const site = await open()
  const data = { title: 'Många', body: await body(site, faulty) }
  await expect(site.local('create', { collection, data: { ...data, ...publish } })).rejects.toThrow(stopped)
  const { id } = await site.local('create', { collection, data, draft: true })
  const where = { title: { equals: 'Många' } }
  const { docs, errors } = await site.local('update', { collection, where, data: publish })
  expect(docs).toEqual([])
  expect(errors).toMatchObject([{ id, message: stopped }])
  const old = await oldPage(site)
  await expect(site.local('duplicate', { collection, id: old })).rejects.toThrow(stopped)
  const copy = await site.local('duplicate', { collection, id: old, draft: true })
  expect(copy._status).toBe('draft')
  await expect(site.local('update', { collection, id: copy.id, data: publish })).rejects.toThrow(stopped)
})

counterpart(needs, 'lets a small correction through on an old page, but no new fault', async () => {
  const site = await open()
  const id = await oldPage(site)
  await site.local('update', { collection, id, data: { title: 'Ansök om bygglov', ...publish } })
  const worse = { body: await body(site, `${faulty} Ni erlägger en avgift.`), ...publish }
  await expect(site.local('update', { collection, id, data: worse })).rejects.toThrow(
    'Rätta en sak innan du publicerar:\n– Under ”Efter beslutet”: ”erlägger” är ett krångligt ord.',
  )
  const kept = await site.local('findByID', { collection, id })
  expect(kept).toMatchObject({ title: 'Ansök om bygglov', ...publish })
  expect(JSON.stringify(kept)).not.toContain('erlägger')
  // A draft of it may hold the fault, which the published page then does not have either.
  await site.local('update', { collection, id, data: { body: worse.body, _status: 'draft' }, draft: true })
  await expect(site.local('update', { collection, id, data: publish })).rejects.toThrow('erlägger')
})

counterpart(needs, 'compares each language with what is published in it', async () => {
  const site = await open()
  const { id } = await site.local('create', { collection, data: { lead: clear, ...publish } })
  const english = { collection, id, locale: 'en', data: { lead: faulty, ...publish } }
  await expect(site.local('update', english)).rejects.toThrow('erhåller')
  const why = { ...english, data: { ...english.data, klarsprakReason: 'Namn' }, user: { editor: true } }
  await site.local('update', why)
  await site.local('update', { ...english, data: { title: 'Beslut', ...publish } })
  await expect(site.local('update', { ...english, locale: 'sv' })).rejects.toThrow('erhåller')
})

counterpart(needs, 'logs that a page in another language was not checked', async () => {
  const site = await open()
  const english =
    'The municipality will give you a decision within ten weeks, and then you can start to build your house on the land that you own.'
  const data = { title: 'Apply for a permit', body: await body(site, english), ...publish }
  expect(await site.local('create', { collection, data })).toMatchObject(publish)
  expect(site.output()).toContain('Texten ser ut att vara på engelska och är inte granskad som svenska.')
})

counterpart(needs, 'takes a reason from who may give one, tells of it and empties the field', async () => {
  const site = await open()
  const data = { title: 'Sök bygglov', body: await body(site, faulty), klarsprakReason: 'Akut', ...publish }
  await expect(site.local('create', { collection, data, user: { id: 1, editor: false } })).rejects.toThrow(stopped)
  const { id, klarsprakReason } = await site.local('create', { collection, data, user: { id: 1, editor: true } })
  expect(klarsprakReason).toBe('')
  const override = { collection, user: 1, reason: 'Akut', rules: ['byrakratord'] }
  expect(await site.overrides()).toContainEqual(override)
  expect(site.output()).toContain('Texten publiceras trots träffar som ska stoppa den: Akut')
  const again = { body: await body(site, 'Ni erlägger en avgift.'), ...publish }
  await expect(site.local('update', { collection, id, data: again })).rejects.toThrow('erlägger')
})

counterpart(needs, 'lets waived findings be', async () => {
  const site = await open()
  const data = { title: 'Sök bygglov', body: await body(site, faulty), ...publish }
  const text = '<h1>Sök bygglov</h1>\n<h2>Efter beslutet</h2>\n<p>Ni erhåller ett beslut.</p>\n'
  const response = await fetch(`${service?.address}/v1/lint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, format: 'html', filename: 'payload/pages/ny.html' }),
  })
  const { findings } = (await response.json()) as { findings: { fingerprint: string; ruleId: string }[] }
  const klarsprakExceptions = findings
    .filter(({ ruleId }) => ruleId === 'byrakratord')
    .map(({ fingerprint, ruleId }) => ({ fingerprint, rule: ruleId, reason: 'Citat' }))
  expect(klarsprakExceptions).toHaveLength(1)
  expect(await site.local('create', { collection, data: { ...data, klarsprakExceptions } })).toMatchObject(publish)
})

counterpart(needs, 'reads what the editor makes, and blocks', async () => {
  const site = await open()
  for (const markdown of [
    '- Ett\n- Ni **erhåller** [ett beslut](https://www.exempel.se/)',
    '1. Ett\n2. Två\n   - Ni erhåller det',
    '> Citat\n\n### Mer\n\nNi erhåller det',
    '| Dag | Tid |\n| --- | --- |\n| Ni erhåller | nio |',
  ]) {
    const content = await site.richText(markdown)
    const layout = [{ blockType: 'content', content }]
    for (const part of [{ body: content }, { layout }])
      await expect(
        site.local('create', { collection, data: { title: 'Så gör du', ...part, ...publish } }),
        markdown,
      ).rejects.toThrow('erhåller')
  }
  const lead = { title: 'Så gör du', lead: `Hej.\n\n${faulty}`, ...publish }
  await expect(site.local('create', { collection, data: lead })).rejects.toThrow('erhåller')
})

counterpart(needs, 'checks each save of a collection without drafts', async () => {
  const site = await open()
  const note = { collection: 'notes', data: { text: faulty } }
  await expect(site.local('create', note)).rejects.toThrow('erhåller')
  const { id } = await site.local('create', { ...note, data: { text: clear } })
  await expect(site.local('update', { ...note, id })).rejects.toThrow('erhåller')
})

counterpart(needs, 'answers who publishes in the web page, and lets an old version come back as a draft', async () => {
  const site = await open()
  const user = { email: 'redaktor@exempel.se', password: 'bara för testet' }
  await site.local('create', { collection: 'users', data: user })
  const { token } = (await site.rest('POST', 'users/login', user)).body
  const data = { title: 'Sök bygglov', body: await body(site, faulty) }
  const made = await site.rest('POST', 'pages?draft=true', data, token)
  expect(made).toMatchObject({ status: 201, body: { doc: { _status: 'draft' } } })
  const path = `pages/${made.body.doc.id}`
  const refused = await site.rest('PATCH', path, publish, token)
  expect(refused).toEqual({ status: 422, body: { errors: [{ message: stopped }] } })

  const id = await oldPage(site)
  await site.local('update', { collection, id, data: { body: await body(site, clear), ...publish } })
  const where = { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] }
  const versions = await site.local('findVersions', { collection, where, sort: 'createdAt' })
  const back = `pages/versions/${versions.docs[0].id}`
  expect(await site.rest('POST', back, {}, token)).toMatchObject({ status: 422 })
  expect(await site.rest('POST', `${back}?draft=true`, {}, token)).toMatchObject({ status: 200 })
  expect(JSON.stringify(await site.local('findByID', { collection, id }))).not.toContain('erhåller')
  expect(JSON.stringify(await site.local('findByID', { collection, id, draft: true }))).toContain('erhåller')
})

counterpart(needs, 'keeps a page or lets it through when the service is down', async () => {
  const site = await open()
  const data = { title: 'Sök bygglov', body: await body(site, clear) }
  const { id } = await site.local('create', { collection, data, draft: true })
  await service?.close()
  await expect(site.local('update', { collection, id, data: publish })).rejects.toMatchObject({
    message:
      'Texten är inte granskad och publiceras därför inte. Det går inte att nå tjänsten. Spara texten som utkast och försök igen senare.',
    status: 422,
  })
  const draft = { collection, id, data: { title: 'Ansök om bygglov' }, draft: true }
  expect(await site.local('update', draft)).toMatchObject({ title: 'Ansök om bygglov', _status: 'draft' })
  const news = { collection: 'news', data: { ...data, ...publish } }
  expect(await site.local('create', news)).toMatchObject(publish)
  expect(site.output()).toContain('Texten publiceras utan granskning. Det går inte att nå tjänsten.')
})
