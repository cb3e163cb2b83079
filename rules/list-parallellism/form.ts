import type { TextBlock } from '@klarsprak/engine'
import { analyseVerbForm, type Word } from 'retext-swedish'
import { hasMainVerb } from '../src/main-verb.ts'

/** What can be told of how an item is built. A field is left out where it cannot be told. */
export interface ItemForm {
  readonly mening?: 'sentence' | 'phrase'
  readonly versal?: 'upper' | 'lower'
  readonly ordklass?: 'verb' | 'infinitive' | 'noun' | 'clause'
}

/** How a list item is built, by its first words, its verb and its close. */
export function readForm({ text, words }: TextBlock): ItemForm {
  const first = words.find(({ kind }) => kind !== 'punctuation' && kind !== 'symbol')
  if (!first) return {}
  const hasFinite = hasMainVerb(words)
  const stops = /[.!?]["”)]?$/.test(text)
  const begins = beginning(first)
  return {
    ...(stops && (hasFinite || begins === 'verb') && /^\P{Ll}/u.test(text) ? { mening: 'sentence' } : {}),
    ...(!stops && !hasFinite && begins !== undefined ? { mening: 'phrase' } : {}),
    ...(first.start === 0 ? caseOf(first) : {}),
    ...(begins === undefined ? {} : { ordklass: hasFinite && begins === 'noun' ? 'clause' : begins }),
  } as ItemForm
}

/** A name or an abbreviation has its capital anyway, and `e-post` keeps its small letter. */
function caseOf(first: Word): Pick<ItemForm, 'versal'> {
  if (first.kind !== 'word' || first.upos === 'PROPN' || first.morph.Abbr || /^\p{L}-|.\p{Lu}/u.test(first.form))
    return {}
  return { versal: /^\p{Lu}/u.test(first.form) ? 'upper' : 'lower' }
}

/** Imperatives and infinitives often look alike, so both are verbs here. */
function beginning(first: Word): ItemForm['ordklass'] {
  if (first.lower === 'att') return 'infinitive'
  const mayBeVerb = analyseVerbForm(first.lower).some(({ form }) => form === 'Inf' || form === 'Imp')
  if (first.upos === 'NOUN' || first.upos === 'ADJ' || first.upos === 'DET' || first.upos === 'NUM')
    return mayBeVerb ? undefined : 'noun'
  if (first.upos === 'VERB') return mayBeVerb ? 'verb' : undefined
  if (first.upos === 'PRON' && first.morph.Case === 'Nom') return 'clause'
  return undefined
}
