const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/** First parts of compounds. */
export const firstParts = list(`
  kommun skol miljö bygg vatten avfalls trafik kultur fritids barn äldre social närings bostads energi klimat arbets
  ungdoms familje hälso brand räddnings park gatu cykel buss väg bro hamn skogs jordbruks naturvårds turist landsbygds
  centrum stads by hem vård omsorgs personal ekonomi budget skatte upphandlings avtals ärende arkiv data webb telefon
  informations språk demokrati valnämnds revisions fastighets lokal hyres mark exploaterings detaljplane bullerskydds
  dagvatten avlopps fjärrvärme el belysnings snöröjnings parkerings lek idrotts sim is bibliotek musei musik teater
  förenings bidrags stöd anhörig hemtjänst boende rehabiliterings skolskjuts måltids elev student lärar rektors
  förskole gymnasie vuxenutbildnings praktik jämställdhets integrations mångfalds tillgänglighets säkerhets
  krisberedskaps försörjnings livsmedels djur alkohol tobaks tillstånds tillsyns kontroll`)

/** Last parts of compounds: indefinite and definite, singular and plural. */
export const nouns: readonly (readonly [string, string, string, string])[] = [
  ['plan', 'planen', 'planer', 'planerna'],
  ['nämnd', 'nämnden', 'nämnder', 'nämnderna'],
  ['fråga', 'frågan', 'frågor', 'frågorna'],
  ['ansökan', 'ansökan', 'ansökningar', 'ansökningarna'],
  ['beslut', 'beslutet', 'beslut', 'besluten'],
  ['avgift', 'avgiften', 'avgifter', 'avgifterna'],
  ['projekt', 'projektet', 'projekt', 'projekten'],
  ['utredning', 'utredningen', 'utredningar', 'utredningarna'],
  ['rapport', 'rapporten', 'rapporter', 'rapporterna'],
  ['grupp', 'gruppen', 'grupper', 'grupperna'],
  ['område', 'området', 'områden', 'områdena'],
  ['center', 'centret', 'center', 'centren'],
  ['tjänst', 'tjänsten', 'tjänster', 'tjänsterna'],
  ['verksamhet', 'verksamheten', 'verksamheter', 'verksamheterna'],
  ['regel', 'regeln', 'regler', 'reglerna'],
  ['mål', 'målet', 'mål', 'målen'],
  ['åtgärd', 'åtgärden', 'åtgärder', 'åtgärderna'],
  ['möte', 'mötet', 'möten', 'mötena'],
  ['chef', 'chefen', 'chefer', 'cheferna'],
  ['handläggare', 'handläggaren', 'handläggare', 'handläggarna'],
  ['anläggning', 'anläggningen', 'anläggningar', 'anläggningarna'],
  ['byggnad', 'byggnaden', 'byggnader', 'byggnaderna'],
  ['kostnad', 'kostnaden', 'kostnader', 'kostnaderna'],
  ['fond', 'fonden', 'fonder', 'fonderna'],
  ['policy', 'policyn', 'policyer', 'policyerna'],
  ['program', 'programmet', 'program', 'programmen'],
  ['strategi', 'strategin', 'strategier', 'strategierna'],
  ['enhet', 'enheten', 'enheter', 'enheterna'],
  ['lag', 'lagen', 'lagar', 'lagarna'],
  ['prov', 'provet', 'prov', 'proven'],
  ['undersökning', 'undersökningen', 'undersökningar', 'undersökningarna'],
  ['avdelning', 'avdelningen', 'avdelningar', 'avdelningarna'],
  ['dag', 'dagen', 'dagar', 'dagarna'],
  ['bidrag', 'bidraget', 'bidrag', 'bidragen'],
  ['arbete', 'arbetet', 'arbeten', 'arbetena'],
  ['samråd', 'samrådet', 'samråd', 'samråden'],
  ['yta', 'ytan', 'ytor', 'ytorna'],
  ['skada', 'skadan', 'skador', 'skadorna'],
  ['insats', 'insatsen', 'insatser', 'insatserna'],
  ['kurs', 'kursen', 'kurser', 'kurserna'],
  ['lokal', 'lokalen', 'lokaler', 'lokalerna'],
  ['villkor', 'villkoret', 'villkor', 'villkoren'],
  ['rutin', 'rutinen', 'rutiner', 'rutinerna'],
  ['uppgift', 'uppgiften', 'uppgifter', 'uppgifterna'],
  ['register', 'registret', 'register', 'registren'],
  ['station', 'stationen', 'stationer', 'stationerna'],
  ['skola', 'skolan', 'skolor', 'skolorna'],
  ['gård', 'gården', 'gårdar', 'gårdarna'],
  ['bad', 'badet', 'bad', 'baden'],
  ['plats', 'platsen', 'platser', 'platserna'],
]

