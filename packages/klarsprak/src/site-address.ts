/** Where the project's own site stands: the pages of the rules, the checklist and the guides. Ends with a slash. */
export const siteAddress = 'https://klarsprak.github.io/klarsprak/'

/** The address of a rule's page on the project's site. */
export function rulePage(id: string): string {
  return `${siteAddress}regler/${id}.html`
}
