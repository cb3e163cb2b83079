import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { after, before, isTechnical, wordAt } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { startsSentence } from '../src/words.ts'

const pattern =
  /(?<![\p{L}\d@_./-])(?:(?<glued>[Ee]post)(?<rest>\p{Ll}*)(?<apart>[ \u00a0]adress(?:en|er|erna)?(?!\p{L}))?|(?<spaced>[Ee][ \u00a0]post)(?<rest2>\p{Ll}*)|(?<capital>E-[Pp]ost|e-Post)(?<rest3>\p{Ll}*))(?![\p{L}\d@_/])/gu
/** What may follow `epost` in one word: `epostadress`, but no `epostol`. */
const endings =
  /^(?:|en|ens|s|a|ar|ade|adress\p{Ll}*|meddelande\p{Ll}*|konto\p{Ll}*|brev\p{Ll}*|lista\p{Ll}*|utskick\p{Ll}*|lösning\p{Ll}*|svar\p{Ll}*|låda\p{Ll}*)$/u

export const rule = defineRule({
  meta: {
    id: 'epost-form',
    title: 'E-post skrivet fel',
    description: 'Hittar e-post utan bindestreck och med stor bokstav mitt i en mening.',
    why: 'Ordet skrivs med litet e och bindestreck, som andra sammansättningar med en bokstav först.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      { work: 'Isof: Frågelådan i svenska', section: 'e-post och mejl' },
      { work: 'Uppsala universitet: Skrivregler' },
      { work: 'Microsoft: Svensk stilguide' },
      skrivregler('2.1'),
    ],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption', 'contact'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (!/[Ee][- \u00a0]?[Pp]ost/.test(text)) return
      for (const match of allMatches(text, pattern)) {
        const { glued, rest, apart, spaced, rest2, capital, rest3 } = match.groups as Record<string, string | undefined>
        const start = match.index
        const end = start + match[0].length
        if (!endings.test(rest ?? rest2 ?? rest3 ?? '') || isTechnical(block, start, end)) continue
        // ”vitamin E post …” and the like: what is before must not make the letter a word of its own.
        if (spaced && /(?:vitamin|bokstaven|plan|block|linje)[ \u00a0]$/iu.test(before(text, start))) continue
        const word = wordAt(block, start)
        const isFirst =
          word === undefined ||
          word.start > start ||
          startsSentence(word) ||
          /[^\p{Ll}\d, \u00a0][ \u00a0]?$/u.test(before(text, start, 2))
        const isLabel = /^[ \u00a0]?:/.test(after(text, end, 2))
        if (
          capital &&
          (capital === 'E-post' || capital === 'e-post') &&
          (isFirst || isLabel || block.kind === 'contact')
        )
          continue
        // A name: the service E-posten.
        if (capital === 'E-post' && rest3 !== '' && !endings.test(rest3!)) continue
        const tail = apart ? apart.trim() : ''
        const isUpper = match[0].startsWith('E') && (isFirst || isLabel || block.kind === 'contact')
        const written = `${isUpper ? 'E' : 'e'}-post${rest ?? rest2 ?? rest3 ?? ''}${tail}`
        const from = glued && apart ? 'Skriv ihop ordet med' : capital ? 'Skriv' : 'Skriv ordet med'
        report({
          at: { start, end },
          message: capital ? `Skriv ”${written}” med liten bokstav.` : `${from} bindestreck: ”${written}”.`,
          suggestions: [write(start, end, written, apart ? 'suggestion' : 'safe')],
        })
      }
    },
  },
})
