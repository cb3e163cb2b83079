/** How the pages find each other. The pages of the rules stand in one folder. */
export interface SiteOptions {
  /** What the name of a rule's page ends with: `.html` for files, nothing where a server knows. Default: `.html`. */
  suffix?: string
  /** Where texts are linted; no link where left out. */
  home?: string
  /** The policy of the pages, as a `meta` element: for servers that set no headers. Default: none. */
  policy?: string
  /**
   * The address of the front page's folder seen from the page, empty or with a slash at its end. Set where the pages are
   * part of the whole site: style and scripts stand there then, else beside the page.
   */
  root?: string
}

/** The address of a rule's page, seen from the other rules. */
export function pageHref(id: string, { suffix = '.html' }: SiteOptions): string {
  return `${id}${suffix}`
}

/** The address of the list of rules, seen from the rules. */
export function listHref({ suffix = '.html' }: SiteOptions): string {
  return suffix === '' ? './' : 'index.html'
}

/** Where the pages of the whole site stand, seen from its front page. Names of files, so that a folder is enough. */
export const places = {
  front: 'index.html',
  rules: 'regler/index.html',
  rule: (id: string) => `regler/${id}.html`,
  checklist: 'checklista/index.html',
  point: (point: number) => `checklista/punkt-${point}.html`,
  group: (group: string) => `omraden/${group}.html`,
  profiles: 'texttyper/index.html',
  profile: (profile: string) => `texttyper/${profile}.html`,
  guides: 'guider/index.html',
  guide: (slug: string) => `guider/${slug}.html`,
}
