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

/** Malmö stad, the environment department's writing guide. */
export const malmo = (section: string): Source => ({
  work: 'Malmö stad, miljöförvaltningen: Skrivguiden',
  section,
})

/** Östersunds kommun, *Profilmanual*, on klarspråk. */
export const ostersund: Source = { work: 'Östersunds kommun: Profilmanual', section: '12 Klarspråk' }

/** Nacka kommun, checklist for klarspråk. */
export const nacka: Source = { work: 'Nacka kommun: Checklista för klarspråk' }

/** Göteborgs universitet, *Grammatiska uppslag*. */
export const grammatiskaUppslag = (section: string): Source => ({
  work: 'Göteborgs universitet: Grammatiska uppslag',
  section,
  url: `https://grammatiskauppslag.gu.se/${section.toLowerCase()}.html`,
})

/** W3C, *Web Content Accessibility Guidelines* 2.1, by success criterion and its anchor. */
export const wcag = (section: string, anchor: string): Source => ({
  work: 'WCAG 2.1',
  section,
  url: `https://www.w3.org/TR/WCAG21/#${anchor}`,
})

/** The handbook for the web of the Royal College of Music, Stockholm. */
export const kmh: Source = {
  work: 'Kungl. Musikhögskolan: Webbhandbok',
  section: 'sidor och artiklar',
  url: 'https://www.kmh.se/backstage/anstalld/for-ditt-arbete/kommunikation-och-samverkan/webbhandbok/webbhandbok-kapitel/1.-sidor-och-artiklar.html',
}

/** Högskolan i Borås on accessible web pages. */
export const boras: Source = {
  work: 'Högskolan i Borås: Kom-ihåg-lista för webbpublicering',
  url: 'https://www.hb.se/kom-ihag-lista-for-webbpublicering',
}

/** Helsingborgs stad, language help for those who write for the city. */
export const helsingborg = (section: string): Source => ({
  work: 'Helsingborgs stad: Lathund för klarspråk',
  section,
})

/** Westander's advice on press releases. */
export const westander: Source = { work: 'Westander: Tips om pressmeddelanden', url: 'https://www.westander.se' }

/** Skellefteå kommun on punctuation. */
export const skellefteaSkiljetecken: Source = {
  work: 'Skellefteå kommun: Skiljetecken',
  url: 'https://skelleftea.se/skiljetecken',
}

/** SKR's handbook for the web, on paragraphs. */
export const skrBrodtext: Source = {
  work: 'SKR: Webbhandboken',
  section: 'brödtext och stycken',
  url: 'https://skr.se/webbhandboken/skrivaforwebben/brodtexttextstycken.67959.html',
}

/** The guidelines for the web of the Swedish public sector (Digg), by number. */
export const webbriktlinjer = (number: number): Source => ({
  work: 'Digg: Vägledning för webbutveckling',
  section: `riktlinje ${number}`,
  url: `https://webbriktlinjer.se/${number}`,
})

/** Stockholms stad, writing rules for those who edit its web pages. */
export const stockholm: Source = { work: 'Stockholms stad: Skrivregler för webbredaktörer' }

/** Språkbanken Text's tool Sparv, on a readability measure: `lix`, `ovix`, `nk`. */
export const sparv = (measure: 'lix' | 'ovix' | 'nk'): Source => ({
  work: 'Språkbanken Text: Sparv',
  section: measure,
  url: `https://spraakbanken.gu.se/en/analyses/sbx-swe-readability-sparv-${measure}`,
})

/** The administrative procedure act. */
export const forvaltningslagen = (section: string): Source => ({
  work: 'Förvaltningslagen (2017:900)',
  section,
  url: 'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/forvaltningslag-2017900_sfs-2017-900/',
})

/** SKR's handbook for the web, on leads. */
export const skrIngress: Source = {
  work: 'SKR: Webbhandboken',
  section: 'ingresser',
  url: 'https://skr.se/webbhandboken/riktlinjer/rubrikingressbrodtext/ingresser.43798.html',
}
