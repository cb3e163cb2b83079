import {
  type BlockSummary,
  type DocumentSummary,
  defineRule,
  type Profile,
  type TableEntry,
  type TableMatch,
  type TextBlock,
} from '@klarsprak/engine'
import { analyseNounForm, inflectNoun, type Word } from 'retext-swedish'
import { text } from '../generated/tables/myndighetsord.ts'
import { type Conditions, readConditions } from '../src/conditions.ts'
import { isExplained } from '../src/explained-term.ts'
import { allMatches } from '../src/matches.ts'
import {
  asksGuardians,
  isForGuardians,
  isForTrade,
  isJobAdvert,
  quotesStatute,
  readershipOf,
  speaksToReader,
} from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { isHeading } from '../src/structure.ts'
import { lazy, parts, readTable } from '../src/table.ts'
import { isFiniteVerb, sameForm } from '../src/verbs.ts'

interface Entry extends TableEntry {
  readonly term: string
  /**
   * What a reader may take it for, what it means here, and what to write; `~` is what follows the word in its phrase.
   * In what to write, parted by commas, `{säga} nej till` is for a verb and `[krav]` for a noun, and takes its form.
   */
  readonly reader: string
  readonly meaning: string
  readonly write: string
  readonly conditions: Conditions
  /** The words of which one must stand in the text, or with `without` none may. */
  readonly context: { readonly words: readonly string[]; readonly without: boolean } | undefined
  /** True for a word that misleads nobody where it stands, or is the name of the thing: only strict texts do without. */
  readonly strict: boolean
}

type Column = 'ord' | 'former' | 'lasaren' | 'betyder' | 'skriv' | 'villkor' | 'dokument' | 'strikt'

const table = lazy((): Entry[] =>
  readTable<Column>(text).map(({ ord, former, lasaren, betyder, skriv, villkor, dokument, strikt }) => ({
    patterns: parts(former),
    term: ord,
    reader: lasaren,
    meaning: betyder,
    write: skriv,
    conditions: readConditions(villkor),
    context: dokument === '' ? undefined : readContext(dokument),
    strict: strikt === 'ja',
  })),
)

/** `god man|förvaltare` or `ej:delegation`. */
function readContext(cell: string): Entry['context'] {
  const without = cell.startsWith('ej:')
  return { words: parts(without ? cell.slice(3) : cell), without }
}

/** The first use of a word in a block. */
interface Use {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly explained: boolean
  readonly write: string
}

/** `43 § …`: a paragraph of a statute or of rules of procedure keeps its words. */
const paragraph = /^\s*(?:§ ?\d+|\d+ ?\p{Ll}? ?§)/u
/** A line of no more words is the number of a paragraph, which stands below it. */
const labelWords = 6

/** The blocks under a heading or a line that is the number of a paragraph. */
function underParagraphs<F>(blocks: readonly BlockSummary<F>[]): ReadonlySet<BlockSummary<F>> {
  const under = new Set<BlockSummary<F>>()
  let isUnder = false
  for (const block of blocks) {
    if (isHeading(block) || (block.wordCount <= labelWords && paragraph.test(block.text)))
      isUnder = paragraph.test(block.text)
    else if (isUnder) under.add(block)
  }
  return under
}

function firstOf(term: string): string {
  return term.split(' ', 1)[0]!
}

/** After `handlingarna`: what one sends in is no deed. */
const sentIn = /^ (?:som )?(?:du|ni) (?:har )?(?:skickat|lämnat|bifogat)(?!\p{L})/u

/** `Anläggnings- och lägenhetsarrenden`: the word before lives on its end. */
const sharesEnd = /\p{L}- (?:och|eller|samt) $/u

/** What guardians call the one whom they help. */
const guardiansTerm = 'huvudman och god man'

/** Texts to one reader. */
const letters: ReadonlySet<Profile> = new Set(['brev', 'beslut', 'lattlast'])

