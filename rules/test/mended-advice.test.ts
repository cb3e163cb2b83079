import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.ts'

/** The advice of a rule's first finding in a text, with whether it would change the text. */
function advice(rule: string, text: string) {
  const found = lintWith(rules, text, { format: 'markdown' }).findings.find(({ ruleId }) => ruleId === rule)
  return found?.suggestions.map(({ title, edits }) => [title, edits.length > 0] as const)
}

describe('advice that only says what is sure', () => {
  it('takes a pair of words of two kinds, a name or an open row as it is', () => {
    for (const text of [
      'Skapa ett konto i vårt verktyg/offentliga jobb.',
      'Du hittar regler i vårt hus/Recruit och på webben.',
      'Lämna kvar böcker/pärmar och liknande i köket.',
    ])
      expect(advice('snedstreck', text)?.every(([, edits]) => !edits) ?? true).toBe(true)
  })

  it('offers the first part of a compound', () => {
    expect(advice('snedstreck', 'Du kan få stöd/behandlingsinsatser hemma.')?.map(([title]) => title)).toContain(
      'Skriv ”stöd- och behandlingsinsatser”',
    )
  })

  it('puts nothing before a title', () => {
    expect(advice('tung-preposition', 'Det finns en motion angående Bygg fler lekplatser i kommunen.')).toEqual([
      ['Sätt titeln som följer inom citattecken, eller skriv vad den handlar om', false],
    ])
  })

  it('exchanges a heavy preposition only after words that surely take another', () => {
    for (const text of [
      'Lokalen har fått ett lyft avseende tillgänglighet.',
      'Vi har ett avtal med Firma Storsjö AB avseende larm.',
      'Nämnden föreslår åtgärder avseende buller.',
      'Du har rättigheter gällande vården.',
    ])
      expect(advice('tung-preposition', text)?.map(([, edits]) => edits)).toEqual([false])
    expect(advice('tung-preposition', 'Kontakta oss angående din ansökan.')).toEqual([
      ['Skriv ”om du har frågor om”, eller säg vad läsaren ska göra', false],
    ])
    expect(advice('tung-preposition', 'Vi har statistik gällande skolan.')).toEqual([['Skriv ”om”', true]])
  })

  it('leaves a common word before a name as it is where only sentences begin with the pair', () => {
    const heading = '# REGLER FÖR BIBLIOTEK STORSJÖ\n\n'
    expect(advice('rubrik-versaler', `${heading}Bibliotek Storsjö är öppet varje dag.`)).toEqual([
      ['Skriv bara det första ordet och namn med stor bokstav', false],
    ])
    expect(advice('rubrik-versaler', `${heading}Välkommen till Bibliotek Storsjö hela året.`)?.[0]?.[0]).toBe(
      'Skriv ”Regler för Bibliotek Storsjö”',
    )
  })

  it('moves no clause that says what is to be let be', () => {
    const text =
      'Eftersom tältning eller camping inte kan genomföras på ett säkert sätt och under stor försiktighet bör du låta bli.'
    expect(advice('lang-inledande-bisats', text)?.every(([, edits]) => !edits)).toBe(true)
  })

  it('moves no clause that a pronoun points back to', () => {
    const text =
      'Eftersom du gör en ändring i huset av den sort som kan påverka storleken på din årliga avgift, är du skyldig att anmäla det till oss.'
    expect(advice('lang-inledande-bisats', text)?.every(([, edits]) => !edits)).toBe(true)
  })

  it('makes a list of a long row', () => {
    const text =
      'Som registrerad har du rätt att få veta vilka ändamål vi har med behandlingen, den lagliga grunden, vem som utför behandlingen, hur länge vi sparar uppgifterna och om dina uppgifter lämnas till någon annan.'
    expect(advice('lang-mening', text)?.[0]?.[0]).toBe('Gör en punktlista av uppräkningen, eller dela meningen i flera')
  })

  it('asks for whose it is', () => {
    expect(advice('byrakratord', 'Huvudmannen eller dennes make ska skriva under.')?.[0]?.[0]).toContain('”hans”')
  })
})
