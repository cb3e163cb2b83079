import { defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { write } from '../src/advice.ts'
import { isSpelled, usualCase } from '../src/initialisms.ts'
import { after, before, isTechnical, wordAt } from '../src/places.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import { atCapitals, atNumbers, Trait, traitsOf } from '../src/traits.ts'
import { capitalise, startsSentence } from '../src/words.ts'

const letters = /(?<![\p{L}\d@_./&-])(\p{Lu}{2,5})[ \u00a0](?=\p{Ll}{3})/uy
const figures =
  /(?<![\p{L}\d.,:/-])\d{1,3}[ \u00a0](?=(?:års(?:fest|jubile|dag|kalas|fir|gräns|present|period|kris|ålder)|åring|årig|dagarsperiod|procentig|meterssim))/uy
/** What a statute or a body has: the s before it may be the genitive's. */
const owned =
  /(?:krets|krav|regler|bestämmelser|mening|definition|syfte|intentioner|stadgar|lokaler|webbplats|tillsyn|beslut|förslag|roll|uppdrag)(?:e[nr]|na|s)?$/
/** A place in a statute or a numbered thing, beside the name of what it stands in: `GDPR artikel 6`, `LSS kapitel 3`, `VA zon 2`. */
const place =
  /^(?:artik(?:el|eln|lar)|kapit(?:el|let)|paragraf(?:en|er)?|avsnitt(?:et)?|punkt(?:en|er)?|stycke(?:t)?|bilaga(?:n)?|sida(?:n)?|sidorna|nummer|nr)$/
const numbered = /^[ \u00a0](?:\d|\p{Lu}(?!\p{L})|\p{Ll}(?![\p{L}.]))/u
/** Words after which the noun is an object of its own: the abbreviation is the indirect one. */
const gives = /^(?:ge|ger|gav|gett|ge|erbjud|lämna|skicka|betala)/

export const rule = defineRule({
  meta: {
    id: 'forkortning-bindestreck',
    title: 'Sammansättning utan bindestreck',
    description: 'Hittar förkortningar och tal som är särskrivna från ordet de hör ihop med.',
    why: 'Bindestrecket visar att det är ett enda ord.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [fragelada(30528), skrivregler('10 och 11.11')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      const traits = traitsOf(text)
      if (traits & Trait.capitals)
        for (const { 0: found, 1: form, index: start } of atCapitals(text, letters)) {
          if (!isSpelled(form!)) continue
          const noun = wordAt(block, start + found.length)
          if (
            noun === undefined ||
            !isNoun(noun) ||
            noun.morph.Case === 'Gen' ||
            /\p{Lu}[ \u00a0]$/u.test(before(text, start, 2))
          )
            continue
          // `LSS grupp- och korttidsboenden`: the first of a pair wants the whole to be built anew.
          if (text[noun.end] === '-' || noun.form.endsWith('-')) continue
          if (place.test(noun.lower) || numbered.test(after(text, noun.end).slice(0, 4))) continue
          // ”det i EU länder som …”: the preposition takes the abbreviation, and the noun belongs to the clause.
          if (
            noun.next?.lower === 'som' &&
            noun.morph.Definite === 'Ind' &&
            noun.morph.Number === 'Plur' &&
            /(?:^|\P{L})(?:i|på|av|från|inom)[ \u00a0]$/iu.test(before(text, start, 8))
          )
            continue
          if (form!.endsWith('S') && usualCase(form!) === form && owned.test(noun.lower)) continue
          const { previous } = noun
          if (previous?.previous && gives.test(previous.previous.lower)) continue
          const end = noun.end
          if (isTechnical(block, start, end)) continue
          const first = wordAt(block, start)
          const usual = usualCase(form!)
          const head = first && startsSentence(first) ? capitalise(usual) : usual
          report({
            at: { start, end },
            message: `Skriv ihop ”${text.slice(start, end)}” med bindestreck.`,
            suggestions: [write(start, end, `${head}-${noun.form}`)],
          })
        }
      if (!(traits & Trait.digit) || !text.includes(' år')) return
      for (const { 0: found, index: start } of atNumbers(text, figures)) {
        const space = start + found.length - 1
        const word = /^\p{L}+/u.exec(after(text, space + 1))![0]
        const end = space + 1 + word.length
        report({
          at: { start, end },
          message: `Skriv ihop ”${text.slice(start, end)}” med bindestreck.`,
          suggestions: [write(space, space + 1, '-', 'suggestion', `${found.trim()}-${word}`)],
        })
      }
    },
  },
})

/** A noun for certain; `boende` is one here, whatever it looks like. */
function isNoun({ upos, confidence, lower }: Word): boolean {
  return (upos === 'NOUN' && confidence >= 0.8) || /^boende[tn]?$/.test(lower)
}
