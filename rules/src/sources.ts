import type { Source } from '@klarsprak/engine'

const msr = 'https://www.isof.se/download/18.17dda5f1791cdbd2873a99/1620030264840/Mynd-skrivreg2014-1.pdf'
const help = 'https://www.isof.se/stod-och-sprakrad/spraktjanster/klarsprakshjalpen/skriv-klarsprak'

/** Språkrådet, *Myndigheternas skrivregler*, 8th edition, 2014. */
export const skrivregler = (section: string): Source => ({
  work: 'Språkrådet: Myndigheternas skrivregler (2014)',
  section,
  url: msr,
})

/** Isof, *Klarspråkshjälpen*. */
export const klarsprakshjalpen = (section: string): Source => ({ work: 'Isof: Klarspråkshjälpen', section, url: help })

/** Isof, *Frågelådan*, by the number of the answer. */
export const fragelada = (number: number): Source => ({
  work: 'Isof: Frågelådan i svenska',
  section: `svar ${number}`,
  url: `https://frageladan.isof.se/faqs/${number}`,
})

/** The checklist in Hällefors kommun's information and communication policy. */
export const hallefors = (point: number): Source => ({
  work: 'Hällefors kommun: Informations- och kommunikationspolicy',
  section: `klarspråkslistan, punkt ${point}`,
})

/** Statsrådsberedningen, *Svarta listan*, PM 2011:1. */
export const svartaListan: Source = {
  work: 'Statsrådsberedningen: Svarta listan, ord och fraser som kan ersättas i författningsspråk (PM 2011:1)',
}
