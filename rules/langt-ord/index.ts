import { defineRule, type TextBlock } from '@klarsprak/engine'
import { nounInfo, splitCompound, type Word } from 'retext-swedish'
import { hallefors, skrivregler } from '../src/sources.ts'
import { looksLikeName } from '../src/words.ts'

export const rule = defineRule({
  meta: {
    id: 'langt-ord',
    title: 'Långt ord',
    description: 'Hittar långa sammansatta ord, som ”barnomsorgsavgiftsbefrielse”.',
    why: 'Ett långt ord måste läsaren själv dela upp för att förstå.',
    group: 'ord',
    checklist: [8],
    severity: 'suggestion',
    enabled: false,
    profiles: { lattlast: { options: { maxBokstaver: 15 } } },
    sources: [
      { work: 'Svenska kyrkan, Göteborgs stift: Skrivråd', section: 'om att dela upp långa ord' },
      skrivregler('1.4'),
      hallefors(8),
    ],
    options: {
      maxBokstaver: {
        type: 'integer',
        default: 22,
        minimum: 10,
        maximum: 60,
        description: 'Hur många bokstäver ett ord får ha. Bindestreck räknas inte.',
      },
      undantaOrd: { type: 'strings', default: [], description: 'Långa ord som får stå kvar hos er, i grundform.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'word',
    yieldsTo: ['oforklarad-fackterm', 'svengelska', 'byrakratord'],
  },
  document: {
    collect(block, { options: { maxBokstaver, undantaOrd } }) {
      const found = block.words
        .filter((word) => isLong(word, maxBokstaver) && !undantaOrd.includes(word.lemma) && !isSpared(word, block))
        .map(describe)
      return found.length > 0 ? found : undefined
    },
    check(document, { report }) {
      const said = new Set<string>()
      for (const { index, facts = [] } of document.blocks)
        for (const { start, end, form, lemma, count, head } of facts) {
          if (said.has(lemma)) continue
          said.add(lemma)
          report(index, {
            at: { start, end },
            message: `”${form}” har ${count} bokstäver.`,
            suggestions: [
              {
                title: head
                  ? `Dela upp ordet, till exempel så att ”${head}” står för sig`
                  : 'Dela upp ordet i flera ord',
                safety: 'suggestion',
                edits: [],
              },
            ],
          })
        }
    },
  },
})

/** Names of statutes, organs and offices: they cannot be divided. */
const officialName =
  /(?:lag(?:en|stiftning|stiftningen)?|balk(?:en)?|förordning(?:en|ar|arna)?|föreskrift(?:en|er|erna)?|nämnd(?:en|er|erna)?|förvaltning(?:en|ar|arna)?|avdelning(?:en|ar)?|enhet(?:en|er|erna)?|kontor(?:et)?|styrelse(?:n|r)?|utskott(?:et)?|departement(?:et)?|myndighet(?:en|er)?|verket|rätten|domstol(?:en|ar)?|förbund(?:et)?|direktiv(?:et)?|kassan?|inspektion(?:en)?|ombudsman(?:nen)?)s?$/

/** Everyday words and terms that have no shorter name. */
const spared =
  /^(?:funktions(?:nedsättning|variation|hinder|hindrad|rätt)|utvecklingsstörning|socialförsäkring|organisationsnummer|assistansersättning|korttids(?:vistelse|tillsyn|boende)|återvinnings(?:central|station)|folkbokföringsregist|tillgänglighetsredogörelse|frivilligorganisation|biståndshandläggare)/

/** A word counts by its dictionary form, so that an ending does not make it long; of three parts, as it stands. */
function isLong(word: Word, most: number): boolean {
  if (word.lower.length <= most || word.kind !== 'word' || letters(word.lower) <= most) return false
  return letters(word.lemma) > most || (splitCompound(word.lower)?.parts.length ?? 0) > 2
}

function letters(form: string): number {
  return form.replaceAll(/[^\p{L}]/gu, '').length
}

function isSpared(word: Word, block: TextBlock): boolean {
  if (word.upos === 'PROPN' || word.upos === 'X' || looksLikeName(word)) return true
  if (officialName.test(word.lower) || spared.test(word.lower)) return true
  return /[\d/_.@]|.\p{Lu}/u.test(word.form) || block.inQuote(word.start, word.end)
}

function describe({ start, end, form, lower, lemma }: Word) {
  const last = splitCompound(lower)?.parts.at(-1)
  const head = last && last.text.length > 6 && last.lemma !== undefined && nounInfo(last.lemma) ? last.text : undefined
  return { start, end, form, lemma, count: letters(form), head }
}
