import { defineRule } from '@klarsprak/engine'
import { helsingborg, kmh, westander } from '../src/sources.ts'
import { whole } from '../src/structure.ts'

/** The number that a statute has in its title. */
const statute = /\(\d{4}:\d+\)/
/** A matter of a committee keeps the name that it has in the records. */
const matter =
  /(?:^|\s)(?:yttrande|remiss|motion|medborgarförslag|tjänsteskrivelse|dnr|SOU \d{4}|initiativärende|kritik mot|tillsynsrapport)(?=\s|$|:)|^(?:svar på|anmälan (?:om|av)|även fråga om) |^(?:ansökan|begäran) om (?!.*(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L}))|\((?:SOU|Ds|prop\.) /iu
/** What the title of a whole paper begins with: it is fixed when the paper is adopted. */
const paper =
  /^(?:\p{L}+ )?\p{L}*(?:riktlinje|polic|regl|reglement|föreskrift|tax|plan|strategi|program)\p{L}* |(?<!\p{L})(?:normer|riktlinjer|bestämmelser) för /iu
/** A number before the heading, of the chapter or of the matter. */
const number = /^(?:§+ ?\d+\S*|\p{Lu}{2,5} \d+\S*|\d+(?:\.\d+)*\.?)\s+/u
/** In plain text a long line of these kinds is a sentence, a caption or an entry of a list and no heading. */
const noHeading = /[.!:;,”’"')]$|(?<!\p{L})följande(?!\p{L})|\p{L}: \p{L}|^(?:en|ett|den|det|de|här|se|denna|detta) /iu
/** Plain text is taken out of a paper or a booklet, where a heading may be longer than on a page of the web. */
const paperWords = 12
/** A question needs more words than a statement. */
const question = { words: 15, characters: 100 }

/** What a page says of its links to those who listen. */
const linkNote = /,?\s*(?:länk till annan webbplats|öppnas i (?:ett )?nytt fönster).*$/iu
/** A word or a few letters too many are no trouble. */
const margin = 1.1

/** `tobak, tobaksfria nikotinprodukter och folköl` */
const enumerates = /\p{L}, [^,:]{3,40}(?:,| och | eller | samt )/u

function linkNoteWords(text: string): number {
  return linkNote.exec(text)?.[0].match(/\p{L}+/gu)?.length ?? 0
}

export const rule = defineRule({
  meta: {
    id: 'lang-rubrik',
    title: 'Lång rubrik',
    description: 'Hittar rubriker som är för långa för att läsas i ett ögonkast.',
    why: 'Läsaren ögnar igenom rubrikerna, och en lång rubrik måste hen läsa som en mening.',
    group: 'struktur',
    checklist: [4],
    severity: 'suggestion',
    enabled: true,
    profiles: { webb: { options: { maxOrd: 10, maxTecken: 76 } } },
    sources: [helsingborg('Hjälp med språket'), kmh, westander],
    options: {
      maxOrd: { type: 'integer', default: 12, minimum: 3, maximum: 40, description: 'Så många ord får rubriken ha.' },
      maxTecken: {
        type: 'integer',
        default: 80,
        minimum: 20,
        maximum: 300,
        description: 'Så många tecken får rubriken ha.',
      },
    },
    zones: ['heading'],
    fix: 'none',
    extent: 'block',
  },
  block: {
    block(block, { format, options, profile, report }) {
      const { sentences } = block
      const before = number.exec(block.text)?.[0] ?? ''
      const text = block.text.slice(before.length).replace(linkNote, '')
      if (text.length <= options.maxTecken && text.length <= options.maxOrd * 2) return
      if (statute.test(text) || matter.test(text) || (block.level === 1 && (profile === 'rapport' || paper.test(text))))
        return
      if (sentences.length > 1 || (format === 'text' && noHeading.test(text.trimEnd()))) return
      const isQuestion = text.trimEnd().endsWith('?')
      const most = format === 'text' ? Math.max(options.maxOrd, paperWords) : options.maxOrd
      const maxWords = isQuestion ? Math.max(most, question.words) : most
      const hidden = block.text.length - before.length - text.length > 0 ? linkNoteWords(block.text) : 0
      const maxCharacters = isQuestion ? Math.max(options.maxTecken, question.characters) : options.maxTecken
      const words =
        sentences.reduce((sum, { wordCount }) => sum + wordCount, 0) -
        (before.match(/[\p{L}\d]+(?:[./][\p{L}\d]+)*/gu)?.length ?? 0) -
        hidden
      if (words <= maxWords * margin && text.length <= maxCharacters * margin) return
      report({
        at: whole(block),
        message: words > maxWords ? `Rubriken har ${words} ord.` : `Rubriken har ${text.length} tecken.`,
        suggestions: [
          {
            title:
              words > maxWords
                ? `Korta rubriken till högst ${maxWords} ord: behåll det som är nytt eller viktigast`
                : `Korta rubriken till högst ${maxCharacters} tecken, gärna genom att ${enumerates.test(text) ? 'stryka uppräkningen' : 'byta långa ord'}`,
            safety: 'suggestion',
            edits: [],
          },
        ],
      })
    },
  },
})
