import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

/** The words that can be put in at the only finding. */
function offered(text: string): string[] {
  const { findings } = lintWith([rule], text, { format: 'markdown' })
  expect(findings).toHaveLength(1)
  return findings[0]!.suggestions.flatMap(({ edits }) => edits.map(({ text: put }) => put))
}

describe('words to put in', () => {
  it.each([
    ['Nämnden upprättar en plan för skolan.', ['tar fram', 'skriver', 'gör']],
    ['Erforderliga medel finns i budgeten.', ['Nödvändiga']],
    ['Det finns en plan upprättat för arbetet.', []],
    ['Nämnden har inte upprättat någon plan.', ['tagit fram', 'skrivit', 'gjort']],
    ['Vi läser planen som nämnden upprättat.', ['tagit fram', 'skrivit', 'gjort']],
    ['Vi läser avtalet som nämnden upprättat.', ['skrivit', 'gjort', 'tagit fram']],
    ['Ofta behöver ett avtal upprättas.', ['skrivas', 'göras']],
    ['Marken behöver tas i anspråk.', ['användas']],
    ['Den som vill ha plats bereds tillfälle att svara.', ['får möjlighet']],
    ['Den som har ett hus som inte nyttjas kan få uppehåll.', ['används']],
    ['Då kan du ha möjlighet att få hjälp.', ['']],
    ['Uppehåll kan medges i tre år.', ['ges']],
    ['Du kan förvärva kunskap på kursen.', ['få']],
    ['Kommunen förvärvar huset.', ['köper', 'får']],
    ['Huset färdigställs i maj.', ['byggs klart']],
    ['Bokslutet färdigställs i maj.', ['slutförs']],
    ['Du kan\n\n- fullgöra dina skyldigheter', ['uppfylla']],
    ['Grannarna bereddes tillfälle att svara.', ['fick möjlighet']],
    ['Alternativt kan du ringa.', ['Eller så kan']],
    ['Du ringer, alternativt skickar du ett brev.', []],
    ['Klubben har förvärvat en ny vana.', ['fått']],
    ['Klubben har förvärvat bägaren.', []],
    ['Sakägaren bestrider inte kravet.', []],
    ['Mötet avlyses.', ['ställs in']],
    ['Byggnationen av skolan är klar.', []],
    ['Byggnationen av skolan pågår.', ['Bygget']],
    ['I beslutet frångick nämnden planen.', ['gjorde', ' undantag från']],
    ['Avyttra inte marken.', ['Sälj']],
    ['Ett barns angelägenheter sköts av föräldern.', []],
    ['Kommunen avlyser vägen.', ['stänger av']],
    ['Nämnden medger dispens från kravet.', ['ger']],
    ['Bryggan får inte överstiga tio meter.', ['vara mer än']],
    ['De handlingar du erhållit är viktiga.', ['fått']],
    ['Kostnaden föranleder vi inte.', ['orsakar']],
    ['Du ska\n\n- iaktta reglerna', ['följa']],
    ['Alla ska alltid ges tillfälle att svara.', ['få']],
    ['Vi ringer för att säkerställa att alla har plats.', ['se till att']],
    ['Vi ringer för att säkerställa att ingen har flyttat.', []],
    ['Bakterier har påvisats i vattnet.', ['hittats']],
    ['Nya bostäder bör lokaliseras till tätorten.', ['placeras']],
    ['Priset har ökat marginellt.', ['lite']],
    ['Kommunen ombesörjer att vägen plogas.', ['ser till att']],
    ['Bidraget rekvireras i efterhand.', ['begärs']],
    ['Hyran överstiger gränsen.', ['är över', 'är mer än', 'är högre än']],
    ['Väntetiden överstiger tre månader.', ['är mer än']],
    ['Bilen får inte överstiga 3,5 ton.', ['vara över']],
    ['Nyttjandet ökar varje år.', ['Användningen']],
    ['Nyttjandet är begränsat.', []],
    ['Kommunen tillgängliggör naturen för fler.', []],
    ['Kommunen upplåter mark för kolonilotter.', []],
    ['Bygget ger ringa buller.', []],
    ['Intyget erhålls efter kursen.', []],
    ['Du disponerar lokalen hela dagen.', []],
    ['Föreningen bedriver festligheter.', []],
    ['Flertalet kommuner har svarat.', []],
    ['En befintlig altan får stå kvar.', []],
    ['Läraren intensifierar arbetet.', []],
    ['Samtidigt medför regeln, att fler väntar.', []],
    ['Regeln medför att fler väntar.', ['gör att', 'leder till att']],
  ])('%s → %s', (text, words) => {
    expect(offered(text)).toEqual(words)
  })

  it('gives only the advice of the row where its words have another sense', () => {
    const { findings } = lintWith([rule], 'Riktlinjerna ska säkerställa driften.', { format: 'markdown' })
    expect(findings.flatMap(({ suggestions }) => suggestions.map(({ title }) => title))).toEqual([
      'Skriv om med ”se till att”, till exempel ”se till att vattnet räcker”',
    ])
  })

  it('names what stands above', () => {
    const { findings } = lintWith([rule], 'Du betalar utöver ovanstående avgifter.', { format: 'markdown' })
    expect(findings.flatMap(({ suggestions }) => suggestions.map(({ title }) => title))).toEqual([
      'Skriv om med ”avgifterna ovan”',
    ])
  })

  it('asks who gets it', () => {
    const { findings } = lintWith([rule], 'Ett nytt kort kan erhållas på biblioteket.', { format: 'markdown' })
    expect(findings.flatMap(({ suggestions }) => suggestions.map(({ title }) => title))).toEqual([
      'Skriv vem som får det, till exempel ”du får …”',
    ])
  })

  it('takes no name for a verb', () => {
    expect(
      lintWith([rule], 'Inge Löfgren yrkar bifall till förslaget.', { format: 'markdown' }).findings.map(
        ({ range }) => range.start.offset,
      ),
    ).not.toContain(0)
  })
})
