import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { isCapitalInside } from '../src/capitals.ts'
import { after, before, isTechnical, wordAt } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { atCapitals, Trait, traitsOf } from '../src/traits.ts'
import { isFiniteVerb } from '../src/verbs.ts'

const titles =
  'Kommunalråd|Oppositionsråd|Borgarråd|Regionråd|Rektor|Biträdande rektor|Professor|Docent|Advokat|Statsråd|Minister|Statsminister|Ordförande|Handläggare|Landshövding|Borgmästare|Generaldirektör|Kommundirektör|Regiondirektör|Stadsdirektör|Projektledare|Utredare|Samordnare|Sekreterare|Socialsekreterare|Byggnadsinspektör|Miljöinspektör|Verksamhetsledare|\\p{Lu}\\p{Ll}{1,30}(?:chef|handläggare|sekreterare|inspektör|strateg|samordnare)'
const pattern = new RegExp(`(?<![\\p{L}\\d&/-])(?:${titles})(?:en|n)?(?![\\p{L}\\d&-])`, 'uy')
/** Cheap to look for: without any of them there is no title. */
const kinds =
  /råd|ektor|fessor|ocent|vokat|inister|rdförande|andlägg|hövding|mästare|direktör|ledare|tredare|ordnare|reterare|chef|inspektör|strateg/
const nameAfter = /^[ \u00a0]\p{Lu}\p{Ll}+[ \u00a0]\p{Lu}\p{Ll}/u
const isA =
  /(?:^|[^\p{L}])(?:är|som|en|ny|vår|blir|blev|till|av|enligt|kontakta|med|rektorn|vice|tillförordnad|tf\.?)[ \u00a0]$/iu

export const rule = defineRule({
  meta: {
    id: 'titel-versal',
    title: 'Titel med stor bokstav',
    description: 'Hittar titlar som har stor bokstav mitt i en mening.',
    why: 'En titel är inget namn och skrivs med liten bokstav.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 9'), { work: 'Umeå universitet: Skrivregler' }],
    options: {},
    zones: ['lead', 'paragraph', 'listItem', 'caption'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.capitalInside) || !kinds.test(text)) return
      for (const { 0: title, index: start } of atCapitals(text, pattern)) {
        const end = start + title.length
        // After a clock time a title begins a line of a programme.
        if (!isCapitalInside(block, start) || /\d[ \u00a0]$/.test(before(text, start, 2))) continue
        const isNamed = nameAfter.test(after(text, end))
        const isApposition =
          /\p{Lu}\p{Ll}+,[ \u00a0]$/u.test(before(text, start)) && /^,[ \u00a0]\p{Ll}/u.test(after(text, end, 4))
        if (
          !isNamed &&
          !isApposition &&
          !(isA.test(before(text, start)) && !/^[ \u00a0]\p{Lu}/u.test(after(text, end, 3)))
        )
          continue
        if (
          !wordAt(block, start)!.sentence.words.some(
            (word) => isFiniteVerb(word) || word.morph.Mood === 'Imp' || word.lower === 'kontakta',
          )
        )
          continue
        if (isTechnical(block, start, end)) continue
        const lower = title.charAt(0).toLowerCase() + title.slice(1)
        report({
          at: { start, end },
          message: `Skriv titeln ”${lower}” med liten bokstav.`,
          suggestions: [write(start, start + 1, lower.charAt(0), 'suggestion', lower)],
        })
      }
    },
  },
})
