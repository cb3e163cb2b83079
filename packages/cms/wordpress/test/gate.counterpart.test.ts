import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { counterpart, until } from '@klarsprak/counterparts'
import { afterAll, expect } from 'vitest'
import { type Site, startSite } from './site.ts'
import { Visitor } from './visitor.ts'

const needs = ['mariadb', 'php', 'wordpress'] as const
const block = (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`
const faulty = block('Du kommer att erhålla ett beslut om din ansökan.')
const clear = block('Du får ett beslut om din ansökan.')
const phone = block('Ring oss på 0550-123 45 om du undrar något.')

let started: Promise<{ site: Site; admin: Visitor; author: Visitor }> | undefined
const open = () => {
  started ??= startSite().then(async (site) => ({
    site,
    admin: await Visitor.signIn(site.address, 'admin', 'adminpass'),
    author: await Visitor.signIn(site.address, 'skribent', 'skribentpass'),
  }))
  return started
}
const servers: Server[] = []

afterAll(async () => {
  for (const server of servers) server.closeAllConnections()
  await started?.then(({ site }) => site.stop())
})

/** Changes settings of the plug-in for a while. */
async function withSettings(site: Site, settings: Record<string, unknown>, body: () => Promise<void>): Promise<void> {
  const set = (value: unknown) =>
    `update_option('klarsprak_settings', json_decode(${php(JSON.stringify(value))}, true) + get_option('klarsprak_settings'));`
  const before = site.php(`$before = get_option('klarsprak_settings'); ${set(settings)} return $before;`)
  try {
    await body()
  } finally {
    site.php(set(before))
  }
}

/** A string as PHP reads it. */
const php = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`

/** A post that stands in the database whatever is wrong with it, as one from before the plug-in. */
function oldPost(site: Site, content: string, status = 'publish'): number {
  return site.php(`update_option('klarsprak_settings', array('types' => array()) + get_option('klarsprak_settings'));
    $id = wp_insert_post(array('post_title' => 'Bygglov i Klarköping', 'post_content' => wp_slash(${php(content)}), 'post_status' => ${php(status)}));
    $settings = get_option('klarsprak_settings'); $settings['types'] = array('post', 'page'); update_option('klarsprak_settings', $settings);
    return $id;`)
}

const stored = (site: Site, id: number) =>
  site.php(`clean_post_cache(${id}); $p = get_post(${id}); return array('status' => $p->post_status, 'content' => $p->post_content,
    'held' => get_post_meta(${id}, '_klarsprak_held', true), 'unchecked' => (bool) get_post_meta(${id}, '_klarsprak_unchecked', true));`)

async function standIn(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

counterpart(needs, 'REST does not publish a faulty text, and says why', async () => {
  const { admin } = await open()
  const post = (content: string, status: string) =>
    admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content, status })
  const refused = await post(faulty, 'publish')
  expect(refused.status).toBe(422)
  expect(refused.body.code).toBe('klarsprak_blocked')
  expect(refused.body.message).toContain('måste ändra innan texten publiceras')
  expect(refused.body.message).toContain('erhålla')
  expect((await post(faulty, 'future')).body.status).not.toBe('publish')
  expect((await post(clear, 'publish')).body.status).toBe('publish')
  const draft = await post(faulty, 'draft')
  expect(draft.status).toBe(201)
  expect((await admin.rest('POST', `/wp/v2/posts/${draft.body.id}`, { status: 'publish' })).status).toBe(422)
  expect((await admin.rest('POST', `/wp/v2/posts/${draft.body.id}`, { title: 'Nytt namn' })).status).toBe(200)
})

