/** The texts that the tests write in. */
export const texts: Readonly<Record<string, string>> = {
  'press.md': `# Information om badhuset Vågen

Beslut har fattats av fritidsnämnden om att badhuset Vågen ska renoveras under 2027. Genomförandet av renoveringen sker i två etapper och föranleder ett behov av tillfälliga lokaler, vilka kommer att tillhandahållas av kommunen.

👩‍👧 Å, det är många som frågar! Priset höjs med 8% för vuxna. Barn badar som förut.

## Det händer nu

Den som har ett årskort erhåller ersättning. Ansökan skall göras senast den 15 maj. Under tiden kan du bada i Sjöhallen. Bussen dit går var tionde minut. Du behöver inte boka, men ta med badmössa.

## Frågor och svar

Renoveringen genomförs i enlighet med den underhållsplan som fritidsnämnden, efter samråd med kommunstyrelsens tekniska utskott och berörda föreningar, har fastställt för perioden fram till och med år 2030, vilket innebär att bassängen, bastun och omklädningsrummen ska åtgärdas.

Vi svarar på frågor varje vardag. Det går också bra att skriva till oss. Erforderliga handlingar ska inges till förvaltningen före utgången av april månad.

Kontakt: Eva Lind, badmästare, 0591-641 00, eva.lind@exempel.se
`,
  'fixar.md': `# Nya priser på badet

🏊‍♀️ Åh, priset höjs med 8% för vuxna.

Årskortet blir 7% och 9% dyrare.
`,
  'termer.md': `# Nytt badhus

Tomten saknar detaljplan i dag.
`,
  'sida.html': `<!DOCTYPE html>
<html lang="sv">
<head>
<title>Badet</title>
</head>
<body><h1>Badet öppnar</h1><p>Priset h&ouml;js med 5% nu.</p></body>
</html>
`,
  'stor.md': largeText(20_000),
}

/** A text of at least so many words, no two paragraphs alike. */
function largeText(words: number): string {
  const parts = ['# Berättelse om året']
  for (let index = 0; parts.length * 42 < words; index++)
    parts.push(
      `Nämnden har under vecka ${index + 1} fattat beslut om att bad nummer ${index + 1} ska renoveras, vilket föranleder ett behov av tillfälliga lokaler. Priset höjs med ${(index % 8) + 2} procent för vuxna. Barn badar som förut, och den som har ett årskort erhåller ersättning.`,
    )
  return `${parts.join('\n\n')}\n`
}
