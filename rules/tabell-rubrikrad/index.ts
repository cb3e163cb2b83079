import { type BlockSummary, defineRule } from '@klarsprak/engine'
import { skrivregler, wcag } from '../src/sources.ts'
import { whole } from '../src/structure.ts'

export const rule = defineRule({
  meta: {
    id: 'tabell-rubrikrad',
    title: 'Tabell utan rubrikrad',
    description: 'Hittar tabeller där ingen rad eller kolumn är märkt som rubrik.',
    why: 'Den som lyssnar på tabellen hör bara värden och vet inte vad de betyder.',
    group: 'tillganglighet',
    checklist: [3],
    severity: 'suggestion',
    enabled: true,
    sources: [wcag('1.3.1', 'info-and-relationships'), skrivregler('3.9')],
    options: {},
    zones: ['tableCell'],
    readsQuotes: true,
    readsOtherLanguages: true,
    fix: 'none',
    extent: 'document',
  },
  document: {
    check({ format, blocks }, { report }) {
      if (format === 'text') return
      const tables = new Map<
        number,
        { first: BlockSummary; rows: Set<number>; columns: Set<number>; hasHeader: boolean }
      >()
      for (const block of blocks) {
        const { table } = block
        if (!table || block.kind !== 'tableCell') continue
        let entry = tables.get(table.id)
        if (!entry) {
          entry = { first: block, rows: new Set(), columns: new Set(), hasHeader: false }
          tables.set(table.id, entry)
        }
        entry.rows.add(table.row)
        entry.columns.add(table.column)
        entry.hasHeader ||= table.header
      }
      for (const { first, rows, columns, hasHeader } of tables.values()) {
        if (hasHeader || columns.size < 2 || rows.size < (format === 'html' ? 2 : 1)) continue
        report(first.index, {
          at: whole(first),
          message: format === 'html' ? 'Tabellen har ingen rubrikrad.' : 'Tabellens rubrikrad är tom.',
          suggestions: [
            {
              title:
                format === 'html'
                  ? 'Gör cellerna i första raden till rubriker (th), eller den första cellen i varje rad'
                  : 'Skriv i första raden vad som står i varje kolumn',
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      }
    },
  },
})