counterpart(needs, 'an old page can be mended without paying its debt, and takes no new fault', async () => {
  const { site, admin } = await open()
  const debt = ['Du kommer att erhålla besked avseende avgiften.', 'Vi ombesörjer tillsyn avseende brandskydd.'].map(
    block,
  )
  const id = oldPost(site, [...debt, phone].join('\n\n'))
  const update = (content: string) => admin.rest('POST', `/wp/v2/posts/${id}`, { content })
  const mended = [...debt, phone.replace('123 45', '543 21')].join('\n\n')
  expect((await update(mended)).status).toBe(200)
  const worse = await update(`${mended}\n\n${faulty}`)
  expect(worse.status).toBe(422)
  expect(worse.body.message).toContain('%d sak som'.replace('%d', '1'))
  expect(stored(site, id)).toMatchObject({ status: 'publish', content: mended })
  // Its category, which is no text, is nobody's business.
  expect((await admin.rest('POST', `/wp/v2/posts/${id}`, { sticky: true })).status).toBe(200)
})

counterpart(
  needs,
  'wp_insert_post, quick edit and bulk edit keep the text as a draft, and quick edit says why',
  async () => {
    const { site, admin } = await open()
    const insert = site.php(
      `return wp_insert_post(array('post_title' => 'Ditt beslut', 'post_content' => wp_slash(${php(faulty)}), 'post_status' => 'publish'), true);`,
    )
    expect(stored(site, insert)).toMatchObject({ status: 'draft', content: faulty, held: { state: 'blocked' } })

    const list = await admin.text('/wp-admin/edit.php')
    expect(list).toContain('Stoppad av Klarspråk')
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(list)![1]!
    const quick = await admin.text('/wp-admin/admin-ajax.php', {
      action: 'inline-save',
      post_type: 'post',
      post_ID: String(insert),
      screen: 'edit-post',
      post_title: 'Ditt beslut',
      post_view: 'list',
      _status: 'publish',
      _inline_edit: field('_inline_edit'),
    })
    // Quick edit shows what is no row as an error.
    expect(quick).not.toContain('<')
    expect(quick).toContain('måste ändra innan texten publiceras')
    expect(quick).toContain(`Texten finns kvar som utkast nummer ${insert}.`)
    expect(stored(site, insert).status).toBe('draft')
    const renamed = await admin.text('/wp-admin/admin-ajax.php', {
      action: 'inline-save',
      post_type: 'post',
      post_ID: String(insert),
      screen: 'edit-post',
      post_title: 'Ditt nya beslut',
      post_view: 'list',
      _status: 'draft',
      _inline_edit: field('_inline_edit'),
    })
    expect(renamed).toContain(`<tr id="post-${insert}"`)

    const bulk = new URLSearchParams({ post_type: 'post', _status: 'publish', action: 'edit', bulk_edit: 'x' })
    bulk.set('_wpnonce', /id="_wpnonce"[^>]*value="([^"]+)"/.exec(list)![1]!)
    bulk.append('post[]', String(insert))
    await admin.text(`/wp-admin/edit.php?${bulk}`)
    expect(stored(site, insert).status).toBe('draft')
  },
)

