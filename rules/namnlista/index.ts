import { type BlockContext, defineRule, type TextBlock } from '@klarsprak/engine'
import { analyseNounForm, type Word } from 'retext-swedish'
import { isNoProse } from '../src/correct.ts'
import { skrivregler } from '../src/sources.ts'
import { hasCapital, startsSentence } from '../src/words.ts'
import { initialsOf, isNear, type Name, type NameList, nameList, plain } from './names.ts'

export const rule = defineRule({
  meta: {
    id: 'namnlista',
    title: 'Felskrivet namn',
    description: 'Hittar felskrivna namn på orter, nämnder och annat som står i er namnlista.',
    why: 'Ett felskrivet namn på den egna orten väcker tvivel på resten av texten.',
    group: 'kommunens-rost',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('5.2–5.4'), { work: 'Lantmäteriet: Ortnamnsregistret' }],
    options: {
      namn: { type: 'strings', default: [], description: 'Era egna namn, utöver de som står i tabellen.' },
      godkanda: { type: 'strings', default: [], description: 'Namn som liknar ett namn i listan men är rätt.' },
      avstandKort: {
        type: 'integer',
        default: 1,
        minimum: 0,
        maximum: 1,
        description: 'Så många bokstäver får vara fel i namn på sex tecken eller fler.',
      },
      avstandLang: {
        type: 'integer',
        default: 1,
        minimum: 0,
        maximum: 2,
        description: 'Så många bokstäver får vara fel i namn på nio tecken eller fler.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'suggestion',
    extent: 'word',
  },
  block: {
    block(block, { options, report }) {
      const list = nameList(options.namn)
      const right = new Set(options.godkanda)
      for (const word of block.words) {
        if (word.kind !== 'word' || word.form.length < 5 || (right.size > 0 && right.has(word.form))) continue
        const isCapital = hasCapital(word.form)
        if (!isCapital && !list.initials.has(initialsOf(word.lower))) continue
        const name = list.byPlain.get(plain(word.form)) ?? list.byPlain.get(plain(withoutGenitive(word.form)))
        if (name === undefined ? !isCapital : isAs(name, word.form)) continue
        const meant = name ?? nearest(list.fuzzy, word, options)
        if (meant === undefined || isNoProse(block, word) || isInAddress(block, word)) continue
        if (name !== undefined && isOtherWord(word)) continue
        const put = meant.text + (isGenitive(word.form, meant.text) ? 's' : '')
        if (put === word.form) continue
        report({
          at: word,
          message: `Namnet stavas ”${put}”.`,
          suggestions: [
            {
              title: `Skriv ”${put}”`,
              safety: 'suggestion',
              edits: [{ start: word.start, end: word.end, text: put }],
            },
          ],
        })
      }
      const lower = block.text.toLowerCase()
      if (!list.anyPhrase.test(lower)) return
      for (const phrase of list.phrases) if (lower.includes(phrase.lower)) findPhrase(block, lower, phrase, report)
    },
  },
})

function withoutGenitive(form: string): string {
  return form.endsWith('s') ? form.slice(0, -1) : form
}

function isGenitive(form: string, name: string): boolean {
  return form.endsWith('s') && !name.endsWith('s')
}

/** Right as it stands, in capitals, or with the -s of the genitive. */
function isAs({ text }: Name, form: string): boolean {
  return form === text || form === `${text}s` || form === form.toUpperCase()
}

/** A small letter may make another word: `piteå` does not, but `skåne` in a compound may. */
function isOtherWord(word: Word): boolean {
  if (hasCapital(word.form)) return false
  return analyseNounForm(word.lower).some(({ source }) => source === 'lexicon') || word.upos === 'VERB'
}

/** The one name that differs by a letter or two, where the word is no known word and no name of its own kind. */
function nearest(
  names: NameList['fuzzy'],
  word: Word,
  { avstandKort, avstandLang }: { avstandKort: number; avstandLang: number },
): Name | undefined {
  if (word.form.length < 5 || word.form === word.form.toUpperCase()) return undefined
  const near = names.get(plain(word.form.charAt(0)))?.filter(({ text }) => {
    const allowed = text.length >= 9 ? avstandLang : avstandKort
    return isNear(word.form, text, allowed) || isNear(withoutGenitive(word.form), text, allowed)
  })
  if (near?.length !== 1) return undefined
  if (startsSentence(word) && analyseNounForm(word.lower).some(({ source }) => source !== 'guess')) return undefined
  if (word.next !== undefined && /^\p{Lu}\p{Ll}/u.test(word.next.form) && word.next.upos === 'PROPN') return undefined
  return near[0]
}

/** A link’s text may be an address, and a web page’s file name has no dots and rings. */
function isInAddress(block: TextBlock, { start, end }: Word): boolean {
  return /[./@-]/.test(block.text[start - 1] ?? ' ') || /^(?:\.\p{L}|[/@])/u.test(block.text.slice(end, end + 2))
}

function findPhrase(
  block: TextBlock,
  lower: string,
  { text: name, lower: needle }: NameList['phrases'][number],
  report: BlockContext['report'],
): void {
  for (let start = lower.indexOf(needle); start >= 0; start = lower.indexOf(needle, start + 1)) {
    const end = start + needle.length
    const written = block.text.slice(start, end)
    if (written === name || written === written.toUpperCase()) continue
    if (/[\p{L}]/u.test(`${lower[start - 1] ?? ' '}${lower[end] ?? ' '}`)) continue
    report({
      at: { start, end },
      message: `Namnet skrivs ”${name}”.`,
      suggestions: [{ title: `Skriv ”${name}”`, safety: 'suggestion', edits: [{ start, end, text: name }] }],
    })
  }
}
