import { readFileSync } from 'node:fs'
import type { Root, Word } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import retextReadability from 'retext-readability'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import retextSwedish, { analyse, toNlcst } from '../src/index.ts'

const TEXT =
  'Nämnden m.fl. beslutar, bl.a. om stöd.\r\nSkicka e-post till a@b.se 👍.\n\nRubrik\n\nDet kostar 1 250,50 kr (25 %) t ex.\n'

const parse = (text: string) => unified().use(retextSwedish).parse(text)

function wordsOf(tree: Root): Word[] {
  const words: Word[] = []
  visit(tree, 'WordNode', (word) => {
    words.push(word)
  })
  return words
}

describe('retextSwedish', () => {
  const tree = parse(TEXT)

  it('keeps the whole text', () => {
    expect(textOf(tree)).toBe(TEXT)
  })

  it('gives paragraphs, sentences and words', () => {
    expect(tree.children.map((node) => node.type)).toEqual([
      'ParagraphNode',
      'WhiteSpaceNode',
      'ParagraphNode',
      'WhiteSpaceNode',
      'ParagraphNode',
      'WhiteSpaceNode',
    ])
    expect(wordsOf(tree).map((word) => textOf(word))).toEqual(
      'Nämnden m.fl. beslutar bl.a. om stöd Skicka e-post till Rubrik Det kostar 1_250,50 kr 25 t_ex'
        .split(' ')
        .map((word) => word.replace('_', ' ')),
    )
    expect(wordsOf(tree)[1]!.children.map((node) => node.type)).toEqual([
      'TextNode',
      'PunctuationNode',
      'TextNode',
      'PunctuationNode',
    ])
  })

  it('places every node', () => {
    visit(tree, (node) => {
      const { start, end } = node.position!
      expect(TEXT.slice(start.offset, end.offset)).toBe(textOf(node))
      const before = TEXT.slice(0, start.offset).split(/\r\n|\n|\r/)
      expect(start.line).toBe(before.length)
      expect(start.column).toBe(before.at(-1)!.length + 1)
    })
  })

  it('tells what each word is', () => {
    const word = wordsOf(tree).find((node) => textOf(node) === 'beslutar')!
    expect(word.data).toMatchObject({ lemma: 'besluta', upos: 'VERB' })
    expect(word.data!.feats).toContain('VerbForm=Fin')
    expect(JSON.parse(JSON.stringify(word.data))).toEqual({
      lemma: 'besluta',
      upos: 'VERB',
      feats: word.data!.feats,
    })
  })

  it('gives heads and relations on demand', () => {
    const syntax = () => ({ head: (i: number) => i - 1, relation: () => 'dep', confidence: () => 1 })
    const words = wordsOf(toNlcst(analyse('Ja. Nämnden beslutar'), syntax))
    expect(words[1]!.data!.head).toBeUndefined()
    expect(words[2]!.data!.head!.form).toBe('Nämnden')
    expect(words[2]!.data!.relation).toBe('dep')
  })

  it('works with other retext plugins', async () => {
    const long = 'Socialförvaltningens individutskott handlägger ansökningar om försörjningsstöd kontinuerligt. '
    const file = new VFile(long.repeat(3))
    const processor = unified().use(retextSwedish).use(retextReadability, { age: 6 })
    await processor.run(processor.parse(file), file)
    expect(file.messages.length).toBeGreaterThan(0)
    expect(file.messages[0]!.place).toMatchObject({ start: { line: 1, column: 1, offset: 0 } })
  })

  it('reads an empty text', () => {
    expect(parse('')).toMatchObject({ type: 'RootNode', children: [] })
  })

  it('reads our official sentences as text and back', () => {
    const text = readFileSync(new URL('data/official-whole.txt', import.meta.url), 'utf8')
    expect(textOf(toNlcst(analyse(text)))).toBe(text)
  })
})