counterpart(needs, 'a program that publishes by XML-RPC is told that the text was held, and where it is', async () => {
  const { site } = await open()
  const call = (method: string, ...parameters: XmlValue[]) => callXmlRpc(site, method, ...parameters)
  const signIn = ['admin', 'adminpass'] as const
  const made = () =>
    site.php(`return max(get_posts(array('post_status' => 'any', 'numberposts' => 9, 'fields' => 'ids')));`)
  const posts = {
    'wp.newPost': [1, ...signIn, { post_title: 'Ditt beslut', post_content: faulty, post_status: 'publish' }],
    'metaWeblog.newPost': [1, ...signIn, { title: 'Ditt beslut', description: faulty }, true],
  } satisfies Record<string, XmlValue[]>
  for (const [method, parameters] of Object.entries(posts)) {
    const answer = await call(method, ...parameters)
    const id = made()
    expect(stored(site, id)).toMatchObject({ status: 'draft', content: faulty, held: { state: 'blocked' } })
    expect(answer, method).toContain('<fault>')
    expect(answer).toContain('<int>422</int>')
    expect(answer).toContain('måste ändra innan texten publiceras')
    expect(answer).toContain(`Texten finns kvar som utkast nummer ${id}.`)
  }
  const draft = made()
  expect(await call('mt.publishPost', draft, ...signIn)).toContain('<fault>')
  expect(await call('wp.editPost', 1, ...signIn, draft, { post_content: clear })).not.toContain('<fault>')
  expect(stored(site, draft)).toMatchObject({ status: 'draft', content: clear })
  expect(await call('mt.publishPost', draft, ...signIn)).not.toContain('<fault>')
  expect(stored(site, draft)).toMatchObject({ status: 'publish', content: clear })
  const edit = (content: string): XmlValue[] => [1, ...signIn, draft, { post_content: content }]
  const change = await call('wp.editPost', ...edit(faulty))
  expect(change).toContain('<fault>')
  expect(change).toContain('Den publicerade sidan är som förut.')
  expect(stored(site, draft)).toMatchObject({ status: 'publish', content: clear })
  // Each call of many has its own answer.
  const calls = [edit(faulty), edit(phone)].map((params) => ({ methodName: 'wp.editPost', params }))
  const many = await call('system.multicall', calls)
  expect(many.match(/faultCode|<boolean>1/g)).toEqual(['faultCode', '<boolean>1'])
  expect(stored(site, draft)).toMatchObject({ status: 'publish', content: phone })
  // What has nothing to do with publishing is as before.
  expect(await call('wp.getPost', 1, ...signIn, draft)).toContain('post_content')
  expect(await call('wp.getPost', 1, 'admin', 'fel', draft)).toContain('<int>403</int>')
})

counterpart(needs, 'what another program changes on a published page is kept beside it', async () => {
  const { site } = await open()
  const id = oldPost(site, phone)
  const changed = `${phone}\n\n${faulty}`
  site.php(`wp_update_post(array('ID' => ${id}, 'post_content' => wp_slash(${php(changed)})));`)
  expect(stored(site, id)).toMatchObject({ status: 'publish', content: phone, held: { state: 'blocked' } })
  expect(site.php(`return wp_get_post_autosave(${id})->post_content;`)).toBe(changed)
})

counterpart(needs, 'a scheduled text is checked when it is scheduled and when its time has come', async () => {
  const { site, admin } = await open()
  const date = '2099-01-01T10:00:00'
  const refused = await admin.rest('POST', '/wp/v2/posts', { title: 'Beslut', content: faulty, status: 'future', date })
  expect(refused.status).toBe(422)
  const due = (content: string) => {
    const id = oldPost(site, content, 'draft')
    site.php(`global $wpdb; $wpdb->update($wpdb->posts, array('post_status' => 'future', 'post_date' => '2020-01-01 10:00:00',
      'post_date_gmt' => '2020-01-01 10:00:00'), array('ID' => ${id})); clean_post_cache(${id});
      do_action('publish_future_post', ${id});`)
    return stored(site, id)
  }
  expect(due(faulty)).toMatchObject({ status: 'draft', held: { state: 'blocked' } })
  expect(due(clear)).toMatchObject({ status: 'publish', held: '' })
  const direct = oldPost(site, faulty, 'draft')
  site.php(`wp_publish_post(${direct});`)
  expect(stored(site, direct)).toMatchObject({ status: 'draft', held: { state: 'blocked' } })
})

