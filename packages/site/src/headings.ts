/** The fragment of an address for a heading: `Så här gör du` is `sa-har-gor-du`. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replaceAll('ö', 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The text of a piece of HTML that we have made ourselves. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
