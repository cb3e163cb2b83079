import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function count(text: string): number {
  return lintWith([rule], text, { format: 'markdown' }).findings.length
}

describe('what stands before the verb', () => {
  it.each([
    'Även om vi tänker oss en framtid med mindre trafik i staden, där bilarna nästan har försvunnit, – så skulle detta inte räcka.',
    'Efter att först ha bidragit till bygget av de nya bostäderna vid torget, flyttade bolaget till flera andra städer i landet.',
    'Med ett växande näringsliv, goda utbildningar nära hemmet, rena stränder och närhet till skogen finns här allt som du kan önska dig.',
    'Den nya skolan vid torget – som ska byggas under nästa år med pengar från staten – blir klar i maj nästa år.',
  ])('may be a clause, a row or an aside: %s', (text) => {
    expect(count(text)).toBe(0)
  })

  it.each([
    'En förening som hyr en lokal av kommunen, där den på grund av en brand, ett läckage eller ljud riskerar att bli av med den, får söka bidrag.',
    'De platser i den nya förskolan som många söker samma vecka som barnet deras ska börja blir snart fulla.',
    'Och ju längre tid som har gått från det att båten låg vid bryggan ju större blir felet.',
  ])('is left alone where the verb may be that of a clause: %s', (text) => {
    expect(count(text)).toBe(0)
  })

  it('may be what a point of a decision is about', () => {
    const text = 'Den nya budgeten för arbetet med den stora bryggan vid hamnen i den norra delen av staden godkänns.'
    expect(count(`- ${text}\n- Arbetet börjar i maj.`)).toBe(0)
    expect(count(text)).toBe(1)
  })

  it('counts words that a stroke joins as one', () => {
    const text = 'De nya regler om stöd till barn/elever i kommunens delar nästa år börjar gälla i maj.'
    expect(count(text)).toBe(0)
    expect(count(text.replace('delar', 'norra delar'))).toBe(1)
  })

  it('is too much where it is one long phrase', () => {
    const text =
      'De nya regler om stöd till små föreningar i kommunens norra delar för det kommande året börjar gälla redan i maj.'
    expect(count(text)).toBe(1)
  })
})

it.each([
  [
    'Du som har en båt i den norra hamnen och som vill ha en plats vid den nya bryggan kan ansöka i maj.',
    /^Skriv ”Du kan … om du …”/,
  ],
  [
    'Som exempel på lokaler där människor vistas under en längre del av dygnet kan nämnas skolor och bibliotek.',
    /^Skriv ”Exempel på … är …”/,
  ],
  [
    'I den nya delen av det stora biblioteket vid torget i centrum kan nämnas scenen och verkstaden.',
    /^Börja med det som nämns/,
  ],
  [
    'I den senaste undersökningen av vad de boende i hamnen tycker om den nya bryggan svarade 92 procent att den är bra.',
    /^Korta det som står före verbet/,
  ],
  [
    'I den nya delen av det stora biblioteket vid torget i centrum får barnen läsa och måla.',
    /^Börja med ”Barnen får …”/,
  ],
  [
    'På grund av den stora efterfrågan på platser vid den norra bryggan i hamnen har kön stängts för i år.',
    /^Börja med ”Kön har …”/,
  ],
  [
    'Trots det dåliga vädret och de inställda båtarna från både norra ön och hamnen kom över hundra personer till mötet.',
    /^Börja med huvudsaken/,
  ],
  [
    'Under hela den tid som arbetet med den nya bryggan och de nya bommarna pågår är hamnen stängd för gäster.',
    /^Börja med ”Hamnen är …”/,
  ],
])('gives advice that fits %s', (text, advice) => {
  const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
  expect(finding!.suggestions[0]!.title).toMatch(advice)
})