counterpart(needs, 'the classic editor says why a text was held, and takes a reason', async () => {
  const { site, admin } = await open()
  site.php(`update_option('test_classic', 1);`)
  try {
    const id = oldPost(site, 'Ett första stycke.\n\nDu kommer att erhålla ett beslut.', 'draft')
    const save = async (extra: Record<string, string>) => {
      const form = await admin.text(`/wp-admin/post.php?post=${id}&action=edit`)
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)![1]!
      const nonces = { _wpnonce: value('_wpnonce'), klarsprak_nonce: value('klarsprak_nonce') }
      const fields = { action: 'editpost', post_ID: String(id), post_type: 'post', user_ID: '1', publish: 'Publicera' }
      const text = {
        post_title: 'Bygglov i Klarköping',
        content: 'Ett första stycke.\n\nDu kommer att erhålla ett beslut.',
      }
      await admin.text('/wp-admin/post.php', { ...fields, ...nonces, ...text, post_status: 'draft', ...extra })
      return await admin.text(`/wp-admin/post.php?post=${id}&action=edit`)
    }
    const held = await save({})
    expect(stored(site, id).status).toBe('draft')
    expect(held).toContain('Klarspråk stoppade publiceringen. Ändra det här först:')
    expect(held).toContain('erhålla” är ett krångligt ord')
    const published = await save({ klarsprak_reason: 'Ordet står i lagen.' })
    expect(stored(site, id)).toMatchObject({ status: 'publish', held: '' })
    expect(published).not.toContain('klarsprak-held')
    expect(site.php(`return array_column(get_post_meta(${id}, '_klarsprak_exceptions', true), 'reason');`)).toEqual([
      'Ordet står i lagen.',
    ])
  } finally {
    site.php(`delete_option('test_classic');`)
  }
})

counterpart(needs, 'only those who may, and give a reason, publish in spite of a finding', async () => {
  const { site, admin, author } = await open()
  const draft = { title: 'Ditt beslut', content: faulty, status: 'draft' }
  const own = (await author.rest('POST', '/wp/v2/posts', draft)).body.id
  const text = { post: own, title: draft.title, excerpt: '', content: faulty }
  const checked = await author.rest('POST', '/klarsprak/v1/check', text)
  expect(checked.body).toMatchObject({ state: 'blocked', holds: true, mayOverride: false })
  const stopping = checked.body.findings.filter(({ stops }: { stops: boolean }) => stops)
  expect(stopping.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['byrakratord'])
  const { start, end } = stopping[0].place
  expect(faulty.slice(start, end)).toBe(stopping[0].text)
  const waiver = { ...text, fingerprints: [stopping[0].fingerprint], reason: 'Ordet är ett citat ur lagen.' }
  expect((await author.rest('POST', '/klarsprak/v1/exceptions', waiver)).status).toBe(403)
  expect((await admin.rest('POST', '/klarsprak/v1/exceptions', { ...waiver, reason: '  ' })).status).toBe(400)
  expect((await admin.rest('POST', '/klarsprak/v1/exceptions', { ...waiver, fingerprints: ['annan'] })).status).toBe(
    409,
  )
  expect((await author.rest('POST', `/wp/v2/posts/${own}`, { status: 'publish' })).status).toBe(422)
  const waived = await admin.rest('POST', '/klarsprak/v1/exceptions', waiver)
  expect(waived.body).toMatchObject({ state: 'passed', exceptions: [{ reason: waiver.reason, user: 'admin' }] })
  expect((await author.rest('POST', `/wp/v2/posts/${own}`, { status: 'publish' })).body.status).toBe('publish')
  const log = await admin.text('/wp-admin/options-general.php?page=klarsprak')
  expect(log).toContain(waiver.reason)
  // Another page, or another sentence, has no exception.
  const other = await author.rest('POST', '/wp/v2/posts', { ...draft, status: 'publish' })
  expect(other.status).toBe(422)
  const strangers = await author.rest('POST', '/klarsprak/v1/check', { ...text, post: oldPost(site, clear) })
  expect(strangers.status).toBe(403)
  const restored = await admin.rest('DELETE', '/klarsprak/v1/exceptions', {
    ...text,
    fingerprint: stopping[0].fingerprint,
  })
  expect(restored.body.exceptions).toEqual([])
})

