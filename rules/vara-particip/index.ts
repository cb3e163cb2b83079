import { type BlockContext, defineRule } from '@klarsprak/engine'
import { analyseVerbForm, inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { grammatiskaUppslag, hallefors, skrivregler } from '../src/sources.ts'
import { sameForm } from '../src/verbs.ts'

/** What an authority does in a case. */
const decided = new Set(
  'besluta bestämma fastställa bevilja registrera anmäla planera delegera överenskomma utreda föreslå tänka säga meddela konstatera avtala reglera'.split(
    ' ',
  ),
)
/** Participles that ask something of the reader: `du är anmodad att`. */
const asked = new Set(['anmoda', 'uppmana', 'ombe', 'be', 'kalla', 'ålägga', 'förelägga', 'förplikta'])

export const rule = defineRule({
  meta: {
    id: 'vara-particip',
    title: 'Passiv med vara',
    description: 'Hittar ”det är beslutat att” och ”du är anmodad att”, där det inte framgår vem som gör det.',
    why: 'Läsaren behöver veta vem som har beslutat eller ber om något.',
    group: 'verb',
    checklist: [7],
    severity: 'suggestion',
    enabled: false,
    sources: [skrivregler('1.3'), grammatiskaUppslag('Passiv'), hallefors(7)],
    options: {
      flerVerb: {
        type: 'strings',
        default: [],
        description: 'Fler verb som ska räknas, i grundform: ”boka”.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
    yieldsTo: ['passiv-med-agent', 'byrakratord'],
  },
  block: { word: { VERB: check, ADJ: check } },
})

function check(word: Word, { options, report }: BlockContext<{ flerVerb: readonly string[] }>): void {
  if (word.morph.VerbForm !== 'Part' && word.morph.VerbForm !== 'Sup') return
  const { kind, auxiliary } = passiveOf(word)
  if (kind !== 'state' || auxiliary === undefined || auxiliary.index > word.index) return
  const verb = analyseVerbForm(word.lower).find(({ form }) => form === 'PastPart')?.lemma ?? passiveOf(word).active
  if (verb === undefined) return
  const subject = auxiliary.previous?.lower === 'det' || auxiliary.next?.lower === 'det'
  const says = subject && leadsToClause(word) && (decided.has(verb) || options.flerVerb.includes(verb))
  const asks = word.next?.lower === 'att' && asked.has(verb)
  if (!says && !asks) return
  const tense = sameForm(auxiliary, 'ha')
  const supine = inflectVerb(verb, { form: 'Sup' })
  report({
    at: { start: Math.min(auxiliary.start, word.start), end: word.end },
    message: asks
      ? `”${auxiliary.form} ${word.form}” säger inte vem som ber om det.`
      : `Det framgår inte vem som har ${supine ?? 'beslutat'} det.`,
    suggestions: [
      {
        title: asks
          ? 'Skriv uppmaningen direkt: ”Svara senast …”'
          : `Skriv vem: ”vi ${tense ?? 'har'} ${supine ?? 'beslutat'} …”`,
        safety: 'suggestion',
        edits: [],
      },
    ],
  })
}

/** True where a clause follows that says what was decided. */
function leadsToClause({ next }: Word): boolean {
  return (
    next !== undefined &&
    (next.upos === 'SCONJ' || /^(?:att|hur|när|vem|vad|var|vilka|vilken|vilket)$/.test(next.lower))
  )
}
