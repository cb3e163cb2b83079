import { defineRule } from '@klarsprak/engine'
import { isVague } from '../src/links.ts'
import { boras, webbriktlinjer } from '../src/sources.ts'

/** What a format is called, and the words by which a link may name it. */
const formats: readonly (readonly [extension: RegExp, name: string, named: RegExp])[] = [
  [/^pdf$/, 'pdf', /pdf/i],
  [/^docx?$/, 'Word', /word|\bdocx?\b/i],
  [/^xlsx?$/, 'Excel', /excel|\bxlsx?\b|kalkyl/i],
  [/^pptx?$/, 'Powerpoint', /power ?point|\bpptx?\b/i],
  [/^odt$/, 'odt', /\bodt\b|open ?document|libre ?office/i],
  [/^zip$/, 'zip', /zip/i],
]
const size = /\d\s?(?:kB|MB|GB|byte|kilobyte|megabyte)/i

export const rule = defineRule({
  meta: {
    id: 'fillank-format',
    title: 'Länk till fil utan format',
    description: 'Hittar länkar till filer som inte säger att det är en fil, eller vilket format den har.',
    why: 'Läsaren vill veta om länken öppnar en fil, för den kan vara stor eller kräva ett annat program.',
    group: 'struktur',
    checklist: [4],
    severity: 'suggestion',
    enabled: true,
    sources: [boras, webbriktlinjer(9)],
    options: {
      kravStorlek: { type: 'boolean', default: false, description: 'Kräv att länken även säger hur stor filen är.' },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption', 'contact'],
    fix: 'suggestion',
    extent: 'phrase',
  },
  block: {
    block({ text, marks }, { options, report }) {
      for (const mark of marks) {
        if (mark.type !== 'link' || mark.href === undefined) continue
        const extension = /\.([a-z]{3,4})(?=$|[?#])/i.exec(mark.href)?.[1]?.toLowerCase()
        const format = extension && formats.find(([pattern]) => pattern.test(extension))
        if (!format) continue
        const words = text.slice(mark.start, mark.end)
        if (isVague(words)) continue
        const [, name, named] = format
        // A bracket right after the link says it as well.
        const said = `${mark.label ?? words} ${/^ ?\([^)]*\)/.exec(text.slice(mark.end))?.[0] ?? ''}`
        // The bracket belongs to the sentence, so it goes before the full stop.
        const end = mark.start + words.replace(/[\s.,;:!?]+$/, '').length
        const hasFormat = named.test(said)
        if (hasFormat && (!options.kravStorlek || size.test(said))) continue
        report({
          at: mark,
          message: hasFormat
            ? 'Länken säger inte hur stor filen är.'
            : `Länken leder till en fil i formatet ${name}, men det står inte.`,
          suggestions: [
            hasFormat
              ? { title: 'Skriv filens storlek sist i länken', safety: 'suggestion', edits: [] }
              : {
                  title: `Skriv ”(${name})” sist i länken`,
                  safety: 'suggestion',
                  edits: [{ start: end, end, text: ` (${name})` }],
                },
          ],
        })
      }
    },
  },
})
