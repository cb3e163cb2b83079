import { defineRule, type TextBlock } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { hallefors, skrivregler } from '../src/sources.ts'
import { startsSentence } from '../src/words.ts'

export const rule = defineRule({
  meta: {
    id: 'versalt-tilltal',
    title: 'Stor bokstav i ”du” och ”ni”',
    description: 'Hittar ”Du”, ”Ni” och ”Er” med stor bokstav inne i en mening.',
    why: 'Stor bokstav i tilltalet ser ålderdomligt ut och stör läsningen.',
    group: 'tilltal',
    checklist: [6, 10],
    severity: 'warning',
    enabled: true,
    sources: [
      skrivregler('8.2.1'),
      { work: 'Karolinska institutet: Skrivråd', section: 'om du och ni' },
      hallefors(10),
    ],
    options: {
      tillatStorBokstav: {
        type: 'boolean',
        default: false,
        description: 'Låt stor bokstav stå, om ni har bestämt att skriva så.',
      },
      niTillFlera: {
        type: 'boolean',
        default: true,
        description: 'Räkna med att ”ni” är flera. Annars får du även rådet att skriva ”du”.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  table: [{ patterns: ['du', 'dig', 'din', 'ditt', 'dina', 'ni', 'er', 'ert', 'era'] }],
  block: {
    match({ words: [word], text }, { block, options, report }) {
      if (options.tillatStorBokstav || !/^\p{Lu}\p{Ll}+$/u.test(text)) return
      const before = word!.previous?.form === ',' ? word!.previous.previous : word!.previous
      if (before === undefined || before.kind !== 'word' || /[.:-]$/.test(before.form)) return
      if (before.form !== before.lower && (!startsSentence(before) || before.upos === 'PROPN')) return
      if (word!.next?.upos === 'PROPN' || isNewLine(before, word!, block) || speaksOfLetters(word!.sentence)) return
      if (isInName(before, word!)) return
      const small = word!.lower
      report({
        at: word!,
        message: `”${text}” ska ha liten bokstav inne i meningen.`,
        suggestions: [
          {
            title: `Byt till ”${small}”`,
            safety: 'safe',
            edits: [{ start: word!.start, end: word!.end, text: small }],
          },
          ...(small.startsWith('d') || options.niTillFlera
            ? []
            : [
                {
                  title: 'Skriv ”du” eller ”din” om du skriver till en person',
                  safety: 'suggestion' as const,
                  edits: [],
                },
              ]),
        ],
      })
    },
  },
})

/** What bears a name: `sajten Din trygghet`, `kampanjen Ditt val`. */
const bearer =
  /(?:sajt|webbplats|webbsida|sida|tidning|app|tjänst|kampanj|projekt|podd|podcast|serie|film|bok|broschyr|folder|blankett|utställning|föreställning|kurs|utbildning|förening|grupp|sång|låt|skrift|rapport|nyhetsbrev|portal|program)(?:en|et|n|t|an)?$/

/** True for the first word of a name: after what bears it, or for `Din` after any noun, which no owner follows. */
function isInName(before: Word, { lower }: Word): boolean {
  if (before.kind === 'word' && bearer.test(before.lower)) return true
  return /^(?:din|ditt|dina)$/.test(lower) && before.upos === 'NOUN'
}

/** True where the sentence is about capitals, so that it may name the very words that are not to have them. */
function speaksOfLetters({ words }: Sentence): boolean {
  return words.some(({ lemma }) => lemma === 'bokstav' || lemma === 'versal')
}

/** True where a line or a link ends between the words, so that a sentence may begin without a full stop before it. */
function isNewLine(before: Word, word: Word, block: TextBlock): boolean {
  if (block.text.slice(before.end, word.start).includes('\n')) return true
  return block.markAt(before.start, 'link') !== undefined && block.markAt(word.start, 'link') === undefined
}
