import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createLinter } from 'retext-klarsprak'
import { expect, it } from 'vitest'
import { OpenDocument } from '../src/open-documents.ts'

const settings = { enable: true, profile: 'webb', config: '', run: 'onType', codeLens: true } as const

const paragraph = 'Nämnden beslutade att höja priset med 5% i år, och ärendet avgörs av chefen i maj. Kom och bada! '

/** Edits after which all that is kept for a while has been filled. */
const fill = 1200

it('memory does not grow with what is written', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const heap = () => {
    collect()
    return process.memoryUsage().heapUsed / 1e6
  }
  const engine = createLinter({ keptText: 50_000 })
  const source = `# Nytt badhus\n\n${Array.from({ length: 12 }, (_, index) => `${index} ${paragraph}`).join('\n\n')}\n`
  const document = new OpenDocument('untitled:text', 'markdown', 1, source)
  document.lint(engine, settings)
  const line = 8
  let filled = 0
  for (let edit = 0; edit < 2 * fill; edit++) {
    // Words that were never seen before, taken away again at the end of each.
    const at = { line, character: 20 }
    const wide = edit % 12 === 11 ? { line, character: 31 } : at
    const text = edit % 12 === 11 ? '' : String.fromCharCode(97 + ((edit * 7919) % 26))
    document.change([{ range: { start: at, end: wide }, text }], edit + 2, 'utf-16')
    document.lint(engine, settings)
    if (edit === fill) filled = heap()
  }
  expect(document.text.getText().length).toBeLessThan(source.length + 20)
  expect(heap() - filled).toBeLessThan(3)
}, 120_000)
