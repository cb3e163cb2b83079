import type { Word } from 'retext-swedish'
import { describe, expect, it } from 'vitest'
import { activeChain, auxiliariesOf } from '../src/verbs.ts'

/** The last of these words, tagged as said: `ska/AUX/Fin lämnas/VERB/Inf`. */
function lastOf(tagged: string): Word {
  let previous: Word | undefined
  for (const part of tagged.split(' ')) {
    const [form, upos, VerbForm] = part.split('/')
    previous = { form, lower: form!.toLowerCase(), upos, morph: { VerbForm, Voice: 'Pass' }, previous } as Word
  }
  return previous!
}

describe('auxiliaries', () => {
  it.each([
    ['intyget/NOUN ska/AUX/Fin kunna/AUX/Inf lämnas/VERB/Inf', ['ska', 'kunna']],
    ['huset/NOUN kommer/VERB/Fin att/PART byggas/VERB/Inf', ['kommer', 'att']],
    ['Jämförelsetal/AUX/Fin diskuteras/VERB/Inf', []],
    ['resultaten/VERB/Fin diskuteras/VERB/Inf', []],
  ])('of %s', (tagged, forms) => {
    expect(auxiliariesOf(lastOf(tagged)).map(({ form }) => form)).toEqual(forms)
  })

  it('are no nouns that the tagger takes for one', () => {
    expect(activeChain(lastOf('Jämförelsetal/AUX/Fin diskuteras/VERB/Inf'), 'diskutera')).toBe('diskuterar')
  })
})
