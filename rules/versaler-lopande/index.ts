import { defineRule, type TextBlock } from '@klarsprak/engine'
import { analyseAdjectiveForm, analyseNounForm, analyseVerbForm, nameTypes } from 'retext-swedish'
import { abbreviations } from '../src/abbreviations.ts'
import { advise, write } from '../src/advice.ts'
import { after, before, isTechnical, wordAt } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { capitalise, startsSentence } from '../src/words.ts'

const capitals = /(?<![\p{L}\d@_./-])\p{Lu}{3,40}(?![\p{L}\d@_/-]|:\p{L})/uy
/** Somebody's own tale, in a free tone. */
const tale = /(?<!\p{L})jag(?!\p{L})/iu
/** Small words that people shout. */
const small = new Set(
  (
    'alla inte och måste alltid aldrig endast bara före efter innan utan inga inget ingen ingenting varje hela även eller ' +
    'senast genast nu här där detta denna dessa varken både minst högst mycket absolut ej mot med från till under över ' +
    'vid dig ditt dina era vara kan ska får bör'
  ).split(' '),
)

export const rule = defineRule({
  meta: {
    id: 'versaler-lopande',
    title: 'Ord i versaler',
    description: 'Hittar vanliga ord och hela meningar som är skrivna med bara stora bokstäver.',
    why: 'Ordbilden försvinner när alla bokstäver är lika höga, och tonen blir rop.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('3.4–3.5'), { work: 'Praxis för tillgänglig text' }],
    options: {
      tillatObs: { type: 'boolean', default: false, description: 'Låt OBS stå med stora bokstäver.' },
      minBokstaver: {
        type: 'integer',
        default: 4,
        minimum: 3,
        maximum: 20,
        description: 'Så många bokstäver måste ordet ha.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['versalt-tilltal'],
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.capitals)) return
      const found = atCapitals(text, capitals).map(({ 0: form, index: start }) => ({
        form,
        start,
        end: start + form.length,
      }))
      if (found.length === 0) return
      for (const { form, start, end } of found) {
        if (form !== 'OBS' || options.tillatObs || isTechnical(block, start, end)) continue
        const sign = text.charAt(end) === '!' || text.charAt(end) === ':' ? 1 : 0
        const small = write(start, end, /,[ \u00a0]$/.test(before(text, start, 2)) ? 'obs' : 'Obs')
        report({
          at: { start, end },
          severity: 'suggestion',
          message: 'Skriv ”Obs” eller säg vad läsaren ska tänka på.',
          // `Tänk på att` leads in a clause, and no phrase: `OBS! Ändring i schemat`.
          suggestions: clauseAfter.test(after(text, end + sign, 12))
            ? [advise(`Skriv ”Tänk på att …” i stället för ”OBS${text.slice(end, end + sign)}”`), small]
            : [small, advise('Stryk ordet om raden säger nog utan det')],
        })
      }
      for (const run of runsOf(found, text)) checkRun(run, block, options.minBokstaver, report)
    },
  },
})

const clauseAfter = /^[ \u00a0](?:det|du|vi|den|de|ni|alla|om|när|att|ingen|inga|endast|bara)(?!\p{L})/iu

interface Caps {
  readonly form: string
  readonly start: number
  readonly end: number
}

/** Words in capitals that stand next to each other, short ones between them taken in. */
function runsOf(found: readonly Caps[], text: string): Caps[][] {
  const runs: Caps[][] = []
  for (const word of found) {
    if (word.form === 'OBS') continue
    const last = runs.at(-1)?.at(-1)
    if (last && /^(?:[ \u00a0,]|[ \u00a0]\p{Lu}{1,2})+$/u.test(text.slice(last.end, word.start)))
      runs.at(-1)!.push(word)
    else runs.push([word])
  }
  return runs
}

