import type { Calibration, TrainedParser } from '../../src/parser/model.ts'
import type { LabelRow, MoveRow } from '../../src/parser/weights.ts'
import type { LearntParser } from './learn.ts'
import type { AveragedWeights } from './perceptron.ts'

export interface CompactOptions {
  /** Most features kept for moves. */
  readonly moveRows: number
  /** Most feature × label weights kept. */
  readonly labelCells: number
}

const LARGEST = 127

/** Keeps the weightiest of what was learnt and rounds it to eight bits. */
export function compactParser(learnt: LearntParser, calibration: Calibration, options: CompactOptions): TrainedParser {
  return {
    labels: learnt.labels,
    choices: learnt.choices,
    moves: moveRows(learnt.moves, options.moveRows),
    labelRows: labelRows(learnt.labelWeights, options.labelCells),
    calibration,
  }
}

function moveRows(weights: AveragedWeights, most: number): MoveRow[] {
  const rows = weights.hashes.map((hash, row) => {
    const shift = weights.totalAt(row, 0)
    return { hash, left: weights.totalAt(row, 1) - shift, right: weights.totalAt(row, 2) - shift }
  })
  const range = ({ left, right }: MoveRow): number => Math.max(left, right, 0) - Math.min(left, right, 0)
  const kept = rows
    .map((row) => ({ row, range: range(row) }))
    .sort((a, b) => b.range - a.range || a.row.hash - b.row.hash)
    .slice(0, most)
    .map(({ row }) => row)
  const scale = LARGEST / kept.reduce((max, { left, right }) => Math.max(max, Math.abs(left), Math.abs(right)), 1e-9)
  return kept
    .map(({ hash, left, right }) => ({ hash, left: Math.round(left * scale), right: Math.round(right * scale) }))
    .filter(({ left, right }) => left !== 0 || right !== 0)
}

function labelRows(weights: AveragedWeights, most: number): LabelRow[] {
  const sizes = new Float32Array(weights.hashes.length * weights.outcomes)
  for (let row = 0, i = 0; row < weights.hashes.length; row++) {
    for (let label = 0; label < weights.outcomes; label++) sizes[i++] = Math.abs(weights.totalAt(row, label))
  }
  const sorted = sizes.slice().sort()
  const least = Math.max(sorted[Math.max(0, sorted.length - most)]!, 1e-9)
  const scale = LARGEST / sorted.at(-1)!
  const rows: { row: LabelRow; size: number }[] = []
  for (let row = 0; row < weights.hashes.length; row++) {
    const kept: [number, number][] = []
    let size = 0
    for (let label = 0; label < weights.outcomes; label++) {
      const weight = weights.totalAt(row, label)
      const rounded = Math.round(weight * scale)
      if (Math.abs(weight) < least || rounded === 0) continue
      kept.push([label, rounded])
      size = Math.max(size, Math.abs(weight))
    }
    if (kept.length > 0) rows.push({ row: { hash: weights.hashes[row]!, weights: kept }, size })
  }
  return rows.sort((a, b) => b.size - a.size || a.row.hash - b.row.hash).map(({ row }) => row)
}
