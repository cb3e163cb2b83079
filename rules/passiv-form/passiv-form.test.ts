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
    ['Avfallet hämtas varje måndag.', 'webb', 'Vi hämtar avfallet varje måndag.'],
    ['Soporna hämtas varannan vecka.', 'webb', 'Vi hämtar soporna varannan vecka.'],
    ['Nya böcker beställs varje månad.', 'webb', 'Vi beställer nya böcker varje månad.'],
    ['Nyckeln hämtas i receptionen.', 'webb', 'Du hämtar nyckeln i receptionen.'],
    ['Avgiften betalas tolv månader om året.', 'webb', 'Du betalar avgiften tolv månader om året.'],
    [
      'Konton ska anges per dag och eventuell ränta ska inte tas med.',
      'webb',
      'Du ska ange konton per dag och eventuell ränta ska inte tas med.',
    ],
    ['Matavfallet ska hämtas varje vecka.', 'webb', 'Vi ska hämta matavfallet varje vecka.'],
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

describe('works', () => {
  it('are not asked of the reader', () => {
    const text = 'Taket måste repareras. Vi hör av oss till dig.'
    expect(advised(text, { profile: 'webb' }).join()).not.toContain('”du')
  })
})

describe('what may be somebody else’s deed', () => {
  const filler = 'Lokalen ligger vid torget och har plats för många av dina gäster. '.repeat(5)
  const edited = (text: string) => suggested(filler + text, { profile: 'webb' }).some(({ edits }) => edits.length > 0)
  const titles = (text: string) => advised(filler + text, { profile: 'webb' }).join()

  it.each([
    'Smycken lämnas till polisen två gånger om året.',
    'Då betalas inte avgiften tillbaka.',
    'Handlingarna ska lämnas ut snabbt.',
    'Hemliga handlingar får inte lämnas ut.',
    'Lönen betalas i slutet av månaden.',
    'Ett möte ska bokas in.',
    'Ett nytt möte ska bokas.',
    'Platsen sägs upp om avgiften inte betalas.',
    'Nycklarna ska lämnas tillbaka.',
  ])('gets no edit with du in %s', (text) => {
    expect(edited(text)).toBe(false)
  })

  it('is not said to be the reader’s', () => {
    expect(titles('Ett möte ska bokas in.')).toBe('Skriv vem som ska boka in')
    expect(titles('Smycken lämnas till polisen två gånger om året.')).not.toContain('du')
  })

  it('keeps the condition', () => {
    expect(rewritten('Avgiften måste betalas in innan ansökan prövas.', { profile: 'webb' })).toBe(
      'Du måste betala in avgiften innan ansökan prövas.',
    )
  })

  it('tells what the reader pays', () => {
    expect(advised(`${filler}Bokningen faktureras i efterhand.`, { profile: 'webb' })[0]).toBe(
      'Är det läsaren som betalar? Skriv ”du får betala …”',
    )
  })
})

describe('actors in another place', () => {
  const page = (text: string) =>
    `# Simhallen\n\n${'Du är välkommen till badet hela året. '.repeat(8)}\n\n## Saker\n\n${text}`

  it.each([
    'Besvär kan bara lämnas av den som berörs. Besvär lämnas skriftligt.',
    'Förslag ska skrivas under av alla som lämnar dem.',
    'Vi tar hand om det som du glömmer.\n\nSmycken lämnas till polisen.',
    'Ring personalen om du undrar.\n\nDu får svar i tid.\n\nDin ansökan behandlas i maj.',
  ])('%s', (text) => {
    expect(lintWith([rule], page(text), { format: 'markdown', profile: 'webb' }).findings).toEqual([])
  })

  it('counts no section but its own', () => {
    const text = 'Tiden ska bokas i maj.\n\n## Kontakt\n\nDu bokar tiden hos oss.'
    expect(lintWith([rule], page(text), { format: 'markdown', profile: 'webb' }).findings).toHaveLength(1)
  })
})

