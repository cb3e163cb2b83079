import type { Profile, Suggestion } from '@klarsprak/engine'
import { inflectVerb, passiveOf, type Word } from 'retext-swedish'
import { activeChain, activeLemma, auxiliariesOf, particleAfter } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'

const toReader: ReadonlySet<Profile> = new Set(['webb', 'brev', 'beslut', 'lattlast', 'strikt'])
const modals = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver'])
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'behöver'])

/** The verb in active voice, said by the sender, and where an auxiliary asks something of the reader, said to the reader. */
export function advice(word: Word, profile: Profile): Suggestion[] {
  const active = activeLemma(word, passiveOf(word))
  const verb = active && activeChain(word, active)
  if (!active || !verb) return [advise('Skriv vem som gör det')]
  const particle = particleAfter(word)
  const tail = particle ? `${particle.form} …` : '…'
  const suggestions = [advise(`Skriv vem som gör det: ”vi ${verb} ${tail}” eller ”kommunen ${verb} ${tail}”`)]
  const [modal, ...others] = auxiliariesOf(word)
  if (toReader.has(profile) && modal !== undefined && modals.has(modal.lower)) {
    const imperative = inflectVerb(active, { form: 'Imp' })
    const order =
      imperative && others.length === 0 && demands.has(modal.lower) ? ` eller ”${capitalise(imperative)} ${tail}”` : ''
    suggestions.push(advise(`Gäller det läsaren? Skriv ”du ${verb} ${tail}”${order}`))
  }
  return suggestions
}

function advise(title: string): Suggestion {
  return { title, safety: 'suggestion', edits: [] }
}
