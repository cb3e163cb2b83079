import robotsParser from 'robots-parser'

/** What a site's robots.txt asks of a program. */
export interface Robots {
  allows(url: URL): boolean
  /** Milliseconds between two questions; 0 where it asks for none. */
  delay: number
}

// The package's types describe an ES module; it is a function in CommonJS.
const parse = robotsParser as unknown as typeof robotsParser.default

/** Reads a robots.txt for a program of this name. */
export function readRobots(address: URL, content: string, userAgent: string): Robots {
  const robots = parse(address.href, content)
  return {
    // The file speaks for the host, whichever scheme a link happens to use.
    allows: (url) => robots.isAllowed(new URL(url.pathname + url.search, address).href, userAgent) !== false,
    delay: (robots.getCrawlDelay(userAgent) ?? 0) * 1000,
  }
}
