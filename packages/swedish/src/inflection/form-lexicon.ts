/** First line of compiled nouns and adjectives; the number grows when the layout changes. */
export const formDataHeader = 'klarsprak-forms 1'

/** No Swedish word that inflects is longer; longer strings are not looked at. */
export const longestWord = 80

/** Lemmas that are looked up before an index of all pays. */
const askedOfIndex = 1000

/** Words that inflect alike and have the same properties. */
export interface FormGroup {
  /** The endings of each cell, put after the stem, the usual one first; empty where the words lack the form. */
  readonly endings: readonly (readonly string[])[]
  /** What the table says of the words beside their forms, apart by the compiler. */
  readonly properties: readonly string[]
  /** True where another word with the same lemma stands before in the table. */
  readonly homonym: boolean
}

/** A form found in the lexicon: `stem` and the ending of one cell of a group's words. */
export interface FormMatch {
  readonly group: FormGroup
  readonly stem: string
  readonly cell: number
}

/** A stem's groups: mostly one. */
type GroupIds = number | number[]

/**
 * Words that inflect, read from what `compileForms` wrote. Stems are stored once each, endings once a paradigm; a form
 * is looked up by trying each ending's length. Nothing but the stems is decoded at load.
 */
export class FormLexicon {
  /** How many words it holds. */
  readonly size: number
  readonly #groups: FormGroup[] = []
  /** By what the endings of a group are: the cells of each, read when first asked for. */
  readonly #cells = new Map<FormGroup['endings'], Map<string, readonly number[]>>()
  readonly #stems = new Map<string, GroupIds>()
  readonly #endings = new Set<string>()
  readonly #longestEnding: number
  #byLemma: Map<string, FormMatch> | undefined
  #asked = 0

  /** @throws {Error} where the data is not of this format */
  constructor(data: string) {
    const lines = data.split('\n')
    if (lines[0] !== formDataHeader) throw new Error(`Lexikonet har fel format: ${String(lines[0]).slice(0, 40)}`)
    this.#longestEnding = Number(lines[1])
    const paradigms = Number(lines[2])
    const endings: string[][][] = []
    for (let i = 0; i < paradigms; i++) {
      const fields = lines[3 + i]!.split('\t')
      const row: string[][] = []
      for (let cell = 0; cell < fields.length; cell++) {
        const alternatives = fields[cell] === '-' ? [] : fields[cell]!.split('/')
        for (let index = 0; index < alternatives.length; index++) this.#endings.add(alternatives[index]!)
        row.push(alternatives)
      }
      endings.push(row)
    }
    let size = 0
    for (let at = 3 + paradigms; at < lines.length; at++) {
      const fields = lines[at]!.split('\t')
      if (fields.length < 4) continue
      const id = this.#groups.length
      const paradigm = Number(fields[0])
      this.#groups.push({
        endings: endings[paradigm]!,
        properties: fields[1]!.split(' '),
        homonym: fields[2] === '1',
      })
      const stems = fields[3]!.split(' ')
      size += stems.length
      // Thousands of stems are read at every start: a plain loop spares an object for each.
      for (let index = 0; index < stems.length; index++) {
        const stem = stems[index]!
        const known = this.#stems.get(stem)
        if (known === undefined) this.#stems.set(stem, id)
        else if (typeof known === 'number') this.#stems.set(stem, [known, id])
        else known.push(id)
      }
    }
    this.size = size
  }

  /** Every reading of a lower-case form in the nominative. */
  lookup(form: string): FormMatch[] {
    return this.lookupTail(form, 0, this.endingsOf(form))
  }

  /** Every reading of what is left of a form from `at` on, given the form's {@link endingsOf}. */
  lookupTail(form: string, at: number, endings: readonly string[]): FormMatch[] {
    const matches: FormMatch[] = []
    if (form.length - at > longestWord) return matches
    for (const ending of endings) {
      const end = form.length - ending.length
      if (end < at) continue
      const stem = form.slice(at, end)
      const ids = this.#stems.get(stem)
      if (ids === undefined) continue
      if (typeof ids === 'number') this.#collect(matches, ids, stem, ending)
      else for (const id of ids) this.#collect(matches, id, stem, ending)
    }
    return matches
  }

  /** What a form may end in, the longest first. */
  endingsOf(form: string): string[] {
    const endings: string[] = []
    for (let cut = Math.min(form.length, this.#longestEnding); cut >= 0; cut--) {
      const ending = form.slice(form.length - cut)
      if (this.#endings.has(ending)) endings.push(ending)
    }
    return endings
  }

  /** The words with this lemma (their first form), the usual one first. */
  find(lemma: string): FormMatch[] {
    return this.lookup(lemma)
      .filter((match) => match.cell === firstCell(match.group) && lemmaOf(match) === lemma)
      .filter((match, i, all) => all.findIndex((other) => other.group === match.group) === i)
      .sort((a, b) => Number(a.group.homonym) - Number(b.group.homonym))
  }

  /** The usual word with this lemma. Faster than {@link find} where it is asked often: then an index is built. */
  byLemma(lemma: string): FormMatch | undefined {
    if (this.#byLemma === undefined && this.#asked++ < askedOfIndex) return this.find(lemma)[0]
    this.#byLemma ??= this.#indexLemmas()
    return this.#byLemma.get(lemma)
  }

  #indexLemmas(): Map<string, FormMatch> {
    const index = new Map<string, FormMatch>()
    for (const [stem, ids] of this.#stems)
      for (const id of typeof ids === 'number' ? [ids] : ids) {
        const group = this.#groups[id]!
        const match = { group, stem, cell: firstCell(group) }
        const lemma = lemmaOf(match)
        if (!group.homonym || !index.has(lemma)) index.set(lemma, match)
      }
    return index
  }

  #collect(matches: FormMatch[], id: number, stem: string, ending: string): void {
    const group = this.#groups[id]!
    let byEnding = this.#cells.get(group.endings)
    if (byEnding === undefined) {
      byEnding = cellsByEnding(group.endings)
      this.#cells.set(group.endings, byEnding)
    }
    const cells = byEnding.get(ending)
    if (cells === undefined) return
    for (const cell of cells) matches.push({ group, stem, cell })
  }
}

function cellsByEnding(endings: readonly (readonly string[])[]): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  for (const [cell, alternatives] of endings.entries())
    for (const ending of alternatives) {
      const known = cells.get(ending)
      if (known === undefined) cells.set(ending, [cell])
      else known.push(cell)
    }
  return cells
}

function firstCell(group: FormGroup): number {
  return group.endings.findIndex((alternatives) => alternatives.length > 0)
}

/** The usual form of a word in a cell; undefined where it has none. */
export function formOf(match: FormMatch, cell: number): string | undefined {
  const ending = match.group.endings[cell]?.[0]
  return ending === undefined ? undefined : match.stem + ending
}

/** The lemma of a word: its first form. */
export function lemmaOf(match: FormMatch): string {
  return formOf(match, firstCell(match.group))!
}

/** Genitive of a form or name: `-s`, and nothing after s, x and z. */
export function genitive(form: string): string {
  const last = form.at(-1)?.toLowerCase()
  return last === 's' || last === 'x' || last === 'z' ? form : `${form}s`
}
