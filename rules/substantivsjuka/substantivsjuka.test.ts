import { lintWith } from '@klarsprak/engine/testing'
import { describe, expect, it } from 'vitest'
import { rule } from './index.ts'

function rewritten(text: string): string | undefined {
  const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
  const edits = finding?.suggestions.find(({ edits }) => edits.length > 0)?.edits
  return edits?.reduceRight((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text)
}

describe('verbs instead of nouns', () => {
  it.each([
    ['Vi genomför en kontroll av köket.', 'Vi kontrollerar köket.'],
    ['Vi har gjort en sammanställning av svaren.', 'Vi har sammanställt svaren.'],
    ['Nämnden ska göra en översyn av taxan.', 'Nämnden ska se över taxan.'],
    ['Kommunen gör inte någon bedömning av priset.', 'Kommunen bedömer inte priset.'],
    ['I höst genomför vi en uppföljning av planen.', 'I höst följer vi upp planen.'],
    ['Vi lämnar information om bygget på webben.', 'Vi informerar om bygget på webben.'],
    ['Vi ger dig information om bygget.', 'Vi informerar dig om bygget.'],
    ['Vi har en förhoppning om att bron håller.', 'Vi hoppas att bron håller.'],
    ['Lämna rapporter om läget.', 'Rapportera om läget.'],
    ['Vi vidtar åtgärder mot mögel.', 'Vi åtgärdar mögel.'],
    ['De gjorde en ansökan om bygglov.', 'De ansökte om bygglov.'],
    ['Kommunen gör bedömningen att bron håller.', 'Kommunen bedömer att bron håller.'],
    ['Kommunen bedriver samverkan med regionen.', 'Kommunen samverkar med regionen.'],
    ['Gör en utvärdering av mötet.', 'Utvärdera mötet.'],
    ['Vi gör en noggrann bedömning av läget.', 'Vi bedömer läget noggrant.'],
    ['Nämnden avgav yttrande över planen.', 'Nämnden yttrade sig om planen.'],
    ['Vi gör en kontroll av vattnet och en mätning av luften.', undefined],
    ['Du kan till kommunen lämna förslag om avgiften.', undefined],
    ['Anmälan ska göras före den 1 maj.', undefined],
    ['Byte av mätare sker i maj.', undefined],
    ['Vi gör en bedömning.', undefined],
  ])('%s → %s', (noun, verb) => {
    expect(rewritten(noun)).toBe(verb)
  })

  it.each([
    'Den undersökning som gjordes i maj visar det.',
    'De gjorde sina bedömningar var för sig.',
    'Kommunen beställer en utredning.',
    'Vi fattar beslut i maj.',
    'Alla förändringar ska göras skriftligt på en blankett.',
    'Vi gör en beräkning som visar vad det kostar.',
    'Bytet sker inte under sommaren.',
    'I lagrådsremissen lämnas förslag om nya regler.',
    'Invånare kan lämna förslag till fullmäktige.',
    'Om du inte gör någon anmälan får du ingen plats.',
    'Du behöver göra en ny ansökan även om du gjort en tidigare.',
    'Styrelsen ska redovisa alla medborgarförslag. Redovisningen görs på mötet i april.',
    'Nämnden utövar tillsyn enligt skollagen.',
    'Vi utövar tillsyn. Det innebär att vi besöker badet.',
    'Du kan lämna information om du vill bli uppringd.',
    'Rektorn är behörig att göra beställningar.',
    'Vi gör brandskyddskontroller. Hur ofta kontrollen ska göras står här.',
    'Denna planering sker på sjukhuset.',
    'Ring kommunen där försäljningen ska ske.',
    'Om du gör ändringar av anläggningen som påverkar grannen ska du höra av dig.',
    'I höst görs en ny kartläggning.',
    'När du har gjort en anmälan ringer vi dem det gäller.',
    'Det finns flera skäl till att vi gör en utredning.',
    'Är vattnet klart gör vi ingen mätning.',
    'I bokslutet har en ny bedömning gjorts som visar ett överskott.',
    'Husets ägare är ansvarig för att kontrollen görs.',
    'Rektorn vidtar åtgärder mot mobbning.',
    'Vi ger rekommendationer om träning.',
    'Vi lämnar garanti på arbetet.',
    'En ändring måste ske.',
    'Invigningen äger rum i maj.',
    'Nämnden utövar tillsyn över gym. Du betalar en avgift för tillsynen.',
    '# Tillsyn av gym\n\nNämnden utövar tillsyn över gym.',
    'Vi räknar ut avgiften. Beräkningen görs för att den ska bli rätt.',
    'Nämnderna får till styrelsen lämna förslag på nya parker.',
    'Personalen gör inköp åt dig.',
    'Lämna information om din adress.',
    'Kommunen genomför inte någon mätning.',
    'Alla kan skriva till fullmäktige och lämna förslag på åtgärder.\n\n- Förslagen ska vara korta.',
  ])('leaves %s', (text) => {
    expect(lintWith([rule], text, { format: 'markdown' }).findings).toEqual([])
  })

  it.each([
    ['När du gjort en anmälan till kursen får du svar.', '”anmält dig”'],
    ['När bygget är klart gör du en anmälan.', '”anmäler det”'],
    ['En anmälan görs via en e-tjänst.', '”du anmäler …”, och skriv vem eller vad det gäller'],
    ['Innan du bygger måste du göra en anmälan till kommunen.', '”anmäla det”'],
    ['Innan du anordnar ett avlopp måste du göra en anmälan.', 'stället: ”anmäla det”'],
    ['Efter att du gjort en anmälan till sfi får du en tid.', 'stället: ”anmält dig”'],
    ['Efter kursen görs en ny anmälan digitalt.', '”anmäler du dig på nytt”'],
    ['Du kan behöva göra en anmälan för installation av en vattenpump.', '”anmäla installation …”'],
    ['Är barnet allergiskt görs ansökan om kost här.', '”ansöker du om …”'],
    ['Ansökan om stöd görs hos oss. Har ni frågor kan ni ringa.', '”ni ansöker om …”'],
    ['Ansökan om tillstånd och registrering enligt lagen görs hos oss.', '”du ansöker om …”'],
    ['Vi gör en utredning om du har rätt till stöd.', '”utreder om …”'],
    ['En bedömning sker varje gång. Polisen bedömer ansökan. Vi hör av oss.', 'säg vem som gör det'],
    ['Nämnden utövar tillsyn över lekplatserna.', '”har tillsyn över”'],
    ['Det görs en bedömning varje år. Vi hör av oss.', '”vi bedömer”'],
    ['Så här gör du om du vill göra en uppsägning.', '”säga upp …”'],
    ['Kommunen gör då en ny prövning.', '”prövar … på nytt”'],
    ['Tömning kan även ske på andra tider.', '”vi kan tömma”'],
    ['Du kan göra en anmälan till Jämställdhetsombudet.', '”anmäla …”, och skriv vem'],
    ['Luktar det illa kan du göra en anmälan till oss.', '”anmäla …”, och skriv vem'],
    ['Anmälan till förskoleklass görs i januari.', '”du anmäler …”, och skriv vem'],
    ['Vi gör ett uttalande i tidningen.', '”uttalar oss”'],
    ['Registrering görs i receptionen. Vi hör av oss.', 'säg vem som gör det'],
    ['Vi ger information om kost till alla elever.', 'stället: ”informerar”'],
    ['Parterna nådde enighet om lönen.', '”enades”'],
    ['Återbetalning av avgiften sker inte.', 'ett verb och ”inte”'],
    ['Redovisning av bidraget ska ske i mars. Vi hör av oss.', 'eller ”du ska redovisa”'],
    ['Vi gör sedan en utredning om den personen passar.', '”utreder om …”'],
    ['Avläsning sker av mätaren varje år. Vi hör av oss.', '”du läser av”'],
    ['Du måste ha gjort anmälan till kommunen att platsen är ledig.', '”anmält till … att …”'],
    ['Slutar ägaren med sin handel ska anmälan göras skriftligen.', 'säg vem som gör det'],
    ['Överklagandet ska göras inom tre veckor.', '”du ska överklaga”'],
  ])('advises on %s', (text, advice) => {
    const [finding] = lintWith([rule], text, { format: 'markdown' }).findings
    expect(finding!.suggestions.at(-1)!.title).toContain(advice)
  })

  it('takes weak phrases on request', () => {
    const options = { options: { substantivsjuka: { striktOmSvaga: true } } }
    expect(lintWith([rule], 'Vi fattar beslut om taxan.', options).findings).toHaveLength(1)
  })
})
