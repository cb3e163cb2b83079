import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** The addresses that a page leads to, without those that it asks robots to leave alone. */
export function linksOf(html: string, page: URL): URL[] {
  const found = new Map<string, URL>()
  let base = page
  let follow = true
  // Not by recursion: a page may nest elements without end.
  const waiting: Node[] = [parse(html)]
  const anchors: string[] = []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('childNodes' in node)
      for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at]!)
    if (!('tagName' in node)) continue
    const attributes = attributesOf(node)
    const { href } = attributes
    if (node.tagName === 'base' && href !== undefined && base === page) base = resolve(href, page) ?? page
    else if (node.tagName === 'meta' && attributes.name?.toLowerCase() === 'robots')
      follow &&= !/\b(?:nofollow|none)\b/i.test(attributes.content ?? '')
    else if ((node.tagName === 'a' || node.tagName === 'area') && href !== undefined)
      if (!/\bnofollow\b/i.test(attributes.rel ?? '')) anchors.push(href)
  }
  if (!follow) return []
  for (const href of anchors) {
    const url = resolve(href, base)
    if (url && (url.protocol === 'http:' || url.protocol === 'https:')) {
      url.hash = ''
      found.set(url.href, url)
    }
  }
  return [...found.values()]
}

function attributesOf({ attrs }: Element): Record<string, string | undefined> {
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]))
}

function resolve(href: string, base: URL): URL | undefined {
  try {
    return new URL(href.trim(), base)
  } catch {
    return undefined
  }
}
