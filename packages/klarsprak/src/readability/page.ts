/** The page of `retext-lasbarhet`. */
export const page = `# Läsbarhet efter engelska formler

\`retext-lasbarhet\` · förslag · av från början

## Det här hittar regeln

Regeln kör tillägget retext-readability. Det räknar sju läsbarhetsformler på varje mening: bland annat Flesch, Gunning fog och SMOG. När tillräckligt många av dem säger att meningen är för svår för den ålder som du har valt blir meningen en träff.

## Varför

De flesta som skriver på svenska behöver inte den här regeln. Formlerna är gjorda för engelska. De räknar stavelser efter engelsk stavning och jämför med listor över vanliga engelska ord, så nästan alla svenska ord räknas som svåra. Svenska skriver dessutom ihop sammansatta ord, vilket formlerna inte känner till.

Det svenska måttet heter LIX. Du ser det med \`klarsprak metrics\`. För långa meningar finns regeln \`lang-mening\`.

Regeln finns för dig som redan använder retext-readability och vill ha samma siffror här, till exempel för de engelska delarna av en webbplats.

## Exempel

> **Kommunstyrelsens arbetsutskott beslutade att återremittera detaljplaneförslaget.**

## Skriv hellre

> Utskottet skickade tillbaka planen.

## Flaggas inte

> Vi har öppet i dag.

## Inställningar

| inställning | standard | vad den gör |
| --- | --- | --- |
| \`alder\` | 16 | Åldern på den läsare som meningen ska passa. Från 6 till 25. |
| \`minAntalFormler\` | 4 | Hur många av de sju formlerna som ska tycka att meningen är svår. Från 1 till 7. |
| \`minOrd\` | 5 | Kortare meningar än så bedöms inte. Från 1 till 50. |

\`\`\`json
{ "rules": { "retext-lasbarhet": ["suggestion", { "alder": 18 }] } }
\`\`\`

## Är rättningen säker?

Regeln har ingen rättning.

## Källa

- [retext-readability](https://github.com/retextjs/retext-readability)

## Så säker är regeln

Osäker på svenska. Formlerna är inte prövade på svensk text, och regeln är därför av tills du slår på den.
`
