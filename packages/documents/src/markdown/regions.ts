import { findAttribute } from '../html/attributes.ts'
import { type Attributes, isHidden, isLeadClass } from '../html/semantics.ts'

/** Tags of the elements that people put around Markdown. Attribute values with `<` or `>` in them are beyond it. */
const TAG = /<(\/?)(div|section|article|aside)(?=[\s>])[^<>]*>/gi

/** Elements inside each other that are followed. */
const MAX_OPEN = 64

interface Region {
  name: string
  lang: string | undefined
  isHidden: boolean
  isLead: boolean
}

/**
 * Follows HTML elements that begin in one block of raw HTML and end in another, with Markdown between them:
 * `<div lang="en">`, `<div class="ingress">`.
 */
export class Regions {
  readonly #open: Region[] = []

  /** Takes the tags of a piece of raw HTML. */
  feed(html: string): void {
    for (const [tag, slash, name] of html.matchAll(TAG)) {
      if (slash) this.#close(name!.toLowerCase())
      else if (this.#open.length < MAX_OPEN) this.#open.push(regionOf(name!.toLowerCase(), tag))
    }
  }

  #close(name: string): void {
    const at = this.#open.findLastIndex((region) => region.name === name)
    if (at !== -1) this.#open.length = at
  }

  /** True inside an element that says something of what stands in it. */
  get matters(): boolean {
    return this.#open.some((region) => region.lang || region.isHidden || region.isLead)
  }

  get lang(): string | undefined {
    return this.#open.findLast((region) => region.lang)?.lang
  }

  get isHidden(): boolean {
    return this.#open.some((region) => region.isHidden)
  }

  get isLead(): boolean {
    return this.#open.some((region) => region.isLead)
  }
}

function regionOf(name: string, tag: string): Region {
  const attributes: Attributes = (attribute) => {
    const value = findAttribute(tag, attribute)
    return value && tag.slice(value.start, value.end)
  }
  return {
    name,
    lang: attributes('lang') || undefined,
    isHidden: isHidden(attributes),
    isLead: isLeadClass(attributes('class')),
  }
}
