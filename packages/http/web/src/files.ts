import type { Format } from './backends/back-end.ts'

/** A file that could not be taken in. The message is for the person at the keyboard. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

export interface OpenedFile {
  name: string
  text: string
  format: Format
  /** What the person should know of how it was read. */
  notice?: string
}

/** Bytes of the largest file that is opened. */
const largest = 5_000_000

const formats: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
}

/** What the file picker offers. */
export const acceptedFiles = '.md,.markdown,.html,.htm,.txt'

/** Reads a text file as Windows or the web has written it, throwing FileError for all others. */
export async function openFile(file: File): Promise<OpenedFile> {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined
  if (!format) throw new FileError(`”${file.name}” går inte att öppna här. ${adviceFor(ending)}`)
  if (file.size > largest)
    throw new FileError(
      `”${file.name}” är för stor. Öppna en fil på högst 5\u00a0megabyte, eller klistra in en del i taget.`,
    )
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isUtf16(bytes))
    return { name: file.name, format, text: decode(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') }
  try {
    return { name: file.name, format, text: plain(decode(bytes, 'utf-8'), file.name) }
  } catch (error) {
    if (error instanceof FileError) throw error
    const text = plain(decode(bytes, 'windows-1252'), file.name)
    const notice = `”${file.name}” är inte sparad som UTF-8. Den är läst som Windows-1252. Se efter att å, ä och ö ser rätt ut.`
    return { name: file.name, format, text, notice }
  }
}

function adviceFor(ending: string): string {
  if (['doc', 'docx', 'odt', 'rtf', 'pdf', 'pages'].includes(ending))
    return 'Öppna dokumentet, markera texten och klistra in den här.'
  return 'Välj en fil som slutar på .md, .html eller .txt, eller klistra in texten.'
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}

/** Refuses what is no text, whatever its name says. */
function plain(text: string, name: string): string {
  if (text.includes('\0'))
    throw new FileError(`”${name}” är inte en textfil. Välj en annan fil, eller klistra in texten.`)
  return text
}
