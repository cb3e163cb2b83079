import { defineRule, type TextBlock } from '@klarsprak/engine'
import { advise } from '../src/advice.ts'
import { boras, kmh, skrivregler } from '../src/sources.ts'
import { whole } from '../src/structure.ts'
import { type Body, joined, readBody, withFullNames } from './body.ts'
import { inSentenceCase, isTitleCase } from './case.ts'

export const rule = defineRule({
  meta: {
    id: 'rubrik-versaler',
    title: 'Rubrik med versaler',
    description: 'Hittar rubriker i bara stora bokstäver, eller med stor bokstav i nästan varje ord.',
    why: 'Stora bokstäver går långsammare att läsa, och uppläsning kan ta dem för förkortningar.',
    group: 'struktur',
    checklist: [4],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('3.5 och 9'), boras, kmh],
    options: {},
    zones: ['heading'],
    fix: 'suggestion',
    extent: 'block',
  },
  document: {
    collect(block) {
      const isUpper = isUpperCase(block)
      if (!isUpper && !(laterCapitals.test(block.text) && isTitleCase(block.words))) return undefined
      return { isUpper, pieces: inSentenceCase(block) }
    },
    check({ blocks }, { report }) {
      let known: Body | undefined
      const body = () => {
        known ??= readBody(blocks)
        return known
      }
      for (const block of blocks) {
        if (block.facts === undefined) continue
        const { isUpper, pieces } = block.facts
        const better = withFullNames(joined(pieces, body), body())
        report(block.index, {
          at: whole(block),
          message: isUpper
            ? 'Rubriken är skriven med bara stora bokstäver.'
            : 'Rubriken har stor bokstav i nästan varje ord.',
          ...(isUpper ? {} : { why: 'På svenska har bara det första ordet och namn stor bokstav.' }),
          suggestions: [
            better === undefined
              ? advise('Skriv bara det första ordet och namn med stor bokstav')
              : {
                  title: `Skriv ”${better.replaceAll('"', '”')}”`,
                  safety: 'suggestion',
                  edits: [{ ...whole(block), text: better }],
                },
          ],
        })
      }
    },
  },
})

/** Two capitals after the first word, without which no words need be looked at. */
const laterCapitals = /\s\p{Lu}[^\s]*\s(?:.*\s)?\p{Lu}/u

/** Two words or more, all in capitals, of which one is too long for an abbreviation. */
function isUpperCase({ text, words }: TextBlock): boolean {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{5}/u.test(text)) return false
  return words.filter(({ form }) => /\p{L}{2}/u.test(form)).length >= 2
}
