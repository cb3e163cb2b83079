import { readFileSync } from 'node:fs'
import { readAdjectives } from '../src/inflection/adjectives-compile.ts'
import { genitive } from '../src/inflection/form-lexicon.ts'
import { readNouns } from '../src/inflection/nouns-compile.ts'
import { CELLS, type Cell } from '../src/inflection/verbs-cells.ts'
import { readVerbTables, type VerbEntry } from '../src/inflection/verbs-table.ts'
import type { LexiconRows } from '../src/tagger/lexicon.ts'
import { type LexiconForm, readForms } from './lexicon.ts'
import { getOrCreate } from './maps.ts'

/** All forms of one lexicon entry: what shares a stem is laid out together. */
export type LexiconEntry = LexiconForm[]

/** Every form of every entry of the lexicon tables, with the tags that the treebank gives such forms. */
export function lexiconEntries(): LexiconEntry[] {
  return [
    ...verbEntries(),
    ...nounEntries(),
    ...adjectiveEntries(),
    ...nameEntries(),
    ...['closed', 'adverbs', 'abbreviations'].flatMap((name) => readForms(name).map((form) => [form])),
  ]
}

function table(name: string): string {
  return readFileSync(new URL(`../lexicon/${name}.tsv`, import.meta.url), 'utf8')
}

const finite = (rest: string): string => `Mood=Ind|Tense=${rest}`

/** Tags of each cell of a verb, `%` standing for `|Voice=Act`, `|Voice=Pass`, or nothing in a deponent. */
const verbTags: Partial<Record<Cell, string[]>> = {
  'Inf.Act': ['VerbForm=Inf|Voice=Act'],
  'Inf.Pass': ['VerbForm=Inf|Voice=Pass'],
  'Pres.Act': [finite('Pres|VerbForm=Fin|Voice=Act')],
  'Pres.Pass': [finite('Pres|VerbForm=Fin|Voice=Pass')],
  'Past.Act': [finite('Past|VerbForm=Fin|Voice=Act')],
  'Past.Pass': [finite('Past|VerbForm=Fin|Voice=Pass')],
  'Sup.Act': ['VerbForm=Sup|Voice=Act'],
  'Sup.Pass': ['VerbForm=Sup|Voice=Pass'],
  Imp: ['Mood=Imp|VerbForm=Fin|Voice=Act'],
}

function verbEntries(): LexiconEntry[] {
  const { entries } = readVerbTables(table('verbs'), table('verbs-strong'))
  const { never, sometimes } = deponentForms()
  // One reading a form: the treebank decides deponents by the verb, and so must the lexicon.
  const barred = ({ form, feats }: LexiconForm, lemma: string): boolean =>
    lemma.endsWith('s') ? sometimes.has(form) : never.has(form) && feats.endsWith('Voice=Pass')
  return entries
    .map((entry) => verbForms(entry).filter((form) => !barred(form, entry.lemma)))
    .filter((forms) => forms.length > 0)
}

/** Forms of deponents: those that are never a passive of a verb without -s (`finns`), and those that may be (`fattas`). */
function deponentForms(): { never: Set<string>; sometimes: Set<string> } {
  const rows = table('deponents')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((row) => row[4] === 'deponent')
  const formsOf = (chosen: string[][]): Set<string> =>
    new Set(chosen.flatMap((row) => row.slice(0, 4)).flatMap((forms) => forms.split('/')))
  return {
    never: formsOf(rows.filter((row) => !mayBePassive(row[6]!))),
    sometimes: formsOf(rows.filter((row) => mayBePassive(row[6]!))),
  }
}

/** Whether an agent or a subject makes the form a passive, not only a particle. */
function mayBePassive(condition: string): boolean {
  return /\b(av|agent|subject)\b/.test(condition)
}

