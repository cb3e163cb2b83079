import { type DocumentSummary, defineRule, type Profile, type Report, type TableMatch } from '@klarsprak/engine'
import { isForStaff, quotesStatute, readershipOf, speaksToReader } from '../src/readership.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { advice } from './advice.ts'
import { type Role, roles } from './roles.ts'
import { isActor, meansSomeoneElse } from './sense.ts'

/** Texts to one reader, who is spoken to whatever they say. */
const letters: ReadonlySet<Profile> = new Set(['brev', 'beslut', 'lattlast'])

export const rule = defineRule({
  meta: {
    id: 'opersonligt-tilltal',
    title: 'Opersonligt tilltal',
    description: 'Hittar ord som ”sökanden” och ”den enskilde” där texten kan säga ”du”.',
    why: 'Läsaren förstår snabbare vad som gäller hen när texten säger ”du”.',
    group: 'tilltal',
    checklist: [6],
    severity: 'suggestion',
    enabled: true,
    profiles: { press: { severity: 'off' }, rapport: { severity: 'off' }, protokoll: { severity: 'off' } },
    sources: [
      klarsprakshjalpen('Anpassa tonen'),
      { work: 'Nacka kommun: Checklista för klarspråk' },
      { work: 'Helsingborgs stad: Hjälp med språket', section: 'Klarspråk' },
      hallefors(6),
    ],
    options: {
      undantaTermer: {
        type: 'strings',
        default: [],
        description: 'Ord som inte ska räknas, till exempel ”hyresgästen” om ordet är bestämt i ett avtal.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'phrase',
    // Where the text says `du` elsewhere, that it changes says more.
    yieldsTo: ['blandat-tilltal'],
  },
  get table() {
    return roles()
  },
  document: {
    collect(block, { options, profile }, matches): readonly Impersonal[] | undefined {
      if (matches.length === 0) return undefined
      const found: Impersonal[] = []
      for (const match of matches) {
        const { term, patterns, genitiveFrom, role, profiles } = match.entry as Role
        if (!profiles.includes(profile) || options.undantaTermer.includes(term)) continue
        if (
          block.inQuote(match.start, match.end) ||
          block.markAt(match.start, 'link') ||
          isLabel(match.text) ||
          isSaidOfAll(block.text, match.start) ||
          isAside(block.text, match.start) ||
          isOneOfSeveral(match) ||
          reader.test(block.text) ||
          (block.kind === 'listItem' && !block.words.some(isFiniteVerb))
        )
          continue
        if (meansSomeoneElse(match, profile) || stands(patterns, block.text.slice(0, match.start))) continue
        const isGenitive = match.pattern >= genitiveFrom
        const isCounterpart = counterparts.has(term)
        // `Vi skriver till verksamhetsutövaren`: of a firm it is not sure that it reads.
        if (term === operator && !letters.has(profile) && !isActor(match)) continue
        if (isCounterpart && asksConsent.test(match.words[0]!.sentence.text)) continue
        found.push({
          isHelped: helped.has(term),
          isOwner: owners.has(term),
          isGuardian: guardian.test(term),
          isCounterpart,
          at: { start: match.start, end: match.end },
          message: `”${match.text}” låter som någon annan än läsaren.`,
          suggestions: advice(match, isGenitive, role, block, 'du'),
          toSeveral: advice(match, isGenitive, role, block, 'ni'),
        })
      }
      return found.length > 0 ? found : undefined
    },
    check(document, { profile, report }) {
      const found = document.blocks.filter(({ facts }) => facts !== undefined)
      if (found.length === 0 || readershipOf(document) !== 'public') return
      if (!letters.has(profile) && !speaksToReader(document)) return
      // A guide to a law speaks of the applicant to those who decide.
      if (document.blocks.some(isStatute)) return
      const isForHelpers = document.blocks.some(addressesHelpers)
      const isForNeighbours = !letters.has(profile) && document.blocks.some(addressesNeighbours)
      const isForOwners = profile !== 'webb' || isShort(document) || document.blocks.some(addressesOwners)
      const isForYoung = document.blocks.some(addressesYoung)
      const saysNi = document.blocks.some(addressesSeveral) && !document.blocks.some(addressesOne)
      for (const { index, facts } of found)
        for (const { toSeveral, suggestions, isHelped, isOwner, isGuardian, isCounterpart, ...finding } of facts!) {
          if ((isCounterpart && isForNeighbours) || (isOwner && !isForOwners) || (isGuardian && isForYoung)) continue
          if (!isHelped || !(isForHelpers || isForStaff(document)))
            report(index, { ...finding, suggestions: saysNi ? toSeveral : suggestions })
        }
    },
  },
})

/** A word that keeps the reader away. */
interface Impersonal extends Report {
  /** One whom others work for, so that the reader may be one of those. */
  readonly isHelped: boolean
  /** One who owns a property, as not every reader does. */
  readonly isOwner: boolean
  /** One who answers for a child, which the reader may be. */
  readonly isGuardian: boolean
  /** One on the other side where the reader complains or is a neighbour. */
  readonly isCounterpart: boolean
  /** What to write in a text that calls its reader `ni`. */
  readonly toSeveral: NonNullable<Report['suggestions']>
}

const helped = new Set([
  'brukaren',
  'patienten',
  'klienten',
  'kunden',
  'den enskilde',
  'den boende',
  'den äldre',
  'den unge',
  'den anhörige',
])

const guardian = /^vårdnadshavare/
/** Who reads may be a child: `Är du under 18 år`, `din vårdnadshavare`. */
const young =
  /(?<!\p{L})(?:(?:är du|(?:om|när) du är|du som är) (?:under|yngre än) \d|(?:du (?:ännu )?inte (?:har )?|har du (?:ännu )?inte )fyllt \d|(?:din|dina) (?:vårdnadshavare|målsman|föräldrar|förälder))(?!\p{L})/iu
const addressesYoung = remembered(({ text }) => young.test(text))

const owners = new Set(['fastighetsägaren', 'fastighetsinnehavaren'])

/** `du som fastighetsägare`, `din tomt`: the reader owns a property. Others live there, or only saw what is wrong. */
const owner =
  /(?<!\p{L})(?:(?:du|dig|ni|er|jag) som (?:(?:är|en|enskild|privat) )*(?:\p{L}*ägare(?!\p{L})|äger |har (?:en |ett )?(?:egen |eget )?(?:fastighet|villa|tomt|hus)(?!\p{L}))|(?:din|ditt|dina|er|ert|era) (?:egen |eget |egna )?(?:fastighet|tomt|hus|villa|trädgård|häck|mark|infart|brunn|vattenmätare|vattenförbrukning|va-anläggning|avlopp|brevlåda|sopkärl|kärl|soptunna|pool|eldstad|skorsten)(?:er|en|et|s|ar|or)?(?!\p{L}))/iu
/** Characters of a text that is too short to say who its reader is. */
const shortText = 260

function isShort({ blocks }: DocumentSummary): boolean {
  return blocks.reduce((sum, { text }) => sum + text.length, 0) < shortText
}

const addressesOwners = remembered(({ text }) => owner.test(text))

const operator = 'verksamhetsutövaren'
const counterparts = new Set([
  operator,
  'fastighetsägaren',
  'fastighetsinnehavaren',
  'byggherren',
  'tillståndshavaren',
  'sökanden',
  'den sökande',
])

/** Who reads has a neighbour, a landlord or somebody else to complain of: `Om du störs av buller`. */
const neighbour =
  /(?<!\p{L})(?:(?:om|när) (?:du|ni) (?:\p{L}+ )?(?:störs?|misstänker|upplever|besväras|drabbas|klagar|(?:vill|ska) (?:klaga|anmäla (?:en )?störning))|(?:du|dig) som (?:är (?:en )?)?(?:granne|sakägare|boende|hyresgäst|klagande|störs|berörs|besväras|drabbas)|(?:din|dina|er|era) (?:granne|grannar|grannes|grannars|hyresvärd|fastighetsägare|klagomål|störning)|ditt klagomål|(?:kontaktar?|(?:prata|tala) med|vända? (?:dig|er|sig) (?:direkt )?till|går (?:man |du |ni )?(?:direkt )?till|felanmäl(?:a|er|s|an)? (?:\p{L}+ )?till) (?:den |er )?(?:fastighetsägaren?|hyresvärden?))(?!\p{L})/iu
const addressesNeighbours = remembered(({ text }) => neighbour.test(text))

/** `medgivande från fastighetsägaren`: what the reader needs of another. */
const asksConsent =
  /(?<!\p{L})(?:medgivande|samtycke|godkännande|tillåtelse|tillstånd)(?:t|n)? (?:från|av) |(?<!\p{L})(?:lämna(?:r|t|de)?|ge[rt]?) (?:sitt )?(?:medgivande|samtycke|godkännande|tillåtelse)(?!\p{L})/iu

const addressesSeveral = remembered(({ text }) => /(?<!\p{L})(?:ni|er|ert|era)(?!\p{L})/iu.test(text))
const addressesOne = remembered(({ text }) => reader.test(text))
/** A text to those who help somebody: `dig som är anhörig`. */
const helpsSomeone =
  /(?<!\p{L})(?:du|dig) som (?:är (?:anhörig|närstående|god man|förvaltare)|(?:vårdar|hjälper|stöttar) (?:en |någon )?(?:anhörig|närstående))(?!\p{L})/iu
const addressesHelpers = remembered(
  ({ text, kind, level }) =>
    helpsSomeone.test(text) || (kind === 'heading' && level === 1 && /(?<!\p{L})anhörig(?!\p{L}*boende)/iu.test(text)),
)
const isStatute = remembered(({ text }) => quotesStatute(text))

/** In a block that says `du` the words mean somebody else, or are a matter of mixed address. */
const reader = /(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/iu

/** `(fylls i av den sökande)`: a note on a form. */
function isAside(text: string, start: number): boolean {
  const opened = text.lastIndexOf('(', start)
  return opened >= 0 && text.lastIndexOf(')', start) < opened
}

/** `den utflyttande kunden`: an attribute says which of them. */
function isOneOfSeveral({ words: [first] }: TableMatch): boolean {
  const { upos, previous } = first!
  return upos === 'NOUN' && previous?.upos === 'ADJ' && /^(?:den|de)$/.test(previous.previous?.lower ?? '')
}

/** True for the name of a field in a form: `SÖKANDEN`. */
function isLabel(text: string): boolean {
  return text === text.toUpperCase()
}

const each = /(?<!\p{L})varje (?:persons?|sökandes?|människas?)(?!\p{L})/iu
/** The aim of a statute that the sentence before told of. */
const aim = /(?:^|[.!?] )Lagen(?!\p{L})[^.!?]*[.!?] (?:Målet|Syftet|Avsikten) [^.!?]*$/u

/** `kan beskrivas som ett hyresavtal för mark som hyresgästen …`: one in a likeness. */
const likened =
  /(?<!\p{L})(?:beskriv(?:a|as|er|s)|likn(?:a|as|ar)|jämför(?:a|as|s)?|ses|betraktas?) (?:[\p{L}-]+ )?(?:som|vid|med) [^.!?]*$/iu

/**
 * True where what stands before speaks of each and every one, or likens: `Varje persons ansökan prövas. Sökandens
 * kön …`.
 */
function isSaidOfAll(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start)
  return each.test(before) || aim.test(before) || likened.test(before)
}

/** True where one of these forms stands in the text, as words of its own. */
function stands(forms: readonly string[], text: string): boolean {
  const lower = text.toLowerCase()
  return forms.some((form) => {
    for (let at = lower.indexOf(form); at >= 0; at = lower.indexOf(form, at + 1))
      if (!isLetter(lower.charAt(at - 1)) && !isLetter(lower.charAt(at + form.length))) return true
    return false
  })
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character)
}