counterpart(needs, 'a service that is down, slow or talks nonsense costs no text', async () => {
  const { site, admin } = await open()
  const silent = await standIn(() => {})
  const nonsense = await standIn((_request, response) => response.end('<html>Hej!</html>'))
  const halfTrue = await standIn((_request, response) =>
    response.end(JSON.stringify({ findings: [{ ruleId: 3 }], stopping: [], verdict: { publish: true } })),
  )
  const broken = await standIn((_request, response) => response.writeHead(500).end('{}'))
  // As when it is killed in the middle of its answer.
  const cutOff = await standIn((_request, response) => {
    response.writeHead(200, { 'content-length': 999 })
    response.write('{"findings":[', () => response.destroy())
  })
  const gone = 'http://127.0.0.1:1'
  const post = (status: string) => admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content: clear, status })
  for (const address of [gone, silent, nonsense, halfTrue, broken, cutOff]) {
    await withSettings(site, { address, timeout: 1, down: 'draft' }, async () => {
      expect(await post('publish')).toMatchObject({ status: 503, body: { code: 'klarsprak_unavailable' } })
      const { status, body } = await post('draft')
      expect(status).toBe(201)
      const text = { post: body.id, title: 'Ditt beslut', excerpt: '', content: clear }
      const checked = await admin.rest('POST', '/klarsprak/v1/check', text)
      expect(checked).toMatchObject({ status: 200, body: { state: 'unavailable', holds: true } })
    })
  }
  await withSettings(site, { address: gone, down: 'draft' }, async () => {
    const id = (await post('draft')).body.id
    site.php(`wp_update_post(array('ID' => ${id}, 'post_status' => 'publish'));`)
    expect(stored(site, id)).toMatchObject({ status: 'draft', content: clear, held: { state: 'unavailable' } })
  })
  for (const address of [gone, silent, nonsense]) {
    await withSettings(site, { address, timeout: 1, down: 'allow' }, async () => {
      const passed = await post('publish')
      expect(passed.body.status).toBe('publish')
      expect(stored(site, passed.body.id)).toMatchObject({ unchecked: true })
    })
  }
  expect(await admin.text('/wp-admin/edit.php')).toContain('Inte granskad av Klarspråk')
  // A published page stands as it was, and the change is kept.
  const id = oldPost(site, phone)
  await withSettings(site, { address: gone, down: 'draft' }, async () => {
    site.php(`wp_update_post(array('ID' => ${id}, 'post_content' => wp_slash(${php(clear)})));`)
  })
  expect(stored(site, id)).toMatchObject({ status: 'publish', content: phone })
  expect(site.php(`return wp_get_post_autosave(${id})->post_content;`)).toBe(clear)
})

