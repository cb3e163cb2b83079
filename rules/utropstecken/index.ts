import { defineRule, type Suggestion } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { before, isTechnical } from '../src/places.ts'
import { isAmongStudents } from '../src/readership.ts'
import { skrivregler } from '../src/sources.ts'
import { skelleftea } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'

const signs = /[!?]*![!?]*/g
const greeting =
  /(?:^|[^\p{L}])(?:hej|hejsan|tjena|obs|stopp|hurra|gott nytt år|lycka till|ha det(?: så)? bra|(?:god|glad|trevlig|skön) \p{L}+)(?:[ \u00a0](?:alla|på dig|[\p{Lu}][\p{L}]+))?$/iu

/** A wish or a farewell that takes a whole sentence: `Ha nu en trevlig helg så ses vi på tisdag`. */
const wish =
  /(?:^|[.!?…][ \u00a0\n]+|\n)(?:\*+)?(?:hej|hejsan|(?:varmt )?välkom(?:men|na)|(?:vi )?hoppas|(?:vi )?ser fram (?:emot|mot)|ha (?:nu )?(?:det|en|ett)|ta hand om|vi (?:ses|hörs)|hälsningar|se upp|glöm inte|kom ihåg|tänk på|observera)(?!\p{L})[^.!?…]{0,100}$/iu

/** A warning, which may be shouted: `Lämna aldrig barn utan uppsikt!` */
const warning =
  /(?:^|[.!?…][ \u00a0\n]+|\n)(?:[^.!?…]*(?<!\p{L})(?:aldrig|livsfar(?:a|lig[at]?)|varning|brandfara|förbjud(?:et|en|na)|larma|ring (?:alltid )?112)(?!\p{L})[^.!?…]*)$/iu

const welcome = /(?<!\p{L})välkom(?:men|na)[^.!?]*$/iu
/** A long text may have one for every so many words. */
const wordsPerMark = 150

/** An exclamation: `single` where there is only one mark. */
interface Shout {
  readonly start: number
  readonly end: number
  readonly single: boolean
  readonly greets: boolean
}

export const rule = defineRule({
  meta: {
    id: 'utropstecken',
    title: 'Många utropstecken',
    description: 'Hittar dubbla utropstecken, och texter med mer än ett utropstecken.',
    why: 'Utropstecken läses som rop, och många av dem gör tonen påträngande.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    profiles: {
      lattlast: { options: { maxPerDokument: 3 } },
      brev: { options: { maxPerDokument: 3 } },
      rapport: { severity: 'off' },
      protokoll: { severity: 'off' },
    },
    sources: [skelleftea, skrivregler('13.3')],
    options: {
      maxPerDokument: {
        type: 'integer',
        default: 1,
        minimum: 0,
        maximum: 20,
        description: 'Så många utropstecken får texten ha, hälsningar oräknade.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'safe',
    extent: 'word',
  },
  document: {
    collect(block): readonly Shout[] | undefined {
      const { text } = block
      if (!(traitsOf(text) & Trait.exclamation)) return undefined
      const shouts: Shout[] = []
      for (const { 0: found, index: start } of allMatches(text, signs)) {
        const end = start + found.length
        // Inside a sentence the mark belongs to a title; in brackets of its own it is a remark.
        if (/^(?:[ \u00a0](?:\p{Ll}|\(|[-–—][ \u00a0])|\))/u.test(text.slice(end, end + 3))) continue
        if (block.inQuote(start, end) || isTechnical(block, start, end)) continue
        // A line in bold at the head of an item is a heading.
        if (block.markAt(start - 1, 'strong')?.start === 0 && found === '!') continue
        shouts.push({
          start,
          end,
          single: found === '!',
          greets:
            greeting.test(before(text, start, 40)) ||
            wish.test(before(text, start, 120)) ||
            warning.test(before(text, start, 160)),
        })
      }
      return shouts.length > 0 ? shouts : undefined
    },
    check(document, { options, profile, report }) {
      const { blocks } = document
      if (blocks.every(({ facts }) => facts === undefined) || isAmongStudents(document)) return
      let count = 0
      let words = 0
      for (const { wordCount } of blocks) words += wordCount
      const most = Math.max(options.maxPerDokument, Math.floor(words / wordsPerMark))
      for (const { index, facts, text } of blocks)
        for (const { start, end, single, greets } of facts ?? []) {
          if (single) {
            // A welcome is spared, but it is one of the marks that the text has.
            if (greets) {
              if (welcome.test(text.slice(0, start))) count++
              continue
            }
            // The words that a press release ends with about its sender are the same each time.
            if (profile === 'press' && index === blocks.at(-1)!.index && end === text.trimEnd().length) continue
            if (++count <= most) continue
            report(index, {
              at: { start, end },
              message: `Texten har mer än ${most === 1 ? 'ett' : most} utropstecken.`,
              suggestions: [point(start, end)],
            })
            continue
          }
          if (!greets) count++
          if (text.charAt(start - 1) === '.') {
            report(index, {
              at: { start, end },
              message: 'Det räcker med punkten.',
              suggestions: [{ title: 'Stryk utropstecknen', safety: 'suggestion', edits: [{ start, end, text: '' }] }],
            })
            continue
          }
          const asks = text.slice(start, end).includes('?')
          report(index, {
            at: { start, end },
            message: asks ? 'Det räcker med ett frågetecken.' : 'Det räcker med ett utropstecken.',
            suggestions: [
              asks ? write(start, end, '?') : write(start, end, '!', 'safe'),
              ...(asks ? [] : [point(start, end)]),
            ],
          })
        }
    },
  },
})

function point(start: number, end: number): Suggestion {
  return { title: 'Skriv punkt i stället för utropstecken', safety: 'suggestion', edits: [{ start, end, text: '.' }] }
}
