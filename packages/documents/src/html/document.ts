import { noFrontMatter } from '../front-matter.ts'
import type { Document } from '../types.ts'

export function readHtml(source: string, main?: string): Document {
  void main
  return { source, format: 'html', blocks: [], directives: [], frontMatter: noFrontMatter(), fragment: false }
}
