import { describe, expect, it } from 'vitest'
import { readModel, writeModel } from '../../src/model/file.ts'
import { createTagger } from '../../src/tagger/tagger.ts'
import { parseConllu } from '../../training/conllu.ts'
import { goldTokens } from '../../training/gold-tokens.ts'
import { normalise } from '../../training/normalise.ts'
import { compare, rawText } from '../../training/score.ts'
import { defaultSettings, trainSections } from '../../training/sections.ts'

/** Sentences as `form lemma UPOS FEATS head relation` a word, words divided by ` | `. */
function sentences(...lines: string[]) {
  const conllu = lines.map((line) =>
    line
      .split(' | ')
      .map((word, i) => {
        const [form, lemma, upos, feats = '_', head = '0', relation = '_'] = word.split(' ')
        return `${i + 1}\t${form}\t${lemma}\t${upos}\t_\t${feats.replaceAll('+', '|')}\t${head}\t${relation}\t_\t_`
      })
      .join('\n'),
  )
  return parseConllu(`${conllu.join('\n\n')}\n\n`)
}

const pres = 'Mood=Ind+Tense=Pres+VerbForm=Fin+Voice='
const corpus = sentences(
  `Nämnden nämnd NOUN Case=Nom+Definite=Def+Gender=Com+Number=Sing | prövar pröva VERB ${pres}Act | ärendet ärende NOUN Case=Nom+Definite=Def+Gender=Neut+Number=Sing | . . PUNCT`,
  `Ärendet ärende NOUN Case=Nom+Definite=Def+Gender=Neut+Number=Sing | prövas pröva VERB ${pres}Pass | av av ADP | nämnden nämnd NOUN Case=Nom+Definite=Def+Gender=Com+Number=Sing | . . PUNCT`,
  `Den en DET Definite=Def+Gender=Com+Number=Sing+PronType=Art | nya ny ADJ Case=Nom+Definite=Def+Degree=Pos | nämnden nämnd NOUN Case=Nom+Definite=Def+Gender=Com+Number=Sing | prövar pröva VERB ${pres}Act | . . PUNCT`,
)
const train = () => writeModel(trainSections(corpus, { ...defaultSettings, cut: 1, log: () => {} }))

describe('training', () => {
  const trained = train()

  it('gives the same file every time', () => {
    expect(Buffer.compare(train(), trained)).toBe(0)
  }, 120_000)

  it('learns what it is shown', () => {
    const tags = createTagger(readModel(trained)).tag(goldTokens(corpus))
    corpus
      .flatMap(({ words }) => words)
      .forEach(({ upos, feats, lemma }, i) => {
        expect([tags.upos(i), tags.feats(i), tags.lemma(i)]).toEqual([upos, feats, lemma])
      })
  })
})

