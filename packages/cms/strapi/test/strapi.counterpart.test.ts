import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { counterpart } from '@klarsprak/counterparts'
import { afterAll, expect } from 'vitest'
import { startTestService, type TestService } from '../../../http/test/service.ts'
import { type Site, startSite } from './site.ts'

const needs = ['strapi'] as const
const type = 'api::page.page'
const faulty = 'Ni erhåller ett beslut.'
const clear = 'Du får ett beslut.'
const stopped = 'Rätta en sak innan du publicerar:\n– Under ”Efter beslutet”: ”erhåller” är ett krångligt ord.'

const folder = mkdtempSync(join(tmpdir(), 'klarsprak-strapi-service-'))
const config = join(folder, 'klarsprak.config.json')
writeFileSync(config, JSON.stringify({ root: true, publish: { failOn: 'error', block: ['byrakratord'] } }))
let service: TestService | undefined
let started: Promise<{ site: Site; key: string; editor: string; writer: string }> | undefined

const open = () => {
  started ??= startTestService({ config }).then(async (one) => {
    service = one
    const site = await startSite(one.address)
    const name = { firstname: 'Ett', lastname: 'Namn' }
    const person = { ...name, password: 'Bara4testet' }
    const first = await site.http('POST', '/admin/register-admin', { email: 'redaktor@exempel.se', ...person })
    const editor: string = first.body.data.token
    const roles = [first.body.data.user.roles[0].id]
    const second = await site.http('POST', '/admin/users', { email: 'skribent@exempel.se', ...name, roles }, editor)
    const { registrationToken } = second.body.data
    const writer = await site.http('POST', '/admin/register', { registrationToken, userInfo: person })
    return { site, key: await site.token(), editor, writer: writer.body.data.token }
  })
  return started
}

afterAll(async () => {
  await started?.then(({ site }) => site.stop())
  await service?.close()
  rmSync(folder, { recursive: true })
})

const text = (value: string) => ({ type: 'text', text: value })
const heading = { type: 'heading', level: 2, children: [text('Efter beslutet')] }
const body = (sentence: string) => [heading, { type: 'paragraph', children: [text(sentence)] }]
const page = (sentence: string, more: object = {}) => ({ title: 'Sök bygglov', body: body(sentence), ...more })

const read = (site: Site, documentId: string, status: string, locale = 'en') =>
  site.documents(type, 'findOne', { documentId, status, locale })

/** A page with the fault, published in spite of it. */
async function oldPage(site: Site): Promise<string> {
  const data = page(faulty, { klarsprakReason: 'Gammal' })
  return (await site.documents(type, 'create', { data, status: 'published' })).documentId
}

counterpart(needs, 'holds a draft until what stops it is mended', async () => {
  const { site } = await open()
  const { documentId } = await site.documents(type, 'create', { data: page(faulty) })
  await expect(site.documents(type, 'publish', { documentId })).rejects.toMatchObject({
    name: 'ApplicationError',
    message: stopped,
    details: { rules: ['byrakratord'] },
  })
  expect(await read(site, documentId, 'published')).toBeNull()
  expect(await read(site, documentId, 'draft')).toMatchObject(page(faulty))
  await site.documents(type, 'update', { documentId, data: { body: body(clear) } })
  await site.documents(type, 'publish', { documentId })
  expect(await read(site, documentId, 'published')).toMatchObject(page(clear))
})

counterpart(needs, 'is not gone round by a page that is born or saved published', async () => {
  const { site, key } = await open()
  const count = await site.rows(type, 'count', {})
  const refused = await site.http('POST', '/api/pages', { data: page(faulty) }, key)
  expect(refused).toEqual({
    status: 400,
    body: {
      data: null,
      error: { status: 400, name: 'ApplicationError', message: stopped, details: { rules: ['byrakratord'] } },
    },
  })
  expect(await site.rows(type, 'count', {})).toBe(count)
  const made = await site.http('POST', '/api/pages', { data: page(clear) }, key)
  expect(made.status).toBe(201)
  const { documentId } = made.body.data
  const path = `/api/pages/${documentId}`
  expect((await site.http('PUT', path, { data: { body: body(faulty) } }, key)).status).toBe(400)
  for (const status of ['draft', 'published']) expect(await read(site, documentId, status)).toMatchObject(page(clear))
  expect((await site.http('PUT', path, { data: { title: 'Ansök' } }, key)).body.data.title).toBe('Ansök')
})

