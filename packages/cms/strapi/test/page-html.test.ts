import { expect, it } from 'vitest'
import { pageHtml } from '../src/index.ts'

const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks })
const element = (type: string, children: unknown[], more: object = {}) => ({ type, children, ...more })

it('keeps headings, lists, links, quotes and emphasis of blocks, and escapes text', () => {
  const body = [
    element('heading', [text('Så <gör> du')], { level: 3 }),
    element('paragraph', [
      text('Läs '),
      element('link', [text('om & kring', { bold: true })], { url: 'https://x.test/?a="b"' }),
      text(' mer\nnu', { italic: true, code: true }),
    ]),
    element('list', [element('list-item', [text('Ett')]), element('list', [element('list-item', [text('Två')])])], {
      format: 'ordered',
    }),
    element('quote', [text('Ja')]),
    element('code', [text('a < b')]),
    element('image', [text('')], { image: { url: '/a.png' } }),
  ]
  expect(pageHtml({ title: 'A & B', body }, { title: 'title', fields: ['body'] })).toBe(
    `<h1>A &amp; B</h1>
<h3>Så &lt;gör&gt; du</h3>
<p>Läs <a href="https://x.test/?a=&quot;b&quot;"><strong>om &amp; kring</strong></a><em><code> mer<br>nu</code></em></p>
<ol><li>Ett</li><ul><li>Två</li></ul>
</ol>
<blockquote><p>Ja</p></blockquote>
<pre><code>a &lt; b</code></pre>
`,
  )
})

it('reads Markdown with tables, HTML, and components in the order of the fields', () => {
  const page = { lead: '# Ett\n\n| a |\n| - |\n| b |', html: '<p>Två &amp; tre</p>', layout: [{ text: 'Fyra.' }, null] }
  expect(pageHtml(page, { fields: ['html', 'lead', 'layout.text', 'missing'] })).toBe(
    '<p>Två &amp; tre</p>\n<h1>Ett</h1>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n<p>Fyra.</p>\n',
  )
})

it('takes no harm of values that are no text', () => {
  for (const value of [null, 1, {}, [], [null], [{ children: [null, 1] }], { url: 'a' }])
    expect(pageHtml({ body: value }, { title: 'body', fields: ['body'] })).toBe('')
})
