import { analyseNounForm, inflectAdjective, inflectNoun, nounInfo, type VerbFormName, verbForms } from 'retext-swedish'
import { parts, readTable } from '../src/table.ts'

type Columns = 'uttryck' | 'klass' | 'byt' | 'skriv' | 'styrka' | 'saker' | 'villkor' | 'former'

const cells: readonly [cell: string, form: VerbFormName, voice: 'Act' | 'Pass'][] = [
  ['Pres', 'Pres', 'Act'],
  ['Inf', 'Inf', 'Act'],
  ['Past', 'Past', 'Act'],
  ['Sup', 'Sup', 'Act'],
  ['Imp', 'Imp', 'Act'],
  ['PresPass', 'Pres', 'Pass'],
  ['InfPass', 'Inf', 'Pass'],
  ['PastPass', 'Past', 'Pass'],
  ['SupPass', 'Sup', 'Pass'],
]
/** Verbs whose passive nobody would write. */
const noPassive =
  /^(?:få|ha|vara|finna|finnas|bli|gälla|kunna|ska|vilja|tänka|börja|ligga|bo|komma|höra|handla|leda till|stå|delta|se fram|känna till|veta|göra det|säga till)(?: |$)/
/** With anything but a particle after it a verb cannot be made passive as it is: `med` is one in `ta med`, not in `arbeta med`. */
const particleOnly =
  /^(?:\p{L}+(?: (?:in|ut|upp|fram|bort|tillbaka|emot|ner|ifrån|över|ihop|klart|möjlighet|plats))?|(?:ta|skicka|räkna|lämna) med)$/u

/**
 * Puts every form, and what stands for it, into a table of words to replace. The written table has
 * dictionary forms; verbs are inflected by retext-swedish, the others name their forms. A table without the
 * columns of such a table comes back undefined.
 *
 * @throws Error that names the row, where a verb cannot be inflected
 */
export function compileReplacements(text: string): string | undefined {
  if (!/^uttryck\tklass\tbyt\t/.test(text)) return undefined
  const lines = ['term\tclass\treplacements\tadvice\tstrength\tsafe\tconditions\tpatterns\tinstead']
  for (const row of readTable<Columns>(text)) {
    const alternatives = parts(row.byt)
    if (alternatives.length === 0 && row.skriv === '') throw new Error(`${row.uttryck}: inget att skriva i stället`)
    const forms = row.klass === 'v' ? verbs(row.uttryck, alternatives) : named(row.uttryck, row, alternatives)
    const wordClass = row.klass.replace('-äldre', '')
    const cells = [...forms.values()].map((byCell) =>
      [...byCell].map(([cell, words]) => `${cell}=${words.join('|')}`).join(','),
    )
    lines.push(
      [
        row.uttryck,
        wordClass,
        row.byt,
        row.skriv,
        row.styrka,
        row.saker,
        row.villkor,
        [...forms.keys()].join(';'),
        cells.join(';'),
      ].join('\t'),
    )
  }
  return lines.join('\n')
}

type Forms = Map<string, Map<string, string[]>>

function verbs(lemma: string, alternatives: readonly string[]): Forms {
  const fixed = fixedForm(lemma)
  if (fixed) return new Map([[lemma, new Map([[fixed, [...alternatives]]])]])
  const forms: Forms = new Map()
  for (const [cell, form, voice] of cells) {
    if (voice === 'Pass' && isSForm(lemma)) continue
    const own = inflect(lemma, form, voice)
    if (own.length === 0 && form === 'Pres' && voice === 'Act') throw new Error(`${lemma}: går inte att böja`)
    const instead = alternatives.flatMap((verb) =>
      voice === 'Pass' && !hasPassive(verb, form) ? [] : inflect(verb, form, voice).slice(0, 1),
    )
    for (const word of own) {
      const byCell = forms.get(word) ?? new Map<string, string[]>()
      if (!byCell.has(cell)) byCell.set(cell, instead)
      forms.set(word, byCell)
    }
  }
  return forms
}

function hasPassive(verb: string, form: VerbFormName): boolean {
  // `kan fås`, `har fåtts`, but nobody writes `ficks`.
  if (verb === 'få') return form !== 'Past'
  return !noPassive.test(verb) && !isSForm(verb) && particleOnly.test(verb)
}

function isSForm(verb: string): boolean {
  return /^\p{L}+s(?: |$)/u.test(verb)
}

/** The forms of a verb and what stands after it; an s-form such as `krävas` keeps its s in every form. */
function inflect(verb: string, form: VerbFormName, voice: 'Act' | 'Pass'): readonly string[] {
  const known = verbForms(verb, { form, voice })
  if (known.length > 0 || !isSForm(verb)) return known
  if (form === 'Imp') return []
  return verbForms(verb.replace(/s(?= |$)/, ''), { form, voice: 'Pass' })
}

/** A phrase whose verb stands in one form only, such as `är att anse som`: the cell of that form. */
function fixedForm(lemma: string): string | undefined {
  if (/^(?:är|finns) /.test(lemma)) return 'Pres'
  return /^(?:kan|kunde|torde)(?: |$)/.test(lemma) ? 'Pres' : undefined
}

/** Old verb forms, nouns, adjectives and words that do not change: the row names the forms. */
function named(lemma: string, row: Record<Columns, string>, alternatives: readonly string[]): Forms {
  const forms: Forms = new Map()
  for (const form of [lemma, ...parts(row.former)]) {
    if (row.klass === 'n') {
      forms.set(form, likeNoun(form, lemma, alternatives))
      continue
    }
    const instead =
      row.klass === 'v-äldre'
        ? alternatives.flatMap((verb) => inflect(verb, isPresent(form) ? 'Pres' : 'Inf', 'Act').slice(0, 1))
        : row.klass === 'adj'
          ? alternatives.flatMap((adjective) => likeAdjective(lemma, form, adjective) ?? [])
          : form === lemma
            ? [...alternatives]
            : []
    forms.set(form, new Map([['', instead]]))
  }
  return forms
}

function isPresent(form: string): boolean {
  return form.split(' ')[0]!.endsWith('r')
}

/**
 * The adjective in the form that `form` is of `lemma`: neuter or plural by its ending. A lemma on -t is neuter too,
 * `ett frekvent fel`, so that nothing is sure to fit.
 */
function likeAdjective(lemma: string, form: string, adjective: string): string | undefined {
  if (form === lemma) return lemma.endsWith('t') ? undefined : adjective
  if (form.endsWith('t')) return inflectAdjective(adjective, { gender: 'Neut' })
  return form.endsWith('a') ? inflectAdjective(adjective, { number: 'Plur' }) : undefined
}

/**
 * The nouns in the number and definiteness of `form`. Those of another gender stand in the cell `bare`: they
 * fit only where no article and no adjective goes with the noun.
 */
function likeNoun(form: string, lemma: string, nouns: readonly string[]): Map<string, string[]> {
  const reading = analyseNounForm(form).find(({ case: grammatical }) => grammatical === 'Nom')
  if (reading === undefined) return new Map([['bare', form === lemma ? [...nouns] : []]])
  const same: string[] = []
  const other: string[] = []
  for (const noun of nouns) {
    const { number, definite, gender } = reading
    const inflected = inflectNoun(noun, { number, definite })
    if (inflected === undefined) continue
    if (nounInfo(noun)?.gender === gender || number === 'Plur') same.push(inflected)
    else other.push(inflected)
  }
  return new Map([
    ['', same],
    ['bare', other],
  ])
}
