import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.ts'

describe('an abbreviation that begins a compound', () => {
  it.each([
    'Kontakta SÄBO-enheten om du har frågor.',
    'Enligt SÄBO-enhetens rutiner får du svar i maj.',
    'Frågan hanteras av SÄBO-enheten i maj.',
  ])('is found whatever else is said of its words: %s', (text) => {
    const found = lintWith(rules, text, { format: 'markdown' }).findings
    expect(found.filter(({ ruleId }) => ruleId === 'oforklarad-forkortning').map((finding) => finding.text)).toEqual([
      'SÄBO',
    ])
  })
})

describe('what to write', () => {
  it.each([
    ['HR-avdelningen svarar på din fråga.', '”personalavdelningen (HR-avdelningen)”'],
    ['Vår HR-enhet svarar på din fråga.', '”enhet för personalfrågor (HR)”'],
    ['Kontakta VA-enheten i kommunen.', '”enheten för vatten och avlopp (VA)”'],
    ['Alla VA-abonnenter i kommunen får ett brev.', 'Bygg om ”VA-abonnenter” första gången'],
    ['Kommunen har LSS-boenden i hela länet.', '”boenden enligt lagen om stöd'],
    ['Kontakta kommunens LSS-handläggare.', 'Bygg om ”LSS-handläggare” första gången'],
    ['Du hittar kommunens beslut i KS diarium.', '”kommunstyrelsens (KS)”'],
    ['Material från SCB:s undersökning visar det.', 'Skriv ”Statistiska centralbyråns (SCB:s)”'],
    ['Från maj tar kommunen med BRV i spetsen över soporna.', '”bolaget BRV”'],
    ['Från maj ändras priserna hos BRV i kommunen.', 'Skriv ut vad ”BRV” står för'],
    [
      'Kommunen bemannar särskilda boenden, LSS grupp- och korttidsboenden.',
      '”grupp- och korttidsboenden enligt lagen om',
    ],
    ['Det visar IVO:s granskning.', 'Bygg om ”IVO:s” första gången'],
    ['Du får hjälp av kommunen. KS beslutar om bidraget.', 'Skriv ”Kommunstyrelsen (KS)”'],
  ])('fits the place in %s', (text, advice) => {
    const found = lintWith(rules, text, { format: 'markdown' }).findings
    const finding = found.find(({ ruleId }) => ruleId === 'oforklarad-forkortning')
    expect(finding!.suggestions[0]!.title).toContain(advice)
  })
})

describe('what its readers know', () => {
  it.each([
    'Du behöver betyg från sfi, kurs D.',
    'Kommunens strand- och bryggrådgivning är ny. Vi vill göra SBR mer känd.',
    'Koden börjar med bokstäverna QX och har fyra siffror.',
    'Policy för Simförbundet enligt FS beslut den 3 maj.',
    'Skolan höll ett OECD-seminarium.',
    'Boka tid i vårt bokningssystem Tidbok GO senast i maj.',
    'I går kunde BHP berätta att hamnen stängs.',
    'BHP granskar hamnar. Du kan skriva till oss på info@bhp.se.',
    '# Frågor och svar om SFI\n\nDu kan läsa svenska hos oss.',
    'Byrån har på uppdrag av revisorerna granskat nämndens arbete med LSS.',
  ])('%s', (text) => {
    const found = lintWith(rules, text, { format: 'markdown' }).findings
    expect(found.filter(({ ruleId }) => ruleId === 'oforklarad-forkortning')).toEqual([])
  })
})

describe('what needs no explanation', () => {
  it.each([
    ['a name with a hyphen between capitals', 'Du behöver ett XQ-UND (ett undantag från kravet) från kommunen.'],
    ['the sender’s own short name', 'Vi svarar så fort vi kan. Tar det längre tid kommer XQI att ta ut en avgift.'],
  ])('%s', (_, text) => {
    const found = lintWith(rules, text, { format: 'markdown' }).findings
    expect(found.filter(({ ruleId }) => ruleId === 'oforklarad-forkortning')).toEqual([])
  })
})

it('says what an authority is called today', () => {
  const [finding] = lintWith(rules, '# Priset\n\nDu kan läsa mer om priset hos SKL och kommunen.', {
    format: 'markdown',
  }).findings
  expect(finding!.suggestions.at(-1)!.title).toMatch(/heter Sveriges Kommuner och Regioner \(SKR\) sedan 2019$/)
})

it('keeps the parts of a pair together', () => {
  const [finding] = lintWith(rules, '# Vikarie\n\nDu kan arbeta på LSS grupp- och serviceboenden i kommunen.', {
    format: 'markdown',
  }).findings
  expect(finding!.suggestions[0]!.title).toMatch(/”grupp- och serviceboenden enligt lagen om .* \(LSS\)”$/)
})

it('leaves to a board the words of its own trade', () => {
  const found = (heading: string) =>
    lintWith(rules, `# Verksamhetsplan\n\n## ${heading}\n\nTekniska nämnden ansvarar för VA-frågor i kommunen.`, {
      format: 'markdown',
    }).findings.filter(({ ruleId }) => ruleId === 'oforklarad-forkortning')
  expect(found('Förslag till beslut')).toEqual([])
  expect(found('Vad nämnden gör')).toHaveLength(1)
})
