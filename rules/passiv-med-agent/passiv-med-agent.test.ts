import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

/** The sentence after the offered edit; undefined where only advice is offered, or nothing found. */
function rewritten(text: string): string | undefined {
  const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
  const edits = finding?.suggestions.find(({ edits }) => edits.length > 0)?.edits
  return edits?.reduceRight((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text)
}

describe('active sentences', () => {
  it.each([
    ['Ansökan prövas av nämnden.', 'Nämnden prövar ansökan.'],
    ['Alla ansökningar har granskats av en handläggare.', 'En handläggare har granskat alla ansökningar.'],
    [
      'Namnbyten hanteras av både Skatteverket och Patentverket.',
      'Både Skatteverket och Patentverket hanterar namnbyten.',
    ],
    ['Avtalet ska skrivas under av dig och din chef.', 'Du och din chef ska skriva under avtalet.'],
    ['Avtalet skrevs under av rektorn i maj.', 'Rektorn skrev under avtalet i maj.'],
    ['Frågan ska utredas av socialnämnden före sommaren.', 'Socialnämnden ska utreda frågan före sommaren.'],
    ['Kan beslutet ändras av domstolen?', 'Kan domstolen ändra beslutet?'],
    ['Beslutet skall fattas av nämnden.', 'Nämnden ska fatta beslutet.'],
    ['Det statliga lånet förmedlas av kommunen.', 'Kommunen förmedlar det statliga lånet.'],
    ['Du kan överklaga de beslut som fattas av nämnden.', 'Du kan överklaga de beslut som nämnden fattar.'],
    ['Om ansökan avslås av nämnden kan du överklaga.', 'Om nämnden avslår ansökan kan du överklaga.'],
    ['I maj antogs planen av kommunfullmäktige.', 'I maj antog kommunfullmäktige planen.'],
    ['Vi informerades av polisen.', 'Polisen informerade oss.'],
    ['Anna Ek valdes av styrelsen.', 'Styrelsen valde Anna Ek.'],
    ['EU-stödet betalas ut av Jordbruksverket.', 'Jordbruksverket betalar ut EU-stödet.'],
    ['Bussen bekostas utav kommunen.', 'Kommunen bekostar bussen.'],
    ['Taxan har inte beslutats av fullmäktige.', 'Fullmäktige har inte beslutat om taxan.'],
  ])('%s → %s', (passive, active) => {
    expect(rewritten(passive)).toBe(active)
  })

  it.each([
    'Ansökan kan göras av dig själv.',
    'Den gamla hallen har av konsulter bedömts vara i dåligt skick.',
    'Det har av kommunen beslutats att bron byggs.',
    'Planen togs fram av kontoret i Hällefors.',
    'Verksamheten sköts av landstingen och städerna Stockholm, Göteborg och Malmö.',
    'Resultatet redovisas av chefen för kommunstyrelsen.',
    'Stöd och råd - denna insats ges av regionen.',
    'Arbetet leds av kommunen, som också betalar.',
    'Har föreningen flyttat vill vi veta det. Föreningen kontaktas av oss i Hällefors.',
    'Om man parkerar fel kan man kontaktas av kommunen.',
    'Motionerna bereds först av nämnden.',
    'Priset för att hyra salen beslutas varje år av nämnden.',
    'Innan användning rensas rören av kommunen.',
    'Eldstaden ska innan användning kontrolleras av sotaren.',
    'Eldstaden ska kontrolleras av sotaren innan den används.',
    'Slammet töms av Kinda kommuns entreprenör varje vecka.',
    'Enligt planen ska dock vissa ärenden beslutas av en särskilt utsedd handläggare.',
    'Ärendet utreds av en handläggare på Socialförvaltningen.',
    'Detta skall fattas av nämnden.',
    'Lagen säger vad som ska prövas av domstolen.',
    'Ansökan prövas av nämnden och beslutet skickas hem.',
    'Kostnaderna för resor mellan skolan och hemmet betalas av kommunen när du går i grundskolan.',
  ])('only advises on %s', (text) => {
    expect(rewritten(text)).toBeUndefined()
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toHaveLength(1)
  })

  it.each([
    'Eleverna undervisas av sina lärare.',
    'Policyn revideras varje år och däremellan vid behov uppdateras av enheten.',
    'Den svenska portalen är ny. Den europeiska portalen i sin tur har startats av kommissionen.',
    'Metoden som tagits fram av gruppen har blivit bättre.',
    'Utgifter som betalas av en elev kallas utlägg.',
    'Via telefonen. Telefonen bemannas av sjuksköterskor.',
    'Fullmäktige kan besluta att ärendet får avgöras av nämnden.',
    'Vi föreslår att en översyn görs och att denna översyn genomförs av revisorerna.',
    'en metod. som används i dag har utvecklats av forskarna.',
    'Motioner är förslag från ledamöter.\n\nMotionerna bereds av kommunstyrelsen.',
    'Boken är skriven av en elev.',
    'Svetsning får inte göras av elever.',
    'Planen föreslås antas av nämnden.',
    'Kommunikationerna utreds av bl.a. Vägverket.',
    'Hotellet är vackert lokaliserat i hjärtat av Bohuslän.',
    'Projektet leds av professor Eva Lind.',
    'Hon är anställd av kommunen.',
    'Läkaren är förordnad av regionen.',
    'Frågor prövas av den kommun där du bor.',
    'Taxan bestäms av fullmäktige i kommunen där huset ligger.',
    'Registret förs av tjänstemän på de enheter som lyder under nämnden.',
    'Vi prövar marknader som ordnas av små föreningar i kommunen.',
    'Fullmäktige bestämmer om parken ska skötas av ett företag.',
    'Chefen avgör om brevet kan besvaras av någon handläggare.',
    'Ansökan kan göras av dig själv, om du är vuxen, eller av din make.',
    'Intyget kan skrivas av läkare, kurator eller annan sakkunnig.',
    'Planen ska ändras i samråd med en bred krets av föreningar.',
    'Priset tilldelas Eva Lind för arrangemanget av föreningen.',
    'Tjänsten, som sköts av Vintero, är öppen dygnet runt.',
    'Reglerna har upphävts genom beslut av länsstyrelsen.',
    'Riktlinjen anger när bidrag ska beviljas eller inte beviljas av kommunen.',
    'Enligt kommunallagen ska planen antas av fullmäktige.',
    'Av 11 kap. kommunallagen följer att styrelsen skriver en rapport. Rapporten ska godkännas av fullmäktige.',
    'Lunchen lagas i ett stort kök. Övriga måltider lagas av personalen.',
    'Motioner är förslag från ledamöter. Motionerna bereds av nämnden.',
    'Råd får du på en mottagning. Dessa sköts av läkare.',
    'Taxan bestäms av fullmäktige. Detsamma gäller avgiften.',
    'Vi meddelar när kortet är klart. Därefter kan det hämtas av föräldern.',
    'Kiosken drivs av en förening som har avtal med oss.',
    'Hallen städas av kommunen, men planen städas av föreningen.',
    'Beslutet fattades av nämnden och gäller från maj.',
    'Instrumentet används inte av annan person än låntagaren.',
    'Numret används av myndigheter som identitet på personer som inte bor här.',
    'Ordföranden är vald av fullmäktige.',
    'Planen är skriven och godkänd av chefen.',
    'Gruppen får utses av fullmäktige eller av nämnden men styrs inte av lagen.',
    'Avgiften betalas av den kommun där den som får stödet är folkbokförd.',
    'Boken skrevs av tre forskare, Eva Lind, Per Ek och Anna Ros.',
    'Laglighetsprövning kan göras av kommunens medlemmar.',
    'Det måste tas omhand av oss.',
    'Provet stöds av Vattenverket och Uppsala Vatten.',
    'Det är ett namn som redan bärs av 2 000 personer.',
    'Planen har tagits fram av kontoret i nära samarbete med föreningarna.',
    'På många håll utförs arbetet av företag som har avtal med kommunen.',
    'Kassan ska ändra beslut som inte har prövats av domstol, om beslutet\n\n1. är fel,\n2. är gammalt.',
    'Kassan ska ändra beslut som har fattats av en nämnd, om beslutet 1. är fel, 2. är gammalt.',
    'Personlig assistans utförs av entreprenör.',
    'Arbetet ska utföras av behörig elektriker.',
    'Lekplatsen sköts av ideella föreningar.',
    'Vi tar hand om hundar som hittas av Eva Lind.',
    'Skicka in underlaget för att prövas av nämnden.',
    'Rummet får bara öppnas av vaktmästaren.',
    'Vi skrev en plan. Därefter antogs den av nämnden.',
    'Två förslag kom in. De prövas av nämnden.',
    'Bygglovet får överklagas av den som är granne.',
    'Vad förväntas av dig som förälder?',
    'Det krävs av föräldern att barnet kommer i tid.',
    'Blanketten kan beställas av kommunen.',
    'Arbetet uppskattas av eleverna.',
    'Planen tas fram av kommunen och regionen och de tre största byarna.',
    '- öppnas av vaktmästaren varje dag hela veckan',
  ])('leaves %s alone', (text) => {
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
  })
  it('speaks of things in a row that the same one does', () => {
    const text = 'Ansökan behandlas av nämnden. Anmälan behandlas av nämnden.'
    expect(lintWith([rule], text).findings).toHaveLength(2)
    expect(lintWith([rule], text.replace(/nämnden\.$/, 'kommunen.')).findings).toEqual([])
  })

  it.each([
    ['Din ansökan, som har mottagits av oss, är komplett.', 'vi'],
    ['Om listan har granskats av dem kan du lita på den.', 'de'],
    ['Om avtalet har godkänts av dig gäller det från maj.', 'du'],
    ['Om avtalet har godkänts av mig gäller det från maj.', 'jag'],
    ['Om avtalet har godkänts av er gäller det från maj.', 'ni'],
    ['Om frågan tas upp av honom svarar vi.', 'han'],
    ['Om frågan tas upp av er handläggare svarar vi.', 'er handläggare'],
  ])('puts the agent of %s in the form of a subject', (text, actor) => {
    const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
    expect(finding!.suggestions[0]!.title).toMatch(new RegExp(`”(?:som )?${actor} `, 'u'))
  })

  it('takes the owner with the actor', () => {
    const [finding] = lintWith([rule], 'Slammet töms av Kinda kommuns entreprenör.').findings
    expect(finding!.message).toContain('”Kinda kommuns entreprenör”')
  })

  it('keeps a link whole', () => {
    const [finding] = lintWith([rule], '[Beslutet](https://exempel.se) fattas av nämnden.', {
      format: 'markdown',
    }).findings
    expect(finding!.suggestions[0]!.edits).toEqual([])
  })

  it('takes the house’s own words for actors', () => {
    const options = { options: { 'passiv-med-agent': { lexikonAktorer: ['servicepunkten'] } } }
    expect(lintWith([rule], 'Nyckeln lämnas ut av servicepunkten.', options).findings).toHaveLength(1)
  })

  it('counts the words between verb and agent', () => {
    const text = 'Ansökan prövas efter remiss till alla berörda av nämnden.'
    const options = { options: { 'passiv-med-agent': { maxAvstand: 2 } } }
    expect(lintWith([rule], text, options).findings).toEqual([])
  })
})

describe('advice', () => {
  const advised = (text: string) => lintWith([rule], text, { format: 'markdown' }).findings[0]?.suggestions[0]?.title

  it.each([
    ['Du får svar när ärendet har prövats av nämnden i Hällefors.', 'Sätt den som gör det före verbet: ”nämnden …”'],
    ['När du har fått en plats kontaktas du av personalen i huset.', 'Låt den som gör det vara subjekt: ”personalen'],
    ['Varje år besiktas lekplatserna av en konsult.', 'Låt den som gör det vara subjekt: ”en konsult …”, före eller'],
    ['Inom området ska följande göras av ägaren.', 'Låt den som gör det vara subjekt: ”ägaren …”, före eller efter'],
    [
      'Det första är att de som har fått brevet blir kontaktade av personalen i huset.',
      'Låt den som gör det vara subjekt: ”personalen',
    ],
    ['Intyget kan skrivas av personalen i Hällefors.', 'Börja med den som gör det: ”personalen …”'],
  ])('fits the clause in %s', (text, words) => {
    expect(advised(text)).toContain(words)
  })
})

describe('an opening clause', () => {
  it('is not said to come after the actor', () => {
    const { findings } = lintWith(
      [rule],
      'I samband med att du sagt upp avtalet blir du kontaktad av vår besiktningsman.',
    )
    expect(findings[0]!.suggestions[0]!.title).toMatch(/^Låt den som gör det vara subjekt: ”vår besiktningsman …”/)
  })

  it('warns of known actors, and only proposes to move those who are new', () => {
    const severities = ['Ansökan prövas av nämnden.', 'Maten lagas av två kockar.'].map(
      (text) => lintWith([rule], text, { format: 'markdown' }).findings[0]?.severity,
    )
    expect(severities).toEqual(['warning', 'suggestion'])
  })

  it('still leaves another topic to be turned', () => {
    expect(lintWith([rule], 'Om ärendet går vidare prövas frågan igen av nämnden.').findings).toHaveLength(1)
  })
})
