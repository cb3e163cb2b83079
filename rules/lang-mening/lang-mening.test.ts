import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function findings(text: string) {
  return lintWith([rule], text, { format: 'markdown' }).findings
}

describe('the advice', () => {
  it.each([
    [
      'När du har fyllt 65 år och har arbetat i kommunen i minst tio år före den dag då du vill sluta och när du dessutom har sparat semester från minst två av de åren.',
      /^Huvudsatsen saknas/,
    ],
    [
      'Om du vill bygga en egen brygga vid stranden nedanför ditt hus, kontakta hamnkontoret i din kommun för att ansöka om lov och för att få veta vad som gäller hos dig.',
      /^(?!Huvudsatsen saknas)/,
    ],
    [
      'När hamnkontoret bedömer att den norra bryggan måste lagas upprättas en plan där kontoret beskriver hur arbetet ska gå till och vilka krav som ska ställas på dem som lagar bryggan.',
      /^(?!Huvudsatsen saknas)/,
    ],
    [
      'Du måste visa att båten är hel och säker, att du har räddningsvästar till alla som följer med ombord på turen samt att du själv har lärt dig hur motorn fungerar.',
      /^Gör en punktlista/,
    ],
    [
      'Till turen behöver du ta med dig varma kläder, en termos med te eller kaffe, två smörgåsar, en karta över de yttre öarna och en kikare som du kan låna ut till andra.',
      /^Gör en punktlista/,
    ],
    [
      'Båten, som ligger vid den norra bryggan, behöver lagas innan sommaren börjar på allvar, och det är något som hela föreningen har väntat på sedan den gick på grund i höstas.',
      /^Sätt punkt före ”och det är …”/,
    ],
    [
      'Har du lånat en av de gula båtarna vid bryggan under våren och det har gått mer än fyra veckor sedan du lämnade tillbaka den i hamnen, får du låna en båt igen.',
      /^(?!Sätt punkt)/,
    ],
    [
      'I de fall du har lånat en av de gula båtarna i hamnen under våren och du har lämnat tillbaka den till oss i gott skick, får du låna en båt igen.',
      /^(?!Sätt punkt)/,
    ],
    [
      'Har du nyligen fått en båtplats som medlem eller som anhörig till en medlem och bor i någon av de fem byarna vid kusten så har du rätt att delta i vår årliga kurs.',
      /^Dela meningen/,
    ],
    [
      'Du väljer fem områden där du gärna vill arbeta under sommaren i hamnen eller på öarna, vi kan inte lova en plats på just det område som du vill ha mest.',
      /^Sätt punkt före ”vi kan …”/,
    ],
    [
      'Ordföranden i hamnföreningen, en erfaren seglare från Öregrund, berättade med stor inlevelse för alla som hade kommit om hur den gamla bryggan byggdes av fiskare för mer än hundra år sedan.',
      /^Dela meningen/,
    ],
    [
      'Föreningens styrelse väljs av medlemmarna vid årsmötet i mars och föreningen ska efter mötet skicka namnen på de nya ledamöterna till kommunen, banken, hamnen och de andra föreningarna vid kusten.',
      /^Sätt punkt före ”och föreningen ska …”/,
    ],
    [
      'Du får gärna låna en av de gula båtarna vid den norra bryggan men tänk på att du måste komma tillbaka till den norra bryggan före klockan sex på kvällen.',
      /^Sätt punkt före ”men tänk …”/,
    ],
    [
      'Den norra bryggan är större än den gamla vilket innebär att alla båtar som hör till hamnen kan ligga där under hela vintern utan att någon av dem behöver flyttas.',
      /^Sätt punkt före ”vilket innebär …”/,
    ],
    [
      'Skyddet innebär att den som driver hamnen, det vill säga den som har hand om bryggorna och båtarna, t.ex. en kommun eller en förening, inte får hindra eller försöka hindra någon från att bada.',
      /^Dela meningen/,
    ],
    [
      'I brevet från hamnkontoret står hur du bokar en plats för din båt, vilka regler som gäller på den norra bryggan, vad platsen kostar och vem du ringer när något går sönder.',
      /^Gör en punktlista/,
    ],
    [
      'Vill du vara med och påverka hur hamnen växer tillsammans med fiskare, båtägare, sommargäster, butiker, föreningen på norra ön och andra som bor här kan vi erbjuda dig en roll i styrelsen.',
      /^Dela meningen/,
    ],
    [
      'Den som på grund av sjukdom, en trasig motor, hård vind eller liknande skäl inte kan ta båten till bryggan i tid måste ringa till hamnen och säga när båten kan komma.',
      /^Dela meningen/,
    ],
    [
      'Pengarna från kommunen ska räcka till nya bommar, en längre brygga, bord och bänkar vid stranden samt en ramp, två lampor vid vägen och skyltar som visar var gästerna kan lägga till.',
      /^Gör en punktlista/,
    ],
    [
      'Föreningen har under de senaste åren hjälpt många människor, som aldrig tidigare har varit på sjön utan sällskap, att lära sig segla och att ta hand om en egen båt.',
      /^Dela meningen/,
    ],
    [
      'Den norra bryggan byggdes 1912 av fiskare från öarna - den södra kom till efter kriget - och den ska nu byggas om så att alla gäster kan lägga till vid den på sommaren.',
      /^Sätt punkt före/,
    ],
    [
      'Nyckeln till bommen skickas hem till dig som har en plats i hamnen, och om du inte har fått den i maj ska du ringa till kontoret för att få en ny.',
      /^Sätt punkt före ”och om du …”/,
    ],
    [
      'Det är inte tillåtet att elda på bryggan under sommaren, det är inte heller tillåtet att grilla på klipporna vid den norra stranden när det är torrt i markerna.',
      /^Sätt punkt före ”det är …”/,
    ],
  ])('fits %s', (text, title) => {
    expect(findings(text)[0]!.suggestions[0]!.title).toMatch(title)
  })
})

it.each([
  'Den som hyr båten ska se till att det finns en lista som visar vilka som är med, vart de är på väg och när de ska komma.',
  'Skolan ska arbeta för att barn med annat modersmål än svenska får möjlighet att utveckla både det svenska språket och sitt modersmål (skollagen 8 kap. 10 § och 9 kap. 10 §).',
  'Om du får låna båten är det klokt att inte lägga ut från bryggan innan du vet att alla i familjen har lärt sig simma bra.',
  'Om någon av er inte talar svenska eller engelska, ansvarar ni själva för att en tolk är med på plats och översätter allt det som sägs.',
  'Den som ska bygga en brygga måste enligt 11 kap. 9, 9 a och 9 b §§ miljöbalken först ha ett tillstånd från länsstyrelsen eller domstolen om inte bryggan är liten.',
  'Vi ringer dig när vi vet om båten som du har bett om är ledig den dag då du vill segla ut till den norra ön.',
])('leaves %s', (text) => {
  expect(findings(text)).toEqual([])
})

it('puts no full stop beside a dash', () => {
  const found = findings(
    'Den norra bryggan byggdes 1912 av fiskare från öarna - den södra kom till efter kriget - och den ska nu byggas om så att alla gäster kan lägga till vid den på sommaren.',
  )
  expect(found[0]!.suggestions.every(({ edits }) => edits.length === 0)).toBe(true)
})