describe('one finding a sentence', () => {
  it('counts none that another rule takes', () => {
    expect(advised('Avgiften erläggs i förväg och nyckeln hämtas i receptionen.')).not.toEqual([])
    const text = 'Det görs en kontroll av köket, och provet ska skickas bort.'
    const { findings } = lintWith([rule], text, { format: 'markdown' })
    expect(findings.map(({ range }) => text.slice(range.start.offset, range.end.offset))).toContain('skickas')
  })
})

describe('genitives', () => {
  it.each(['Läs mer på din förskolas eller skolas webbsida.'])('are no passives in %s', (text) => {
    expect(advised(text)).toEqual([])
  })
})

describe('places where the reader does not need to know', () => {
  it.each([
    'Uppgifterna som beskrivs i lagen delas in i områden.',
    'I betänkandet lämnas flera förslag.',
    'Om bristerna inte åtgärdas stängs lokalen.',
    'Böckerna kan läsas med ögon eller öron.',
    'Hon yrkade att städning skulle beviljas. Ansökan avslås.',
    'Nämnden utreder ärendet. Därefter fattas ett beslut.',
    'Riktlinjer för bemötande (KS 2006), revideras',
    '24 § Beslutet skickas till domstolen.',
    'Alla elever ska erbjudas plats.',
    'Hur ordningen ska skötas står i lagen.',
    'Medan lokalen hyrs ut gäller reglerna.',
    'Data uppdateras varje månad.',
    'Det ska byggas en ny skola.',
    'Ett startbesked ska ges inom fyra veckor.',
    'Se de uppgifter som du vill ska ändras.',
    'Se till vilka namnen har lämnats eller ska lämnas.',
    'I de fall ansökan behandlas sent får du besked.',
    'Uppdraget kan lämnas till:',
    'Nämnden har många ärenden. Bidraget betalas ut i maj.',
    'Kontot (ska anges med åtta siffror) finns i avtalet.',
    'När du röstar prickas du av.',
    'När du röstar prickas du av, och dina röster läggs ner i urnan.',
    'Syskon till elever på skolan ges förtur.',
    'Bidraget ska inte förväxlas med lön.',
    'Evenemanget ska arrangeras i kommunen.',
    'Mat får inte ätas här.',
    'Ingenting får lämnas framme.',
    'Saker får inte lämnas kvar i lokalen.',
    'Blanketten kan skrivas ut om du har e-legitimation.',
    'Uppsägningen gäller i maj. Detta ska göras före juni.',
    'Resan ska göras med buss.',
    'Jag ville till havet. Visum måste sökas i god tid.',
    'Du ska varje år skicka in en årsräkning.\n\nÅrsräkningen ska skickas in i februari.',
    'Förteckningen ska lämnas av de gode män som är nya.\n\nFörteckningen ska lämnas till nämnden.',
    'Visum måste sökas. Man söker det på nätet.',
    '## 43 §\n\nAnsökan ska skickas in före maj.',
    'Ansökan om stöd görs på en blankett.',
    'En dödsboanmälan kan göras om pengarna tar slut.',
    'Om en elev vill sluta ska det anmälas i god tid.',
    'Dagvatten får inte anslutas till avloppet.',
    'Kommunens beslut överklagas till nämnden och nämndens beslut överklagas till domstolen.',
    'Beslutet kan nämligen överklagas. Därför är det klokt att inte påbörja något arbete.',
    'Lovet kan överklagas av flera. Grannarna får läsa det.',
    'Lov kan överklagas.\n\n- Den som har sökt och fått nej kan överklaga till länsstyrelsen.',
    'Behöver lacket kompletteras så gör det genast.',
    'Två timmar ska ägnas åt detta varje vecka.',
    'Utgiften behöver inte längre styrkas med intyg.',
    'Kursen söks inte här utan på skolan.',
    'Avgiften är 200 kronor. Den betalas en gång om året.',
    'Avgiften är fast och måste därför betalas varje år.',
    'Så här överklagar du. Fullmakten ska skickas in.',
    'Du lämnar en förteckning. I förteckningen ska värdet anges.',
    'Skriv ut kontots sidor. Barnens konton ska redovisas.',
    'Den gode mannen ska ange skulder. Underlagen ska bifogas.',
    'Beslutet överklagas skriftligt. Enbart den som berörs kan göra det.',
    'Tänk på detta när du skriver:\n\n- Kontot ska anges med åtta siffror.',
    'Ett förslag:\n\n- namn och adress ska anges',
    'Fyll i allt.\n\n- Du skickar en kopia.\n- Kortet ska anmälas först.',
    '## Skicka in intyget\n\nFöre maj ska intyget skickas in.',
    '## Hur lämnar jag mitt förslag?\n\nFörslaget ska skickas till kansliet.',
    'Bidraget fastställs av nämnden. Därefter bör kostnaderna vägas mot antalet.',
    'Ditt förslag publiceras på vår webbplats.',
    'Domen kan i sin tur överklagas till kammarrätten.',
    'Din begäran kommer att diarieföras och gallras.',
    'Ditt besked kan skickas först i juni.',
    'Tiden kan bokas på webbplatsen.',
    'Ansökan bör lämnas i god tid.',
    'Journal ska föras varje dag.',
    'Så skickas ansökan in. Ansökan ska skickas in.\n\nDu fyller i ansökan på webben.',
    '## Så ansöker du\n\nBlanketten ska skickas in före maj.',
    'Stolar ska plockas undan. Festen är snart slut. Vi hjälper gärna till.',
    '1. Avtalet får inte överlåtas.\n2. Kunden får inte ändra i lokalen.',
  ])('%s', (text) => {
    expect(suggested(text)).toEqual([])
  })

  it('in news, where an appeal is told of', () => {
    expect(suggested('Beslutet kan överklagas.', { profile: 'press' })).toEqual([])
    expect(advised('Beslutet kan överklagas.')).toEqual(['Gäller det läsaren? Skriv ”du kan överklaga …”'])
  })
})

