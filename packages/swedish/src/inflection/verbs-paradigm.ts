import { CELLS, type ConjugationClass, type Paradigm } from './verbs-cells.ts'

/** What a dictionary gives: enough to derive every other form. Alternatives stand after the usual form. */
export interface PrincipalParts {
  inf: string[]
  pres: string[]
  past: string[]
  sup: string[]
  /** Past participle, common gender. */
  part: string[]
  imp: string[]
  /** Present participle. */
  prespart: string[]
  /** Past participle, neuter, where it cannot be derived from `part`. */
  neut?: string[]
  /** The s-form of the present tense, where it cannot be derived. */
  press?: string[]
  /** Past subjunctive: `vore`. */
  sub?: string[]
}

/** Thrown where a row says what Swedish cannot: a class that does not go with the infinitive. */
export class ParadigmError extends Error {
  override name = 'ParadigmError'
}

const vowel = /[aeiouyåäöé]$/

/**
 * Principal parts of a regular verb.
 *
 * @param inf active infinitive
 * @throws {ParadigmError} where the class does not go with the infinitive
 */
export function regularParts(inf: string, conjugation: ConjugationClass): PrincipalParts {
  if (conjugation === '3') {
    if (!vowel.test(inf)) throw new ParadigmError(`${inf}: class 3 needs a vowel at the end`)
    return parts(inf, `${inf}r`, `${inf}dde`, `${inf}tt`, `${inf}dd`, inf, `${inf}ende`)
  }
  if (!inf.endsWith('a') || inf.length < 2) throw new ParadigmError(`${inf}: class ${conjugation} needs -a at the end`)
  const stem = inf.slice(0, -1)
  if (conjugation === '1') {
    return parts(inf, `${inf}r`, `${inf}de`, `${inf}t`, `${inf}d`, inf, `${inf}nde`)
  }
  if (conjugation === '2a') return dentalParts(inf, stem)
  if (conjugation === '2b') {
    if (!/[kpstxn]$/.test(stem)) throw new ParadigmError(`${inf}: class 2b needs a stem in -k, -p, -s, -t, -x or -n`)
    if (/[aeiouyåäö]t$/.test(stem)) {
      return parts(inf, `${stem}er`, `${stem}te`, `${stem}t`, `${stem}t`, stem, `${stem}ande`)
    }
    const base = stem.endsWith('t') || stem.endsWith('nn') ? stem.slice(0, -1) : stem
    return parts(inf, `${stem}er`, `${base}te`, `${base}t`, `${base}t`, stem, `${stem}ande`)
  }
  throw new ParadigmError(`${inf}: class ${conjugation} has no rule`)
}

function dentalParts(inf: string, stem: string): PrincipalParts {
  if (/[kpstx]$/.test(stem)) throw new ParadigmError(`${inf}: class 2a needs a voiced stem`)
  const presentParticiple = `${stem}ande`
  if (/[aeiouyåäö]d$/.test(stem)) {
    const short = stem.slice(0, -1)
    return parts(inf, `${stem}er`, `${stem}de`, `${short}tt`, `${stem}d`, stem, presentParticiple)
  }
  if (stem.endsWith('d')) {
    const short = stem.slice(0, -1)
    return parts(inf, `${stem}er`, `${short}de`, `${short}t`, stem, stem, presentParticiple)
  }
  // glömma, glömde; känna, kände, but the imperative keeps both n: känn.
  const written = /(mm|nn)$/.test(stem) ? stem.slice(0, -1) : stem
  const present = stem.endsWith('r') ? stem : `${stem}er`
  const imperative = stem.endsWith('mm') ? written : stem
  return parts(inf, present, `${written}de`, `${written}t`, `${written}d`, imperative, presentParticiple)
}

function parts(
  inf: string,
  pres: string,
  past: string,
  sup: string,
  part: string,
  imp: string,
  prespart: string,
): PrincipalParts {
  return { inf: [inf], pres: [pres], past: [past], sup: [sup], part: [part], imp: [imp], prespart: [prespart] }
}

