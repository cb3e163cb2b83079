import type { TextBlock } from '@klarsprak/engine'
import { text } from '../generated/tables/forkortningsformer.ts'
import { lazy, parts, readTable } from '../src/table.ts'
import type { Written } from '../src/written.ts'

/** Ways to write an abbreviation, and how it is written in each system. */
export interface Form {
  readonly punkt: string
  readonly mellanslag: string
  readonly condition: string
  readonly safe: boolean
  /** The system that the forms belong to, where they are right in one. */
  readonly system: 'punkt' | 'mellanslag' | undefined
}

type Column = 'former' | 'punkt' | 'mellanslag' | 'villkor' | 'saker'

/** By what is written, in small letters. Right forms too, for a house that wants only one system. */
export const forms = lazy(() => {
  const byForm = new Map<string, Form>()
  for (const { former, punkt, mellanslag, villkor, saker } of readTable<Column>(text)) {
    const form = { punkt, mellanslag, condition: villkor, safe: saker === 'ja' }
    for (const written of parts(former)) byForm.set(written, { ...form, system: undefined })
    if (punkt === mellanslag || villkor === 'företid') continue
    byForm.set(punkt, { ...form, system: 'punkt' })
    byForm.set(mellanslag, { ...form, system: 'mellanslag' })
  }
  return byForm
})

/** True for what is right as it stands, once the full stop after it is counted. */
export function isComplete({ punkt, mellanslag, system }: Form, written: string): boolean {
  if (system !== undefined) return false
  const lower = written.toLowerCase()
  return lower === punkt || lower === mellanslag
}

const months = /^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/
const times = /^(?:kl|kl\.|klockan|vecka|v\.|den|hösten|våren|årsskiftet|nyår)$/

/** Whether what stands around says that it is the abbreviation: `25 mm`, `bla bla` and `Tex Lindqvist` are not. */
export function fits({ condition }: Form, { word, text: form }: Written, block: TextBlock): boolean {
  const { previous } = word
  const next = form.endsWith('.') && word.next?.form === '.' ? word.next.next : word.next
  if (/^\p{Lu}{2,}$/u.test(form)) return false
  switch (condition) {
    case 'ejnamn':
      return !(/^\p{Lu}/u.test(form) && next !== undefined && /^\p{Lu}/u.test(next.form))
    case 'ejbla':
      return previous?.lower !== 'bla' && next?.lower !== 'bla' && previous?.lower !== 'bla,'
    case 'ejmått':
      return (
        previous !== undefined && previous.kind !== 'number' && !/[\d×x/*]\s*$/.test(block.text.slice(0, word.start))
      )
    case 'företal':
      return next !== undefined && (next.kind === 'number' || /^\p{Ll}/u.test(next.form))
    case 'företid':
      return next !== undefined && (next.kind === 'number' || months.test(next.lower) || times.test(next.lower))
    case 'ejslut':
      return next !== undefined && /^\p{Ll}/u.test(next.form) && next.upos !== 'PUNCT'
    default:
      return true
  }
}