describe('texts where nobody’s duty is hidden', () => {
  const filler = 'Skolan ligger vid torget och har plats för många. '.repeat(6)

  it.each([
    [`${filler}Avgiften ska betalas i förskott.`, 0],
    [`${filler}Du får plats i maj. Avgiften ska betalas i förskott.`, 1],
  ])('%s', (text, count) => {
    expect(lintWith([rule], text, { format: 'markdown', profile: 'webb' }).findings).toHaveLength(count)
  })

  it('leaves items that go on from ”att:”', () => {
    const text = 'Du ser till att:\n\n- avgiften ska betalas i tid\n- dörren ska låsas'
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
  })
})

describe('places where the reader needs to know', () => {
  it.each([
    ['När planen är klar skickas den ut för granskning.', 'skickas'],
    ['Ansökan ska, tillsammans med bilagorna, skickas med post.', 'skickas'],
    ['Ansökan ska, tillsammans med bilagorna, skickas till nämnden.', 'skickas'],
    ['Därefter kontrolleras köket.', 'kontrolleras'],
    ['Ditt ärende utreds i maj.', 'utreds'],
    ['Ändringar måste styrkas med intyg.', 'styrkas'],
    ['Strandskyddet behöver upphävas på en del av marken.', 'upphävas'],
  ])('%s', (text, verb) => {
    const { findings } = lintWith([rule], text, { format: 'markdown' })
    expect(findings.map(({ range }) => text.slice(range.start.offset, range.end.offset))).toEqual([verb])
  })
})

describe('clauses that the tagger takes for main clauses', () => {
  it.each([
    'Om bilen säljs eller tillståndet missbrukas kan du få böta.',
    'Inget betalas tillbaka, även om ansökan avvisas eller återtas.',
    'Du har kvar din tid om inget annat meddelas.',
    'Det tar tid, samtidigt som överflödig information raderas.',
  ])('%s', (text) => {
    const { findings } = lintWith([rule], text, { format: 'markdown' })
    expect(findings.filter(({ range }) => range.start.offset > 10)).toEqual([])
  })
})

