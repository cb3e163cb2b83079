import { defineRule, type TableEntry, type TableMatch, type TextBlock } from '@klarsprak/engine'
import { analyseNounForm, inflectNoun, type Word } from 'retext-swedish'
import { text } from '../generated/tables/termvarianter.ts'
import { type Choice, minorities } from '../src/consistency.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { lazy, parts, readTable } from '../src/table.ts'

interface Entry extends TableEntry {
  readonly group: string
  readonly variant: string
  readonly strength: number
}

const table = lazy((): Entry[] =>
  readTable<'grupp' | 'variant' | 'former' | 'styrka'>(text).map(({ grupp, variant, former, styrka }) => ({
    patterns: parts(former),
    group: grupp,
    variant,
    strength: Number(styrka),
  })),
)

export const rule = defineRule({
  meta: {
    id: 'inkonsekvent-term',
    title: 'Flera ord för samma sak',
    description: 'Hittar texter som kallar samma sak för olika ord, till exempel både ”webbplats” och ”hemsida”.',
    why: 'Två ord får läsaren att tro att det är två olika saker.',
    group: 'termer',
    checklist: [9],
    severity: 'suggestion',
    enabled: true,
    profiles: { strikt: { options: { styrkaMax: 2 } } },
    sources: [klarsprakshjalpen('Använd ord som läsarna förstår'), hallefors(9)],
    options: {
      styrkaMax: {
        type: 'integer',
        default: 1,
        minimum: 1,
        maximum: 2,
        description:
          'Vilka ord som räknas: 1 ord som nästan alltid är samma sak, 2 även ord som ibland skiljer sig åt.',
      },
      minst: {
        type: 'integer',
        default: 2,
        minimum: 2,
        maximum: 50,
        description: 'Så många gånger måste orden förekomma tillsammans.',
      },
      varden: {
        type: 'strings',
        default: ['förskola', 'vårdnadshavare', 'funktionsnedsättning', 'modersmål', 'webbplats'],
        description: 'Ord som ni har valt, till exempel ”webbplats”. Då räknas det andra ordet alltid som avvikande.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'word',
  },
  get table() {
    return table()
  },
  document: {
    collect(block, { options }, matches): Choice[] | undefined {
      if (matches.length === 0) return undefined
      const choices = matches
        .filter((match) => (match.entry as Entry).strength <= options.styrkaMax && isTerm(block, match))
        .map(({ entry, start, end }) => {
          const { group, variant } = entry as Entry
          return { group, variant, start, end }
        })
      return choices.length > 0 ? choices : undefined
    },
    check({ blocks }, { options, report }) {
      for (const { block, choice, instead, other } of minorities(blocks, options.varden, options.minst)) {
        const used = block.text.slice(choice.start, choice.end).toLowerCase()
        report(block.index, {
          at: choice,
          message: `Texten använder både ”${instead}” och ”${used}”.`,
          suggestions: [
            {
              title: `Använd ”${inFormOf(used, instead)}” hela vägen om du menar samma sak`,
              safety: 'suggestion',
              edits: [],
            },
          ],
          related: [{ block: other.block.index, at: other.choice, message: `Här står ”${instead}”.` }],
        })
      }
    },
  },
})

/** The other word in the form that stands there, `idrottshallar` for `sporthallar`; as it is where that is not sure. */
function inFormOf(used: string, instead: string): string {
  const [reading, ...others] = analyseNounForm(used).filter(({ source }) => source !== 'guess')
  if (reading === undefined || others.some(({ number }) => number !== reading.number)) return instead
  const { number, definite } = reading
  return inflectNoun(instead, { number, definite }) ?? instead
}

/** Not a label (`E-post: …`), not in a quotation, code or a link to a document, and no name. */
function isTerm(block: TextBlock, { start, end, words }: TableMatch): boolean {
  if (block.inQuote(start, end) || block.markAt(start, 'code')) return false
  if (/^(?:en)?\s?:|^\s\S+@/.test(block.text.slice(end, end + 40))) return false
  if (block.text[start - 1] === '-' || block.text[end] === '-' || block.text[end] === '@') return false
  const [word] = words
  if (word?.upos === 'VERB') return false
  if (word !== undefined && (isChannel(word) || isName(block, start, word))) return false
  // `för föreningens räkning`, `för egen räkning`
  if (word?.lower === 'räkning' && (word.previous?.morph.Case === 'Gen' || word.previous?.lower === 'egen'))
    return false
  return block.sentences.length > 1 || block.words.length > 2
}

/** What a message is sent by, and not the message: `via e-post`, `telefon eller e-post`, `e-post, brev`. */
function isChannel({ lower, previous, next }: Word): boolean {
  if (!/^(?:e-?post|mejl|mail|sms)$/.test(lower)) return false
  if (/^(?:via|per|genom|med|eller|och|samt|både|,)$/.test(previous?.lower ?? '')) return true
  return /^(?:eller|och|samt)$/.test(next?.lower ?? '') && channels.test(next?.next?.lower ?? '')
}

const channels = /^(?:telefon|brev|post|sms|fax|chatt|video|e-tjänst|digital|vanlig|app)/

/** True for a name inside a sentence: `hos Kontaktcenter`, `Idrottshallen på Storgatan`, and for what belongs to somebody named: `Skatteverkets hemsida`. */
function isName(block: TextBlock, start: number, word: Word): boolean {
  if (word.previous !== undefined && /^\p{Lu}/u.test(word.form) && !/[.!?:•]["”]?\s*$/.test(block.text.slice(0, start)))
    return true
  const owner = word.previous
  return owner !== undefined && owner.upos === 'PROPN' && owner.lower.endsWith('s')
}
