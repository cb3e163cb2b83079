import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const html = { source: 'html' }
const types: Record<string, unknown> = {
  'core/paragraph': { content: html },
  'core/freeform': { content: html },
  'core/columns': {},
  'core/column': {},
  'core/block': { ref: {} },
  'core/table': { body: { source: 'query', query: { cells: { source: 'query', query: { content: html } } } } },
}

interface Block {
  clientId: string
  name: string
  attributes: Record<string, unknown>
  innerBlocks: Block[]
}

const window = {
  wp: { blocks: { getBlockType: (name: string) => ({ attributes: types[name] }) }, klarsprak: undefined as unknown },
}
runInNewContext(readFileSync(new URL('../assets/places.js', import.meta.url), 'utf8'), { window })
// biome-ignore lint/suspicious/noExplicitAny: a plain script has no types.
const { edited, locate, readPlaces, replacedAt } = window.wp.klarsprak as any

let number = 0
const block = (name: string, attributes: Record<string, unknown> = {}, innerBlocks: Block[] = []): Block => ({
  clientId: String(++number),
  name: `core/${name}`,
  attributes,
  innerBlocks,
})

/** Where the words stand, counted from the occurrence that is asked for. */
function find(content: string, blocks: Block[], words: string, nth = 1) {
  let at = -1
  for (let count = 0; count < nth; count++) at = content.indexOf(words, at + 1)
  return locate(readPlaces(content, blocks), content, at, at + words.length)
}

test('a position leads to the text of the innermost block', () => {
  const inner = block('paragraph', { content: 'Du <em>erhåller</em> 😀 svar.' })
  const outer = block('columns', {}, [block('column', {}, [inner])])
  const content = `<!-- wp:columns {"a":"x \\u002d\\u002d>"} -->
<div><!-- wp:column -->
<div><!-- wp:paragraph --><p>${inner.attributes.content}</p><!-- /wp:paragraph --></div>
<!-- /wp:column --></div>
<!-- /wp:columns -->`
  const place = find(content, [outer], 'erhåller')
  expect(place).toMatchObject({ clientId: inner.clientId, path: ['content'] })
  expect(place.value.slice(place.start, place.end)).toBe('erhåller')
  expect(edited(place.value, [{ start: place.start, end: place.end, text: 'får' }])).toBe('Du <em>får</em> 😀 svar.')
})

test('equal cells of a table are told apart by their order', () => {
  const row = (...contents: string[]) => ({ cells: contents.map((content) => ({ content })) })
  const table = block('table', { body: [row('avseende', 'avseende'), row('svar', 'avseende')] })
  const content =
    '<!-- wp:table --><table><tr><td>avseende</td><td>avseende</td></tr><tr><td>svar</td><td>avseende</td></tr></table><!-- /wp:table -->'
  const place = find(content, [table], 'avseende', 3)
  expect(place.path).toEqual(['body', 1, 'cells', 1, 'content'])
  const changed = replacedAt(table.attributes, place.path, 'om')
  expect(changed.body).toEqual([row('avseende', 'avseende'), row('svar', 'om')])
  expect(table.attributes.body).toEqual([row('avseende', 'avseende'), row('svar', 'avseende')])
})

test('a place that is not certain has a block and no text', () => {
  const paragraph = block('paragraph', { content: 'svar' })
  const content = '<!-- wp:paragraph --><p class="svar">svar</p><!-- /wp:paragraph -->'
  expect(find(content, [paragraph], 'svar', 2)).toEqual({ clientId: paragraph.clientId })
})

test('text outside blocks is the classic block, and stored blocks have no inside here', () => {
  const classic = block('freeform', { content: '<p>Du erhåller svar.</p>' })
  const reusable = block('block', { ref: 7 }, [block('paragraph', { content: 'Från annat håll.' })])
  const last = block('paragraph', { content: 'Sist.' })
  const content =
    '<p>Du erhåller svar.</p>\n\n<!-- wp:block {"ref":7} /-->\n\n<!-- wp:paragraph --><p>Sist.</p><!-- /wp:paragraph -->'
  expect(find(content, [classic, reusable, last], 'erhåller')).toMatchObject({ clientId: classic.clientId, start: 6 })
  expect(find(content, [classic, reusable, last], 'Sist')).toMatchObject({ clientId: last.clientId, start: 0 })
})

test('content that is not that of the blocks has no places', () => {
  const paragraph = block('paragraph', { content: 'Svar.' })
  const content = '<!-- wp:paragraph --><p>Svar.</p><!-- /wp:paragraph -->'
  expect(readPlaces(content, [])).toBeNull()
  expect(readPlaces(content, [block('table')])).toBeNull()
  expect(readPlaces('<!-- wp:paragraph --><p>Svar.</p>', [paragraph])).toBeNull()
  expect(find(`${content}${content}`, [paragraph], 'Svar')).toBeNull()
})
