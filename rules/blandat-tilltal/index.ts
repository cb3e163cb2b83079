import { defineRule, Outlines, type TextBlock } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { single } from '../opersonligt-tilltal/roles.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'

const off = { severity: 'off' } as const

export const rule = defineRule({
  meta: {
    id: 'blandat-tilltal',
    title: 'Blandat tilltal',
    description: 'Hittar stycken som byter mellan ”du” och ”den enskilde”, eller mellan ”du” och ”ni”.',
    why: 'När tilltalet byts undrar läsaren om det handlar om någon annan.',
    group: 'tilltal',
    checklist: [6],
    severity: 'suggestion',
    enabled: true,
    profiles: { press: off, rapport: off, protokoll: off },
    sources: [klarsprakshjalpen('Anpassa tonen'), skrivregler('8.2.1'), hallefors(6)],
    options: {
      minTraffarStycke: {
        type: 'integer',
        default: 1,
        minimum: 1,
        maximum: 10,
        description: 'Hur många ord som ”den enskilde” som krävs i ett stycke som säger ”du”.',
      },
      minTraffarDokument: {
        type: 'integer',
        default: 3,
        minimum: 1,
        maximum: 50,
        description: 'Hur många sådana ord som krävs i hela texten om de står i andra stycken.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
  },
  document: {
    collect(block) {
      if (block.quoted) return undefined
      const readers: Readers = { du: undefined, ni: undefined, roles: [] }
      for (const word of block.words) if (looks.has(word.lower)) note(word, block, readers)
      const { du, ni, roles } = readers
      if (!du && !ni && roles.length === 0) return undefined
      const mixed =
        du && ni && block.words.some(isToldAsSeveral) && !severalReaders(block)
          ? du.start < ni.start
            ? ni
            : du
          : undefined
      return { address: (du ?? ni) && place((du ?? ni)!), roles, mixed: mixed && place(mixed) }
    },
    check({ blocks }, { options, report }) {
      const isAddressed = blocks.some(({ facts }) => facts?.address)
      const roles = blocks.flatMap(({ index, facts }) => (facts?.roles ?? []).map((role) => ({ index, role })))
      const said = new Set<number>()
      for (const { index, facts } of blocks) {
        if (!facts?.address) continue
        const { address, mixed } = facts
        if (facts.roles.length >= options.minTraffarStycke) {
          said.add(index)
          reportRole(index, facts.roles[0]!, address)
        }
        if (mixed)
          report(index, {
            at: mixed,
            message: 'Här byter texten mellan ”du” och ”ni”.',
            related: [{ at: address, message: 'Här är tilltalet ett annat.' }],
            suggestions: [
              {
                title: 'Välj ”du” om du skriver till en person, och ”ni” bara till flera',
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
      }
      const [first] = roles
      if (isAddressed && said.size === 0 && first && roles.length >= options.minTraffarDokument)
        reportRole(first.index, first.role)

      function reportRole(block: number, role: Place, address?: Place): void {
        report(block, {
          at: role,
          message: `Texten säger ”du”, men här heter läsaren ”${role.text}”.`,
          ...(address ? { related: [{ at: address, message: 'Här är tilltalet ett annat.' }] } : {}),
          suggestions: [
            { title: 'Skriv ”du” hela vägen, eller säg vem det annars är', safety: 'suggestion', edits: [] },
          ],
        })
      }
    },
  },
})

interface Place {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a block calls its readers. */
interface Readers {
  du: Word | undefined
  ni: Word | undefined
  readonly roles: Place[]
}

function note(word: Word, block: TextBlock, readers: Readers): void {
  const { lower } = word
  if (singular.has(lower)) readers.du ??= isAddress(word, block) ? word : undefined
  else if (plural.has(lower)) readers.ni ??= isAddress(word, block) ? word : undefined
  else if (general.has(lower) && isRole(word) && !block.inQuote(word.start, word.end))
    readers.roles.push(rolePlace(word))
}

const duty = /^(?:ska|skall|måste|bör|får|kan|behöver|ansvarar)$/
const singular = new Set(['du', 'dig'])
const plural = new Set(['ni'])
/** Words that say that the readers are several, or that some of them are meant. */
const several =
  /(?<!\p{L})(?:tillsammans|båda|föräldrar\p{L}*|vårdnadshavare|familj\p{L}*|hushåll\p{L}*|förening\p{L}*|styrelse\p{L}*|grupp\p{L}*|företag\p{L}*|par|make|maka|sambo\p{L}*|partner|barn\p{L}*|skola\p{L}*|någon|handläggare\p{L}*|kontaktperson\p{L}*|klass\p{L}*|ni som|ni i|ni på|er som|alla)(?!\p{L})/u

function isAddress(word: Word, block: TextBlock): boolean {
  return word.upos === 'PRON' && !block.inQuote(word.start, word.end) && !isQuestionToSender(word)
}

/** True in a question of the reader to the sender: `Kan ni hjälpa mig?` */
function isQuestionToSender({ sentence }: Word): boolean {
  return sentence.words.some(({ lower }) => lower === 'jag' || lower === 'mig' || lower === 'min')
}

/** True for a `ni` that opens its sentence and is told what to do; other ones may be the reader and someone else. */
function isToldAsSeveral(word: Word): boolean {
  return plural.has(word.lower) && word.previous === undefined && duty.test(word.next?.lower ?? '')
}

function severalReaders({ text }: TextBlock): boolean {
  return several.test(text.toLowerCase())
}

/** Roles that mean whoever reads: `den enskilde`, `sökanden`. Those of a trade or a relation often mean someone else. */
const general = new Set(
  'enskilde enskilda sökande sökanden klaganden medborgaren kommuninvånaren invånaren brukaren kunden'.split(' '),
)

/** Most words are none of these. */
const looks = new Outlines([...singular, ...plural, ...general])

/** True for one of them as the subject of what someone gets, may or must. */
function isRole(word: Word): boolean {
  if (!isDuty(word)) return false
  if (/^(?:enskilde|enskilda|sökande)$/.test(word.lower))
    // `Om du är granne till den sökande får du …`: the verb is another's.
    return word.previous?.lower === 'den' && word.previous.previous?.upos !== 'ADP'
  return single().has(word.lower) && word.previous?.upos !== 'ADP'
}

function isDuty({ next, previous }: Word): boolean {
  return (
    (isFiniteVerb(next) && duty.test(next!.lower)) ||
    duty.test(previous?.lower ?? '') ||
    duty.test(previous?.previous?.lower ?? '')
  )
}

/** A role with its article: `den enskilde`. */
function rolePlace(word: Word): Place {
  const { previous } = word
  const first = previous?.lower === 'den' ? previous : word
  return { start: first.start, end: word.end, text: first === word ? word.form : `${first.form} ${word.form}` }
}

function place({ start, end, form }: Word): Place {
  return { start, end, text: form }
}
