import { describe, expect, it } from 'vitest'
import {
  agentOf,
  analyse,
  auxiliariesOf,
  clauses,
  finiteVerb,
  isInverted,
  nounPhrase,
  objectOf,
  particleOf,
  subjectOf,
  syntax,
  type Word,
} from '../../src/index.ts'

function wordOf(text: string, form: string): Word {
  const word = analyse(text).words.find((candidate) => candidate.form === form)
  if (word === undefined) throw new Error(`no ${form} in ${text}`)
  return word
}

const phrase = (words: readonly Word[] | undefined): string => words?.map(({ form }) => form).join(' ') ?? '-'

describe('subjectOf', () => {
  it.each([
    ['Nämnden beslutade om bygglovet.', 'beslutade', 'Nämnden'],
    ['I går beslutade nämnden om bygglovet.', 'beslutade', 'nämnden'],
    ['Ansökan behandlas inom fyra veckor.', 'behandlas', 'Ansökan'],
    ['Avgiften för den nya förskolan har höjts.', 'höjts', 'Avgiften'],
    ['Kommunen bygger och driver skolan.', 'driver', 'Kommunen'],
    ['Badet är stängt i dag.', 'är', 'Badet'],
    ['Den som söker bidrag ska bifoga kvitton.', 'söker', 'som'],
  ])('%s', (text, verb, subject) => {
    expect(subjectOf(wordOf(text, verb))?.form).toBe(subject)
  })
})

describe('objectOf, particleOf, auxiliariesOf and agentOf', () => {
  it('find what belongs to a verb', () => {
    expect(objectOf(wordOf('Nämnden avslog ansökan.', 'avslog'))?.form).toBe('ansökan')
    expect(particleOf(wordOf('Kommunen lämnar ut handlingen.', 'lämnar'))?.form).toBe('ut')
    expect(phrase(auxiliariesOf(wordOf('Avgiften ska ha betalats.', 'betalats')))).toBe('ska ha')
    expect(phrase(agentOf(wordOf('Beslutet fattas av nämnden i maj.', 'fattas')))).toBe('av nämnden')
    expect(objectOf(wordOf('Badet stängs.', 'stängs'))).toBeUndefined()
  })
})

describe('nounPhrase', () => {
  it.each([
    ['Den nya avgiften för avfall höjs.', 'avgiften', 'Den nya avgiften för avfall'],
    ['Kommunens beslut om bygglov gäller.', 'beslut', 'Kommunens beslut om bygglov'],
    ['Vi söker en lärare.', 'lärare', 'en lärare'],
  ])('%s', (text, head, whole) => {
    expect(phrase(nounPhrase(wordOf(text, head)))).toBe(whole)
  })
})

describe('clauses', () => {
  const shapes = (text: string): string[] =>
    clauses(analyse(text).sentences[0]!).map(({ type, depth, opener, predicate }) =>
      [type, depth, opener?.lower ?? '-', predicate.lower].join(' '),
    )

  it.each([
    ['Nämnden beslutade om bygglovet.', ['main 0 - beslutade']],
    ['Du får svar när vi har läst ansökan.', ['main 0 - får', 'subordinate 1 när läst']],
    ['Den som söker bidrag ska bifoga kvitton.', ['main 0 - bifoga', 'relative 1 som söker']],
    ['Ring oss och boka en tid.', ['main 0 - ring', 'main 0 - boka']],
  ])('%s', (text, expected) => {
    expect(shapes(text)).toEqual(expected)
  })

  it('have a finite verb, before or after the subject', () => {
    const [sentence] = analyse('Nu stängs badet.').sentences
    expect(finiteVerb(sentence!)?.form).toBe('stängs')
    expect(isInverted(clauses(sentence!)[0]!)).toBe(true)
    expect(isInverted(clauses(analyse('Badet stängs nu.').sentences[0]!)[0]!)).toBe(false)
  })
})

describe('syntax', () => {
  it('gives heads, relations and how sure they are', () => {
    const [sentence] = analyse('Ansökan behandlas av nämnden.').sentences
    const tree = syntax(sentence!)
    const relations = sentence!.words.map((_, i) => `${tree.relation(i)} ${tree.head(i)}`)
    expect(relations).toEqual(['nsubj:pass 1', 'root -1', 'case 3', 'obl:agent 1', 'punct 1'])
    for (const i of sentence!.words.keys()) {
      expect(tree.confidence(i)).toBeGreaterThan(0.5)
      expect(tree.confidence(i)).toBeLessThanOrEqual(1)
    }
  })

  it('does not depend on what was read before', () => {
    const read = (): string[] => {
      const [sentence] = analyse('Barnen som bor i huset får gå till skolan.').sentences
      const tree = syntax(sentence!)
      return sentence!.words.map((_, i) => `${tree.head(i)} ${tree.relation(i)} ${tree.confidence(i)}`)
    }
    const first = read()
    syntax(analyse('En helt annan mening, som är längre och handlar om något annat än barn och skolor.').sentences[0]!)
    expect(read()).toEqual(first)
  })
})