describe('normalising the treebank', () => {
  const normalised = (line: string) => {
    const read = sentences(line)
    normalise(read, new Map([['t.ex.', 'till_exempel']]))
    return read[0]!.words.map(({ lemma, upos, feats }) => `${lemma} ${upos} ${feats}`)
  }

  it.each([
    ['röka röka AUX VerbForm=Inf+Voice=Act', 'röka VERB VerbForm=Inf|Voice=Act'],
    ['t.ex. t.ex. ADV Abbr=Yes', 'till_exempel ADV Abbr=Yes'],
    ['första en ADJ Case=Nom+NumType=Ord', 'första ADJ Case=Nom|NumType=Ord'],
    ['flesta mången ADJ Case=Nom+Definite=Def+Degree=Sup', 'många ADJ Case=Nom|Definite=Def|Degree=Sup'],
    [
      'genomförda genomföra ADJ Case=Nom+Degree=Pos+Tense=Past+VerbForm=Part',
      'genomförd ADJ Case=Nom|Degree=Pos|Tense=Past|VerbForm=Part',
    ],
    [
      'undandragna undandra ADJ Case=Nom+Degree=Pos+Tense=Past+VerbForm=Part',
      'undandragen ADJ Case=Nom|Degree=Pos|Tense=Past|VerbForm=Part',
    ],
    [
      'sagt säga ADJ Case=Nom+Degree=Pos+Tense=Past+VerbForm=Part',
      'sagd ADJ Case=Nom|Degree=Pos|Tense=Past|VerbForm=Part',
    ],
    [
      'fortsatt fortsätta ADJ Case=Nom+Degree=Pos+Tense=Past+VerbForm=Part',
      'fortsatt ADJ Case=Nom|Degree=Pos|Tense=Past|VerbForm=Part',
    ],
  ])('%s', (line, expected) => {
    expect(normalised(line)).toEqual([expected])
  })

  it('makes bli an auxiliary before a passive participle', () => {
    expect(
      normalised('blir bli VERB Mood=Ind | vald välja VERB Case=Nom+Tense=Past+VerbForm=Part+Voice=Pass 1 xcomp')[0],
    ).toBe('bli AUX Mood=Ind')
  })

  it('settles whether an adjective in -a is definite', () => {
    const plural = 'Case=Nom+Definite=Ind+Degree=Pos+Number=Plur'
    const definite = 'De en DET Definite=Def+Number=Plur+PronType=Art'
    expect(normalised(`${definite} | nya ny ADJ ${plural} | reglerna regel NOUN Definite=Def+Number=Plur`)[1]).toBe(
      'ny ADJ Case=Nom|Definite=Def|Degree=Pos',
    )
    expect(
      normalised('nya ny ADJ Case=Nom+Definite=Def+Degree=Pos | regler regel NOUN Definite=Ind+Number=Plur')[0],
    ).toBe('ny ADJ Case=Nom|Definite=Ind|Degree=Pos|Number=Plur')
  })
})

describe('scoring', () => {
  const gold = sentences('Det det PRON _ 2 nsubj | gäller gälla VERB _ 0 root | nu nu ADV _ 2 advmod')

  it('counts words that are cut alike', () => {
    const system = sentences('Det det PRON _ 2 nsubj:pass | gällernu gälla VERB _ 0 root')
    const { scores } = compare(gold, system)
    expect([scores.get('Words')!.correct, scores.get('Words')!.system, scores.get('Words')!.gold]).toEqual([1, 2, 3])
    expect(scores.get('Sentences')!.f1).toBe(100)
    expect(scores.get('LAS')!.correct).toBe(0)
  })

  it('compares relations without their subtypes', () => {
    const system = sentences('Det det PRON _ 2 nsubj:pass | gäller gälla VERB _ 0 root | nu nu ADV _ 1 advmod')
    const { scores } = compare(gold, system)
    expect([scores.get('UAS')!.correct, scores.get('LAS')!.correct, scores.get('UPOS')!.correct]).toEqual([2, 2, 3])
  })

  it('leaves sentences without a tree out of heads and relations', () => {
    const untreed = sentences('Det det PRON _ _ _ | gäller gälla VERB _ _ _ | nu nu ADV _ _ _')
    const { scores } = compare([...gold, ...untreed], [...gold, ...untreed])
    expect([scores.get('LAS')!.correct, scores.get('LAS')!.system, scores.get('LAS')!.gold]).toEqual([3, 3, 3])
    expect(scores.get('UPOS')!.gold).toBe(6)
  })

  it('refuses analyses of different texts', () => {
    expect(() => compare(gold, sentences('Annat annan PRON'))).toThrow('different texts')
  })

  it('makes headings paragraphs of their own', () => {
    const [first, second] = parseConllu(
      '# text = Rubrik\n1\tRubrik\trubrik\tNOUN\t_\t_\t0\troot\t_\t_\n\n# text = Text.\n1\tText\ttext\tNOUN\t_\t_\t0\troot\t_\t_\n\n',
    )
    expect(rawText([first!, second!])).toBe('Rubrik\n\nText.\n')
  })
})
