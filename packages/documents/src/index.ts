export type { Change } from './changes.ts'
export { type DecodedText, decode } from './decode.ts'
export { parseDirective, parseDirectives } from './directives.ts'
export { DocumentError, type DocumentErrorCode } from './document-error.ts'
export { formatOf, isSupportedFile } from './format.ts'
export { OffsetMap } from './offset-map.ts'
export { type ReadOptions, readDocument, updateDocument } from './read-document.ts'
export type {
  Block,
  BlockKind,
  BlockPlace,
  Directive,
  Document,
  DocumentFormat,
  Format,
  FrontMatter,
  ListPlace,
  Mark,
  TablePlace,
} from './types.ts'
export { type Paragraph, type ParagraphMark, writeDocument } from './write-document.ts'
