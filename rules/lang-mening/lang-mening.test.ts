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
  ])('fits %s', (text, title) => {
    expect(findings(text)[0]!.suggestions[0]!.title).toMatch(title)
  })
})

it.each([
  'Den som hyr båten ska se till att det finns en lista som visar vilka som är med, vart de är på väg och när de ska komma.',
  'Skolan ska arbeta för att barn med annat modersmål än svenska får möjlighet att utveckla både det svenska språket och sitt modersmål (skollagen 8 kap. 10 § och 9 kap. 10 §).',
  'Om du får låna båten är det klokt att inte lägga ut från bryggan innan du vet att alla i familjen har lärt sig simma bra.',
  'Om någon av er inte talar svenska eller engelska, ansvarar ni själva för att en tolk är med på plats och översätter allt det som sägs.',
])('leaves %s', (text) => {
  expect(findings(text)).toEqual([])
})
