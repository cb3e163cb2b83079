import { DocumentError } from '@klarsprak/documents'
import { PackageParts } from '../package-parts.ts'
import type { Origin } from '../paragraphs.ts'
import { below, parseXml, type XmlElement } from '../xml.ts'
import type { WordOrigin } from './body.ts'
import { CommentAnchors } from './comment-anchors.ts'
import { readWordFile, relationsOfPart, type WordFile } from './read-word.ts'

/** A comment in the margin. */
export interface WordComment {
  /** Offsets into the source of the document that `readOffice` gives for the file, end exclusive. */
  start: number
  end: number
  /** The paragraphs of the comment. */
  text: readonly string[]
}

/** Who comments, and when. */
export interface WordAuthor {
  name: string
  initials: string
  date: Date
}

/** What stands between two paragraphs in the source of a document. */
const between = '\n\n'
const contentTypes = '[Content_Types].xml'
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/**
 * A copy of a Word document with comments at the words that they are about. What stands in a note or a text box, where
 * Word has no comments, is commented where the note or the box is referred to. Nothing else in the file is changed.
 *
 * @throws DocumentError
 */
export function annotateWord(bytes: Uint8Array, comments: readonly WordComment[], author: WordAuthor): Uint8Array {
  const parts = new PackageParts(bytes)
  const file = readWordFile(parts)
  if (comments.length === 0) return bytes
  const { prefix, namespace } = namesOf(file)
  const known = file.comments === undefined ? undefined : parts.read(file.comments)
  const firstId = nextId(file.xml, known)
  // A part with comments may have no prefix for the namespace, or another.
  const declared = known?.includes(`xmlns:w="${namespace}"`) === false ? ` xmlns:w="${namespace}"` : ''
  const anchors = new CommentAnchors(file.xml, prefix)
  const places = new Places(file)
  const written: string[] = []
  for (const { start, end, text } of [...comments].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const place = places.of(start, end)
    if (!place) continue
    const id = firstId + written.length
    anchors.add(id, ...place)
    written.push(commentXml(id, text, author, declared))
  }
  const changed: Record<string, string> = { [file.main]: anchors.write() }
  if (file.comments !== undefined && known !== undefined) changed[file.comments] = insertLast(known, written.join(''))
  else addCommentsPart(parts, file.main, namespace, written, changed)
  return parts.rewrite(changed, author.date)
}

/** Finds the pieces that hold a range of the source. */
class Places {
  readonly #starts: number[] = []
  readonly #origins: readonly Origin<WordOrigin>[][]

  constructor({ body }: WordFile) {
    this.#origins = body.paragraphs.origins
    let at = 0
    for (const { text } of body.paragraphs.all) {
      this.#starts.push(at)
      at += text.length + between.length
    }
  }

  /** Undefined for a document without text. */
  of(start: number, end: number): [[Origin<WordOrigin>, number], [Origin<WordOrigin>, number]] | undefined {
    const first = this.#paragraphAt(start)
    const last = this.#paragraphAt(Math.max(start, end - 1))
    const from = start - this.#starts[first]!
    const to = end - this.#starts[last]!
    const begins = this.#origins[first]!.find((origin) => origin.end > from)
    const ends = this.#origins[last]!.findLast((origin) => origin.start < to)
    if (begins && ends && start < end)
      return [
        [begins, Math.max(from, begins.start)],
        [ends, Math.min(to, ends.end)],
      ]
    return this.#whole(first)
  }

  /** All of a paragraph; where it has no words, the nearest that has. */
  #whole(paragraph: number): [[Origin<WordOrigin>, number], [Origin<WordOrigin>, number]] | undefined {
    const near = [...this.#origins.slice(paragraph), ...this.#origins.slice(0, paragraph).reverse()]
    const origins = near.find(({ length }) => length > 0)
    return (
      origins && [
        [origins[0]!, origins[0]!.start],
        [origins.at(-1)!, origins.at(-1)!.end],
      ]
    )
  }

  #paragraphAt(offset: number): number {
    return Math.max(
      0,
      this.#starts.findLastIndex((start) => start <= offset),
    )
  }
}

/** The namespace of the document, and the prefix that the file has for it. */
function namesOf({ xml }: WordFile): { prefix: string; namespace: string } {
  const found =
    /\sxmlns:([\w.-]+)\s*=\s*["'](http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main)["']/.exec(
      xml,
    )
  if (!found)
    throw new DocumentError('other-format', 'Filen är skriven på ett sätt som gör att den inte kan få kommentarer.')
  return { prefix: `${found[1]}:`, namespace: found[2]! }
}

function nextId(xml: string, comments: string | undefined): number {
  const ids = [0]
  for (const comment of comments === undefined ? [] : below(parseXml(comments), 'comment'))
    ids.push(Number(comment.attributes.id) || 0)
  for (const [, id] of xml.matchAll(/<[\w.-]+:comment(?:RangeStart|Reference)\s[^>]*?id="(\d+)"/g)) ids.push(Number(id))
  return Math.max(...ids) + 1
}

function commentXml(
  id: number,
  text: readonly string[],
  { name, initials, date }: WordAuthor,
  declared: string,
): string {
  const paragraphs = text.map((words) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r></w:p>`)
  const when = `${date.toISOString().slice(0, 19)}Z`
  return `<w:comment${declared} w:id="${id}" w:author="${escapeXml(name)}" w:date="${when}" w:initials="${escapeXml(initials)}">${paragraphs.join('')}</w:comment>`
}

function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // XML has no place for these.
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  )
}

function addCommentsPart(
  parts: PackageParts,
  main: string,
  namespace: string,
  comments: readonly string[],
  changed: Record<string, string>,
): void {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  let part = `${folder}comments.xml`
  for (let number = 1; parts.has(part); number++) part = `${folder}comments${number}.xml`
  changed[part] =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${comments.join('')}</w:comments>`
  const isStrict = namespace.includes('purl.oclc.org')
  const type = `${isStrict ? 'http://purl.oclc.org/ooxml' : 'http://schemas.openxmlformats.org'}/officeDocument${isStrict ? '' : '/2006'}/relationships/comments`
  const relations = relationsOfPart(main)
  const list =
    parts.read(relations) ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const relation = `Relationship Id="rIdKlarsprak" Type="${type}" Target="/${part}"/>`
  changed[relations] = insertLast(list, `<${prefixOfRoot(list)}${relation}`)
  const types = parts.read(contentTypes)
  if (types === undefined)
    throw new DocumentError('damaged', 'Filen saknar listan över sina delar. Spara om den i Word och försök igen.')
  changed[contentTypes] = insertLast(
    types,
    `<${prefixOfRoot(types)}Override PartName="/${part}" ContentType="${commentsType}"/>`,
  )
}

/** Puts XML last in the outermost element. */
function insertLast(xml: string, text: string): string {
  const root = rootOf(xml)
  if (root.innerEnd !== root.end) return xml.slice(0, root.innerEnd) + text + xml.slice(root.innerEnd)
  const slash = xml.lastIndexOf('/', root.end)
  const name = /^<([\w.:-]+)/.exec(xml.slice(root.start))![1]
  return `${xml.slice(0, slash)}>${text}</${name}>${xml.slice(root.end)}`
}

function rootOf(xml: string): XmlElement {
  return parseXml(xml)
}

function prefixOfRoot(xml: string): string {
  return /^<([\w.-]+:)?/.exec(xml.slice(rootOf(xml).start))?.[1] ?? ''
}
