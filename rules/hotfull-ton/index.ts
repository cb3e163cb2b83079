import { defineRule, type TableEntry } from '@klarsprak/engine'
import { text } from '../generated/tables/hotfulla.ts'
import { type Conditions, readConditions } from '../src/conditions.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { lazy, parts, readTable } from '../src/table.ts'

interface Threat extends TableEntry {
  readonly conditions: Conditions
}

const table = lazy((): Threat[] =>
  readTable<'uttryck' | 'villkor'>(text).map(({ uttryck, villkor }) => ({
    patterns: parts(uttryck),
    conditions: readConditions(villkor),
  })),
)
const off = { severity: 'off' } as const
/** What makes a consequence easier to take: a reason, a way to get help, or what the reader can do. */
const softening =
  /(?<!\p{L})(?:eftersom|därför att|så att|hör av dig|ring (?:oss|mig)|kontakta (?:oss|mig|din)|du kan (?:också|ringa|få|i stället)|vi hjälper|om du har frågor|har du frågor|vi vill)(?!\p{L})/u

export const rule = defineRule({
  meta: {
    id: 'hotfull-ton',
    title: 'Hotfull ton',
    description: 'Hittar hårda ord om påföljder utan förklaring, som ”vid utebliven betalning” och ”beivras”.',
    why: 'Läsaren gör oftare rätt om hen först får veta vad hen ska göra och varför.',
    group: 'tilltal',
    checklist: [6],
    severity: 'suggestion',
    enabled: true,
    profiles: { press: off, protokoll: off, rapport: off },
    sources: [klarsprakshjalpen('Anpassa tonen'), skrivregler('1.2'), hallefors(6)],
    options: {
      kraverMildrande: {
        type: 'boolean',
        default: true,
        description: 'Låt orden stå i ett stycke som också ger ett skäl eller erbjuder hjälp.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent'],
  },
  get table() {
    return table()
  },
  block: {
    match(match, { block, options, report }) {
      if (!(match.entry as Threat).conditions.holds(match, block)) return
      if (options.kraverMildrande && softening.test(block.text.toLowerCase())) return
      report({
        at: match,
        message: `”${match.text}” kan låta hotfullt.`,
        suggestions: [
          {
            title: 'Säg först vad läsaren ska göra och varför, och sedan vad som händer annars',
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
