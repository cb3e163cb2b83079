import { readDocument } from '@klarsprak/documents'
import { applyEdits } from '@klarsprak/engine'
import { describe, expect, it } from 'vitest'
import { setFrontMatter } from '../src/edits/front-matter.ts'

function set(source: string, format: 'markdown' | 'html' | 'text', keys: string[], value: string): string | undefined {
  const edit = setFrontMatter(readDocument(source, { format }), keys, value)
  return edit && applyEdits(source, [edit])
}

describe('front matter', () => {
  it('is begun where there is none', () => {
    expect(set('# Badet\n', 'markdown', ['syfte'], 'Läsaren ska: bada')).toBe(
      '---\nsyfte: "Läsaren ska: bada"\n---\n\n# Badet\n',
    )
    expect(set('# Badet\r\n', 'markdown', ['texttyp'], 'brev')).toBe('---\r\ntexttyp: brev\r\n---\r\n\r\n# Badet\r\n')
  })

  it('keeps what stands there, comments too', () => {
    const source = '---\n# vår mall\ntitle: Badet # tills vidare\n---\nText.\n'
    expect(set(source, 'markdown', ['checklista', 'ordning'], 'Ja')).toBe(
      '---\n# vår mall\ntitle: Badet # tills vidare\nchecklista:\n  ordning: Ja\n---\nText.\n',
    )
  })

  it('lets the empty value take a key away, and the group that it empties', () => {
    const source = '---\nsyfte: Bada\nchecklista:\n  ordning: Ja\n---\nText.\n'
    expect(set(source, 'markdown', ['checklista', 'ordning'], '')).toBe('---\nsyfte: Bada\n---\nText.\n')
    expect(set('---\nsyfte: Bada\n---\nText.\n', 'markdown', ['syfte'], '')).toBe('---\n---\nText.\n')
    expect(set('Text.\n', 'markdown', ['syfte'], '')).toBeUndefined()
  })

  it('is left alone where it cannot be read, or holds something else', () => {
    expect(set('---\n: [\n---\nText.\n', 'markdown', ['syfte'], 'Bada')).toBeUndefined()
    expect(set('---\nchecklista: klar\n---\nText.\n', 'markdown', ['checklista', 'ordning'], 'Ja')).toBeUndefined()
    expect(set('Text.\n', 'text', ['syfte'], 'Bada')).toBeUndefined()
  })

  it('is meta elements in HTML: in the head, first in a fragment, and changed where they stand', () => {
    const page = '<!doctype html>\n<html>\n<head>\n<title>Badet</title></head><body><p>Text.</p></body></html>'
    const meta = '<meta name="klarsprak:syfte" content="A &amp; &quot;B&quot;">'
    expect(set(page, 'html', ['syfte'], 'A & "B"')).toBe(page.replace('<head>', `<head>\n${meta}`))
    expect(set('<p>Text.</p>', 'html', ['checklista', 'ordning'], 'Ja')).toBe(
      '<meta name="klarsprak:checklista.ordning" content="Ja">\n<p>Text.</p>',
    )
    const known = '<meta name="klarsprak:syfte" content="Gammalt">\n<p>Text.</p>'
    expect(set(known, 'html', ['syfte'], 'Nytt')).toBe('<meta name="klarsprak:syfte" content="Nytt">\n<p>Text.</p>')
    expect(set(known, 'html', ['syfte'], '')).toBe('<p>Text.</p>')
  })
})
