import type { OpenMark } from '../block-writer.ts'

/** Gives the value of an attribute, decoded; undefined where the element does not have it. */
export type Attributes = (name: string) => string | undefined

/** Elements whose content is not text of the document. */
export const NOT_TEXT: ReadonlySet<string> = new Set([
  'audio',
  'canvas',
  'datalist',
  'embed',
  'iframe',
  'map',
  'math',
  'noscript',
  'object',
  'rp',
  'rt',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
])

const MARKS: Record<string, OpenMark['type']> = {
  a: 'link',
  abbr: 'abbreviation',
  acronym: 'abbreviation',
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
  q: 'quote',
}

/** The marks that an inline element puts on its text. */
export function marksOf(name: string, attributes: Attributes): Omit<OpenMark, 'start'>[] {
  const marks: Omit<OpenMark, 'start'>[] = []
  const type = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined
  if (type === 'link') {
    const href = attributes('href')
    if (href !== undefined) marks.push({ type, href, title: attributes('title'), ...labelOf(attributes) })
  } else if (type === 'abbreviation') {
    const title = attributes('title')
    if (title) marks.push({ type, title })
  } else if (type) {
    marks.push({ type })
  }
  const lang = attributes('lang')
  if (lang) marks.push({ type: 'language', lang })
  return marks
}

/** The accessible name that an element gives itself beside its text. */
function labelOf(attributes: Attributes): { label?: string } {
  const label = attributes('aria-label')?.trim()
  if (label) return { label }
  return attributes('aria-labelledby') === undefined ? {} : { label: '' }
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** True where nobody is shown the element. */
export function isHidden(attributes: Attributes): boolean {
  if (attributes('hidden') !== undefined || attributes('aria-hidden')?.trim() === 'true') return true
  const style = attributes('style')
  return style !== undefined && HIDING_STYLE.test(style)
}

/** True for a picture that is there for its looks alone and needs no alternative text. */
export function isDecorative(attributes: Attributes): boolean {
  const role = attributes('role')
  return role === 'presentation' || role === 'none' || isHidden(attributes) || isTrackingPixel(attributes)
}

function isTrackingPixel(attributes: Attributes): boolean {
  const isPoint = (size: string | undefined) => size !== undefined && /^\s*[01](?:px)?\s*$/.test(size)
  return isPoint(attributes('width')) && isPoint(attributes('height'))
}

const LEAD_CLASS = /(?:^|[\s_-])(?:ingress|lead|lede|preamble|standfirst)(?:$|[\s_\d-])/i

/** True for class names that say that the element is the lead of an article. */
export function isLeadClass(className: string | undefined): boolean {
  return className !== undefined && LEAD_CLASS.test(className)
}
