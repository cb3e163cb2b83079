import { defineRule, type Suggestion, type TableMatch } from '@klarsprak/engine'
import { analyseVerbForm, nameTypes, type Word } from 'retext-swedish'
import { text } from '../generated/tables/prepositioner.ts'
import { advise, write } from '../src/advice.ts'
import { isMeant, type Replacement, readReplacements, suggestions } from '../src/replacements.ts'
import { hallefors, skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { sparedOption, strengthOption } from '../src/word-table.ts'
import { likeCase, startsSentence } from '../src/words.ts'
import { prepositionsOf } from './heads.ts'

const table = lazy(() => readReplacements(text))

export const rule = defineRule({
  meta: {
    id: 'tung-preposition',
    title: 'Tung preposition',
    description: 'Hittar ord som ”angående” och ”avseende” där ”om”, ”för” eller ”till” räcker.',
    why: 'Korta prepositioner gör texten lättare och visar tydligare hur orden hör ihop.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 3 } } },
    sources: [
      { work: 'Språkkonsulterna: lix-brevet', section: 'om korta prepositioner' },
      { work: 'Nacka kommun: Checklista för klarspråk' },
      { work: 'Bolagsverket: Språkstöd', url: 'https://kliv.nu/sprakstod' },
      skrivregler('1.4'),
      hallefors(8),
    ],
    options: {
      styrkaMax: strengthOption,
      undantaOrd: sparedOption,
      kringAv: { type: 'boolean', default: true, description: 'Låt ”kring” vara, som i ”frågor kring skolan”.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent', 'substantivsjuka'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, { block, options, report }) {
      const { term, strength } = match.entry as Replacement
      if ((options.kringAv && term === 'kring') || options.undantaOrd.includes(term)) return
      const head = match.words[0]!.previous
      const isFirst = startsSentence(match.words[0]!)
      const known = head !== undefined && !isFirst ? governed(head, match) : undefined
      // `Vad gäller` is no heavier than `när det gäller`; it is reported where a short word can do its work.
      const plain = head !== undefined && isQuality(head) && !isFirst ? 'när det gäller' : undefined
      const needed = known || isFirst ? Math.min(strength, 2) : strength
      if (needed > options.styrkaMax || !isMeant(match, block)) return
      if (term === 'gällande' && (isFirst ? isInForce(match) : isOwned(match))) return
      report({
        at: match,
        message: `”${match.text}” är en tung preposition.`,
        suggestions: isTitle(match.words.at(-1)!.next)
          ? [advise('Sätt titeln som följer inom citattecken, eller skriv vad den handlar om')]
          : isChecked(match)
            ? [advise('Skriv ”mot” eller säg rakt ut vad som kontrolleras')]
            : isTurnedTo(match)
              ? [advise('Skriv ”om du har frågor om”, eller säg vad läsaren ska göra')]
              : isContact(match)
                ? [advise('Skriv vad personen kan hjälpa till med: ”Frågor om …”')]
                : known
                  ? known.map((word) => put(match, word))
                  : plain
                    ? [put(match, plain)]
                    : (head !== undefined && (/^(?:NOUN|PROPN|PUNCT|NUM|X)$/.test(head.upos) || isNounAsVerb(head))) ||
                        (isFirst && !/ (?:fråga|avseende|avser|beträffar)/.test(term)) ||
                        (isShort.test(term) && !takesAbout(head))
                      ? [...fartherBack(isFirst ? undefined : head), reword(match, isFirst, head)].slice(0, 1)
                      : suggestions(match, block),
      })
    },
  },
})

/** The prepositions that what stands before takes, and those that what follows wants. */
function governed(head: Word, { words }: TableMatch): readonly string[] | undefined {
  // `söka i register gällande var han är begravd`, `lämnas i mars, avseende föregående år`
  const next = words.at(-1)!.next
  if (next !== undefined && /^(?:vem|vilka|vilken|vilket|hur|när|var|vart|varför|huruvida)$/.test(next.lower))
    return ['om']
  if (head.upos === 'NOUN' || isCapitals(head)) {
    const own = fitsNot(head, next) ? undefined : prepositionsOf(head)
    if (own !== undefined) return own
  }
  // `bidrag till vägar avseende år 2023`
  if (!/^(?:NOUN|PROPN)$/.test(head.upos) && head.form !== ',') return undefined
  if (
    [next, next?.next].some((word) => word?.upos === 'NOUN' && /(?:år|månad|period|kvartal|termin)$/.test(word.lemma))
  )
    return ['för']
  return undefined
}

/** What one applies for. */
const appliedFor =
  /(?:lov|bidrag|tillstånd|dispens|stöd|plats|ersättning|bistånd|ning|tion|ande|ende|besked|medel|befrielse|undantag|ledighet|lån|pengar|hjälp|kort|bevis|skjuts|färdtjänst|insats|assistans|boende|avgift|rätt)$/

/** True where the preposition of the noun would say another thing, or is not that of the noun joined to it. */
function fitsNot(head: Word, next: Word | undefined): boolean {
  // `krav och hantering avseende …`: ”krav på”, but ”hantering av”.
  const other = head.previous?.upos === 'CCONJ' ? head.previous.previous : undefined
  const others = other?.upos === 'NOUN' ? prepositionsOf(other) : undefined
  if (others && String(others) !== String(prepositionsOf(head))) return true
  // `ansökan avseende permanentbostäder`: the houses are not what is applied for.
  if (head.lemma !== 'ansökan') return false
  let noun = next
  while (noun !== undefined && /^(?:DET|ADJ|ADV)$/.test(noun.upos)) noun = noun.next
  return noun?.upos === 'NOUN' && !appliedFor.test(noun.lemma)
}

/** What takes the preposition from further back, `avtal med SOS Alarm AB avseende …`: advice, for other words may part them. */
function fartherBack(head: Word | undefined): Suggestion[] {
  for (let word = head, steps = 0; word !== undefined && steps < farthest; word = word.previous, steps++) {
    if (/^(?:PUNCT|VERB|AUX|CCONJ)$/.test(word.upos)) return []
    const noun = word.upos === 'ADP' && /^(?:med|från|till|mellan)$/.test(word.lower) ? word.previous : undefined
    const [preposition] = (noun?.upos === 'NOUN' && prepositionsOf(noun)) || []
    if (preposition) return [advise(`Skriv ”${preposition}”, som hör till ”${noun!.form}”, eller gör om frasen`)]
  }
  return []
}

/** The most words of a phrase that stands between a noun and its preposition: `avtal med SOS Alarm AB avseende`. */
const farthest = 5

/** The rows with one word, for which ”om” is right only after a verb that takes it. */
const isShort = /^\p{L}+$/u
const about =
  /^(?:informera|fråga|besluta|diskutera|prata|tala|skriva|berätta|samråda|rådgöra|upplysa|läsa|höra|mejla|svara|yttra|kommunicera|påminna|förhandla|avtala)$/

/** `Vi informerar angående avgiften`: a verb that takes ”om”, or an object of its own between. */
function takesAbout(head: Word | undefined): boolean {
  const verb = head?.upos === 'PRON' ? head.previous : head
  return verb !== undefined && about.test(verb.lemma)
}

/** True for the adjective after a genitive: `enligt kommunens gällande avgifter`. */
function isOwned({ words }: TableMatch): boolean {
  return words[0]!.previous?.morph.Case === 'Gen' && words.at(-1)!.next?.upos === 'NOUN'
}

/** True for the adjective first in a sentence: `Gällande parkeringsregler finns på skyltarna`. */
function isInForce({ words }: TableMatch): boolean {
  const next = words.at(-1)!.next
  return (
    next?.upos === 'NOUN' &&
    next.morph.Definite !== 'Def' &&
    /(?:föreskrift|regel|lag|bestämmelse|riktlinje|taxa|avtal|policy|plan|krav|lagstiftning|ordning)$/.test(next.lemma)
  )
}

/** Qualities that take a short preposition of their own: `osäker om`, `ansvarig för`. */
const ownPreposition =
  /^(?:(?:o|en)?(?:säker|ense|enig|medveten|kunnig)|överens|tveksam|orolig|ansvarig|nyfiken|intresserad|informerad|skyldig|kritisk|positiv|negativ)$/

/** `Behovet är stort avseende ventilation`: what is said of the subject, not of what stands before. */
function isQuality({ upos, lemma, previous, morph }: Word): boolean {
  if (upos !== 'ADJ' || morph.VerbForm === 'Part' || ownPreposition.test(lemma)) return false
  return previous?.lemma === 'vara' || previous?.previous?.lemma === 'vara'
}

/** `en motion angående Bygg fler lekplatser`: a title, which no preposition goes before. */
function isTitle(next: Word | undefined): boolean {
  if (next === undefined || !/^\p{Lu}\p{Ll}/u.test(next.form) || nameTypes(next.form).length > 0) return false
  return next.upos === 'VERB' || next.upos === 'AUX' || analyseVerbForm(next.lower).some(({ form }) => form === 'Imp')
}

/** `ett lyft`: a noun that looks like a form of a verb. */
function isNounAsVerb({ previous }: Word): boolean {
  return previous?.lower === 'ett' || previous?.lower === 'en'
}

function put({ start, end, text }: TableMatch, preposition: string): Suggestion {
  const word = likeCase(text, preposition)
  return write(start, end, word, 'suggestion', word)
}

/** `kontrollerar anläggningen med avseende på lagkrav` */
function isChecked({ text, words }: TableMatch): boolean {
  return (
    /avseende på/i.test(text) &&
    words[0]!.sentence.words.some(({ lemma }) => /^(?:kontrollera|granska|pröva)$/.test(lemma))
  )
}

/** A word of a heading in capitals: `INFORMATION GÄLLANDE …`. */
function isCapitals({ form }: Word): boolean {
  return /^\p{Lu}{4,}$/u.test(form)
}

/** An office by its initials, alone before the words: `CLW angående personal`. */
function isInitials({ form }: Word): boolean {
  return /^\p{Lu}{2,5}$/u.test(form)
}

/** `Kontakta oss angående din ansökan`: ”om” would be read as a condition. */
function isTurnedTo({ words }: TableMatch): boolean {
  const head = words[0]!.previous
  if (head === undefined || !/^(?:PRON|NOUN|PROPN|VERB)$/.test(head.upos)) return false
  const verb = head.upos === 'VERB' ? head : head.previous
  return verb !== undefined && /^(?:kontakta|ringa|mejla|maila)$/.test(verb.lemma)
}

/** `Lokalansvarig angående bokning`: a person in a list, and no verb. */
function isContact({ words }: TableMatch): boolean {
  const head = words[0]!.previous
  if (head === undefined || head.sentence.words.some(isFiniteVerb)) return false
  return (
    /(?:ansvarig|handläggare|chef|samordnare|ledare)$/.test(head.lower) ||
    (head.previous === undefined && isInitials(head))
  )
}

function reword({ text }: TableMatch, isFirst: boolean, head: Word | undefined): Suggestion {
  if (isFirst) return advise(`Stryk ”${text}” och börja med det som meningen handlar om, eller skriv ”För” eller ”I”`)
  // `tillgänglighet`, `lämplighet`: no short preposition goes with a quality.
  if (head?.lemma.endsWith('het')) return advise('Skriv ”när det gäller”, eller gör om frasen')
  // `rengöring`, `installation`: what is done is done to something.
  const usual = /(?:ning|ering|tion)$/.test(head?.lemma ?? '')
    ? '”av”, ”om” eller ”för”'
    : '”om”, ”för”, ”i” eller ”av”'
  return advise(`Skriv den korta preposition som passar, ofta ${usual}, eller gör om frasen`)
}
