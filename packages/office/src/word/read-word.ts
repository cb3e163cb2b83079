import { type Document, DocumentError, writeDocument } from '@klarsprak/documents'
import { swedish } from '../language.ts'
import type { PackageParts } from '../package-parts.ts'
import { elements, parseXml, type XmlElement } from '../xml.ts'
import { BodyReader } from './body.ts'
import { Numbering } from './numbering.ts'
import { Styles } from './styles.ts'

/** A Word file as read, with what is needed to write in it. */
export interface WordFile {
  body: BodyReader
  lang: string | undefined
  /** The name of the part that holds the text, and its XML. */
  main: string
  xml: string
  /** The name of the part that holds comments; undefined where there is none. */
  comments: string | undefined
}

/**
 * Reads a Word document as it would be published: inserted text is read, deleted text, comments, page headers and page
 * footers are not. Macros are never looked at.
 *
 * @throws DocumentError
 */
export function readWord(parts: PackageParts): Document {
  const { body, lang } = readWordFile(parts)
  return writeDocument(body.paragraphs.all, lang)
}

/** @throws DocumentError */
export function readWordFile(parts: PackageParts): WordFile {
  const read = (name: string | undefined): XmlElement | undefined => {
    const text = name === undefined ? undefined : parts.read(name)
    return text === undefined ? undefined : parseXml(text)
  }
  const relations = relationsOf(read('_rels/.rels'), '')
  const main = relations.ofType('officeDocument') ?? 'word/document.xml'
  const xml = parts.read(main)
  const document = xml === undefined ? undefined : parseXml(xml)
  if (xml === undefined || document?.name !== 'document')
    throw new DocumentError('other-format', 'Filen är inget Word-dokument.')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const own = relationsOf(read(relationsOfPart(main)), folder)
  const styles = new Styles(read(own.ofType('styles')))
  const body = new BodyReader(styles, new Numbering(read(own.ofType('numbering'))), own.links)
  body.readBody(document)
  body.readNotes(read(own.ofType('footnotes')), 'footnote')
  body.readNotes(read(own.ofType('endnotes')), 'endnote')
  return { body, lang: swedish(styles.lang), main, xml, comments: own.ofType('comments') }
}

/** The name of the part that holds the relations of a part. */
export function relationsOfPart(name: string): string {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  return `${folder}_rels/${name.slice(folder.length)}.rels`
}

interface Relations {
  /** The name of the part that stands in a relation; undefined where none does. */
  ofType(type: string): string | undefined
  /** Addresses by the id of the relation. */
  links: ReadonlyMap<string, string>
}

function relationsOf(root: XmlElement | undefined, folder: string): Relations {
  const targets = new Map<string, string>()
  const links = new Map<string, string>()
  for (const { attributes } of root ? elements(root, 'Relationship') : []) {
    const { Id = '', Type = '', Target = '', TargetMode } = attributes
    if (TargetMode === 'External') links.set(Id, Target)
    else targets.set(Type.slice(Type.lastIndexOf('/') + 1), Target.startsWith('/') ? Target.slice(1) : folder + Target)
  }
  return { ofType: (type) => targets.get(type), links }
}