function verbForms({ lemma, paradigm }: VerbEntry): LexiconEntry {
  const out: LexiconEntry = []
  const deponent = lemma.endsWith('s')
  const add = (form: string, upos: string, feats: string, as = lemma): void => {
    out.push({ form, upos, feats, lemma: as })
  }
  for (const cell of CELLS)
    for (const feats of verbTags[cell] ?? [])
      for (const form of paradigm[cell]) add(form, 'VERB', deponent ? feats.replace(/\|Voice=\w+/, '') : feats)
  for (const form of paradigm.PresPart) {
    add(form, 'ADJ', 'Case=Nom|Degree=Pos|Tense=Pres|VerbForm=Part', form)
    add(`${form}s`, 'ADJ', 'Case=Gen|Degree=Pos|Tense=Pres|VerbForm=Part', form)
    add(form, 'NOUN', 'Case=Nom|Definite=Ind|Gender=Neut|Number=Sing', form)
    add(`${form}s`, 'NOUN', 'Case=Gen|Definite=Ind|Gender=Neut|Number=Sing', form)
    add(`${form}t`, 'NOUN', 'Case=Nom|Definite=Def|Gender=Neut|Number=Sing', form)
    add(`${form}ts`, 'NOUN', 'Case=Gen|Definite=Def|Gender=Neut|Number=Sing', form)
  }
  for (const [i, common] of paradigm['PastPart.Com'].entries()) {
    const neuter = paradigm['PastPart.Neut'][i] ?? common
    const plural = paradigm['PastPart.Plur'][i]
    const participle = (form: string, agreement: string, degree = 'Degree=Pos|'): void =>
      add(form, 'ADJ', `Case=Nom|${agreement.replace('|Gender', `|${degree}Gender`)}|Tense=Past|VerbForm=Part`, common)
    if (neuter === common) add(common, 'ADJ', pastParticiple('Definite=Ind|Degree=Pos|Number=Sing'), common)
    else {
      participle(common, 'Definite=Ind|Gender=Com|Number=Sing')
      participle(neuter, 'Definite=Ind|Gender=Neut|Number=Sing')
    }
    add(common, 'VERB', `${pastParticiple('Definite=Ind|Gender=Com|Number=Sing')}|Voice=Pass`, common)
    add(neuter, 'VERB', `${pastParticiple('Definite=Ind|Gender=Neut|Number=Sing')}|Voice=Pass`, common)
    if (plural === undefined) continue
    add(plural, 'ADJ', pastParticiple('Definite=Def|Degree=Pos'), common)
    add(plural, 'ADJ', pastParticiple('Definite=Ind|Degree=Pos|Number=Plur'), common)
    add(plural, 'VERB', `${pastParticiple('Number=Plur')}|Voice=Pass`, common)
    add(`${plural}s`, 'ADJ', `Case=Gen|Definite=Ind|Degree=Pos|Number=Plur|Tense=Past|VerbForm=Part`, common)
  }
  return out
}

function pastParticiple(agreement: string): string {
  return `Case=Nom|${agreement}|Tense=Past|VerbForm=Part`
}

function nounEntries(): LexiconEntry[] {
  return readNouns(table('nouns')).map(({ lemma, paradigm, gender, forms }) => {
    const genders = paradigm === 'pl' ? ['Com', 'Neut'] : [gender]
    const out: LexiconEntry = []
    for (const [cell, definite, number] of [
      ['singInd', 'Ind', 'Sing'],
      ['singDef', 'Def', 'Sing'],
      ['plurInd', 'Ind', 'Plur'],
      ['plurDef', 'Def', 'Plur'],
    ] as const)
      for (const form of forms[cell]?.split('/') ?? [])
        for (const gender of genders)
          for (const [spelt, grammaticalCase] of [
            [form, 'Nom'],
            [genitive(form), 'Gen'],
          ] as const)
            out.push({
              form: spelt,
              upos: 'NOUN',
              feats: `Case=${grammaticalCase}|Definite=${definite}|Gender=${gender}|Number=${number}`,
              lemma,
            })
    return out
  })
}

