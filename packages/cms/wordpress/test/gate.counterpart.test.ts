import { counterpart } from '@klarsprak/counterparts'
import { afterAll, expect } from 'vitest'
import { type Site, startSite } from './site.ts'
import { Visitor } from './visitor.ts'

const needs = ['mariadb', 'php', 'wordpress'] as const
const faulty = '<!-- wp:paragraph -->\n<p>Du kommer att erhålla ett beslut om din ansökan.</p>\n<!-- /wp:paragraph -->'
const clear = faulty.replace('kommer att erhålla', 'får')

let started: Promise<Site> | undefined
const theSite = () => {
  started ??= startSite()
  return started
}
let signedIn: Promise<Visitor> | undefined
const theAdmin = () => {
  signedIn ??= theSite().then((site) => Visitor.signIn(site.address, 'admin', 'adminpass'))
  return signedIn
}

afterAll(async () => {
  if (!started) return
  const site = await started
  await site.stop()
})

counterpart(needs, 'REST does not publish a faulty text, and says why', async () => {
  await theSite()
  const admin = await theAdmin()
  const refused = await admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content: faulty, status: 'publish' })
  expect(refused.status).toBe(422)
  expect(refused.body.code).toBe('klarsprak_blocked')
  expect(refused.body.message).toContain('måste ändra innan texten publiceras')
  expect(refused.body.message).toContain('erhålla')
  const passed = await admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content: clear, status: 'publish' })
  expect(passed.body).toMatchObject({ status: 'publish' })
  const draft = await admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content: faulty, status: 'draft' })
  expect(draft.status).toBe(201)
  const later = await admin.rest('POST', `/wp/v2/posts/${draft.body.id}`, { status: 'publish' })
  expect(later.status).toBe(422)
})
