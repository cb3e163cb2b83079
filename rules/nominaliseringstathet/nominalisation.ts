import { lazy } from '../src/table.ts'

/** Words with the endings that name no action: things, places, bodies and people. */
const others = lazy(
  () =>
    new Set(
      (
        'tidning räkning våning samling förening ledning anläggning avdelning förvaltning ersättning omgivning anordning ' +
        'öppning befolkning riktning mening sträckning ställning avgiftning lösning utbildning regering beteckning parkering försäkring ' +
        'teckning vägledning handling ordning ritning inriktning tidsperiod sammanfattning förordning tillgång ' +
        'myndighet enhet fastighet verksamhet lägenhet nyhet hemlighet hastighet möjlighet rättighet skyldighet ' +
        'säkerhet trygghet hälsa kunskap svårighet likhet nämnd minoritet kvalitet enighet ' +
        'station information organisation institution funktion position tradition generation instruktion sektion ' +
        'situation kommunikation proportion region nation religion lektion aktion ' +
        'styrelse rörelse händelse fängelse känsla avgörelse ' +
        'sökande boende studerande ordförande klagande företrädande anhörig gående resande inneboende talande medboende ' +
        'meddelande erbjudande förhållande utseende beroende närboende arbetstagande'
      ).split(' '),
    ),
)
/** Nominalisations without an ending of their own. */
const bare = new Set(
  'beslut översyn tillsyn uttag byte begäran förfrågan bruk uppehåll försök köp återköp utskick avslag intag'.split(
    ' ',
  ),
)
const ending = /(?:[nr]ing|ande|ende|else|tion|het)$/

/** True for the dictionary form of a noun that says what someone does: `granskning`, `antagande`. */
export function isNominalisation(lemma: string): boolean {
  if (bare.has(lemma)) return true
  if (lemma.length < 6 || !ending.test(lemma)) return false
  if (others().has(lemma)) return false
  for (let at = 2; at < lemma.length - 4; at++) if (others().has(lemma.slice(at))) return false
  return true
}
