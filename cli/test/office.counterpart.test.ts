import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { counterpart } from '@klarsprak/counterparts'
import { formatOf, readDocument } from '@klarsprak/documents'
import { describe, expect } from 'vitest'
import { readMarked } from '../../fixtures/lib/marked.ts'
import { Office } from './libreoffice/convert.ts'
import { toHtml } from './libreoffice/to-html.ts'
import { inFolder, klarsprak } from './run.ts'

interface Shown {
  findings: { ruleId: string; text: string }[]
}

const fixtures = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url))

/** Puts documents of our own in a folder: as they are, and as the HTML that LibreOffice is to read. */
function writeDocuments(names: readonly string[]): { path: string; sources: string[]; pages: string[] } {
  const { path } = inFolder()
  const sources = names.map((name) => join(path, name))
  const pages = names.map((name) => join(path, `${name.slice(0, name.lastIndexOf('.'))}.html`))
  for (const [index, name] of names.entries()) {
    const { text } = readMarked(readFileSync(join(fixtures, name), 'utf8'))
    writeFileSync(sources[index]!, text)
    writeFileSync(pages[index]!, toHtml(readDocument(text, { format: formatOf(name) ?? 'text' })))
  }
  return { path, sources, pages }
}

/** What is found in each file, as `rule: words`. */
async function findingsIn(paths: readonly string[]): Promise<string[][]> {
  const { stdout } = await klarsprak(['lint', ...paths, '--profile', 'webb', '--format', 'json'])
  return JSON.parse(stdout).files.map(({ findings }: Shown) =>
    findings.map(({ ruleId, text }) => `${ruleId}: ${text.replace(/\s+/g, ' ')}`).sort(),
  )
}

/** What one row of findings has and the other lacks. */
function without(findings: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return findings.filter((finding) => {
    const at = left.indexOf(finding)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

describe('a text that LibreOffice has saved', () => {
  const names = [
    'beslut-skolskjuts.md',
    'brev-godman.txt',
    'lattlast-hemtjanst.md',
    'pressmeddelande-bro.md',
    'protokoll-byarad.txt',
    'rapport-cykelvagar.md',
    'rapport-vattenlackor.md',
  ]
  /** A text is all the plainer for what is only asked of texts with headings that can be trusted. */
  const trusted = 'protokoll-byarad + rubrik-utan-text: Norrsjöns byaråd, söndagen den 22 februari 2026 i bystugan'
  const known = {
    docx: [trusted],
    odt: [trusted],
    taggedPdf: [trusted],
    // Levels are guessed by size.
    plainPdf: [trusted, 'rapport-cykelvagar - rubrikniva-hopp: Så många cyklar'],
  }

  counterpart(['soffice'], 'gives the findings that it gave before', async () => {
    const { path, sources, pages } = writeDocuments(names)
    const office = new Office(path)
    const odt = await office.save(pages, 'odt')
    const before = await findingsIn(sources)
    expect(before.flat().length).toBeGreaterThan(80)
    for (const as of ['odt', 'docx', 'taggedPdf', 'plainPdf'] as const) {
      const after = await findingsIn(as === 'odt' ? odt : await office.save(odt, as))
      const differences = before.flatMap((findings, index) => {
        const name = basename(pages[index]!, '.html')
        return [
          ...without(findings, after[index]!).map((finding) => `${name} - ${finding}`),
          ...without(after[index]!, findings).map((finding) => `${name} + ${finding}`),
        ]
      })
      expect(differences, as).toEqual(known[as])
    }
  })
})

describe('a Word file with findings as comments', () => {
  counterpart(['soffice', 'python'], 'has them in LibreOffice, at the words that they are about', async () => {
    const { path, pages } = writeDocuments(['pressmeddelande-bro.md'])
    const office = new Office(path)
    const [docx] = await office.save(await office.save(pages, 'odt'), 'docx')
    const annotate = async (from: string, to: string) => {
      const { stdout } = await klarsprak(['lint', from, '--annotate', to, '--profile', 'press', '--format', 'json'])
      return (JSON.parse(stdout).files[0] as Shown).findings.map(({ text }) => text)
    }
    const [copy, again] = [join(path, 'kopia.docx'), join(path, 'igen.docx')]
    const words = await annotate(docx!, copy)
    expect(words.length).toBeGreaterThan(8)
    const comments = await office.comments(copy)
    expect(comments.map(({ anchor }) => anchor).sort()).toEqual([...words].sort())
    for (const { author, initials, text } of comments) {
      expect([author, initials]).toEqual(['Klarspråk', 'K'])
      expect(text).toMatch(/^.+\nVarför: .+\nGör så här: .+/)
    }
    await annotate(copy, again)
    const both = await office.comments(again)
    expect(both.map(({ anchor }) => anchor).sort()).toEqual([...words, ...words].sort())
  })
})

describe('a PDF with a password', () => {
  counterpart(['soffice'], 'is named as such', async () => {
    const { path, pages } = writeDocuments(['brev-godman.txt'])
    const office = new Office(path)
    const [locked] = await office.save(await office.save(pages, 'odt'), 'lockedPdf')
    const { status, stderr } = await klarsprak(['lint', locked!])
    expect([status, stderr]).toEqual([2, expect.stringContaining('Filen är skyddad med lösenord.')])
  })
})
