/** Compiles the tables in `lexicon/` into `model/lexicon.klm`, one section a word class. Run after every change to a table. */
import { readFileSync, writeFileSync } from 'node:fs'
import { simplexSection } from '../src/compound/split.ts'
import { partSection } from '../src/compound/starts.ts'
import { compileAdjectiveSuffixes, compileAdjectives } from '../src/inflection/adjectives-compile.ts'
import { adjectiveSections } from '../src/inflection/adjectives-lexicon.ts'
import { compileNounSuffixes, compileNouns } from '../src/inflection/nouns-compile.ts'
import { nounSections } from '../src/inflection/nouns-lexicon.ts'
import { compileVerbs } from '../src/inflection/verbs-compile.ts'
import { writeModel } from '../src/model/file.ts'
import { lexiconName } from '../src/model/load.ts'
import { compileNames, nameSection } from '../src/names.ts'
import { tierSection } from '../src/word-tier.ts'

const table = (name: string) => readFileSync(new URL(`../lexicon/${name}.tsv`, import.meta.url), 'utf8')

/** The bytes of `model/lexicon.klm`. */
export function compileLexicon(): Uint8Array {
  const verbs = compileVerbs({
    verbs: table('verbs'),
    strong: table('verbs-strong'),
    derivation: table('verbs-derivation'),
  })
  const sections = {
    [nounSections.nouns]: compileNouns(table('nouns')),
    [nounSections.suffixes]: compileNounSuffixes(table('noun-suffixes')),
    [adjectiveSections.adjectives]: compileAdjectives(table('adjectives')),
    [adjectiveSections.suffixes]: compileAdjectiveSuffixes(table('adjective-suffixes')),
    [partSection]: table('compound-parts'),
    [simplexSection]: table('simplex'),
    [nameSection]: compileNames(table('names')),
    [tierSection]: table('tiers'),
  }
  const encoder = new TextEncoder()
  const encoded = Object.entries(sections).map(([name, text]) => [name, encoder.encode(text)] as const)
  return writeModel(new Map([['verbs', verbs], ...encoded]))
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL(`../model/${lexiconName}`, import.meta.url), compileLexicon())
}