function adjectiveEntries(): LexiconEntry[] {
  return readAdjectives(table('adjectives')).map(({ lemma, paradigm, forms }) => {
    const out: LexiconEntry = []
    const add = (forms: string | undefined, feats: string, upos = 'ADJ'): void => {
      for (const form of forms?.split('/') ?? []) out.push({ form, upos, feats, lemma })
    }
    if (paradigm === '0') add(forms.common, 'Case=Nom|Degree=Pos')
    else {
      if (forms.neuter === forms.common) add(forms.common, 'Case=Nom|Definite=Ind|Degree=Pos|Number=Sing')
      else {
        add(forms.common, 'Case=Nom|Definite=Ind|Degree=Pos|Gender=Com|Number=Sing')
        add(forms.neuter, 'Case=Nom|Definite=Ind|Degree=Pos|Gender=Neut|Number=Sing')
      }
      add(forms.definite, 'Case=Nom|Definite=Def|Degree=Pos')
      add(forms.plural, 'Case=Nom|Definite=Ind|Degree=Pos|Number=Plur')
      add(forms.neuter, 'Degree=Pos', 'ADV')
      for (const form of new Set([forms.definite, forms.plural]))
        for (const one of form.split('/'))
          out.push({ form: genitive(one), upos: 'ADJ', feats: 'Case=Gen|Definite=Ind|Degree=Pos|Number=Plur', lemma })
    }
    add(forms.comparative, 'Case=Nom|Degree=Cmp')
    for (const form of forms.comparative?.split('/') ?? []) add(genitive(form), 'Case=Gen|Degree=Cmp')
    add(forms.comparative, 'Degree=Cmp', 'ADV')
    add(forms.superlative, 'Case=Nom|Definite=Ind|Degree=Sup')
    add(forms.superlative, 'Degree=Sup', 'ADV')
    add(forms.superlativeDefinite, 'Case=Nom|Definite=Def|Degree=Sup')
    return out
  })
}

/**
 * Names of people and places, and abbreviations of names. Names of authorities are common nouns in the
 * definite (`Skatteverket`), as the treebank has them.
 */
function nameEntries(): LexiconEntry[] {
  const entries = new Map<string, LexiconEntry>()
  for (const line of table('names').trimEnd().split('\n').slice(1)) {
    const [name, type] = line.split('\t')
    const common = /^(agency|organisation|region|county)$/.test(type!)
    for (const part of name!.split(' ')) {
      const capitals = part.length > 1 && part === part.toUpperCase()
      if (!/^\p{Lu}/u.test(part) || (common && !capitals)) continue
      const possessive = capitals ? `${part}:s` : genitive(part)
      entries.set(part, [
        { form: part, upos: 'PROPN', feats: 'Case=Nom', lemma: part },
        { form: possessive, upos: 'PROPN', feats: 'Case=Gen', lemma: part },
      ])
    }
  }
  return [...entries.values()]
}

/** Lays entries out as stems and endings for the model file. */
export function layOutLexicon(entries: readonly LexiconEntry[], tagOf: (form: LexiconForm) => number): LexiconRows {
  const endingsOf = new Map<string, Map<string, Set<number>>>()
  for (const entry of entries) {
    const stem = commonStart(entry.map(({ form }) => form.toLowerCase()))
    const endings = getOrCreate(endingsOf, stem, () => new Map<string, Set<number>>())
    for (const form of entry)
      getOrCreate(endings, form.form.toLowerCase().slice(stem.length), () => new Set<number>()).add(tagOf(form))
  }
  const sets: number[][] = []
  const setOf = new Map<string, number>()
  const paradigms: Map<string, number>[] = []
  const paradigmOf = new Map<string, number>()
  const stems = new Map<string, number>()
  for (const [stem, endings] of endingsOf) {
    const paradigm = new Map<string, number>()
    for (const [ending, tags] of [...endings].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const sorted = [...tags].sort((a, b) => a - b)
      paradigm.set(
        ending,
        getOrCreate(setOf, sorted.join(), () => sets.push(sorted) - 1),
      )
    }
    const signature = [...paradigm].map(([ending, set]) => `${ending}=${set}`).join()
    stems.set(
      stem,
      getOrCreate(paradigmOf, signature, () => paradigms.push(paradigm) - 1),
    )
  }
  return { stems, paradigms, sets }
}

function commonStart(forms: readonly string[]): string {
  let stem = forms[0]!
  for (const form of forms) while (!form.startsWith(stem)) stem = stem.slice(0, -1)
  return stem
}
