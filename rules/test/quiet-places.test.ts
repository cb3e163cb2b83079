import type { Profile } from '@klarsprak/engine'
import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.ts'

// What several rules know alike of the text or the place, told by pairs: the rule is silent in the first, and
// speaks in the second, where the sign is missing.

function found(id: string, text: string, profile: Profile = 'webb'): number {
  const only = rules.filter(({ meta }) => meta.id === id)
  expect(only).toHaveLength(1)
  return lintWith(only, text, { format: 'markdown', profile }).findings.length
}

const heavy =
  'Kommunikationsavdelningens verksamhetsutvecklare ansvarar för informationssamordningen mellan förvaltningarnas specialistfunktioner och medborgarservice. '
const advert = (first: string, second: string) =>
  `# Utredare i Åsbro\n\n${heavy.repeat(12)}\n\n## ${first}\n\n${second} Du skriver underlag. ${heavy.repeat(9)}`

describe('an advertisement for a job', () => {
  it('is known by its headings and what it says of the work', () => {
    expect(found('ingress-saknas', advert('Vad ingår i rollen?', 'I rollen leder du mötena.'))).toBe(0)
    expect(found('ingress-saknas', advert('Det här gör avdelningen', 'I arbetet leder du mötena.'))).toBe(1)
  })
})

describe('places where a rule has nothing to say', () => {
  it.each([
    [
      'opersonligt-tilltal',
      'Du möter kunden i receptionen.\n\nKunden ska betala avgiften.',
      'Ring oss.\n\nKunden ska betala avgiften.',
    ],
    ['vag-tid', 'Du hjälper oss genom att svara så snart som möjligt.', 'Vi svarar så snart som möjligt.'],
    ['byrakratord', 'Vi ritar om befintliga skolan Åsen.', 'Vi ritar om den befintliga skolan.'],
    ['byrakratord', 'Du bor där hela året (stadigvarande).', 'Du bor där stadigvarande.'],
    ['sarskrivning', 'Du kan få hjälp dygnet runt.', 'Beslutet fattas av kommun styrelsen.'],
    ['sammansatt-partikelverb', 'I maj var antalet inskriva högre.', 'Skolan ska inskriva eleverna.'],
    ['dubbelord', 'Vi lovar att svara.', 'Vi lovar att att svara.'],
    ['talsprak', 'Ni visar det genom avtal eller med dom i maj.', 'Ni visar det för oss eller med dom i maj.'],
    [
      'bli-passiv',
      'Du som har sökt i tid men inte har blivit kallad får ett brev.',
      'Du har blivit kallad till ett möte.',
    ],
    [
      'oforklarad-forkortning',
      'Södra Dalviksregionen växer. I maj köper SDR ett hus.',
      'Södra delen av länet växer. I maj köper SDR ett hus.',
    ],
    [
      'myndighetsord',
      'En påföljd är ett straff. Du kan läsa mer här. Påföljden bestäms i maj.',
      'Du kan läsa mer här. Påföljden bestäms i maj.',
    ],
    [
      'intetsagande-rubrik',
      '# Parkeringstillstånd\n\n## Handläggning\n\nVi svarar dig i maj.',
      '# Handläggning\n\nVi svarar dig i maj.',
    ],
  ])('%s: %s', (id, quiet, marked) => {
    expect(found(id, quiet)).toBe(0)
    expect(found(id, marked)).toBe(1)
  })
})
