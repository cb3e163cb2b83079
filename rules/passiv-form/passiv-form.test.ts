import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function advised(text: string, options = {}): string[] {
  const { findings } = lintWith([rule], text, { format: 'markdown', ...options })
  return findings[0]?.suggestions.map(({ title }) => title) ?? []
}

describe('advice', () => {
  it.each([
    ['Synpunkter lämnas via e-post.', '”du lämnar …” eller ”Lämna …”'],
    ['Ansökan ska skickas in före maj.', '”du ska skicka in …” eller ”Skicka in …”'],
    ['Blanketten ska fyllas i och sparas.', '”du ska fylla i …” eller ”Fyll i …”'],
    ['Tiden kan bokas på webbplatsen.', '”du kan boka …”'],
    ['Avgiften för tillståndet ska betalas i förskott.', '”du ska betala …” eller ”Betala …”'],
    ['Inkomsten anges vid anmälan.', '”du anger …” eller ”Ange …”'],
  ])('speaks to the reader first in %s', (text, words) => {
    const [first, second] = advised(text)
    expect(first).toBe(`Gäller det läsaren? Skriv ${words}`)
    expect(second).toMatch(/^Skriv vem som gör det: ”vi /)
  })

  it.each([
    'Uppförande av ett boende ska påbörjas i vår.',
    'Besked kan lämnas först i juni.',
    'Ett startbesked ska ges inom fyra veckor.',
    'Det ska byggas en ny skola.',
    'Fakturan skickas hem till dig varje månad.',
    'Bidraget betalas ut i maj.',
    'Synpunkter har lämnats via e-post.',
  ])('names only the sender in %s', (text) => {
    expect(advised(text)).toEqual([expect.stringMatching(/^Skriv vem som gör det/)])
  })

  it('speaks to no reader in a report', () => {
    expect(advised('Synpunkter lämnas via e-post.', { profile: 'rapport' })).toHaveLength(1)
  })
})

describe('names', () => {
  it.each(['Vi tackar Cykelförbundets medlemmar.', 'Rektorn samt Cykelförbundets ordförande talade.'])(
    'are no passives in %s',
    (text) => {
      expect(advised(text)).toEqual([])
    },
  )
})
