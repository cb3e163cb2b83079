import type { Source } from '@klarsprak/engine'

/** EU's publications office, *Interinstitutional style guide*, the Swedish part. */
export const euStyle = (section: string): Source => ({
  work: 'EU: Publikationshandboken',
  section,
  url: 'https://publications.europa.eu/code/sv/',
})

/** Web guidelines for the public sector, number 66: dates, times and numbers. */
export const webGuideline66: Source = {
  work: 'Webbriktlinjer för offentlig sektor',
  section: 'riktlinje 66',
  url: 'https://webbriktlinjer.se/?guideline=66',
}

/** Skellefteå kommun's language handbook. */
export const skelleftea: Source = {
  work: 'Skellefteå kommun: Språkhandboken',
  section: 'Skiljetecken',
  url: 'https://skelleftea.se/skiljetecken',
}

/** Språkkonsulterna's newsletters. */
export const sprakkonsulterna = (section: string): Source => ({ work: 'Språkkonsulterna: Språkbrev', section })

/** What no source says and we judge ourselves. */
export const ownJudgement: Source = { work: 'Egen bedömning' }