describe('advice', () => {
  it.each([
    ['Ansökan ska skickas in före maj.', '”du ska skicka in …” eller ”Skicka in …”'],
    ['Blanketten ska fyllas i och sparas.', '”du ska fylla i och spara …” eller ”Fyll i och spara …”'],
    ['Förslaget ska vara skriftligt och skickas till kansliet.', '”du ska skicka …” eller ”Skicka …”'],
    ['Till ansökan ska ett intyg från en läkare som styrker behovet bifogas.', '”du ska bifoga …” eller ”Bifoga …”'],
    ['Avgiften för tillståndet ska betalas i förskott.', '”du ska betala …” eller ”Betala …”'],
    ['Inkomsten ska anges vid anmälan.', '”du ska ange …” eller ”Ange …”'],
    ['Rummet får inte hyras ut vidare.', '”du får inte hyra ut …”'],
    ['Överklagandet ska ske skriftligt och lämnas in till nämnden.', '”du ska lämna in …” eller ”Lämna in …”'],
    ['Ansökan lämnas till nämnden.', '”du lämnar …”'],
  ])('speaks to the reader first in %s', (text, words) => {
    const [first, second] = advised(text)
    expect(first).toBe(`Gäller det läsaren? Skriv ${words}`)
    expect(second).toMatch(/^Annars: skriv vem som /)
  })

  it.each([
    ['Uppförande av ett boende ska planeras i vår.', 'Skriv vem som ska planera'],
    ['Däck får inte förvaras här.', 'Skriv vem som inte får förvara: ”du får inte förvara …” eller någon annan'],
    ['Stolar ska tas fram och ställas tillbaka.', 'Skriv vem som ska ta fram och ställa tillbaka'],
    ['Nedsättning av din avgift kan beviljas.', 'Skriv ”du kan få …”'],
  ])('asks who acts in %s', (text, words) => {
    expect(advised(text).at(-1)).toBe(words)
  })

  it('proposes the organ that a letter has just named', () => {
    expect(advised('Rapporten tas fram av nämnden. Den ska redovisas i maj.', { profile: 'brev' })).toEqual([
      'Skriv vem som ska redovisa. Är det nämnden? Skriv ”nämnden ska redovisa …”',
    ])
  })

  it.each([
    ['Behov av särskild kost ansöks i mars.', '”du ansöker om …”'],
    ['Vid ansökan om plats fylls blankett i och skickas hit.', '”du fyller i …”'],
    ['Ni har en tid. Bidraget söks hos nämnden.', '”ni söker …”'],
    ['Bord och stolar ska torkas av.', 'ska torka av'],
    ['Vid planeringen ska hänsyn tas till grannarna.', 'ska ta hänsyn'],
    ['Röstkortet ska tas med till lokalen.', 'ska ta med'],
  ])('keeps particle and pronoun in %s', (text, words) => {
    expect(advised(text).join()).toContain(words)
  })

  it.each([
    'Händelsen ska dokumenteras och finnas kvar i skolan.',
    'Du behöver en blankett. Den kan beställas från förlaget eller hämtas i butiken.',
    '# Handlingar som behövs\n\nDu söker här.\n\n- Ritning ska bifogas.\n- Kontrollplan ska lämnas in.',
    'Du söker här. Det här ska du skicka med:\n\n- En karta ska bifogas.\n- Ritningar ska skickas in.',
    'Du kan läsa mer här.\n\nDen gode mannen ska lämna en förteckning.\n\nÄven skulder ska anges.',
  ])('leaves what is plain in %s', (text) => {
    expect(suggested(text)).toEqual([])
  })

  it('leaves what stands far from all that is said to the reader', () => {
    const others = Array.from({ length: 20 }, (_, at) => `De har ${at + 1} träd.`).join('\n\n')
    expect(suggested(`Du kan läsa mer här.\n\n${others}\n\nAnsökan kan skickas med posten.`)).toEqual([])
  })

  it.each(['press', 'rapport'])('names neither reader nor sender in %s', (profile) => {
    expect(advised('Avgiften höjs i maj.', { profile })).toEqual(['Skriv vem som höjer'])
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
