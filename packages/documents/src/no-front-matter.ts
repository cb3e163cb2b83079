import type { FrontMatter } from './types.ts'

/** A front matter without content. Objects without a prototype: any key may come from outside. */
export function noFrontMatter(): FrontMatter {
  return { data: Object.create(null), keys: Object.create(null) }
}
