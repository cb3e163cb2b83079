import { ByteReader, ByteWriter } from '../model/bytes.ts'
import { ModelError, type ModelFile } from '../model/file.ts'
import { templatesHash } from './templates.ts'
import {
  type LabelRow,
  LabelWeights,
  type MoveRow,
  MoveWeights,
  writeLabelWeights,
  writeMoveWeights,
} from './weights.ts'

/** The parser's section of the model file. */
export const parserSection = 'parser'

/** How an arc's chance of being right follows from the margins of its move and its label: a logistic function. */
export interface Calibration {
  readonly base: number
  readonly move: number
  readonly label: number
}

export interface ParserModel {
  /** UD relations with subtype; the label's number is its index. */
  readonly labels: readonly string[]
  /** Labels seen for head class × dependent class × side. */
  readonly choices: LabelChoices
  readonly moves: MoveWeights
  readonly labelWeights: LabelWeights
  readonly calibration: Calibration
}

/** What training hands over. */
export interface TrainedParser {
  readonly labels: readonly string[]
  readonly choices: ReadonlyMap<number, readonly number[]>
  /** Most important first. */
  readonly moves: readonly MoveRow[]
  readonly labelRows: readonly LabelRow[]
  readonly calibration: Calibration
}

/** Which labels an arc may have, by the classes of its ends and its direction. */
export class LabelChoices {
  private readonly lists: (Uint8Array | undefined)[] = []
  private readonly all: Uint8Array

  constructor(all: Uint8Array) {
    this.all = all
  }

  /** Key of an arc between words of these classes. */
  static key(head: number, dependent: number, right: boolean): number {
    return (head << 7) | (dependent << 1) | (right ? 1 : 0)
  }

  set(key: number, labels: Uint8Array): void {
    this.lists[key] = labels
  }

  of(key: number): Uint8Array {
    return this.lists[key] ?? this.all
  }
}

export function writeParser(model: TrainedParser): Uint8Array {
  const writer = new ByteWriter()
  writer.uint32(templatesHash())
  writer.strings(model.labels)
  writer.varint(model.choices.size)
  for (const [key, labels] of [...model.choices].sort(([a], [b]) => a - b)) {
    writer.varint(key)
    writer.varint(labels.length)
    for (const label of labels) writer.byte(label)
  }
  for (const value of [model.calibration.base, model.calibration.move, model.calibration.label]) writer.float32(value)
  writeMoveWeights(model.moves, writer)
  writeLabelWeights(model.labelRows, writer)
  return writer.bytes()
}

/**
 * Reads the parser's section.
 *
 * @throws {ModelError} `missing` where the file has none, `version` where it was trained with other templates,
 *   `damaged` where it cannot be read
 */
export function readParser(file: ModelFile): ParserModel {
  const reader = new ByteReader(file.section(parserSection))
  if (reader.uint32() !== templatesHash())
    throw new ModelError(
      'version',
      'Språkmodellen går inte att använda: satsanalysen i filen hör till en annan version av programmet. Installera om programmet så att de hör ihop.',
    )
  try {
    const labels = reader.strings()
    const choices = new LabelChoices(Uint8Array.from(labels.keys()))
    for (let rows = reader.varint(); rows > 0; rows--) {
      const key = reader.varint()
      choices.set(key, reader.raw(reader.varint()))
    }
    const calibration = { base: reader.float32(), move: reader.float32(), label: reader.float32() }
    const moves = new MoveWeights(reader)
    const labelWeights = new LabelWeights(reader)
    return { labels, choices, moves, labelWeights, calibration }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ModelError('damaged', 'Språkmodellen går inte att läsa: filen är skadad. Installera om programmet.')
  }
}