counterpart(needs, 'a worker or a service that is killed in the middle of a publication costs no text', async () => {
  const { site, admin } = await open()
  // Many sentences, none like another, so that there is a middle.
  const content = Array.from({ length: 1200 }, (_, index) =>
    block(`Du får beslut nummer ${index} om din ansökan innan vecka ${index % 50} är slut.`),
  ).join('\n\n')
  const create = async (status: string) =>
    (await admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content: clear, status })).body.id as number
  const draft = (await admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content, status: 'draft' })).body.id
  const page = await create('publish')
  const publish = () => admin.rest('POST', `/wp/v2/posts/${draft}`, { status: 'publish' })
  const edit = () => callXmlRpc(site, 'wp.editPost', 1, 'admin', 'adminpass', page, { post_content: content })
  const { service } = site.serviceProcesses()
  const killWorker = async () => process.kill(site.serviceProcesses().workers[0]!, 'SIGKILL')
  const killService = async () => {
    const { service, workers } = site.serviceProcesses()
    process.kill(service, 'SIGKILL')
    await until('its workers to end', () => workers.every(isGone))
  }
  for (const [kill, restart] of [
    [killWorker, async () => {}],
    [killService, () => site.startService()],
  ] as const) {
    const publishing = publish()
    await until('the text to be worked on', () => site.isServiceBusy())
    await kill()
    const refused = await publishing
    expect(refused).toMatchObject({ status: 503, body: { code: 'klarsprak_unavailable' } })
    expect(refused.body.message).toContain('Klarspråk svarar inte')
    expect(stored(site, draft)).toMatchObject({ status: 'draft', content })
    await restart()

    const editing = edit()
    await until('the text to be worked on', () => site.isServiceBusy())
    await kill()
    const fault = await editing
    expect(fault).toContain('<int>503</int>')
    expect(fault).toContain('Dina ändringar finns kvar som en automatisk sparning.')
    expect(stored(site, page)).toMatchObject({ status: 'publish', content: clear, held: { state: 'unavailable' } })
    expect(site.php(`return wp_get_post_autosave(${page})->post_content;`)).toBe(content)
    await restart()
  }
  expect(site.serviceProcesses().service).not.toBe(service)
  // Nothing is mended, and everything works again.
  expect((await publish()).body).toMatchObject({ status: 'publish' })
  expect(stored(site, draft)).toMatchObject({ status: 'publish', content, held: '' })
  expect(await edit()).toContain('<boolean>1</boolean>')
  expect(stored(site, page)).toMatchObject({ status: 'publish', content, held: '' })
})

counterpart(needs, 'the level that stops can be chosen, and types that are not checked are let be', async () => {
  const { site, admin } = await open()
  const post = (content: string) =>
    admin.rest('POST', '/wp/v2/posts', { title: 'Ditt beslut', content, status: 'publish' })
  await withSettings(site, { level: 'error' }, async () => {
    expect((await post(faulty)).status).toBe(201)
  })
  await withSettings(site, { level: 'suggestion' }, async () => {
    expect((await post(faulty)).status).toBe(422)
  })
  await withSettings(site, { types: ['page'] }, async () => {
    expect((await post(faulty)).status).toBe(201)
  })
})

counterpart(needs, 'the token is in no page, and a token that is wrong says so to those who run the site', async () => {
  const { site, admin, author } = await open()
  const draft = (await admin.rest('POST', '/wp/v2/posts', { title: 'x', content: clear })).body.id
  for (const path of [
    '/wp-admin/options-general.php?page=klarsprak',
    '/wp-admin/options.php',
    `/wp-admin/post.php?post=${draft}&action=edit`,
    '/index.php?rest_route=/wp/v2/settings',
    '/',
  ])
    expect(await admin.text(path), path).not.toContain(site.token)
  const page = await admin.text('/wp-admin/options-general.php?page=klarsprak')
  expect(page).toContain('Det här stoppar en publicering')
  expect((await admin.rest('GET', '/klarsprak/v1/status')).body).toEqual({
    works: true,
    message: 'Tjänsten svarar. Allt fungerar.',
  })
  expect((await author.rest('GET', '/klarsprak/v1/status')).status).toBe(403)
  // An empty field keeps the token, a new one replaces it.
  const nonce = /name="_wpnonce" value="([^"]+)"/.exec(page)![1]!
  const form = { option_page: 'klarsprak', action: 'update', _wpnonce: nonce }
  const settings = site.php(`return get_option('klarsprak_settings');`)
  const fields = {
    'klarsprak_settings[address]': settings.address,
    'klarsprak_settings[timeout]': '60',
    'klarsprak_settings[types][]': 'post',
  }
  await admin.text('/wp-admin/options.php', { ...form, ...fields, klarsprak_token: '' })
  expect(site.php(`return Klarsprak\\Settings::token();`)).toBe(site.token)
  await admin.text('/wp-admin/options.php', { ...form, ...fields, klarsprak_token: 'klar_fel' })
  expect(site.php(`return Klarsprak\\Settings::token();`)).toBe('klar_fel')
  const status = await admin.rest('GET', '/klarsprak/v1/status')
  expect(status.body.works).toBe(false)
  expect(status.body.message).toContain('401')
  site.php(`update_option('klarsprak_token', array('token' => ${php(site.token)}));
    update_option('klarsprak_settings', json_decode(${php(JSON.stringify(settings))}, true));`)
})

