import type { Format } from './types.ts'

const FORMATS: Record<string, Format> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
}

function formatOfExtension(filename: string): Format | undefined {
  const extension = /\.([^./\\]+)$/.exec(filename)?.[1]?.toLowerCase()
  return extension !== undefined && Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined
}

/** The format that a file name tells by its extension; `text` where it tells nothing. */
export function formatOf(filename: string): Format {
  return formatOfExtension(filename) ?? 'text'
}

/** True for files whose extension says that they hold a text that can be read: what a folder is searched for. */
export function isSupportedFile(filename: string): boolean {
  return formatOfExtension(filename) !== undefined
}