counterpart(needs, 'answers who publishes in the web page, one or many', async () => {
  const { site, editor } = await open()
  const path = `/content-manager/collection-types/${type}`
  const made = await site.http('POST', path, page(faulty), editor)
  expect(made.status).toBe(201)
  const { documentId } = made.body.data
  const refused = await site.http('POST', `${path}/${documentId}/actions/publish`, page(faulty), editor)
  expect(refused).toMatchObject({ status: 400, body: { error: { message: stopped } } })
  const many = await site.http('POST', `${path}/actions/bulkPublish`, { documentIds: [documentId] }, editor)
  expect(many).toMatchObject({ status: 400, body: { error: { message: stopped } } })
  expect(await read(site, documentId, 'published')).toBeNull()
  const mended = await site.http('POST', `${path}/${documentId}/actions/publish`, page(clear), editor)
  expect(mended.status).toBe(200)
  expect(await read(site, documentId, 'published')).toMatchObject(page(clear))
})

counterpart(needs, 'lets a small correction through on an old page, but no new fault', async () => {
  const { site } = await open()
  const documentId = await oldPage(site)
  await site.documents(type, 'update', { documentId, data: { title: 'Ansök om bygglov' }, status: 'published' })
  const worse = { body: body(`${faulty} Ni erlägger en avgift.`) }
  await site.documents(type, 'update', { documentId, data: worse })
  await expect(site.documents(type, 'publish', { documentId })).rejects.toThrow(
    'Rätta en sak innan du publicerar:\n– Under ”Efter beslutet”: ”erlägger” är ett krångligt ord.',
  )
  expect(await read(site, documentId, 'published')).toMatchObject(page(faulty, { title: 'Ansök om bygglov' }))
  expect(await read(site, documentId, 'draft')).toMatchObject(worse)
})

counterpart(needs, 'checks each language that is published, against the same language', async () => {
  const { site } = await open()
  await site.locale('sv')
  const documentId = await oldPage(site)
  const swedish = { documentId, locale: 'sv', data: page(faulty) }
  await site.documents(type, 'update', swedish)
  for (const locale of ['sv', '*', ['en', 'sv']])
    await expect(site.documents(type, 'publish', { documentId, locale }), `${locale}`).rejects.toThrow(stopped)
  await site.documents(type, 'publish', { documentId })
  await site.documents(type, 'update', { ...swedish, data: page(clear) })
  await site.documents(type, 'publish', { documentId, locale: '*' })
  expect(await read(site, documentId, 'published', 'sv')).toMatchObject(page(clear))
})

counterpart(needs, 'logs that a page in another language was not checked', async () => {
  const { site } = await open()
  const english =
    'The municipality will give you a decision within ten weeks, and then you can start to build your house on the land that you own.'
  const data = page(english, { title: 'Apply for a permit' })
  const { documentId } = await site.documents(type, 'create', { data, status: 'published' })
  expect(await read(site, documentId, 'published')).toMatchObject(data)
  expect(site.output()).toContain('Texten ser ut att vara på engelska och är inte granskad som svenska.')
})

