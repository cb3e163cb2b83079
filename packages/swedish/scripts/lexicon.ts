/** Compiles the tables in `lexicon/` into `model/lexicon.klm`, one section a word class. Run after every change to a table. */
import { readFileSync, writeFileSync } from 'node:fs'
import { compileVerbs } from '../src/inflection/verbs-compile.ts'
import { writeModel } from '../src/model/file.ts'
import { lexiconName } from '../src/model/load.ts'

const table = (name: string) => readFileSync(new URL(`../lexicon/${name}.tsv`, import.meta.url), 'utf8')

/** The bytes of `model/lexicon.klm`. */
export function compileLexicon(): Uint8Array {
  const verbs = compileVerbs({
    verbs: table('verbs'),
    strong: table('verbs-strong'),
    derivation: table('verbs-derivation'),
  })
  return writeModel(new Map([['verbs', verbs]]))
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL(`../model/${lexiconName}`, import.meta.url), compileLexicon())
}
