/** How the pages find each other. All of them, and their assets, stand in one folder. */
export interface SiteOptions {
  /** What the name of a rule's page ends with: `.html` for files, nothing where a server knows. Default: `.html`. */
  suffix?: string
  /** Where texts are linted; no link where left out. */
  home?: string
  /** The policy of the pages, as a `meta` element: for servers that set no headers. Default: none. */
  policy?: string
}

/** The address of a rule's page, seen from the other pages. */
export function pageHref(id: string, { suffix = '.html' }: SiteOptions): string {
  return `${id}${suffix}`
}
