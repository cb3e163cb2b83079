// Measures how fast texts are read, beside parse-latin in the same process: code warm on another text, no word known.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ParseLatin } from 'parse-latin'
import { analyse, forgetWords, syntax } from '../src/index.ts'
import { commandArguments, givenPath } from './arguments.ts'
import { readConllu } from './conllu.ts'
import { rawText } from './score.ts'

const { values: options, positionals: files } = parseArgs({
  args: commandArguments(),
  allowPositionals: true,
  options: { warm: { type: 'string' }, rounds: { type: 'string', default: '9' } },
})
if (files.length !== 1 || !options.warm) {
  console.error('usage: speed --warm OTHER [--rounds N] FILE   (CoNLL-U where the name ends so, else plain text)')
  process.exit(2)
}
const other = readText(options.warm)
const text = readText(files[0]!)
const latin = new ParseLatin()

/** Microseconds of processor time of each part of the reading of one text. */
interface Times {
  words: number
  latin: number
  tags: number
  tagsAndTrees: number
}

for (let round = 0; round < 3; round++) measure(other)
const rounds = Array.from({ length: Number(options.rounds) }, () => measure(text))
const middle = (time: (times: Times) => number): number => rounds.map(time).sort((a, b) => a - b)[rounds.length >> 1]!
const words = rounds[0]!.words
const line = (name: string, time: number): void => {
  const speed = Math.round((words / time) * 1e3)
  console.log(
    `${name.padEnd(42)} ${String(speed).padStart(5)} 000 words/s  ${(middle((t) => t.latin) / time).toFixed(2)} of parse-latin`,
  )
}
console.log(`${words} words, median of ${rounds.length} runs by processor time`)
line(
  'parse-latin',
  middle((t) => t.latin),
)
line(
  'sentences, word classes and lemmas',
  middle((t) => t.tags),
)
line(
  'the same with the parse of every sentence',
  middle((t) => t.tagsAndTrees),
)

function measure(source: string): Times {
  const byLatin = spent(() => latin.parse(source))
  forgetWords()
  const tags = spent(() => analyse(source).words.map(({ upos, lemma }) => [upos, lemma]))
  forgetWords()
  const tagsAndTrees = spent(() => {
    for (const sentence of analyse(source).sentences) syntax(sentence)
  })
  return { words: analyse(source).words.length, latin: byLatin, tags, tagsAndTrees }
}

function spent(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function readText(file: string): string {
  const path = givenPath(file)
  return path.endsWith('.conllu') ? rawText(readConllu(path)) : readFileSync(path, 'utf8')
}
