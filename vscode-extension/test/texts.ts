/** The texts that the tests write in. */
export const texts: Readonly<Record<string, string>> = {
  'press.md': `# Information om badhuset Vågen

Beslut har fattats av fritidsnämnden om att badhuset Vågen ska renoveras under 2027. Genomförandet av renoveringen sker i två etapper och föranleder ett behov av tillfälliga lokaler, vilka kommer att tillhandahållas av kommunen.

👩‍👧 Å, det är många som frågar! Priset höjs med 8% för vuxna. Barn badar som förut.

## Det händer nu

Den som har ett årskort erhåller ersättning. Ansökan skall göras senast den 15 maj.

Kontakt: Eva Lind, badmästare, 0591-641 00, eva.lind@exempel.se
`,
}
