import { defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { isInBrackets, isTechnical, wordAt } from '../src/places.ts'
import { fragelada } from '../src/sources.ts'
import { Trait, traitsOf } from '../src/traits.ts'
import { isFiniteVerb } from '../src/verbs.ts'

const figures = /(?<![\p{L}\d_#=&])\d[\d ,.\u00a0\u202f–-]{0,24}[ \u00a0\u202f](%)(?![\p{L}\d-])/gu
const letters =
  /(?<![\p{L}\d])(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|tjugofem|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra)[ \u00a0]?(%)(?![\p{L}\d-])/giu

export const rule = defineRule({
  meta: {
    id: 'procent-i-loptext',
    title: 'Procenttecken i löpande text',
    description: 'Hittar procenttecken i hela meningar, där ordet procent läses lättare.',
    why: 'I en mening läser man ordet ”procent”, och tecknet hör hemma där det är ont om plats.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    profiles: { rapport: { severity: 'off' } },
    sources: [fragelada(26902), { work: 'Evas skrivskola' }, { work: '1177 Västra Götaland: Språkliga riktlinjer' }],
    options: {
      maxIStycke: {
        type: 'integer',
        default: 3,
        minimum: 1,
        maximum: 20,
        description: 'Har stycket fler procenttal än så, får tecknet stå.',
      },
    },
    zones: ['lead', 'paragraph'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['procenttecken'],
  },
  block: {
    block(block, { options, report }) {
      const { text } = block
      if (!(traitsOf(text) & Trait.percent)) return
      if ((text.match(/%/g)?.length ?? 0) > options.maxIStycke) return
      for (const pattern of [figures, letters])
        for (const { 0: found, index: start } of allMatches(text, pattern)) {
          const end = start + found.length
          if (isInBrackets(text, start, end) || isTechnical(block, start, end)) continue
          if (!wordAt(block, start)?.sentence.words.some(isFiniteVerb)) continue
          const inLetters = pattern === letters
          const sign = end - 1
          const written = /\s%$/.test(found) ? 'procent' : ' procent'
          report({
            at: { start, end },
            ...(inLetters ? { severity: 'warning' as const } : {}),
            message: inLetters
              ? `Skriv ut ”procent” när talet står med bokstäver.`
              : `Skriv ”procent” i stället för tecknet i en löpande mening.`,
            suggestions: [write(sign, end, written, 'suggestion', `${found.slice(0, -1).trimEnd()} procent`)],
          })
        }
    },
  },
})
