import { defineRule, type Suggestion } from '@klarsprak/engine'
import { analyseAdjectiveForm, analyseNounForm, analyseVerbForm, nounInfo } from 'retext-swedish'
import { advise, write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { isTechnical } from '../src/places.ts'
import { skelleftea } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'
import { likeCase } from '../src/words.ts'

const pattern =
  /(?<![\p{L}\d/.:@\\_-])(\p{L}\p{Ll}*(?:-\p{Ll}+)*-?)([ \u00a0]?\/[ \u00a0]?)(\p{Ll}+(?:-\p{Ll}+)*)(?![\p{L}\d/@\\_]|[.:-]\p{L}|[ \u00a0]\/)/gu
/** What stands before a measure per something, and what the sign is part of. */
const per = new Set(
  'kr kronor öre sek euro mkr tkr mnkr kwh kw mwh st tim timmar timme h m km kg g mg l ml dl cm mm antal ton grader db mbit gbit min'.split(
    ' ',
  ),
)
const fixed = new Set(
  'plus/minus c/o av/på på/av in/ut m/s km/h n/a w/o a/b ja/nej från/till till/från and/or her/his mvh/ vvs/el lan/wan s/k t/r tur/retur'.split(
    ' ',
  ),
)
/** What something is counted per, */
const spans = new Set(
  'år månad mån vecka dag dygn timme termin person elev barn deltagare hushåll gång besök'.split(' '),
)
/** where an amount or a measure stands before it: `två gånger/år`, `antal barn/lärare`, but not `barn/elev`. */
const amount =
  /(?:\d|(?<!\p{L})(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|många|några|antal(?:et)?|högst|minst|max(?:imalt)?|avgift(?:en)?|kostnad(?:en)?|pris(?:et)?|belopp(?:et)?))[^.,:;!?()]{0,20}$/iu
const either: Record<string, readonly string[]> = {
  'en/flera': ['en eller flera'],
  'ett/flera': ['ett eller flera'],
  'och/eller': ['eller', 'och'],
  'make/maka': ['make eller maka'],
  'maka/make': ['maka eller make'],
  'make/makas': ['makes eller makas'],
  'maka/makes': ['makas eller makes'],
  'makes/makas': ['makes eller makas'],
  'makas/makes': ['makas eller makes'],
  'han/hon': ['hen'],
  'hon/han': ['hen'],
  'honom/henne': ['hen'],
  'henne/honom': ['hen'],
  'hans/hennes': ['hens'],
  'hennes/hans': ['hens'],
  'den/de': ['den eller de'],
  'de/den': ['den eller de'],
  'vem/vilka': ['vem eller vilka'],
}
/** Pairs of which the whole is the advice, and no person need be named. */
const whole = /(?:flera|\/den?|\/vilka)$/
/** One reader or several: the whole text should speak to one of them. */
const readers = /^(?:du\/ni|ni\/du|dig\/er|er\/dig|din\/er|er\/din|ditt\/ert|ert\/ditt|dina\/era|era\/dina)$/

export const rule = defineRule({
  meta: {
    id: 'snedstreck',
    title: 'Snedstreck mellan ord',
    description: 'Hittar ord med snedstreck mellan sig i löpande text.',
    why: 'Läsaren vet inte om strecket betyder ”och”, ”eller” eller ”per”.',
    group: 'skrivregler',
    checklist: [8, 10],
    severity: 'suggestion',
    enabled: true,
    sources: [skelleftea, { work: 'Svenska skrivregler', section: 'punkt 12.15' }, { work: 'Mediespråk' }],
    options: {
      tillatna: {
        type: 'strings',
        default: [],
        description: 'Uttryck med snedstreck som får stå, till exempel namnet på en enhet.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.slash)) return
      for (const { 0: found, 1: one, 2: stroke, 3: two, index: start } of allMatches(text, pattern)) {
        const end = start + found.length
        const key = `${one}/${two}`.toLowerCase()
        if (one!.length < 2 || two!.length < 2 || fixed.has(key) || per.has(one!.toLowerCase())) continue
        if (options.tillatna.some((allowed) => allowed.toLowerCase() === key) || isTechnical(block, start, end))
          continue
        // A slip, not a pair: `belopp/som`.
        if (two === 'som' || two === 'och' || two === 'att') continue
        const before = text.slice(Math.max(0, start - 30), start)
        const after = text.slice(end, end + 30)
        const isChain = chainBefore.test(before) || chainAfter.test(after)
        report({
          at: { start, end },
          message: `Skriv ut vad snedstrecket i ”${found}” betyder.`,
          suggestions: isChain
            ? [advise('Räkna upp leden med komma och ”och” eller ”eller”')]
            : either[key] === undefined && asking.has(one!.toLowerCase()) && asking.has(two!)
              ? [advise('Skriv om så att varje frågeord får sin fråga')]
              : isUnsure(one!, before, after)
                ? [advise('Välj ett av orden, eller skriv ut hur de hör ihop')]
                : suggestions(key, one!, two!, stroke!, start, end, before, after),
        })
      }
    },
  },
})

/** Words that each begin a question of another build: `vad/varför`. */
const asking: ReadonlySet<string> = new Set(['vad', 'varför', 'hur', 'när', 'var', 'vem', 'vilka'])

/** Another stroke beside it: `cykel/buss/tåg`, `makas/registrerade partners/sambos`, `ljud-/bild-, ljus-`. */
const chainBefore = /\/[ \u00a0]?(?:\p{Ll}+ (?:\p{Ll}+ )?)?$/u
const chainAfter = /^(?:-[,/]|[ \u00a0]?\/)/
const rowAfter = /^(?: \p{L}+)? (?:och liknande|m\.?\s?m\.?|med mera|etc|osv|och så vidare|och dylikt)(?!\p{L})/u
const beginsSentence = /(?:^|[.!?:•\n]\s*|[”"(]|- )$/

/** What says that two things follow: `både`, `varken`. */
const pairBefore = /(?<!\p{L})(?:såväl|både|varken|vare sig|dels) $/iu

/** A name, or a member of a row that goes on: neither ”och” nor ”eller” is sure to fit. */
function isUnsure(one: string, before: string, after: string): boolean {
  if (/^\p{Lu}/u.test(one) && !beginsSentence.test(before)) return true
  // `såväl sotning/rengöring som kontroll`: a second ”och” would blur which two are meant.
  if (pairBefore.test(before)) return true
  return rowAfter.test(after) || /^(?:[ \u00a0]\p{Lu}\p{Ll}|(?: \p{Ll}+){0,2}\/\p{Lu})/u.test(after)
}

function suggestions(
  key: string,
  one: string,
  two: string,
  stroke: string,
  start: number,
  end: number,
  before: string,
  after: string,
): Suggestion[] {
  const words = either[key]
  if (words) {
    const found = words.map((word) => write(start, end, likeCase(one, word)))
    return key === 'och/eller'
      ? [...found, advise('Lägg till ”eller båda” sist om det behövs')]
      : whole.test(key)
        ? found
        : key.startsWith('mak')
          ? // `make/maka eller sambo`: a row of three.
            [
              ...(rowOf.test(after) ? [write(start, end, `${one}, ${two}`)] : found),
              advise(`Skriv bara ”${key.endsWith('s') ? 'makes' : 'make'}”, som gäller alla kön`),
            ]
          : [...found, advise('Skriv vem det gäller, till exempel ”den som söker”')]
  }
  if (readers.test(key)) return [advise(`Välj ”${one}” eller ”${two}”, samma i hela texten`)]
  const at = start + one.length
  const joined = (word: string) => write(at, at + stroke.length, ` ${word} `, 'suggestion', `${one} ${word} ${two}`)
  // Two forms of one word: the text means either, and should say which.
  if (areForms(one.toLowerCase(), two)) return [advise(`Välj ”${one}” eller ”${two}”`)]
  if (isInfinitive(one) && !isNoun(one) && isInfinitive(two))
    return [advise(`Välj ”${one}” eller ”${two}”`), joined('eller')]
  // ”gris/nötfri”: the ending belongs to both.
  const ending = /(?:fri|fritt|fria|rik|rikt|rika|haltigt?a?)$/.exec(two)
  if (ending && ending.index > 2 && !isNoun(two) && !one.endsWith(ending[0]) && isNoun(one) && !one.endsWith('-'))
    return [write(at, at + stroke.length, '- eller ', 'suggestion', `${one}- eller ${two}`)]
  // ”namn/datum-ordning”: the end after the hyphen belongs to both.
  if (two.includes('-') && !one.includes('-'))
    return [advise('Skriv ut vad strecket betyder, och låt leden dela slutet som i ”års- och månadskort”')]
  // ”entreprenören-/erna”, ”lärarens/nas”
  if ((one.endsWith('-') && two.length <= shortEnding) || (endings.test(two) && isNoun(one)))
    return [advise('Skriv ut ordet i en form, ental eller flertal')]
  // ”Du hänger/plockar ned”: each verb has a particle of its own.
  if (isVerb(one.toLowerCase()) && isVerb(two) && particleAfter.test(after))
    return [advise('Skriv ut båda leden med ett ord emellan, till exempel ”eller”')]
  // ”återvändsgata/väg”: the first part may belong to both.
  if (mayShareStart(one, two)) return [advise('Skriv ut båda leden med ett ord emellan, till exempel ”eller”')]
  // ”ansökan/inte”, ”skoldag/ledig”, ”bröllopspojke/flicka”: the words are no pair as they stand.
  if (unpaired.has(two) || isEnding(one.toLowerCase(), two) || isOddPair(one.toLowerCase(), two, after))
    return [advise('Skriv ut båda leden med ett ord emellan, till exempel ”eller”')]
  if (counts(one, two, before)) return [write(at, at + stroke.length, ' per ', 'suggestion', `${one} per ${two}`)]
  const put = (between: string, what = two) =>
    write(at, at + stroke.length, between, 'suggestion', `${one}${between}${what}`)
  // ”barnet/elevens”: the case belongs to both.
  const genitive = genitiveOf(one, two)
  if (genitive === 'no pair') return [advise('Skriv ut båda leden i samma form, med ”och” eller ”eller” emellan')]
  if (genitive !== undefined) return ['eller', 'och'].map((word) => put(`${genitive} ${word} `))
  const determiner = determinerOf(before)
  if (differInGender(one, two)) {
    // `en ansökan om förhandsbesked/prövning`: an article of the other gender belongs to a noun before them.
    const agrees = gendersOf(one).has(neuters.has(determiner ?? '') ? 'Neut' : 'Com')
    const again = agrees ? counterparts.get(determiner ?? '') : undefined
    if (again !== undefined) return [put(` eller ${again} `), put(` och ${again} `)]
    // `nytt avtal/överenskommelse`
    if (determiner === undefined && inflected.test(before))
      return [advise('Skriv ut båda leden, vart och ett med de ord som hör till')]
  }
  // `föräldrar/vårdnadshavare`: mostly the same persons.
  if (parents.test(one) && parents.test(two)) return [joined('eller'), sameThing]
  const isSingle =
    determiner !== undefined ||
    conditionBefore.test(before) ||
    asks.test(after) ||
    isOneOfTwo(one, two) ||
    // An item that is nothing else: `– gäststuderande/gästforskare`, one of those whom the list is about.
    (before.trim() === '' && after.trim() === '' && !(isThing(one) && isThing(two))) ||
    (isAdjective(one) && isAdjective(two)) ||
    (isSupine(one) && isSupine(two))
  // `service/vård och omsorg`, `bröd och smör/margarin`: one ”och” stands there already.
  const [, joiner, follows] = rowOf.exec(after) ?? []
  if (follows !== undefined && !isClauseVerb(follows)) {
    const found = [put(', '), put(' eller ')]
    // `bostad/lokal eller tomt`: one row of three.
    return isSingle && joiner !== 'eller' ? found.reverse() : found
  }
  // `jul/nyår, lov och helger`: the row goes on with a comma.
  const listed = listAfter.exec(after)?.[1]
  if (listed !== undefined && isNoun(listed) && !isVerb(listed)) return [put(', '), put(' eller ')]
  const found = (isSingle || joinedBefore.test(before) ? ['eller', 'och'] : ['och', 'eller']).map(joined)
  // `stöd/behandlingsinsatser`: perhaps the end belongs to both.
  if (one.length <= shortPart && compound.test(two) && !compound.test(one) && isNoun(one))
    found.push(write(at, at + stroke.length, '- och ', 'suggestion', `${one}- och ${two}`))
  // `dödsboanmälan/förenklad`, `stöd/hjälp`: a stroke also stands between two names of one thing.
  if (isThing(one) && isThing(two)) found.push(sameThing)
  return found
}

const sameThing = advise('Betyder orden samma sak? Välj ett av dem, eller skriv ”det vill säga”')
const parents = /^(?:föräld(?:er|rar|rarna|ern)|vårdnadshavare(?:n|na)?|målsm(?:a|ä)n)$/i
/** More things of the row, and how it ends: `, fritidshem eller annan omsorg`, `, bostadsbidrag, vårdbidrag.` */
const listAfter = /^, (\p{Ll}+)(?:\/\p{Ll}+)?(?:(?:, \p{Ll}+)* (?:och|eller|samt)(?!\p{L})|(?:, \p{Ll}+)+\.)/u

/** `betalats/dragits`: done to one thing at a time. */
function isSupine(form: string): boolean {
  return analyseVerbForm(form.toLowerCase()).some(({ form: read, voice }) => read === 'Sup' && voice === 'Pass')
}

/** Letters of an ending that stands after a hyphen: `-/erna`. */
const shortEnding = 4
/** Endings of nouns, which are no words of their own after one. */
const endings =
  /^(?:(?:[aeo]?r)?na|(?:r[ae]r|rar)?na|r?arna|r?erna|r?ar|r?er|or|en|et|n?a|ens|ets|(?:[aeo]?r)?nas|r?arnas|r?ernas)$/
/** What is counted or paid: `gånger/år`, `moms/år`. */
const measures = /^(?:gång(?:er)?|tim(?:mar)?|dagar|dygn|veckor|tillfällen|moms|besök|lektioner|nätter)$/i
/** What something is counted in, which a figure stands before: `200 fordon/dygn`, `3 platser/lägenhet`. */
const figureBefore = /(?:\d|(?<!\p{L})antal(?:et)?)[ \u00a0]?$/iu
/** What is measured is given per these, whatever stands before the stroke: `200 bequerel/kubikmeter`. */
const quantities =
  /^(?:(?:kubik|kvadrat|kilo|centi|milli)?meter|liter|(?:kilo)?gram|ton|timme|dygn|minut|sekund|(?:läs|halv)?år|månad|vecka|termin|säsong|kvartal)$/
/** The word that the noun agrees with, adjectives between them aside. */
const determinerBefore =
  /(?<!\p{L})(en|ett|min|mitt|din|ditt|sin|sitt|vår|vårt|er|ert|någon|något|ingen|inget|annan|annat|varje)((?: \p{Ll}+(?:t|d|n|g|k|r|l|m|v|a|e)){0,2}) $/iu
const neuters = new Set(['ett', 'mitt', 'ditt', 'sitt', 'vårt', 'ert', 'något', 'inget', 'annat'])
/** An adjective that shows the gender: `nytt`, `skriftligt`. */
const inflected = /\p{Ll}(?:tt|igt|skt|nt|rt|lt) $/u
/** The same word for nouns of the other gender. */
const counterparts = new Map(
  ['en ett', 'min mitt', 'din ditt', 'sin sitt', 'vår vårt', 'er ert', 'någon något', 'ingen inget', 'annan annat']
    .map((pair) => pair.split(' ') as [string, string])
    .flatMap(([common, neuter]) => [
      [common, neuter],
      [neuter, common],
    ]),
)

/** True for what is counted or measured per something: one of several after a figure, `30 elever/grupp`. */
function counts(one: string, two: string, before: string): boolean {
  if (spans.has(two) && (amount.test(before) || measures.test(one))) return true
  if (!figureBefore.test(before)) return false
  if (quantities.test(two)) return true
  const numbers = (form: string) => new Set(analyseNounForm(form.toLowerCase()).map(({ number }) => number))
  return [...numbers(one)].every((number) => number === 'Plur') && isSingular(two) && !numbers(two).has('Plur')
}

function isSingular(form: string): boolean {
  const readings = analyseNounForm(form).filter(({ source }) => source !== 'guess')
  return readings.length > 0 && readings.every(({ number, definite }) => number === 'Sing' && definite === 'Ind')
}

/** The determiner of the words at the stroke: with nothing but adjectives between. */
function determinerOf(before: string): string | undefined {
  const [, determiner, between] = determinerBefore.exec(before) ?? []
  const words = between?.trim().split(' ') ?? []
  if (
    words.some(
      (word) => word !== '' && (prepositions.has(word) || (isNoun(word) && analyseAdjectiveForm(word).length === 0)),
    )
  )
    return undefined
  return determiner?.toLowerCase()
}

const prepositions = new Set('om av på i till för från med mot över under efter hos vid utan åt enligt inom'.split(' '))
const rowOf = /^ (och|eller|samt) (?:en |ett |den |det |de )?(\p{Ll}+)/u
/** A condition, which either of them meets: `Om makar/sambor …`. */
const conditionBefore = /(?:(?:^|[.!?:] |\n)(?:Om|När|Ifall)|(?<!\p{L})(?:om|när|ifall|utan))(?: [^.,!?]*)? $/u
const asks = /^[^.!?]*\?/u
const joinedBefore = /(?<!\p{L})(?:och|eller|samt) (?:\p{Ll}+ )?$/u

/**
 * What makes the first word a genitive as the second is: `s`, or nothing to add after `s`. Undefined where the second
 * is no genitive, or both are; `no pair` where the words differ in more than that.
 */
function genitiveOf(one: string, two: string): string | undefined {
  if (!two.endsWith('s')) return isPlainGenitive(one) && isNoun(two) ? 'no pair' : undefined
  if (!isPlainGenitive(two) || isPlainGenitive(one) || !isNoun(one)) return undefined
  const forms = (word: string) =>
    new Set(analyseNounForm(word.toLowerCase()).map(({ definite, number }) => `${definite} ${number}`))
  const others = forms(two)
  // `makar/sambos`: an English plural.
  if (!/et$|en$/.test(two.slice(0, -1)) && [...forms(one)].every((form) => form.endsWith('Plur'))) return undefined
  if (![...forms(one)].some((form) => others.has(form))) return 'no pair'
  return /[sxz]$/.test(one) ? '' : 's'
}

/** True for a noun that is in the genitive and can be nothing else. */
function isPlainGenitive(form: string): boolean {
  const readings = analyseNounForm(form.toLowerCase()).filter(({ source }) => source !== 'guess')
  return form.endsWith('s') && readings.length > 0 && readings.every(({ case: grammatical }) => grammatical === 'Gen')
}

/** True for two indefinite nouns that one article or adjective does not go with: `en idé/förslag`. */
function differInGender(one: string, two: string): boolean {
  const [first, second] = [gendersOf(one), gendersOf(two)]
  return first.size === 1 && second.size === 1 && !first.has([...second][0]!)
}

function gendersOf(form: string): Set<string> {
  return new Set(
    analyseNounForm(form.toLowerCase())
      .filter(({ source, number, definite }) => source !== 'guess' && number === 'Sing' && definite === 'Ind')
      .map(({ gender }) => gender),
  )
}

/** True for words of two kinds, which no single word joins: `arbete/egna studier`, `promenad/cykla`, `väns/dina vänners`. */
function isOddPair(one: string, two: string, after: string): boolean {
  // `barn/unga`: an adjective that stands for a noun.
  if (isAdjective(two)) return !isAdjective(one) && !pronouns.has(one) && (!isNoun(one) || goesOnWithNoun(after))
  if (owners.has(two)) return !owners.has(one)
  return isVerb(two) !== isVerb(one) && (isVerb(one) ? isNoun(two) : isNoun(one) || particles.has(one))
}

function goesOnWithNoun(after: string): boolean {
  const next = /^[ \u00a0](\p{Ll}+)/u.exec(after)?.[1]
  return next !== undefined && isNoun(next)
}

const owners = new Set(
  'min mitt mina din ditt dina sin sitt sina er ert era vår vårt våra dess hans hennes deras'.split(' '),
)
const particles = new Set('under över till från ut in upp ner av på med efter bort igen om'.split(' '))

/** A form of a verb and of nothing else. */
function isVerb(form: string): boolean {
  return analyseVerbForm(form).length > 0 && !isNoun(form) && !pronouns.has(form)
}

/** Letters of a word that is more likely the first part of a compound. */
const shortPart = 6
const compound =
  /\p{Ll}{5,}(?:insats|verksamhet|avgift|kostnad|tjänst|fråg|lokal|personal|arbete)(?:er|en|n|erna|or|orna|et|t)?$/u

const particleAfter = /^ (?:upp|ned|ner|in|ut|av|bort|fram|på|till|ihop|om)(?!\p{L})/u

/** Words for things of one kind, which begin alike when they are compounds. */
const kin = [
  /(?:gata|väg|stig|gränd)(?:e?n|ar|or)?$/,
  /(?:allergi|överkänslighet|intolerans)(?:e?n|er)?$/,
  /(?:hall|sal|lokal|rum)(?:en|et|ar|er)?$/,
  /(?:avgift|kostnad|taxa)(?:en|er|n)?$/,
  /(?:chef|ledare|ansvarig)(?:en|er|n)?$/,
]

/** True for a compound before a short word of its kind, to which its first part may belong: `matöverkänslighet/allergi`. */
function mayShareStart(one: string, two: string): boolean {
  return kin.some((words) => {
    const first = words.exec(one.toLowerCase())
    return first !== null && first.index > 2 && words.exec(two)?.index === 0
  })
}

/** A form that a clause has, so that what follows the conjunction is no third noun: not `inhägnad`. */
function isClauseVerb(form: string): boolean {
  return isVerb(form) && analyseVerbForm(form).some(({ form: read }) => /^(?:Pres|Past|Inf|Imp|Sup)$/.test(read))
}

/** What joins no second word of a pair. */
const unpaired = new Set('inte ej icke utan samt som och att alternativt'.split(' '))

/** True for forms of one word, as `barnet/barnen`; not for `hemtjänst/hemsjukvård`, which only begin alike. */
function areForms(one: string, two: string): boolean {
  let same = 0
  while (same < one.length && one[same] === two[same]) same++
  const most = Math.min(4, same - 1)
  return same >= 3 && one.length - same <= most && two.length - same <= most
}

/** True where the second word stands for the end of the first, as `gumma` in `pepparkaksgubbe/gumma`. */
function isEnding(one: string, two: string): boolean {
  // `förskola/skola`: a word of its own.
  if (one.endsWith(two)) return false
  return one.length >= two.length + 3 && one.startsWith(two.slice(0, 2), one.length - two.length)
}

const pronouns = new Set('du ni jag vi den det han hon en ett någon något min din sin annan annat'.split(' '))

/** True where one of two is meant more likely than both: single things that can be counted, and persons. */
function isOneOfTwo(one: string, two: string): boolean {
  const numbers = [one, two].map((form) => {
    const lower = form.toLowerCase()
    return pronouns.has(lower) ? ['Sing'] : analyseNounForm(lower).map(({ number }) => number)
  })
  // `lärare` is one or several; the other word shows which.
  return numbers.every((found) => found.includes('Sing')) && numbers.some((found) => !found.includes('Plur'))
}

function isNoun(form: string): boolean {
  return analyseNounForm(form.toLowerCase()).some(({ source }) => source !== 'guess')
}

/** A noun that is no person and no organ. */
function isThing(form: string): boolean {
  const reading = analyseNounForm(form.toLowerCase()).find(({ source }) => source !== 'guess')
  return reading !== undefined && nounInfo(reading.lemma)?.type === undefined
}

function isAdjective(form: string): boolean {
  return analyseAdjectiveForm(form).length > 0 && !isNoun(form)
}

function isInfinitive(form: string): boolean {
  return analyseVerbForm(form.toLowerCase()).some(({ form: verb }) => verb === 'Inf')
}