export const rule = defineRule({
  meta: {
    id: 'myndighetsord',
    title: 'Ord som betyder något annat i vardagen',
    description:
      'Hittar ord som betyder en sak hos myndigheter och en annan i vardagen, till exempel ”avgiften utgår”.',
    why: 'Läsaren tror sig förstå ordet och märker inte att det betyder något annat här.',
    group: 'ord',
    checklist: [8, 9],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [klarsprakshjalpen('Använd ord som läsarna förstår'), hallefors(8), { work: 'Egen bedömning' }],
    options: {
      kandaOrd: { type: 'strings', default: [], description: 'Ord som era läsare förstår, som de står i tabellen.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
    yieldsTo: ['byrakratord', 'oforklarad-fackterm', 'substantivsjuka', 'passiv-med-agent', 'opersonligt-tilltal'],
  },
  get table() {
    return table()
  },
  document: {
    collect(block, { options, profile }, matches): Use[] | undefined {
      if (matches.length === 0) return undefined
      if (quotesStatute(block.text) || paragraph.test(block.text)) return undefined
      const uses = matches
        .filter(({ entry }) => profile === 'strikt' || !(entry as Entry).strict)
        .filter(({ start, end }) => !isNamed(block, start, end) && !sharesEnd.test(block.text.slice(0, start)))
        .filter((match) => isMeant(match, block) && !options.kandaOrd.includes((match.entry as Entry).term))
        .filter(({ entry, end }) => (entry as Entry).term !== 'handling' || !sentIn.test(block.text.slice(end)))
        .map((match) => ({
          term: (match.entry as Entry).term,
          start: match.start,
          end: match.end,
          explained: isExplained(block, match.start, match.end),
          write: isReader(match, block) ? readersOwn : inForm((match.entry as Entry).write, match),
        }))
      return uses.length > 0 ? uses : undefined
    },
    check(document, { profile, report }) {
      const found = document.blocks.filter(({ facts }) => facts !== undefined)
      if (
        found.length === 0 ||
        readershipOf(document) !== 'public' ||
        isJobAdvert(document) ||
        isForTrade(document) ||
        !(letters.has(profile) || speaksToReader(document))
      )
        return
      const suits = contextOf(document)
      const seen = new Set<string>()
      const quoted = underParagraphs(document.blocks)
      for (const block of found)
        for (const { term, start, end, explained, write } of block.facts!) {
          // `remiss` and `svar på remiss` are one word to the reader, in two senses.
          const word = firstOf(term)
          if (seen.has(word)) continue
          seen.add(word)
          const { reader, meaning, context } = byTerm().get(term)!
          if (
            explained ||
            quoted.has(block) ||
            showsItself(block.text, start, end) ||
            isDefined(document, block.text.slice(start, end)) ||
            (context !== undefined && !suits(context)) ||
            (term === guardiansTerm && (isForGuardians(document) || asksGuardians(document)))
          )
            continue
          const used = block.text.slice(start, end)
          const inPhrase = (cell: string) => cell.replaceAll('~', used.slice(term.length))
          report(block.index, {
            at: { start, end },
            message: describe(used, reader, inPhrase(meaning)),
            suggestions: [{ title: `Skriv hellre: ${inPhrase(write)}`, safety: 'suggestion', edits: [] }],
          })
        }
    },
  },
})

/** The name of a service or a form, and the text of a link, keep their words: `e-tjänsten Återkalla ansökan`. */
const ofName =
  /(?<!\p{L})(?:e-tjänsten|tjänsten|blanketten|formuläret|rubriken|avsnittet|sidan) [”"]?\p{Lu}[^.,:]{0,60}$/u

function isNamed({ text, marks }: TextBlock, start: number, end: number): boolean {
  if (marks.some((mark) => mark.type === 'link' && mark.start <= start && mark.end >= end)) return true
  return ofName.test(text.slice(Math.max(0, start - 70), start + 1))
}

/** `Kommunen är huvudman för skolan`: the sentence says who it is. */
const saysWho = /(?<!\p{L})är (?:också |även |därför )?(?:en |ett )?$/u

/** `Daglig verksamhet är en insats`: an example says what sort of thing it is. */
const example = /(?:^|[.!?] )(?!D(?:et|etta|en|enna) )\p{Lu}\p{L}+(?: \p{L}+){0,2} är en $/u

/** True where a list after the word shows what it is, `Följande insatser:`, and where what it points back at stands before. */
function showsItself(text: string, start: number, end: number): boolean {
  // `Du som … räknas som verksamhetsutövare`: the sentence says who is.
  const before = text.slice(Math.max(0, start - 60), start)
  if (/(?<!\p{L})(?:räknas (?:du )?som|är enligt [^.,]{1,40}) (?:en |ett )?$/u.test(before)) return true
  if (example.test(text.slice(Math.max(0, start - 80), start))) return true
  if (/^huvudm[aä]n$/iu.test(text.slice(start, end)) && saysWho.test(before)) return true
  if (/^[^.!?]{0,60}:\s*$|^[^.!?]{0,60}\s1\.?\s/u.test(text.slice(end))) return true
  const indefinite = /^(\p{L}+ar)na$/iu.exec(text.slice(start, end))?.[1]
  return indefinite !== undefined && text.slice(0, start).toLowerCase().includes(`${indefinite.toLowerCase()} `)
}

/** True where the text says anywhere what the word means: `Skälig tid är 14 dagar.` */
function isDefined({ blocks }: DocumentSummary, word: string): boolean {
  const lower = word.toLowerCase()
  const stem = lower.slice(0, Math.max(4, word.length - 2))
  // `positivt svar (bifall)`, `Bifall = du får plats`
  if (blocks.some(({ text }) => text.includes(`(${lower})`) || text.toLowerCase().startsWith(`${lower} =`))) return true
  // `Är du berörd kallas du för sakägare.`
  const named = new RegExp(`(?<!\\p{L})(?:kallas|heter|benämns) (?:\\p{L}+ )?(?:för )?[”"]?${lower}(?!\\p{L})`, 'iu')
  if (blocks.some(({ text }) => named.test(text))) return true
  return blocks.some((block) =>
    definedIn(block).some((subject) => subject.startsWith(stem) || (isNoun(subject) && lower.startsWith(subject))),
  )
}

/** A noun that its definite form begins with: `motioner` in `motionerna`. */
function isNoun(subject: string): boolean {
  return subject.length > shortWord && !subject.includes(' ')
}

const shortWord = 5

/** A sentence that says what its first words are. */
const definition =
  /(?:^|[.!?:]\s+)(?:En |Ett |Med )?(\p{L}+(?: \p{L}+)?) (?:är (?:en|ett|den|det|när|att|\d|\p{L}{4,} som)|kan (?:till exempel |exempelvis |bland annat )?vara|innebär|betyder|kallas|menas|avses)(?!\p{L})/giu

const definedIn = remembered(({ text }): readonly string[] =>
  allMatches(text, definition).map(([, subject]) => subject!.toLowerCase()),
)

/** Tells which senses the words of the whole text allow. */
function contextOf({ blocks }: DocumentSummary): (context: NonNullable<Entry['context']>) => boolean {
  return ({ words, without }) => words.some((word) => blocks.some((block) => holds(block, word))) !== without
}

const holds = remembered(({ text }: BlockSummary, word: string) => text.toLowerCase().includes(word))

const readersOwn = 'du som driver verksamheten'

/** `du som är verksamhetsutövare`: only there is it sure whose part it is. */
function isReader({ entry, start }: TableMatch, { text }: TextBlock): boolean {
  return (
    (entry as Entry).term === 'verksamhetsutövare' &&
    /(?<!\p{L})(?:du|dig) som (?:är )?(?:en )?$/iu.test(text.slice(Math.max(0, start - 20), start))
  )
}

/** `vissa insatser`: help has no plural, and its determiner is another. */
const ofHelp: Readonly<Record<string, string>> = {
  vilka: 'vilken',
  vilken: 'vilken',
  vissa: 'viss',
  dina: 'din',
  sina: 'sin',
  våra: 'vår',
  de: 'den',
  den: 'den',
  dessa: 'denna',
  alla: 'all',
  andra: 'annan',
  sådana: 'sådan',
  inga: 'ingen',
  flera: 'flera slags',
  olika: 'olika slags',
  många: 'många slags',
}

/** Who runs a school that has such a `huvudman`. */
const runners: readonly (readonly [adjective: RegExp, who: string])[] = [
  [/^offentlig/, 'kommun, region eller stat som driver skolan'],
  [/^kommunal/, 'kommunen'],
  [/^(?:enskild|fristående|privat|fri)/, 'företag eller förening som driver skolan'],
  [/^(?:annan|annat)$/, 'någon annan som driver skolan'],
  [/^andra$/, 'andra som driver skolor'],
]

/** What to write where the word before decides how; undefined where it does not. */
function besideOthers({ entry, words }: TableMatch): string | undefined {
  const before = words[0]!.previous?.lower ?? ''
  switch ((entry as Entry).term) {
    case 'insats': {
      const determiner = ofHelp[before]
      return determiner && `${determiner} hjälp`
    }
    case 'huvudman för en skola':
      return runners.find(([adjective]) => adjective.test(before))?.[1]
    case 'remiss':
      if (words[0]!.upos === 'VERB' || words.length > 1) return undefined
      if (words[0]!.next?.lower === 'till') return 'vem som får frågan, till exempel ”vi frågar polisen”'
      return before === 'på' || before === 'under' ? 'andra får säga vad de tycker' : 'fråga andra vad de tycker'
    default:
      return undefined
  }
}

/** What to write, in the form of the word that stands there: `sagt nej till`, `kraven`. */
function inForm(cell: string, match: TableMatch): string {
  const { words } = match
  const own = besideOthers(match)
  if (own !== undefined) return own
  const verb = words.find(({ upos }) => upos === 'VERB' || upos === 'AUX')
  const noun = words.find(({ upos, morph }) => upos === 'NOUN' && morph.Definite !== undefined)
  const said = cell.split(', ').flatMap((option) => {
    const [whole, isFor, base] = /([{[])([^}\]]+)[}\]]/u.exec(option) ?? []
    if (whole === undefined) return verb !== undefined && words.length === 1 && cell.startsWith('{') ? [] : [option]
    const form =
      isFor === '{'
        ? verb && verbLike(verb, base!)
        : verb === undefined || words.length > 1
          ? nounLike(noun ?? words.at(-1)!, base!)
          : undefined
    return form === undefined ? [] : [option.replace(whole, form)]
  })
  const whole = said.length > 0 ? said.join(', ').replace(/^eller /, '') : cell.replace(/[{}[\]]/g, '')
  if (!whole.startsWith('den som')) return whole
  const { previous, sentence } = words[0]!
  const before = previous?.lower ?? ''
  const many = before === 'alla' ? 'alla' : /^(?:olika|flera|många|inga)$/.test(before) ? `${before} personer` : 'de'
  const plural =
    words[0]!.morph.Number === 'Plur' || severalBefore.test(before)
      ? whole.replace('den ', `${many} `).replace('en granne', 'grannar')
      : whole
  // `sakägare och grannar`: the example stands there already.
  return /(?<!\p{L})grann/iu.test(sentence.text)
    ? plural.replace(/^(den|de) som berörs.*/u, 'andra som berörs')
    : plural
}

const severalBefore = /^(?:alla|olika|flera|många|berörda|våra|de|inga)$/

/** The first word of the phrase in the form of the verb; `inte pröva` puts its negation where the form wants it. */
function verbLike(verb: Word, phrase: string): string | undefined {
  const [negation, base] = phrase.startsWith('inte ') ? ['inte', phrase.slice('inte '.length)] : ['', phrase]
  const [lemma, ...rest] = base.split(' ')
  const voice = verb.morph.Voice === 'Pass' ? 'Pass' : 'Act'
  const form = sameForm(verb, lemma!, voice)
  if (form === undefined) return undefined
  const goesFirst = !isFiniteVerb(verb)
  return [goesFirst ? negation : '', form, goesFirst ? '' : negation, ...rest].filter(Boolean).join(' ')
}

function nounLike({ lower, morph }: Word, base: string): string {
  const reading = analyseNounForm(lower).find(({ definite }) => definite === (morph.Definite ?? 'Ind'))
  if (reading === undefined) return base
  const { number, definite, case: grammatical } = reading
  return inflectNoun(base, { number, definite, case: grammatical }) ?? base
}

/** A word that looks like another, or one that is merely unknown. */
function describe(word: string, reader: string, meaning: string): string {
  return reader === ''
    ? `”${word}” är myndighetsspråk och betyder här ${meaning}.`
    : `”${word}” kan förstås som ${reader}, men betyder här ${meaning}.`
}

const byTerm = lazy(() => new Map(table().map((entry) => [entry.term, entry])))

function isMeant(match: TableMatch, block: TextBlock): boolean {
  if (block.inQuote(match.start, match.end) || block.markAt(match.start, 'code')) return false
  return (match.entry as Entry).conditions.holds(match, block)
}
