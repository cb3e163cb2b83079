/** What `GET /v2/languages` answers. LibreOffice offers the checker for the long codes. */
export const languages = [
  { name: 'Swedish', code: 'sv', longCode: 'sv' },
  { name: 'Swedish (Sweden)', code: 'sv', longCode: 'sv-SE' },
  { name: 'Swedish (Finland)', code: 'sv', longCode: 'sv-FI' },
]