counterpart(needs, 'takes a reason from who may give one, and empties the field', async () => {
  const { site, editor, writer } = await open()
  const path = `/content-manager/collection-types/${type}/actions/publish`
  const data = page(faulty, { klarsprakReason: 'Akut läge' })
  expect((await site.http('POST', path, data, writer)).body.error.message).toBe(stopped)
  const { status, body: answer } = await site.http('POST', path, data, editor)
  expect(status).toBe(200)
  const { documentId } = answer.data
  expect(site.output()).toContain('Texten publiceras trots träffar som ska stoppa den: Akut läge')
  for (const one of ['draft', 'published'])
    expect(await read(site, documentId, one)).toMatchObject({ ...data, klarsprakReason: '' })
  await site.documents(type, 'update', { documentId, data: { body: body('Ni erlägger en avgift.') } })
  await expect(site.documents(type, 'publish', { documentId })).rejects.toThrow('erlägger')
})

counterpart(needs, 'lets waived findings be', async () => {
  const { site } = await open()
  const html = '<h1>Sök bygglov</h1>\n<h2>Efter beslutet</h2>\n<p>Ni erhåller ett beslut.</p>\n'
  const response = await fetch(`${service?.address}/v1/lint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: html, format: 'html' }),
  })
  const { findings } = (await response.json()) as { findings: { fingerprint: string; ruleId: string }[] }
  const klarsprakExceptions = findings
    .filter(({ ruleId }) => ruleId === 'byrakratord')
    .map(({ fingerprint, ruleId }) => ({ fingerprint, rule: ruleId, reason: 'Citat' }))
  expect(klarsprakExceptions).toHaveLength(1)
  const data = page(faulty, { klarsprakExceptions })
  expect(await site.documents(type, 'create', { data, status: 'published' })).toMatchObject({ title: 'Sök bygglov' })
})

counterpart(needs, 'reads rich text of both kinds, and blocks', async () => {
  const { site } = await open()
  const item = (value: string) => ({ type: 'list-item', children: [text(value)] })
  for (const data of [
    { body: [{ type: 'list', format: 'unordered', children: [item('Ett'), item(faulty)] }] },
    { lead: `Hej.\n\n- ett\n- ${faulty}` },
    { layout: [{ __component: 'part.text', content: `## Mer\n\n> Citat\n\n${faulty}` }] },
  ])
    await expect(
      site.documents(type, 'create', { data: { title: 'Så gör du', ...data }, status: 'published' }),
      JSON.stringify(data),
    ).rejects.toThrow('erhåller')
})

counterpart(needs, 'checks each save of a content type without drafts, and undoes it', async () => {
  const { site } = await open()
  const note = 'api::note.note'
  await expect(site.documents(note, 'create', { data: { text: faulty } })).rejects.toThrow('erhåller')
  expect(await site.rows(note, 'count', {})).toBe(0)
  const { documentId } = await site.documents(note, 'create', { data: { text: clear } })
  await expect(site.documents(note, 'update', { documentId, data: { text: faulty } })).rejects.toThrow('erhåller')
  await expect(site.documents(note, 'clone', { documentId, data: { text: faulty } })).rejects.toThrow('erhåller')
  expect(await site.rows(note, 'findMany', {})).toMatchObject([{ text: clear }])
  const old = await site.documents(note, 'create', { data: { text: faulty, klarsprakReason: 'Gammal' } })
  const changed = { documentId: old.documentId, data: { text: `${faulty} Ring oss.` } }
  expect(await site.documents(note, 'update', changed)).toMatchObject(changed.data)
})

counterpart(needs, 'keeps a page or lets it through when the service is down', async () => {
  const { site } = await open()
  const { documentId } = await site.documents(type, 'create', { data: page(clear) })
  await service?.close()
  await expect(site.documents(type, 'publish', { documentId })).rejects.toThrow(
    'Texten är inte granskad och publiceras därför inte. Det går inte att nå tjänsten. Spara texten som utkast och försök igen senare.',
  )
  await site.documents(type, 'update', { documentId, data: { title: 'Ansök' } })
  expect(await read(site, documentId, 'draft')).toMatchObject({ title: 'Ansök' })
  const news = { data: { title: 'Nytt', body: faulty }, status: 'published' }
  expect(await site.documents('api::news.news', 'create', news)).toMatchObject(news.data)
  expect(site.output()).toContain('Texten publiceras utan granskning. Det går inte att nå tjänsten.')
})