function checkRun(
  run: readonly Caps[],
  block: TextBlock,
  least: number,
  report: Parameters<NonNullable<NonNullable<typeof rule.block>['block']>>[1]['report'],
): void {
  const { text } = block
  const start = run[0]!.start
  const end = run.at(-1)!.end
  const common = run.filter(({ form }) => isCommon(form, least))
  // A property, a case, a title in capitals: what stands around is no word.
  if (
    common.length === 0 ||
    common.length < run.length * (run.length > 3 ? 0.5 : 0.75) ||
    isTechnical(block, start, end)
  )
    return
  if (/^[ \u00a0]?[\d:(]/.test(after(text, end, 2)) || /[\d/][ \u00a0]?$/.test(before(text, start, 2))) return
  // ”2. LOKALEN från klockan 16”: the label of a row in a list that ran into the text.
  if (/(?:^|[ \u00a0\n])\d{1,2}[.)][ \u00a0]$/u.test(before(text, start, 6))) return
  if (block.kind === 'listItem' && start === 0 && run.length < 3 && !small.has(run[0]!.form.toLowerCase())) return
  if (run.length === 1 && (isNamed(run[0]!, block) || tale.test(text))) return
  const isShout = run.length > 2
  // A line of its own in capitals is a heading.
  if (start === 0 && run.length > 0 && !/\p{Ll}{3}/u.test(text)) return
  // Headings run into the text where the layout is lost.
  if (run.length > 3 && !/[.!]/.test(text.charAt(end))) return
  const word = wordAt(block, start)
  const lower = lowered(text.slice(start, end))
  // Unknown words may be names, which only the writer can tell.
  const isKnown = run.every(
    ({ form }) => form.length < 4 || nameTypes(capitalise(form.toLowerCase())).length > 0 || isCommon(form, least),
  )
  const isFirst = word !== undefined && startsSentence(word)
  // Labels and headings run into the text: the words around must make a sentence with it.
  if (!isShout) {
    if (!isFirst && !/\p{Ll}[”"]?[ \u00a0,]+$/u.test(before(text, start, 4))) return
    if (!/^(?:[ \u00a0][\p{Ll}\d(]|[.,!?;:)”"]|$)/u.test(after(text, end, 2))) return
    if (!word?.sentence.words.some((other) => isFiniteVerb(other) || other.morph.Mood === 'Imp')) return
  }
  report({
    at: { start, end },
    ...(isShout ? {} : { severity: 'suggestion' as const }),
    message: isShout
      ? 'Skriv meningen med små bokstäver.'
      : `Skriv ”${isFirst ? capitalise(lower) : lower}” med små bokstäver.`,
    suggestions: [
      ...(isKnown
        ? [write(start, end, isFirst ? capitalise(lower) : lower)]
        : [advise('Skriv orden med små bokstäver, utom namnen')]),
      ...(block.markAt(start, 'strong') === undefined ? [advise('Gör ordet fetstilt om det måste synas')] : []),
    ],
  })
}

/** What has a name of its own, before or after it: `utbildningen STAD`, `FEST utbildning`. */
const called =
  /(?:utbildningen|kursen|stödet|programmet|systemet|projektet|verktyget|\p{L}*tjänsten|metoden|gruppen|\p{L}*appen|portalen|registret|modellen|nätverket|kampanjen|databasen|applikationen)[ \u00a0]$/u
const kindAfter = /^[ \u00a0](?:utbildning|kurs|stöd|program|system|projekt|verktyg|tjänst|metod)/u

/** True for the name of a course, a project or the like, written in capitals. */
function isNamed({ form, start, end }: Caps, block: TextBlock): boolean {
  const { text } = block
  if (small.has(form.toLowerCase())) return false
  if (called.test(before(text, start, 16)) || kindAfter.test(after(text, end, 16)) || text.includes(`${form}-`))
    return true
  if (text.indexOf(form) !== start || text.includes(form, end)) return true
  // Somebody who does something: `FUNKA erbjuder`.
  const word = wordAt(block, start)
  return word !== undefined && startsSentence(word) && word.next !== undefined && isFiniteVerb(word.next)
}

/** The words in lower case, but for names: `VÄLKOMNA TILL ÖREBRO` gives `välkomna till Örebro`. */
function lowered(words: string): string {
  return words.replace(/\p{Lu}+/gu, (form) => {
    const lower = form.toLowerCase()
    const name = capitalise(lower)
    return nameTypes(name).length > 0 ? name : lower
  })
}

/** True for a word of the dictionary that is no name and no abbreviation. */
function isCommon(form: string, least: number): boolean {
  const lower = form.toLowerCase()
  if (form.length < Math.max(least, 3) || abbreviations().has(form)) return small.has(lower) && form.length >= least
  if (small.has(lower)) return true
  if (nameTypes(capitalise(lower)).length > 0 || !/[aeiouyåäö]/.test(lower)) return false
  return (
    analyseNounForm(lower).length > 0 || analyseVerbForm(lower).length > 0 || analyseAdjectiveForm(lower).length > 0
  )
}
