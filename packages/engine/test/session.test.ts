import { readDocument, updateDocument } from '@klarsprak/documents'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../src/engine.ts'
import type { FileResult } from '../src/result.ts'
import type { AnyRule } from '../src/types.ts'
import { heavyWord, stubRules } from './stub-rules.ts'

const plain = (result: FileResult): unknown => JSON.parse(JSON.stringify(result))
const markdown = (source: string) => readDocument(source, { format: 'markdown' })

const paragraphs = [
  '# Rubrik',
  'Du ska ej gå.',
  'Du **erhåller** ett svar.',
  '- ej ett\n- ej två',
  '> Vi ska ej dit.',
  'IVO svarar.',
  'Inspektionen för vård och omsorg (IVO) svarar.',
  'Pressmeddelande om ej något.',
  'En mening som har många ord och är mycket längre än vad den borde vara här.',
  '<!-- klarsprak-ignore tungt-ord: citat -->',
  'We have decided that the fee for the bus will be raised next year.',
]

describe('a cache', () => {
  it('gives the same as no cache', () => {
    const kept = createEngine({ rules: stubRules })
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...paragraphs), { maxLength: 12 }),
        fc.constantFrom('webb', 'strikt' as const),
        (parts, profile) => {
          const request = { source: parts.join('\n\n'), format: 'markdown', profile } as const
          expect(plain(kept.lint(request))).toEqual(plain(createEngine({ rules: stubRules }).lint(request)))
        },
      ),
    )
  })

  it('keeps blocks apart that look alike and are not', () => {
    const texts = [
      'ej här',
      '# ej här',
      '## ej här',
      '- ej här',
      '1. ej här',
      '> ej här',
      '*ej* här',
      '`ej` här',
      '[ej](a) här',
      '[ej](b) här',
      '| ej här |\n| --- |\n| x |',
      '| x |\n| --- |\n| ej här |',
    ]
    const seen: string[] = []
    const spy: AnyRule = {
      meta: {
        ...heavyWord.meta,
        id: 'spion',
        readsQuotes: true,
        zones: ['heading', 'paragraph', 'listItem', 'tableCell', 'quote'],
      },
      block: {
        block({ text, kind, level, marks, quoted, tableHeader, orderedList }) {
          if (text === 'ej här') seen.push(JSON.stringify([kind, level, marks, quoted, tableHeader, orderedList]))
        },
      },
    }
    const engine = createEngine({ rules: [spy] })
    for (const source of [...texts, ...texts]) engine.lint({ source, format: 'markdown' })
    expect(seen).toHaveLength(texts.length)
    expect(new Set(seen).size).toBe(texts.length)
  })
})

describe('a session', () => {
  it('gives what a fresh lint of the text gives, whatever was edited before', () => {
    const engine = createEngine({ rules: stubRules })
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 3 }),
      insert: fc.array(fc.constantFrom(...paragraphs), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...paragraphs), { maxLength: 10 }),
        fc.array(edit, { maxLength: 6 }),
        (start, edits) => {
          const session = engine.openSession({ filename: 'a.md', profile: 'webb' })
          const parts = [...start]
          session.update(markdown(parts.join('\n\n')))
          for (const { at, remove, insert } of edits) {
            parts.splice(at % (parts.length + 1), remove, ...insert)
            const document = markdown(parts.join('\n\n'))
            const fresh = createEngine({ rules: stubRules }).lint({ document, filename: 'a.md', profile: 'webb' })
            expect(plain(session.update(document))).toEqual(plain(fresh))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('gives the same for documents that are read again in part', () => {
    const engine = createEngine({ rules: stubRules })
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 12 }),
      insert: fc.constantFrom('x', '\n\n', '# ', '- ', '**', 'ej ', '> ', '`', ''),
    })
    const format = fc.constantFrom('markdown', 'text' as const)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...paragraphs), { maxLength: 10 }),
        fc.array(edit, { maxLength: 8 }),
        format,
        (start, edits, as) => {
          const session = engine.openSession({ filename: 'a', profile: 'webb' })
          let source = start.join('\n\n')
          let document = readDocument(source, { format: as })
          session.update(document)
          for (const { at, remove, insert } of edits) {
            const offset = at % (source.length + 1)
            source = source.slice(0, offset) + insert + source.slice(offset + remove)
            document = updateDocument(document, source)
            const fresh = createEngine({ rules: stubRules }).lint({
              source,
              format: as,
              filename: 'a',
              profile: 'webb',
            })
            expect(plain(session.update(document))).toEqual(plain(fresh))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('runs only the blocks that changed, also in a text larger than the cache', () => {
    let calls = 0
    const counting: AnyRule = { meta: { ...heavyWord.meta, id: 'raknare' }, block: { block: () => void calls++ } }
    const engine = createEngine({ rules: [counting] })
    const rows = Array.from({ length: 500 }, (_, index) => `Stycke ${index}. ${'Ord och ord. '.repeat(20)}`)
    const session = engine.openSession({ filename: 'a.md' })
    session.update(markdown(rows.join('\n\n')))
    expect(calls).toBe(500)
    for (let other = 0; other < 30; other++)
      engine.lint({ source: `Annan text ${other} ${'x'.repeat(200_000)}`, format: 'text' })
    calls = 0
    rows[250] = 'Ändrat stycke.'
    session.update(markdown(rows.join('\n\n')))
    expect(calls).toBe(1)
  })

  it('guesses the kind of text when it is opened and when asked', () => {
    const engine = createEngine({ rules: stubRules })
    const session = engine.openSession({ filename: 'a.md' })
    expect(session.update(markdown('Hej du.')).profile).toBe('webb')
    expect(session.update(markdown('Pressmeddelande: Hej du.')).profile).toBe('webb')
    expect(session.update(markdown('Pressmeddelande: Hej du.'), { guessAgain: true }).profile).toBe('press')
    expect(session.update(markdown('Hej du.')).profile).toBe('press')
    expect(session.update(markdown('---\ntexttyp: brev\n---\nHej du.')).profile).toBe('brev')
  })
})
