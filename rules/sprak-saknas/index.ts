import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { wcag } from '../src/sources.ts'
import { isHeading, isRunningText, opening, whole } from '../src/structure.ts'

const names: Readonly<Record<string, string>> = {
  ar: 'arabiska',
  da: 'danska',
  de: 'tyska',
  en: 'engelska',
  es: 'spanska',
  et: 'estniska',
  fa: 'persiska',
  fi: 'finska',
  fr: 'franska',
  nb: 'norska',
  no: 'norska',
  pl: 'polska',
  ru: 'ryska',
  so: 'somaliska',
  sv: 'svenska',
  uk: 'ukrainska',
}
/** Words of Swedish that show that a page is Swedish. */
const tellingWords = 30

export const rule = defineRule({
  meta: {
    id: 'sprak-saknas',
    title: 'Språk saknas i koden',
    description: 'Hittar webbsidor som inte säger vilket språk de är på, och stycken på ett annat språk.',
    why: 'Uppläsning och skärmläsare uttalar orden fel när koden inte säger vilket språk det är.',
    group: 'tillganglighet',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [wcag('3.1.1', 'language-of-page'), wcag('3.1.2', 'language-of-parts')],
    options: {
      minOrdAvvikande: {
        type: 'integer',
        default: 15,
        minimum: 5,
        maximum: 200,
        description: 'Så många ord ska ett stycke på ett annat språk ha.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'quote', 'tableCell'],
    readsQuotes: true,
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'document',
  },
  document: {
    collect: ({ analysis }, { format }) => (format === 'html' ? analysis.language : undefined),
    check({ format, fragment, lang, blocks }, { options, report }) {
      if (format !== 'html') return
      const first = blocks.find((block) => isHeading(block) || isRunningText(block))
      if (!first) return
      const tell = (block: BlockSummary, message: string, title: string): void =>
        report(block.index, { at: whole(block), message, suggestions: [{ title, safety: 'suggestion', edits: [] }] })
      let swedish = 0
      for (const block of blocks) if (block.facts === 'sv') swedish += block.wordCount
      if (!fragment && !lang && !first.lang)
        tell(first, 'Sidan säger inte vilket språk den är på.', 'Skriv lang=sv i sidans html-tagg')
      else if (!fragment && lang && !/^sv\b/i.test(lang) && swedish >= tellingWords && isMostly(blocks, swedish))
        tell(first, `Koden säger ”${lang}”, men texten är på svenska.`, 'Skriv lang=sv i sidans html-tagg')
      for (const block of blocks) {
        const language = block.facts as string | undefined
        if (!language || language === 'und' || language === 'sv' || block.wordCount < options.minOrdAvvikande) continue
        const declared = block.lang?.toLowerCase() ?? 'sv'
        if (declared.slice(0, 2) !== 'sv' || hasMark(block)) continue
        const name = names[language] ?? 'ett annat språk'
        tell(
          block,
          `Stycket som börjar ”${opening(block.text).replaceAll('"', '”')}” är på ${name}, men det står inte i koden.`,
          `Skriv lang=${language} i taggen runt texten`,
        )
      }
    },
  },
})

function isMostly(blocks: readonly BlockSummary[], words: number): boolean {
  return words * 2 > blocks.reduce((sum, { wordCount }) => sum + wordCount, 0)
}

/** True where a mark says the language of nearly all the text. */
function hasMark({ marks, text }: BlockSummary): boolean {
  return marks.some(({ type, start, end }) => type === 'language' && (end - start) * 2 > text.length)
}
