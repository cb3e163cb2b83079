// Scores the package on treebank files, from raw text, and writes the table of the model's README.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { analyse, syntax, toConllu } from '../src/index.ts'
import { readModel, writeModel } from '../src/model/file.ts'
import { createTagger } from '../src/tagger/tagger.ts'
import { scoreAgents, scoreBli, taggedWords } from './agents.ts'
import { commandArguments, givenPath } from './arguments.ts'
import { parseConllu, readConllu, type TreebankSentence } from './conllu.ts'
import { packageFolder, readTrainingSentences } from './data.ts'
import { goldTokens } from './gold-tokens.ts'
import { jackknife } from './jackknife.ts'
import { getOrCreate, increment } from './maps.ts'
import { normaliseTrees } from './parser/trees.ts'
import { type Comparison, compare, hasTree, isPassive, type Pair, rawText, Score } from './score.ts'
import { defaultSettings, trainSections } from './sections.ts'

const usage = `usage: evaluate [options] FILE.conllu…
  --errors N         the N most frequent kinds of error of each file
  --documents        a table by genre, or by document where no genre is given
  --readme           write the table to model/README.md
  --treebank DIR     folder of the training part, for:
  --cross-validate     tags, Voice=Pass, agents and bli-passives on the training part by five-fold cross-validation,
                       the lexicon frozen
  --curve              scores of the first FILE by size of the training part`

const { values: options, positionals: files } = parseArgs({
  args: commandArguments(),
  allowPositionals: true,
  options: {
    errors: { type: 'string', default: '0' },
    documents: { type: 'boolean' },
    readme: { type: 'boolean' },
    treebank: { type: 'string' },
    'cross-validate': { type: 'boolean' },
    curve: { type: 'boolean' },
  },
})
const training = options['cross-validate'] || options.curve
if ((files.length === 0 && !options['cross-validate']) || (training && !options.treebank)) {
  console.error(usage)
  process.exit(2)
}

const rows: string[] = []
for (const file of files.map(givenPath)) {
  const comparison = evaluate(readConllu(file))
  const table = tableOf(comparison)
  console.log(`${basename(file)}\n${table}`)
  rows.push(`### ${basename(file)}\n\n${table}`)
  if (options.documents) {
    const byDocument = documentsOf(comparison.pairs)
    console.log(byDocument)
    rows.push(byDocument)
  }
  if (Number(options.errors) > 0) console.log(errorsOf(comparison.pairs, Number(options.errors)))
}
if (options['cross-validate']) {
  const sentences = readTrainingSentences(givenPath(options.treebank!))
  normaliseTrees(sentences)
  const table = crossValidate(sentences)
  console.log(table)
  rows.push(`### The training part, by five-fold cross-validation\n\n${table}`)
}
if (options.curve) {
  const table = learningCurve(readTrainingSentences(givenPath(options.treebank!)), readConllu(givenPath(files[0]!)))
  console.log(table)
  rows.push(`### ${basename(files[0]!)} by size of the training part, words given\n\n${table}`)
}
if (options.readme) {
  const path = join(packageFolder, 'model/README.md')
  const readme = readFileSync(path, 'utf8')
  const scores = `<!-- scores -->\n\n${rows.join('\n')}\n<!-- /scores -->`
  writeFileSync(
    path,
    readme.replace(/<!-- scores -->[\s\S]*<!-- \/scores -->/, () => scores),
  )
}

function evaluate(gold: readonly TreebankSentence[]): Comparison {
  const analysis = analyse(rawText(gold))
  return compare(gold, parseConllu([...toConllu([{ analysis, syntax }])].join('')))
}

function tableOf({ scores }: Pick<Comparison, 'scores'>): string {
  const lines = ['| measure | P | R | F1 | system | gold |', '| --- | --- | --- | --- | --- | --- |']
  for (const [name, score] of scores) {
    const figures = [score.precision, score.recall, score.f1].map((value) => value.toFixed(2))
    lines.push(`| ${name} | ${figures.join(' | ')} | ${score.system} | ${score.gold} |`)
  }
  return `${lines.join('\n')}\n`
}

/** Scores by genre or document on the words that are cut alike. Numbers at the end of a name are left out. */
function documentsOf(pairs: readonly Pair[]): string {
  const groups = new Map<string, Pair[]>()
  const genre = (name: string): string => (/[-.]\d+$/.test(name) ? name.replace(/[-.]\d+$/, '') : name)
  for (const pair of pairs) getOrCreate(groups, genre(pair.sentence.document), () => []).push(pair)
  const lines = ['| document | words | UPOS | UFeats | Lemmas |', '| --- | --- | --- | --- | --- |']
  for (const [name, own] of groups) {
    const share = (right: (pair: Pair) => boolean): string => ((100 * own.filter(right).length) / own.length).toFixed(2)
    const figures = [
      share(({ gold, system }) => gold.upos === system.upos),
      share(({ gold, system }) => gold.feats === system.feats),
      share(({ gold, system }) => gold.lemma === system.lemma),
    ]
    lines.push(`| ${name || '–'} | ${own.length} | ${figures.join(' | ')} |`)
  }
  return `${lines.join('\n')}\n`
}

