import { gunzipSync } from 'node:zlib'

/** What a sitemap lists (sitemaps.org, protocol 0.9): pages, or other sitemaps. */
export interface Sitemap {
  kind: 'pages' | 'sitemaps'
  locations: string[]
}

/**
 * Reads a sitemap, also one that is packed with gzip. Undefined for anything else.
 *
 * @param maxBytes of what is unpacked
 */
export function readSitemap(body: Uint8Array, maxBytes: number): Sitemap | undefined {
  let bytes = body
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: maxBytes })
    } catch {
      return undefined
    }
  }
  // The protocol asks for UTF-8.
  const xml = new TextDecoder().decode(bytes)
  const root = /<(urlset|sitemapindex)[\s>]/.exec(xml)
  if (!root) return undefined
  const locations = [...xml.matchAll(/<loc>\s*(?:<!\[CDATA\[)?([^<\]]*)/g)].map(([, text]) =>
    decodeReferences(text!.trim()),
  )
  return { kind: root[1] === 'urlset' ? 'pages' : 'sitemaps', locations }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
