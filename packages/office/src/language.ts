/**
 * The language of a document where the file says Swedish. Any other is left for the text itself to tell: programs stamp
 * a file with the language of the computer that it was begun on.
 */
export function swedish(lang: string | undefined): string | undefined {
  return lang !== undefined && /^sv\b/i.test(lang) ? lang : undefined
}
