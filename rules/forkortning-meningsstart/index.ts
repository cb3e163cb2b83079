import { defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { correctTo } from '../src/correct.ts'
import { skrivregler } from '../src/sources.ts'
import { lazy } from '../src/table.ts'
import { startsSentence } from '../src/words.ts'
import { writtenIn } from '../src/written.ts'

/** What to write at the start of a sentence. References, dates and labels (`Kl. 9`, `Tfn`, `Dnr`) are left alone. */
const long: readonly [forms: string, long: string][] = [
  ['t.ex.|t ex|tex|t. ex.|tex.', 'Till exempel'],
  ['bl.a.|bl a|bla|bl. a.', 'Bland annat'],
  ['p.g.a.|p g a|pga|pga.', 'På grund av'],
  ['fr.o.m.|fr o m|from.', 'Från och med'],
  ['t.o.m.|t o m|tom.', 'Till och med'],
  ['ca|ca.|c:a|cirka.', 'Ungefär'],
  ['enl.|enl', 'Enligt'],
  ['resp.|resp', 'Respektive'],
  ['ev.|ev|evt.', 'Eventuellt'],
  ['dvs.|d.v.s.|d v s|dvs', 'Det vill säga'],
  ['m.a.o.|m a o|mao', 'Med andra ord'],
  ['m.h.a.|m h a|mha', 'Med hjälp av'],
  ['i.o.m.|i o m|iom', 'I och med'],
  ['f.n.|f n', 'För närvarande'],
  ['f.ö.|f ö', 'För övrigt'],
  ['s.k.|s k', 'Så kallade'],
  ['inkl.|inkl', 'Inklusive'],
  ['exkl.|exkl', 'Exklusive'],
  ['ang.|ang', 'Angående'],
  ['i st.f.|istf|i.st.f.', 'I stället för'],
]

/** These agree with a noun after them. */
const inflected = new Set(['Eventuellt', 'Så kallade'])

const table = lazy(
  () => new Map(long.flatMap(([forms, text]) => forms.split('|').map((form) => [form, text] as const))),
)

export const rule = defineRule({
  meta: {
    id: 'forkortning-meningsstart',
    title: 'Förkortning först i meningen',
    description: 'Hittar meningar som börjar med en förkortning.',
    why: 'En förkortning först ser ut som slutet på meningen före och gör det svårt att se var den nya börjar.',
    group: 'termer',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Studentlitteratur: Skrivhjälp' }, skrivregler('kapitel 11')],
    options: {},
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['forkortningsform'],
  },
  block: {
    block(block, { report }) {
      for (const { written, entry } of writtenIn(block, table())) {
        const { word, text } = written
        if (!startsSentence(word) || !/^\p{Lu}(?!\p{Lu})/u.test(text) || !isSentence(block.text, word.sentence))
          continue
        report({
          at: written,
          message: `Meningen börjar med förkortningen ”${text}”.`,
          suggestions: [
            isBeforeNoun(word) && inflected.has(entry)
              ? { title: `Skriv ut ordet, till exempel ”${entry}”`, safety: 'suggestion', edits: [] }
              : { ...correctTo(block, written, entry, 'suggestion'), title: `Skriv ut: ”${entry}”` },
          ],
        })
      }
    },
  },
})

/** `Ev. ränta` is `Eventuell ränta`, and which form the noun wants is left to the writer. */
function isBeforeNoun({ next }: Word): boolean {
  return next !== undefined && ['NOUN', 'ADJ', 'PUNCT'].includes(next.upos)
}

/** True for running text: a short item without an end mark, as in `Ca 40 platser`, is a label. */
function isSentence(text: string, { end, words }: { end: number; words: readonly { upos: string }[] }): boolean {
  return /[.!?:]["”)]?$/.test(text.slice(0, end)) || words.length > 8
}
