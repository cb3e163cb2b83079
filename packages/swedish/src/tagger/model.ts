import { ByteReader, ByteWriter } from '../model/bytes.ts'
import type { ModelFile } from '../model/file.ts'
import type { Morphology, Upos } from '../types.ts'
import { type CandidateRows, type CandidateTable, readCandidates, writeCandidates } from './candidates.ts'
import { Lexicon, type LexiconRows, writeLexicon } from './lexicon.ts'
import { type Matrix, type MatrixRow, readMatrix, writeMatrix } from './matrix.ts'
import { TagRows } from './rows.ts'

/** Name of the tagger's section in the model file. */
export const taggerSection = 'tagger'

/** What the tagger knows, ready to use. Scores are whole numbers in units of `scale`. */
export interface TaggerModel {
  /** Word class and features of each tag. */
  readonly upos: readonly Upos[]
  readonly feats: readonly string[]
  /** Labels that weigh for a tag: itself and its groups, `parts` for each tag in a row. */
  readonly labels: Uint8Array
  readonly parts: number
  readonly labelCount: number
  readonly lexicon: Lexicon
  readonly candidates: CandidateTable
  readonly emission: Matrix
  /** The rows of `emission` that were asked for, as they are read. */
  readonly rows: TagRows
  /** Score of tag b after tag a at `[a * side + b]`, side = number of tags + 1; the last row is the start, the last column the end. */
  readonly transition: Int16Array
  /** Natural-logarithm units of a score of 1. */
  readonly scale: number
}

/** The same as training hands it over. */
export interface TaggerRows {
  /** `UPOS|FEATS` of each tag. */
  tags: string[]
  labels: number[][]
  labelCount: number
  lexicon: LexiconRows
  candidates: CandidateRows
  emission: MatrixRow[]
  transition: Int16Array
  scale: number
}

export function writeTagger(rows: TaggerRows): Uint8Array {
  const writer = new ByteWriter()
  writer.strings(rows.tags)
  writer.byte(rows.labels[0]!.length)
  writer.varint(rows.labelCount)
  for (const labels of rows.labels) for (const label of labels) writer.byte(label)
  writer.float32(rows.scale)
  writer.numbers(rows.transition)
  writeLexicon(rows.lexicon, writer)
  writeCandidates(rows.candidates, writer)
  writeMatrix(rows.emission, writer)
  return writer.bytes()
}

export function readTagger(file: ModelFile): TaggerModel {
  const reader = new ByteReader(file.section(taggerSection))
  const tags = reader.strings()
  const parts = reader.byte()
  const labelCount = reader.varint()
  const labels = reader.raw(tags.length * parts)
  const scale = reader.float32()
  const transition = reader.int16s()
  const lexicon = new Lexicon(reader, (tag) => isOpen(tags[tag]!))
  const candidates = readCandidates(reader, tags)
  const emission = readMatrix(reader)
  return {
    upos: tags.map((tag) => tag.slice(0, tag.indexOf('|')) as Upos),
    feats: tags.map((tag) => tag.slice(tag.indexOf('|') + 1)),
    labels,
    parts,
    labelCount,
    lexicon,
    candidates,
    emission,
    rows: new TagRows({ emission, labels, parts, labelCount }),
    transition,
    scale,
  }
}

/** UD's FEATS column as an object, frozen. */
export function parseFeats(feats: string): Morphology {
  // One literal with every feature: rules read features of all words, and find them at once in objects of one shape.
  const morph: Record<string, string | undefined> = {
    Abbr: undefined,
    Case: undefined,
    Definite: undefined,
    Degree: undefined,
    ExtPos: undefined,
    Foreign: undefined,
    Gender: undefined,
    Mood: undefined,
    Number: undefined,
    NumType: undefined,
    Polarity: undefined,
    Poss: undefined,
    PronType: undefined,
    Tense: undefined,
    VerbForm: undefined,
    Voice: undefined,
  }
  if (feats !== '_')
    for (const pair of feats.split('|')) {
      const equals = pair.indexOf('=')
      morph[pair.slice(0, equals)] = pair.slice(equals + 1)
    }
  return Object.freeze(morph)
}

/** Whether a tag is of a class that takes new words and makes compounds. */
export function isOpen(tag: string): boolean {
  return /^(NOUN|VERB|ADJ|PROPN)\|/.test(tag)
}
