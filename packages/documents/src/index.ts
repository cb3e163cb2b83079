export { OffsetMap } from './offset-map.ts'
export type {
  Block,
  BlockKind,
  Directive,
  Document,
  Format,
  FrontMatter,
  ListPlace,
  Mark,
  TablePlace,
} from './types.ts'
