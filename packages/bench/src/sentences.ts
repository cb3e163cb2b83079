import type { Random } from './random.ts'
import {
  abbreviations,
  adjectives,
  adverbials,
  firstParts,
  givenNames,
  months,
  nameBeginnings,
  nouns,
  placeEndings,
  surnameEndings,
  verbs,
} from './words.ts'

/**
 * A Swedish sentence of official prose, with its faults. New words (compounds, names, places) go on coming, about as
 * fast as in real texts: some 5 000 types in 20 000 words.
 */
export function sentence(random: Random): string {
  const text = random.pick(templates)(random)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A heading of two to five words. */
export function heading(random: Random): string {
  const text = random.pick(headings)(random)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Template = (random: Random) => string

function noun(random: Random, form: number): string {
  const head = random.pickSkewed(nouns)[form]!
  if (!random.chance(0.6)) return head
  const compound = random.pickSkewed(firstParts) + head
  return random.chance(0.12) ? random.pickSkewed(firstParts) + compound : compound
}

const definite = (random: Random): string => noun(random, 1)
const plural = (random: Random): string => noun(random, 2)
const definitePlural = (random: Random): string => noun(random, 3)
const verb = (random: Random, form: number): string => random.pickSkewed(verbs)[form]!
/** The s-form of a present, preterite or supine. */
const passive = (random: Random, form: number): string => {
  const active = verb(random, form)
  return form === 1 ? `${active.replace(/e?r$/, '')}s` : `${active}s`
}
const adjective = (random: Random): string => random.pickSkewed(adjectives)[2]
const place = (random: Random): string => random.pickSkewed(nameBeginnings) + random.pickSkewed(placeEndings)
const person = (random: Random): string =>
  `${random.pickSkewed(givenNames)} ${random.pickSkewed(nameBeginnings)}${random.pickSkewed(surnameEndings)}`
const date = (random: Random): string => `den ${1 + random.below(28)} ${random.pick(months)}`
const amount = (random: Random): string => `${1 + random.below(98)} ${String(random.below(1000)).padStart(3, '0')}`
const adverbial = (random: Random): string => random.pick(adverbials)

const templates: readonly Template[] = [
  (r) => `${definite(r)} i ${place(r)} ${passive(r, 1)} ${adverbial(r)}.`,
  (r) => `${definite(r)} har ${passive(r, 3)} av ${definite(r)} ${date(r)}.`,
  (r) => `du kan ${verb(r, 0)} ${plural(r)} på ${definite(r)} i ${place(r)}.`,
  (r) =>
    `vi ${verb(r, 1)} ${adjective(r)} ${plural(r)} ${adverbial(r)}, och ${definite(r)} kostar ${amount(r)} kronor.`,
  (r) => `${person(r)}, ${noun(r, 0)} på ${definite(r)}, ${verb(r, 2)} ${definitePlural(r)} ${date(r)}.`,
  (r) => `de ${adjective(r)} ${definitePlural(r)} ska ${verb(r, 0)}s innan ${definite(r)} börjar ${date(r)}.`,
  (r) =>
    `om du inte har fått ${definite(r)} senast ${date(r)} ringer du ${person(r)} på telefon 05${r.below(90) + 10}-${r.below(900) + 100} ${r.below(90) + 10}.`,
  (r) =>
    `kommunen genomför en ${noun(r, 0).replace(/.*/, 'översyn')} av ${definitePlural(r)} avseende ${plural(r)} i ${place(r)}.`,
  (r) => `den sökande skall erhålla ${definite(r)} från ${definite(r)} ${adverbial(r)}.`,
  (r) => `ungefär ${r.below(99) + 1}${r.chance(0.3) ? '' : ' '}% av ${definitePlural(r)} ${verb(r, 2)} ${plural(r)}.`,
  (r) =>
    `enligt ${r.below(12) + 1} kap. ${r.below(40) + 1} § miljöbalken får ${definite(r)} ${verb(r, 0)} ${plural(r)}.`,
  (r) => `${definite(r)} (${r.pick(abbreviations)}) ${verb(r, 1)} ${plural(r)}, t.ex. ${plural(r)} och ${plural(r)}.`,
  (r) =>
    `man bör beakta att ${definite(r)} i ${place(r)} föranleder ${adjective(r)} ${plural(r)} för dem som ${verb(r, 1)} ${definitePlural(r)}.`,
  (r) => `– Det här är en ${r.pickSkewed(adjectives)[0]} ${noun(r, 0)} för ${place(r)}, säger ${person(r)}.`,
  (r) => `vem ${verb(r, 1)} ${definitePlural(r)} i ${place(r)}?`,
  (r) =>
    `${definite(r)} ${verb(r, 2)} i går ${adjective(r)} ${plural(r)}, vilket innebär att ${definitePlural(r)} i ${place(r)} och ${place(r)} kommer att ${verb(r, 0)}s ${adverbial(r)}, medan ${definite(r)} även i fortsättningen ${verb(r, 1)} ${plural(r)} och ${plural(r)} som ${definitePlural(r)} tidigare har ${verb(r, 3)}.`,
  (r) => `läs mer om ${definite(r)} på www.${place(r).toLowerCase().replace(/[åäö]/g, 'a')}.example/${r.below(5000)}.`,
  (r) => `kl. ${r.below(12) + 8}.30 ${date(r)} ${verb(r, 1)} ${person(r)} ${definite(r)} vid ${definite(r)}.`,
  (r) => `${r.pick(abbreviations)} har ${verb(r, 3)} ${definitePlural(r)}, men ${definite(r)} är inte klar.`,
  (r) => `i ${place(r)} finns ${r.below(40) + 2} ${plural(r)} och en ${r.pickSkewed(adjectives)[0]} ${noun(r, 0)}.`,
  (r) => `beslutet fattades av ${definite(r)} och ${verb(r, 2)} ${definitePlural(r)} inom ${definite(r)}.`,
]

const headings: readonly Template[] = [
  (r) => `så ${verb(r, 1)} du ${plural(r)}`,
  (r) => `${definite(r)} i ${place(r)}`,
  (r) => `${plural(r)} och ${plural(r)}`,
  (r) => `vi ${verb(r, 1)} ${definite(r)} ${date(r)}`,
  () => 'bakgrund',
]
