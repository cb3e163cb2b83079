import { defineRule } from '@klarsprak/engine'
import { isVague, type Link, linksOf } from '../src/links.ts'
import { boras, stockholm, wcag, webbriktlinjer } from '../src/sources.ts'

export const rule = defineRule({
  meta: {
    id: 'lanktext-intetsagande',
    title: 'Intetsägande länktext',
    description: 'Hittar länkar vars text inte säger vart de leder, som ”här” och ”läs mer”.',
    why: 'Den som lyssnar på sidan hör ofta bara länkarna, och då säger orden ingenting.',
    group: 'struktur',
    checklist: [4],
    severity: 'suggestion',
    enabled: true,
    sources: [webbriktlinjer(5), wcag('2.4.4', 'link-purpose-in-context'), boras, stockholm],
    options: {
      extra: { type: 'strings', default: [], description: 'Fler länktexter som ska räknas som intetsägande.' },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption', 'contact', 'quote'],
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'phrase',
  },
  document: {
    check({ blocks }, { options, report }) {
      for (const link of linksOf(blocks)) {
        if (link.isPart || link.mark.label === '' || !isVague(link.mark.label ?? link.text, options.extra)) continue
        const better = betterText(link)
        report(link.block.index, {
          at: link.mark,
          message: `Länktexten ”${link.text.replaceAll('"', '”')}” säger inte vart länken leder.`,
          suggestions: [
            {
              title: better
                ? `Gör i stället ${better.includes(' ') ? 'orden' : 'ordet'} ”${better}” till länk`
                : 'Skriv i länken vad läsaren hittar på sidan, till exempel ”Läs mer om avgifterna”',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
    },
  },
})

/** What a sentence goes on with after the thing itself: `Riktlinjerna finns [här]`. */
const says = / (?:finns|är|ligger|står|hittas|hittar du|kan (?:du )?\p{Ll}+|visas|beskrivs)(?: \p{Ll}+)?$/u
/** What the reader is to do with the link; without what it is about it says no more than the link itself. */
const bids = /^(?:läs|se|klicka|tryck|gå|kolla|titta|följ|mer)(?!\p{L})/iu
const pointing = /^(?:den|det|de|denna|detta|dessa|allt|mer)(?!\p{L})/iu

/** Words beside the link that say where it leads: `Ansök om bygglov [här]`, `[Klicka här] för att boka tid`. */
function betterText({ block, mark }: Link): string | undefined {
  const after = /^ för att (\p{Ll}[^.!?:;,"'\n]{2,40}?)(?=[.!?,]|$)/u.exec(block.text.slice(mark.end))
  if (after) return capital(after[1]!)
  // `Läs mer [här] om avgifterna`
  const about = /^ (om \p{Ll}[^.!?:;,"'\n]{2,40}?)(?=[.!?,]|$)/u.exec(block.text.slice(mark.end))
  if (about && /(?:^|[.!?:] )Läs mer $/u.test(block.text.slice(0, mark.start))) return `Läs mer ${about[1]}`
  const sentence = block.text
    .slice(0, mark.start)
    .split(/[.!?:\n]\s+/)
    .at(-1)!
    .trim()
    .replace(says, '')
    .replace(/^Du kan läsa mer /, 'Läs mer ')
  const words = sentence.split(/\s+/).length
  const isPlain = /^\p{Lu}[^"',;:()]+[\p{L}\p{N}]$/u.test(sentence)
  return isPlain &&
    (words >= 2 || /^\p{L}{3,}(?:en|et|na)$/u.test(sentence)) &&
    words <= 6 &&
    (!bids.test(sentence) || / (?:om|hur|vad|vilka|när) \p{L}/u.test(sentence)) &&
    !pointing.test(sentence) &&
    !/(?:\bpå|\bvia|\bom|\btill)$/.test(sentence)
    ? sentence
    : undefined
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}
