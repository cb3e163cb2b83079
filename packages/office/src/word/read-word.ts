import { type Document, writeDocument } from '@klarsprak/documents'
import { swedish } from '../language.ts'
import { OfficeError } from '../office-error.ts'
import type { PackageParts } from '../package-parts.ts'
import { elements, parseXml, type XmlElement } from '../xml.ts'
import { BodyReader } from './body.ts'
import { Numbering } from './numbering.ts'
import { Styles } from './styles.ts'

/**
 * Reads a Word document as it would be published: inserted text is read, deleted text, comments, page headers and page
 * footers are not. Macros are never looked at.
 *
 * @throws OfficeError
 */
export function readWord(parts: PackageParts): Document {
  const read = (name: string | undefined): XmlElement | undefined => {
    const text = name === undefined ? undefined : parts.read(name)
    return text === undefined ? undefined : parseXml(text)
  }
  const relations = relationsOf(read('_rels/.rels'), '')
  const main = relations.ofType('officeDocument') ?? 'word/document.xml'
  const document = read(main)
  if (document?.name !== 'document') throw new OfficeError('other-format', 'Filen är inget Word-dokument.')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const own = relationsOf(read(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const styles = new Styles(read(own.ofType('styles')))
  const body = new BodyReader(styles, new Numbering(read(own.ofType('numbering'))), own.links)
  body.readBody(document)
  body.readNotes(read(own.ofType('footnotes')), 'footnote')
  body.readNotes(read(own.ofType('endnotes')), 'endnote')
  return writeDocument(body.paragraphs.all, swedish(styles.lang))
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
