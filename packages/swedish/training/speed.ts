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
// The least of several runs: other work on the machine touches it least.
const least = (time: (times: Times) => number): number => Math.min(...rounds.map(time))
const { words } = rounds[0]!
const byLatin = least(({ latin }) => latin)
console.log(`${words} words, least processor time of ${rounds.length} runs`)
for (const [name, time] of [
  ['parse-latin', byLatin],
  ['sentences, word classes and lemmas', least(({ tags }) => tags)],
  ['the same with the parse of every sentence', least(({ tagsAndTrees }) => tagsAndTrees)],
] as const) {
  const speed = String(Math.round((words / time) * 1e3)).padStart(5)
  console.log(`${name.padEnd(42)} ${speed} 000 words/s  ${(byLatin / time).toFixed(2)} of parse-latin`)
}

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
