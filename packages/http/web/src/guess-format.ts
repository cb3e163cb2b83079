import type { Format } from './backends/back-end.ts'

const tags =
  /<\/?(?:p|h[1-6]|div|html|body|main|article|section|ul|ol|li|table|tr|td|a|br|img|span)\b[^<>]*>|<!doctype/gi
const signs = [
  /^---\r?\n[\s\S]*?\r?\n---\s*$/m,
  /^ {0,3}#{1,6} +\S/m,
  /^ {0,3}[-*+] +\S/m,
  /\[[^\]\n]+\]\([^)\s]+\)/,
  /\*\*[^*\n]+\*\*/,
]

/** Characters that are looked at. */
const reach = 20_000

/** How a pasted text is written, by its looks. */
export function guessFormat(text: string): Format {
  const head = text.slice(0, reach)
  if ((head.match(tags) ?? []).length > 1) return 'html'
  return signs.some((sign) => sign.test(head)) ? 'markdown' : 'text'
}
