import { analyseAdjectiveForm, analyseNounForm, analyseVerbForm } from 'retext-swedish'

/** True for what follows an abbreviation in `LSS grupp- och korttidsboenden`, `LSS bostad`: it is the first part of a compound that has lost its hyphen. */
export function isFirstPart(next: string): boolean {
  const [, word, hyphen] = /^[ \u00a0](\p{Ll}{3,})(-[ \u00a0])?/u.exec(next) ?? []
  if (word === undefined) return false
  if (hyphen !== undefined) return true
  if (analyseVerbForm(word).length > 0 || analyseAdjectiveForm(word).length > 0) return false
  const forms = analyseNounForm(word).filter(({ source }) => source !== 'guess')
  return forms.length > 0
}
