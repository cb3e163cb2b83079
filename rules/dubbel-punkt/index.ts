import { defineRule, type TextBlock } from '@klarsprak/engine'
import { abbreviations } from '../src/abbreviations.ts'
import { skrivregler } from '../src/sources.ts'

/** Text that web tools hide in links for screen readers, with a full stop of its own. */
const hidden = /(?:nytt fönster|ny flik|annan webbplats|extern webbplats)$/iu
const letters = /[\p{L}\p{N}.]+$/u

export const rule = defineRule({
  meta: {
    id: 'dubbel-punkt',
    title: 'Dubbel punkt',
    description: 'Hittar två punkter i rad efter ett ord eller en förkortning.',
    why: 'En punkt räcker: förkortningens punkt är också meningens.',
    group: 'termer',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('kapitel 13'),
      { work: 'Skellefteå kommun: Skiljetecken', url: 'https://www.skelleftea.se/skiljetecken' },
    ],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    readsOtherLanguages: true,
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, { report }) {
      const { text } = block
      for (let at = text.indexOf('..'); at >= 0; at = text.indexOf('..', at + 2)) {
        if (!isDoubled(block, at)) continue
        const before = letters.exec(text.slice(Math.max(0, at - 20), at))?.[0]
        if (before === undefined) continue
        const start = at - before.length
        const shortened = abbreviations().has(`${before}.`) || abbreviations().has(before)
        report({
          at: { start, end: at + 2 },
          message: `Det står två punkter efter ”${before}”.`,
          suggestions: [
            {
              title: 'Ta bort den ena punkten',
              safety: shortened ? 'safe' : 'suggestion',
              edits: [{ start: at, end: at + 1, text: '' }],
            },
          ],
        })
      }
    },
  },
})

/** Exactly two full stops that end a word and a sentence; a leader, a range of code or a path is something else. */
function isDoubled(block: TextBlock, at: number): boolean {
  const { text } = block
  if (text[at - 1] === '.' || text[at + 2] === '.' || block.markAt(at, 'code')) return false
  if (hidden.test(text.slice(Math.max(0, at - 24), at))) return false
  const after = text[at + 2]
  return after === undefined || /[\s)\]”"]/.test(after)
}
