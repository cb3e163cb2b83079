import { describe, expect, it } from 'vitest'
import { bestEdits, createEngine, readabilityOf } from '../src/index.ts'
import { heavyWord, longSentence } from './stub-rules.ts'

const engine = createEngine({ rules: [heavyWord, longSentence] })
const lint = (source: string, format: 'markdown' | 'text' = 'markdown') => engine.lint({ source, format })
const readability = (source: string) => readabilityOf(lint(source))

describe('figures', () => {
  it('count lengths, long words and passives', () => {
    const { whole } = readability(
      'Ansökan behandlas av oss. Vi svarar. Boken blev läst av alla barn i hela skolan i går.',
    )
    expect(whole).toMatchObject({ sentences: 3, words: 17, meanSentence: 5.7, medianSentence: 4, passives: 2 })
    expect(whole.passiveShare).toBe(0.667)
    expect(whole.longWords).toBe(Number((2 / 17).toFixed(3)))
  })

  it('give no verdict under a hundred words, and an uncertainty that shrinks with length', () => {
    const text = 'Vi svarar dig i dag. Kommunen bygger en ny skola nära dig. Du kan söka plats. '
    const short = readability(text).whole
    expect(short.lixBand).toBeNull()
    const long = readability(text.repeat(20)).whole
    expect(long.lixBand).not.toBeNull()
    expect(short.lixMargin).toBeGreaterThan(2 * long.lixMargin!)
  })

  it('of one sentence have no uncertainty, and of nothing are nothing', () => {
    expect(readability('Vi svarar.').whole.lixMargin).toBeNull()
    expect(readability('').whole).toMatchObject({ words: 0, meanSentence: 0, medianSentence: 0, passiveShare: 0 })
    expect(readability('').sections).toEqual([])
  })

  it('stand by section, with the place of the heading', () => {
    const source = 'Vi börjar.\n\n# Ansök\n\nDu söker nu.\n\n## Tom\n\n# Svar\n\nVi svarar dig.\n'
    const { sections } = readability(source)
    expect(sections.map(({ heading, level, figures }) => [heading, level, figures.words])).toEqual([
      [undefined, 0, 2],
      ['Ansök', 1, 3],
      ['Svar', 1, 3],
    ])
    const { start, end } = sections[1]!.range
    expect(source.slice(start.offset, end.offset)).toBe('Ansök')
  })

  it('of a text that has been read before are its own, wherever its blocks stand now', () => {
    const [one, other] = ['Vi svarar dig. Du får ett brev.', 'Ansökan behandlas av nämnden.']
    readability(`${one}\n\n${other}\n`)
    const source = `# Svar\n\n${other}\n\n${one}\n\n${other}\n`
    const { sentences, sections } = readability(source)
    expect(sentences.map(({ text, block, words }) => [text, block, words])).toEqual([
      [other, 1, 4],
      ['Vi svarar dig.', 2, 3],
      ['Du får ett brev.', 2, 4],
      [other, 3, 4],
    ])
    for (const { text, range } of sentences) expect(source.slice(range.start.offset, range.end.offset)).toBe(text)
    expect(sections[0]!.figures).toMatchObject({ words: 15, sentences: 4, passives: 2 })
  })

  it('of a text that is read again cost little', () => {
    const source = Array.from(
      { length: 200 },
      (_, index) => `Nämnden har behandlat ärende ${index}, som du har skickat till oss. Du får svar vecka ${index}.`,
    )
    const cost = (text: string) => {
      const result = lint(text)
      const before = process.cpuUsage()
      readabilityOf(result)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const first = cost(source.join('\n\n'))
    source[100] = 'Det här stycket är nytt.'
    const again = Math.min(...['', 'a', 'b'].map((word) => cost(`${source.join('\n\n')} ${word}`)))
    expect(again).toBeLessThan(first / 3)
  })

  it('leave headings, tables and other languages out', () => {
    const source =
      '# En rubrik\n\n| a | b |\n| - | - |\n| c | d |\n\nThis is an English paragraph about nothing at all.\n'
    expect(readability(source).whole.words).toBe(0)
  })
})

describe('difficulty', () => {
  const difficulty = (sentence: string) => readability(sentence).sentences[0]!.difficulty

  it('is low for a plain sentence and high for a tangled one', () => {
    expect(difficulty('Du får svar inom en vecka.').score).toBeLessThan(10)
    const tangled =
      'Handlingar som har inkommit efter det att den tid som angetts i föreläggandet har löpt ut kommer, såvida inte synnerliga skäl föreligger, inte att beaktas av nämnden vid den prövning som därefter företas.'
    expect(difficulty(tangled).score).toBeGreaterThan(50)
  })

  it('names what weighs', () => {
    const { parts } = difficulty('Beslutet som nämnden fattade om bidrag till föreningar i kommunen gäller.')
    expect(parts.distance).toBeGreaterThan(0)
    expect(parts.lateVerb).toBeGreaterThan(0)
    expect(difficulty('Ansökan behandlas.').parts.passives).toBe(4)
  })

  it('judges a compound by its parts, not by its letters', () => {
    expect(difficulty('Vi har ett kommunfullmäktigesammanträde.').hardWords).toEqual([])
  })
})

describe('the best edits', () => {
  it('begin with the hardest sentence, with its findings', () => {
    const source =
      'Vi svarar.\n\nDen som har fått ett beslut som den inte är nöjd med kan, om beslutet ej har vunnit laga kraft, överklaga det till den domstol som anges i beslutet.\n\nDu får ett brev, ej ett mejl.\n'
    const [first, second] = bestEdits(lint(source))
    expect(first?.text).toMatch(/^Den som/)
    expect(first?.findings.map(({ ruleId }) => ruleId)).toEqual(['lang-sats', 'tungt-ord'])
    expect(first?.reasons).toContain('Meningen har 29\u00a0ord.')
    expect(source.slice(first!.range.start.offset, first!.range.end.offset)).toBe(first!.text)
    expect(second?.findings).toHaveLength(1)
  })

  it('are at most as many as asked for, and none for a plain text', () => {
    const hard = 'Den som ej har fått svar ska ej vänta på ett nytt brev från kommunen i år.\n\n'.repeat(9)
    expect(bestEdits(lint(hard), 3)).toHaveLength(3)
    expect(bestEdits(lint('Vi svarar.'))).toEqual([])
  })
})
