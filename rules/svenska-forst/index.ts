import { defineRule } from '@klarsprak/engine'
import { firstSentence } from '../src/structure.ts'
import { isEnglishHeading } from './english.ts'

/** Languages that the recogniser tells safely from Swedish; Danish and Norwegian are too near. */
const told: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es', 'pl'])

interface Facts {
  readonly language: string
  readonly start: number
  readonly end: number
}

export const rule = defineRule({
  meta: {
    id: 'svenska-forst',
    title: 'Annat språk före svenska',
    description: 'Hittar text och rubriker på engelska och andra språk som kommer före den svenska texten.',
    why: 'Svenska är kommunens och myndighetens språk, så läsaren ska möta svenskan först.',
    group: 'kommunens-rost',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      {
        work: 'Språklag (2009:600)',
        section: '4–6 och 10–11 §§',
        url: 'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/spraklag-2009600_sfs-2009-600/',
      },
      { work: 'Språkrådet: Myndigheternas skrivregler (2014)', section: '1.6' },
    ],
    options: {
      tillatnaSprakForst: {
        type: 'strings',
        default: ['fi', 'se', 'fit', 'rom', 'yi'],
        description: 'Språk som får stå före svenskan, som koder. Minoritetsspråken får det.',
      },
    },
    zones: ['heading', 'lead', 'paragraph'],
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'block',
  },
  document: {
    collect(block): Facts | undefined {
      const at = firstSentence(block)
      return at && { language: block.lang ?? block.analysis.language, start: at.start, end: at.end }
    },
    check({ blocks, lang, fragment }, { options, report }) {
      if (lang !== undefined && !/^sv/i.test(lang)) return
      const isForeign = (block: (typeof blocks)[number]) =>
        block.facts !== undefined &&
        told.has(block.facts.language.slice(0, 2)) &&
        !options.tillatnaSprakForst.includes(block.facts.language)
      const isSwedish = (block: (typeof blocks)[number]) =>
        block.facts?.language === 'sv' && block.wordCount >= 5 && block.kind !== 'heading'
      const firstSwedish = blocks.find(isSwedish)
      if (firstSwedish === undefined || fragment) return
      let isReported = false
      for (let place = 0; place < blocks.length; place++) {
        const block = blocks[place]!
        if (block.kind !== 'heading' && block.index >= firstSwedish.index) continue
        if (block.facts === undefined || block.quoted) continue
        const isText = isForeign(block) && block.wordCount >= 5 && block.index < firstSwedish.index
        const isHeading =
          block.kind === 'heading' &&
          (isEnglishHeading(block.text) || (isForeign(block) && block.wordCount >= 3)) &&
          isSwedishBelow(blocks, place, isSwedish, isForeign)
        if (!isText && !isHeading) continue
        if (isText && !isHeading && isReported) continue
        isReported ||= isText
        report(block.index, {
          at: block.facts,
          message: isHeading
            ? 'Rubriken är på ett annat språk än den svenska texten under.'
            : 'Text på ett annat språk kommer före den svenska.',
          suggestions: [
            {
              title: isHeading
                ? 'Skriv rubriken på svenska'
                : 'Flytta den svenska texten först, eller gör en egen sida',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
    },
  },
})

/** True where the text under a heading is Swedish. */
function isSwedishBelow<B extends { readonly kind: string; readonly facts: Facts | undefined }>(
  blocks: readonly B[],
  place: number,
  isSwedish: (block: B) => boolean,
  isForeign: (block: B) => boolean,
): boolean {
  for (let at = place + 1; at < blocks.length; at++) {
    const block = blocks[at]!
    if (block.facts === undefined) continue
    if (isSwedish(block)) return true
    if (isForeign(block) && block.kind !== 'heading') return false
  }
  return false
}