counterpart(needs, 'positions lead back to the field, whatever it holds', async () => {
  const { site } = await open()
  const content =
    'Ett 😀 stycke [gallery ids="1"] här.\n\nEtt <b>andra</b> stycke.\n\n<ul>\n<li>Punkt</li>\n</ul>\n\nSist <pre>a\n\nb</pre>'
  const { html, places } = site.php(`
    $text = new Klarsprak\\Text(array('title' => 'Å 😀', 'excerpt' => 'Kort & gott.', 'content' => ${php(content)}));
    $places = array();
    for ($i = 0; $i < Klarsprak\\Text::length($text->html()); $i++) { $places[] = $text->place($i, $i + 1); }
    return array('html' => $text->html(), 'places' => $places);`)
  const fields: Record<string, string> = { title: 'Å 😀', excerpt: 'Kort & gott.', content }
  const seen: Record<string, string> = { title: '', excerpt: '', content: '' }
  expect(places).toHaveLength(html.length)
  for (const [index, place] of places.entries()) {
    if (!place) continue
    seen[place.field] += fields[place.field]![place.start]
    if (html[index] !== ' ') expect(fields[place.field]![place.start]).toBe(html[index])
  }
  expect(seen).toEqual(fields)
  expect(html).toContain('<h1>Å 😀</h1>')
  expect(html).toContain('<p class="lead">Kort & gott.</p>')
  expect(html).toContain('<p>Ett <b>andra</b> stycke.\n\n<ul>')
  expect(html).toContain('<pre>a\n\nb</pre>')
  expect(html).not.toContain('gallery')
})

counterpart(needs, 'nothing is left when the plug-in is removed, and nothing was wrong on the way', async () => {
  const { site } = await open()
  // WordPress 6.1 has much to say of itself under PHP 8.2.
  const log = site.php(`$file = WP_CONTENT_DIR . '/debug.log'; $lines = file_exists($file) ? file($file) : array();
    return array_values(preg_grep('~plugins/klarsprak|fatal~i', $lines));`)
  expect(log).toEqual([])
  site.php(
    `define('WP_UNINSTALL_PLUGIN', 'klarsprak/klarsprak.php'); require WP_PLUGIN_DIR . '/klarsprak/uninstall.php';`,
  )
  const left =
    site.php(`global $wpdb; return (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key LIKE '%klarsprak%'")
    + (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%klarsprak%'");`)
  expect(left).toBe(0)
})

type XmlValue = string | number | boolean | readonly XmlValue[] | { readonly [name: string]: XmlValue }

/** What WordPress answers to an XML-RPC call. */
async function callXmlRpc(site: Site, method: string, ...parameters: XmlValue[]): Promise<string> {
  const params = parameters.map((parameter) => `<param>${xmlOf(parameter)}</param>`).join('')
  const body = `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`
  return await (await fetch(`${site.address}/xmlrpc.php`, { method: 'POST', body })).text()
}

function xmlOf(value: XmlValue): string {
  return `<value>${typed(value)}</value>`
}

function typed(value: XmlValue): string {
  switch (typeof value) {
    case 'string':
      return `<string>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`
    case 'number':
      return `<int>${value}</int>`
    case 'boolean':
      return `<boolean>${Number(value)}</boolean>`
  }
  if (Array.isArray(value)) return `<array><data>${value.map(xmlOf).join('')}</data></array>`
  const members = Object.entries(value).map(([name, member]) => `<member><name>${name}</name>${xmlOf(member)}</member>`)
  return `<struct>${members.join('')}</struct>`
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}
