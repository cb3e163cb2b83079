import { defineRule } from '@klarsprak/engine'

export const rule = defineRule({
  meta: {
    id: 'lang-kursiv',
    title: 'Lång text i kursiv eller fetstil',
    description: 'Hittar långa stycken text i kursiv eller fetstil.',
    why: 'Kursiv är svår att läsa i längden, och när allt är fett framhävs ingenting.',
    group: 'tillganglighet',
    checklist: [3],
    severity: 'suggestion',
    enabled: false,
    sources: [{ work: 'Brottsofferjouren: Skrivråd' }],
    options: {
      maxOrd: {
        type: 'integer',
        default: 15,
        minimum: 3,
        maximum: 200,
        description: 'Så många ord i följd får det vara.',
      },
      tillatFetIngress: { type: 'boolean', default: true, description: 'Tillåt fetstil i en ingress.' },
    },
    zones: ['lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'none',
    extent: 'phrase',
  },
  block: {
    block({ kind, text, marks, quoted }, { options, report }) {
      if (quoted) return
      for (const { type, start, end } of marks) {
        if (type !== 'emphasis' && type !== 'strong') continue
        if (type === 'strong' && kind === 'lead' && options.tillatFetIngress) continue
        if (end - start <= options.maxOrd * 2) continue
        const words = text.slice(start, end).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
        if (words <= options.maxOrd) continue
        const style = type === 'strong' ? 'fetstil' : 'kursiv'
        report({
          at: { start, end },
          message: `Här är ${words} ord i följd i ${style}.`,
          suggestions: [
            {
              title:
                type === 'strong'
                  ? 'Behåll fetstilen bara på de viktigaste orden'
                  : 'Ta bort kursiven, eller sätt citattecken om det är ett citat',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
    },
  },
})