/** Verbs with an object: infinitive, present, preterite, supine. */
export const verbs: readonly (readonly [string, string, string, string])[] = [
  ['behandla', 'behandlar', 'behandlade', 'behandlat'],
  ['granska', 'granskar', 'granskade', 'granskat'],
  ['godkänna', 'godkänner', 'godkände', 'godkänt'],
  ['bygga', 'bygger', 'byggde', 'byggt'],
  ['flytta', 'flyttar', 'flyttade', 'flyttat'],
  ['stänga', 'stänger', 'stängde', 'stängt'],
  ['öppna', 'öppnar', 'öppnade', 'öppnat'],
  ['renovera', 'renoverar', 'renoverade', 'renoverat'],
  ['utreda', 'utreder', 'utredde', 'utrett'],
  ['planera', 'planerar', 'planerade', 'planerat'],
  ['betala', 'betalar', 'betalade', 'betalat'],
  ['skicka', 'skickar', 'skickade', 'skickat'],
  ['hämta', 'hämtar', 'hämtade', 'hämtat'],
  ['ändra', 'ändrar', 'ändrade', 'ändrat'],
  ['höja', 'höjer', 'höjde', 'höjt'],
  ['sänka', 'sänker', 'sänkte', 'sänkt'],
  ['kontrollera', 'kontrollerar', 'kontrollerade', 'kontrollerat'],
  ['erbjuda', 'erbjuder', 'erbjöd', 'erbjudit'],
  ['föreslå', 'föreslår', 'föreslog', 'föreslagit'],
  ['avslå', 'avslår', 'avslog', 'avslagit'],
  ['pröva', 'prövar', 'prövade', 'prövat'],
  ['samordna', 'samordnar', 'samordnade', 'samordnat'],
  ['finansiera', 'finansierar', 'finansierade', 'finansierat'],
  ['redovisa', 'redovisar', 'redovisade', 'redovisat'],
  ['förbättra', 'förbättrar', 'förbättrade', 'förbättrat'],
  ['använda', 'använder', 'använde', 'använt'],
  ['besöka', 'besöker', 'besökte', 'besökt'],
  ['mäta', 'mäter', 'mätte', 'mätt'],
  ['sköta', 'sköter', 'skötte', 'skött'],
  ['beställa', 'beställer', 'beställde', 'beställt'],
]

/** Adjectives: common gender, neuter, definite and plural. */
export const adjectives: readonly (readonly [string, string, string])[] = [
  ['ny', 'nytt', 'nya'],
  ['stor', 'stort', 'stora'],
  ['gammal', 'gammalt', 'gamla'],
  ['gemensam', 'gemensamt', 'gemensamma'],
  ['befintlig', 'befintligt', 'befintliga'],
  ['tillfällig', 'tillfälligt', 'tillfälliga'],
  ['ekonomisk', 'ekonomiskt', 'ekonomiska'],
  ['teknisk', 'tekniskt', 'tekniska'],
  ['särskild', 'särskilt', 'särskilda'],
  ['skriftlig', 'skriftligt', 'skriftliga'],
  ['enkel', 'enkelt', 'enkla'],
  ['lokal', 'lokalt', 'lokala'],
  ['öppen', 'öppet', 'öppna'],
  ['säker', 'säkert', 'säkra'],
  ['långsiktig', 'långsiktigt', 'långsiktiga'],
  ['hållbar', 'hållbart', 'hållbara'],
  ['tydlig', 'tydligt', 'tydliga'],
  ['billig', 'billigt', 'billiga'],
  ['dyr', 'dyrt', 'dyra'],
  ['kommunal', 'kommunalt', 'kommunala'],
]

export const givenNames = list(`
  Anna Erik Maria Lars Karin Johan Eva Per Fatima Nils Ingrid Ahmed Sara Olof Birgitta Gustav Lena Mehmet Hanna Sven
  Marta Axel Kerstin Jonas Amina Bengt Elin Tomas Ulla Viktor Ylva Åke Östen Petra Leif Nadja Rolf Stina Göran Tove`)

export const nameBeginnings = list(`
  Björk Gran Ek Lind Alm Asp Sund Berg Sjö Ström Dal Fors Häll Kvarn Nor Väst Öst Söder Sten Ås Hög Grön Svart Vit Ny
  Kungs Prost Skogs Ek Mör Tall Hassel Lövs Vik Näs Holm Sand Mo Ålder Tors`)
export const placeEndings = list(
  'vik sta by näs torp hult bo lunda köping berga dal fors holm mark rud sund vad hamn åsa ryd',
)
export const surnameEndings = list('ström berg qvist gren man son lund stedt blad ell én hall mark feldt dahl vall')

export const adverbials = list(`
  i-år under-våren i-maj nästa-höst inom-kort sedan-i-fjol efter-semestern under-tiden i-samband-med-flytten
  av-ekonomiska-skäl utan-dröjsmål i-god-tid varje-vecka en-gång-om-året före-jul i-början-av-mars på-sikt
  enligt-tidplanen i-första-hand i-nuläget bland-annat för-närvarande i-enlighet-med-avtalet så-snart-som-möjligt`).map(
  (words) => words.replaceAll('-', ' '),
)

export const months = list('januari februari mars april maj juni juli augusti september oktober november december')
export const abbreviations = list('MKB SFI LSS PBL SKR VA BBR KS BUN ÖP')