/** All forms of a verb with these principal parts. */
export function fullParadigm(p: PrincipalParts): Paradigm {
  const participles = p.part.map(participleForms)
  return {
    'Inf.Act': p.inf,
    'Inf.Pass': p.inf.map((form) => `${form}s`),
    'Pres.Act': p.pres,
    'Pres.Pass': p.press ?? presentPassive(p),
    'Past.Act': p.past,
    // sade, lade have s-forms; their short forms sa, la have none, nor has a preterite that ends in -s.
    'Past.Pass': p.past.filter((form) => !/[as]$/.test(form)).map((form) => `${form}s`),
    'Sup.Act': p.sup,
    'Sup.Pass': p.sup.map((form) => `${form}s`),
    Imp: p.imp,
    PresPart: p.prespart,
    'PastPart.Com': p.part,
    'PastPart.Neut': p.neut ?? participles.map((forms) => forms.neuter),
    'PastPart.Plur': participles.map((forms) => forms.plural),
    'PastPart.Masc': participles.map((forms) => forms.masculine),
    'Past.Sub': p.sub ?? [],
  }
}

/** The forms of a deponent: the s-forms of the verb that it would be without its -s. */
export function deponentParadigm(active: PrincipalParts, given: Partial<PrincipalParts> = {}): Paradigm {
  const forms = fullParadigm(active)
  const present = given.pres ?? forms['Pres.Pass']
  return {
    ...emptyParadigm(),
    'Inf.Act': given.inf ?? forms['Inf.Pass'],
    'Pres.Act': present,
    'Past.Act': given.past ?? forms['Past.Pass'],
    'Sup.Act': given.sup ?? forms['Sup.Pass'],
    Imp: given.imp ?? present.slice(0, 1),
    PresPart: given.prespart ?? [],
  }
}

/** The same verb where only its active forms are in use: `bli`, `kunna`. */
export function withoutPassive(paradigm: Paradigm): Paradigm {
  return { ...paradigm, 'Inf.Pass': [], 'Pres.Pass': [], 'Past.Pass': [], 'Sup.Pass': [] }
}

function emptyParadigm(): Paradigm {
  return Object.fromEntries(CELLS.map((cell) => [cell, [] as string[]])) as Paradigm
}

function presentPassive(p: PrincipalParts): string[] {
  const usual: string[] = []
  const formal: string[] = []
  for (const [i, inf] of p.inf.entries()) {
    const present = p.pres[i]
    if (present === undefined) continue
    const stem = inf.endsWith('a') && inf.length > 2 ? inf.slice(0, -1) : undefined
    if (present.endsWith('ar') && stem !== undefined && present === `${inf}r`) {
      usual.push(`${inf}s`)
    } else if (stem === undefined || present === `${inf}r`) {
      usual.push(`${present.replace(/r$/, '')}s`)
    } else {
      // Of a short and a long infinitive the long one has the formal s-form alone: tages, not tags.
      const short = i > 0 ? undefined : (p.imp[0] ?? stem)
      if (short !== undefined && !/[sx]$/.test(short)) usual.push(`${short}s`)
      formal.push(`${stem}es`)
    }
  }
  return [...new Set([...usual, ...formal])]
}

function participleForms(common: string): { neuter: string; plural: string; masculine: string } {
  const stem = common.slice(0, -1)
  if (common.endsWith('ad')) return { neuter: `${stem}t`, plural: `${common}e`, masculine: `${common}e` }
  if (common.endsWith('en')) {
    const base = common.slice(0, -2).replace(/mm$/, 'm')
    const joined = base.endsWith('nn') ? base : `${base}n`
    return { neuter: `${stem}t`, plural: `${joined}a`, masculine: `${joined}e` }
  }
  if (common.endsWith('dd')) {
    return { neuter: `${common.slice(0, -2)}tt`, plural: `${common}a`, masculine: `${common}e` }
  }
  if (/[åöyo]d$/.test(common)) return { neuter: `${stem}tt`, plural: `${common}a`, masculine: `${common}e` }
  if (common.endsWith('d')) return { neuter: `${stem}t`, plural: `${common}a`, masculine: `${common}e` }
  return { neuter: common, plural: `${common}a`, masculine: `${common}e` }
}
