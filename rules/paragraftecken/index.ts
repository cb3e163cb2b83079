import { defineRule, type Report } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { after, before, isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { euStyle } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const range = '\\d{1,3}(?:[ \\u00a0]?[a-h](?!\\p{L}))?(?:[ \\u00a0]?[–-][ \\u00a0]?\\d{1,3})?'
const signFirst = new RegExp(`(?<![\\p{L}\\d])(§§?)[ \\u00a0]?(${range})(?![\\p{L}\\d:/]|[ \\u00a0]?§)`, 'gu')
const glued = /(?<![\p{L}\d:/.])(\d{1,3}(?:[ \u00a0]?[a-h])?)(§§?)(?![\p{L}\d])/uy
const chapter = /(?<![\p{L}\d:/.])(\d{1,2})(kap\.?)(?=[ \u00a0]?\d)/uy
const inflected = /(?<![\p{L}\d§])§[-:]?(en|ens|er|erna|ers)(?!\p{L})/gu
const abbreviated = /(?<!\p{L})[Pp]ar\.[ \u00a0](\d{1,3})(?![\p{L}\d:/])/gu
const forms: Record<string, string> = {
  en: 'paragrafen',
  ens: 'paragrafens',
  er: 'paragrafer',
  erna: 'paragraferna',
  ers: 'paragrafers',
}
/** What makes a number of a section a law's: minutes and statutes of clubs number their own sections with the sign first. */
const law =
  /^(?!.{0,12}(?:stadg|protokoll|avtal))[^.;!?§]{0,50}?(?:\p{L}lag(?:en|ens)?|\p{Ll}balk(?:en|ens)?|förordning(?:en|ens)?|[Ll]ag(?:en)? ?\(\d{4}:\d+\)|(?<!\p{L})(?:lagen|PBL|SoL|LSS|LVU|LVM|FL|FPL|OSL|KL|TF))(?!\p{L})/u

export const rule = defineRule({
  meta: {
    id: 'paragraftecken',
    title: 'Paragraftecken på fel plats',
    description: 'Hittar paragraftecken som står fel, sitter ihop med siffran eller används som ord.',
    why: 'I hänvisningar till lagar står siffran först: 4 § läses ”fjärde paragrafen”.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 12'), { work: 'Prefix: Skrivregler' }, euStyle('artikelhänvisningar')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'phrase',
  },
  block: {
    block(block, { profile, report }) {
      const { text } = block
      const hasSign = (traitsOf(text) & Trait.section) !== 0
      if (!hasSign && !/\dkap|[Pp]ar\. ?\d/.test(text)) return
      const say = (start: number, end: number, said: Omit<Report, 'at'>) => {
        if (!isTechnical(block, start, end)) report({ at: { start, end }, ...said })
      }
      for (const { 0: found, 1: number, 2: sign, index: start } of atNumbers(text, glued)) {
        const end = start + found.length
        const at = start + number!.length
        say(start, end, {
          message: `Det ska vara mellanslag i ”${found}”.`,
          suggestions: [write(at, at, '\u00a0', 'safe', `${number}\u00a0${sign}`)],
        })
      }
      for (const { 0: found, 1: number, 2: short, index: start } of atNumbers(text, chapter)) {
        const at = start + number!.length
        const end = start + found.length
        say(start, end, {
          message: `Det ska vara mellanslag i ”${found}”.`,
          suggestions: [write(at, at, '\u00a0', 'safe', `${number}\u00a0${short}`)],
        })
      }
      if (!hasSign) {
        for (const { 0: found, 1: number, index: start } of allMatches(text, abbreviated))
          if (law.test(after(text, start + found.length, 80)))
            say(start, start + found.length, {
              message: 'Skriv paragraftecken efter siffran.',
              suggestions: [write(start, start + found.length, `${number}\u00a0§`)],
            })
        return
      }
      for (const { 0: found, 1: sign, 2: number, index: start } of allMatches(text, signFirst)) {
        const end = start + found.length
        const isLaw = start > 0 && law.test(after(text, end, 80)) && !/kap\.?[ \u00a0]$/.test(before(text, start))
        if (isLaw) {
          const written = `${number}\u00a0${/[–-]/.test(number!) ? '§§' : '§'}`
          say(start, end, {
            message: `Skriv siffran före paragraftecknet när du hänvisar till en lag.`,
            suggestions: [write(start, end, written)],
          })
        } else if (!/[ \u00a0]/.test(found.slice(0, sign!.length + 1)) && profile === 'protokoll')
          say(start, end, {
            severity: 'suggestion',
            message: `Det ska vara mellanslag i ”${found}”.`,
            suggestions: [
              write(start + sign!.length, start + sign!.length, '\u00a0', 'suggestion', `${sign}\u00a0${number}`),
            ],
          })
      }
      for (const { 0: found, 1: ending, index: start } of allMatches(text, inflected))
        say(start, start + found.length, {
          message: 'Skriv ut ordet när tecknet inte står vid en siffra.',
          suggestions: [write(start, start + found.length, forms[ending!]!)],
        })
    },
  },
})