/** The most frequent confusions of tags, with a few of the words, and the most frequent wrong lemmas. */
function errorsOf(pairs: readonly Pair[], most: number): string {
  const tags = new Map<string, number>()
  const words = new Map<string, Map<string, number>>()
  const lemmas = new Map<string, number>()
  for (const { gold, system } of pairs) {
    if (gold.upos !== system.upos || gold.feats !== system.feats) {
      const kind = `${gold.upos} ${gold.feats} → ${system.upos} ${system.feats}`
      increment(tags, kind)
      const forms = words.get(kind) ?? new Map<string, number>()
      words.set(kind, forms)
      increment(forms, gold.form.toLowerCase())
    }
    if (gold.lemma !== system.lemma) increment(lemmas, `${gold.form} (${gold.upos}): ${gold.lemma} → ${system.lemma}`)
  }
  const top = (counts: Map<string, number>, limit: number): [string, number][] =>
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit)
  const examples = (kind: string): string =>
    top(words.get(kind)!, 6)
      .map(([form, count]) => (count > 1 ? `${form} ${count}` : form))
      .join(', ')
  return [
    'Tags (gold → system)',
    ...top(tags, most).map(([kind, count]) => `${String(count).padStart(5)}  ${kind}  (${examples(kind)})`),
    'Lemmas (gold → system)',
    ...top(lemmas, most).map(([kind, count]) => `${String(count).padStart(5)}  ${kind}`),
    '',
  ].join('\n')
}

function crossValidate(sentences: readonly TreebankSentence[]): string {
  const names = ['UPOS', 'UFeats', 'Lemmas', 'Voice=Pass']
  const scores = new Map<string, Score>(names.map((name) => [name, new Score()]))
  const shown = (line: string): void => {
    if (Number(options.errors) > 0) console.log(line)
  }
  for (const fold of jackknife(sentences, 5, (line) => console.error(line))) {
    let first = 0
    for (const sentence of fold.sentences) {
      const words = taggedWords(sentence, fold.tags, first)
      first += words.length
      if (!hasTree(sentence)) continue
      for (const line of [...scoreAgents(scores, sentence, words), ...scoreBli(scores, sentence, words)]) shown(line)
    }
    fold.sentences
      .flatMap((sentence) => sentence.words)
      .forEach((gold, i) => {
        const system = { upos: fold.tags.upos(i), feats: fold.tags.feats(i) }
        scores.get('UPOS')!.add(true, true, gold.upos === system.upos)
        scores.get('UFeats')!.add(true, true, gold.feats === system.feats)
        scores.get('Lemmas')!.add(true, true, gold.lemma === fold.tags.lemma(i))
        const [a, b] = [isPassive(gold), isPassive(system)]
        scores.get('Voice=Pass')!.add(a, b, a && b)
        if (a !== b)
          shown(`${a ? 'missed' : 'false '}  ${gold.form}  ${gold.upos} ${gold.feats} → ${system.upos} ${system.feats}`)
      })
  }
  return tableOf({ scores })
}

function learningCurve(sentences: readonly TreebankSentence[], gold: readonly TreebankSentence[]): string {
  const lines = ['| sentences | UPOS | UFeats | Lemmas | Voice=Pass |', '| --- | --- | --- | --- | --- |']
  for (const share of [0.125, 0.25, 0.5, 1]) {
    const part = sentences.filter((_, i) => Math.floor(i / 10) % 8 < share * 8)
    const tagger = createTagger(readModel(writeModel(trainSections(part, { ...defaultSettings, log: () => {} }))))
    const tags = tagger.tag(goldTokens(gold))
    let i = 0
    const system = gold.map((sentence) => ({
      ...sentence,
      words: sentence.words.map((word) => ({
        ...word,
        upos: tags.upos(i),
        feats: tags.feats(i),
        lemma: tags.lemma(i++),
      })),
    }))
    const { scores } = compare(gold, system)
    const figures = ['UPOS', 'UFeats', 'Lemmas', 'Voice=Pass'].map((name) => scores.get(name)!.f1.toFixed(2))
    lines.push(`| ${part.length} | ${figures.join(' | ')} |`)
  }
  return `${lines.join('\n')}\n`
}
