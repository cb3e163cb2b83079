import { readFileSync } from 'node:fs'
import type { Profile } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from '../myndighetsord/index.ts'
import { readTable } from '../src/table.ts'

// Every row of the table has a sentence where it holds and one where it does not, and both come out so.

type Column = 'strikt' | 'ord' | 'former' | 'lasaren' | 'betyder' | 'skriv' | 'villkor' | '_exempel' | '_inte'
const rows = readTable<Column>(readFileSync(new URL('../myndighetsord/myndighetsord.tsv', import.meta.url), 'utf8'))
const rules = [rule]
const found = (text: string, profile: Profile = 'webb') => lintWith(rules, text, { format: 'text', profile }).findings

describe('the table of false friends', () => {
  it('has forty words or more, each once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40)
    expect(new Set(rows.map(({ ord }) => ord)).size).toBe(rows.length)
  })

  it.each(rows)('marks $ord where it has the meaning of an authority', ({ betyder, skriv, _exempel, strikt }) => {
    const [finding, ...others] = found(_exempel, strikt === 'ja' ? 'strikt' : 'webb')
    expect(finding?.message).toContain(betyder.split('~')[0])
    const [, asked] = /^([^,~{[]*)/.exec(skriv)!
    expect(finding?.suggestions[0]?.title).toMatch(/^Skriv hellre: [^{[\]}]+$/)
    expect(finding?.suggestions[0]?.title).toContain(asked!.replace(/^den /, ''))
    expect(others).toEqual([])
  })

  it.each(rows)('leaves everyday words beside $ord alone', ({ _inte }) => {
    expect(found(_inte, 'strikt')).toEqual([])
  })

  it.each(rows.filter(({ strikt }) => strikt === 'ja'))('marks $ord in strict texts only', ({ _exempel }) => {
    expect(found(_exempel)).toEqual([])
  })
})

describe('places where a word shows what it is', () => {
  it.each([
    'Du kan ansöka om följande insatser: 1. hemtjänst 2. avlösning',
    'Du kan ansöka om följande insatser:\n\n1. hemtjänst\n2. avlösning',
    'Nu kan du tycka till om planen. Planen är ute på remiss.',
    'Du som samlar in avfall är enligt lagen verksamhetsutövare.',
    'Nämndens beslut meddelas genom anslag på anslagstavlan, så läs den.',
    'Barnen har besvär hos tandläkaren, så ring oss.',
    'Fritidsnämnden vill att du hittar motion och idrott som passar.',
    'Du kan ansöka om bidrag för ideella insatser.',
    'Du behöver ingen remiss. Ring din vårdcentral.',
    'Vi delger dig beslutet och våra erfarenheter.',
    'Använd e-tjänsten Återkalla ansökan om du ångrar dig.',
    'Kommunen är huvudman för skolan.',
    'Du får bifall eller avslag inom tre veckor.',
    'Information för dig som är entreprenör. Nämnden kan förelägga dig att städa.',
    'Du söker inget tillstånd på platser som kommunen upplåtit för torghandel.',
    'Anläggnings- och lägenhetsarrenden kan du teckna för längre tid.',
    'Bostadsrätt upplåts av föreningen till dig som är medlem.',
    'Säg vilka handlingar som hör till din ansökan. Skicka handlingarna med ansökan.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('leaves the text of a link', () => {
    const links = lintWith(rules, 'Du kan [återkalla ansökan](/aterkalla) när du vill.', {
      format: 'markdown',
      profile: 'webb',
    })
    expect(links.findings).toEqual([])
  })

  it('goes on with the phrase in the advice', () => {
    const [finding] = found('Du har rätt till en skälig levnadsnivå.', 'strikt')
    expect(finding!.suggestions[0]!.title).toBe('Skriv hellre: rimlig levnadsnivå, och säg vad den ska räcka till')
  })
})

describe('the form of the advice', () => {
  it.each([
    ['Alla handlingarna om ditt ärende finns här.', 'dokumenten'],
    ['Fullmäktige har avslagit motionen.', 'sagt nej till'],
    ['Ansökan kan avvisas av nämnden.', 'inte prövas'],
    ['Ansökan avvisas av nämnden.', 'prövas inte'],
    ['Om föreläggandet inte följs kan du få böter.', 'kravet'],
    ['Vi kräver att en verksamhetsutövare svarar.', 'den som driver verksamheten'],
    ['Du som är verksamhetsutövare ska svara.', 'du som driver verksamheten'],
    ['Hos socialtjänsten kan du ansöka om vissa insatser.', 'viss hjälp'],
    ['Du ansöker om insatser hos socialtjänsten.', 'hjälp, stöd'],
    ['Du kan välja en skola med en offentlig huvudman.', 'kommun, region eller stat som driver skolan'],
    [
      'Vi måste skicka en remiss till polisen innan du får besked.',
      'vem som får frågan, till exempel ”vi frågar polisen”',
    ],
    ['Vi måste skicka en remiss innan du får besked.', 'fråga andra vad de tycker'],
    ['Planen går ut på remiss innan du får besked.', 'andra får säga vad de tycker'],
    ['Vi skriver till alla sakägare.', 'alla som berörs, till exempel grannar'],
    ['Du får fråga en sakägare om tomten.', 'den som berörs, till exempel en granne'],
    ['Du ska beredas tillfälle att svara.', 'ges möjlighet'],
  ])('%s → %s', (text, asked) => {
    const [finding] = found(text, 'strikt')
    expect(finding!.suggestions[0]!.title).toContain(`Skriv hellre: ${asked}`)
  })
})
