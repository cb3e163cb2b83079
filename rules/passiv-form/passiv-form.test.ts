import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function suggested(text: string, options = {}) {
  const { findings } = lintWith([rule], text, { format: 'markdown', ...options })
  return findings[0]?.suggestions ?? []
}

/** What a person must carry out. */
function advised(text: string, options = {}): string[] {
  return suggested(text, options)
    .filter(({ edits }) => edits.length === 0)
    .map(({ title }) => title)
}

function rewritten(text: string, options = {}): string | undefined {
  const edits = suggested(text, options).find(({ edits }) => edits.length > 0)?.edits
  return edits?.reduceRight((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text)
}

describe('rewrites', () => {
  it.each([
    ['Ansökan ska skickas in före maj.', 'webb', 'Skicka in ansökan före maj.'],
    ['Ansökan ska skickas in före maj.', 'rapport', undefined],
    ['Bidraget betalas ut i maj.', 'brev', 'Vi betalar ut bidraget i maj.'],
    ['Bidraget betalas ut i maj.', 'beslut', undefined],
    ['Hos Skatteverket behandlas din anmälan.', 'webb', undefined],
    ['Blanketten ska fyllas i och sparas.', 'webb', undefined],
    ['Den ska inte skickas in.', 'webb', 'Skicka inte in den.'],
    ['Inkomsten behöver inte anges.', 'webb', undefined],
    ['För att beviljas stöd ska du ansöka.', 'webb', undefined],
    ['Om underlaget inte bedöms tillräckligt får du ett brev.', 'webb', undefined],
    ['Syftet är att styra hur en fråga ska bedömas.', 'webb', undefined],
  ])('%s, %s', (text, profile, expected) => {
    expect(rewritten(text, { profile })).toBe(expected)
  })

  it('name the sender where the text has no vi', () => {
    const options = { profile: 'beslut', options: { 'passiv-form': { avsandare: 'kommunen' } } }
    expect(rewritten('Bidraget betalas ut i maj.', options)).toBe('Kommunen betalar ut bidraget i maj.')
  })
})

describe('one finding a sentence', () => {
  it('counts none that another rule takes', () => {
    expect(advised('Avgiften erläggs i förväg och nyckeln hämtas i receptionen.')).not.toEqual([])
    const text = 'Det görs en kontroll av köket, och provet skickas bort.'
    const { findings } = lintWith([rule], text, { format: 'markdown' })
    expect(findings.map(({ range }) => text.slice(range.start.offset, range.end.offset))).toContain('skickas')
  })
})

describe('genitives', () => {
  it.each(['Läs mer på din förskolas eller skolas webbsida.'])('are no passives in %s', (text) => {
    expect(advised(text)).toEqual([])
  })
})

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
