import type { Block, Document } from '@klarsprak/documents'
import type { FindingPlace } from './detail.ts'
import { Fingerprints, findingName, hashOfPlace, sentenceAt } from './fingerprint.ts'
import { LineIndex } from './line-index.ts'
import type { DocumentRun } from './lint-document.ts'
import { FindingPlacer } from './place-findings.ts'
import type { BlockFinding } from './program.ts'
import type { Finding, Range } from './result.ts'

/** A finding with where it stands in the source, and in its block. */
export interface Placed {
  readonly finding: Finding
  readonly place: FindingPlace
}

/** The findings of a run carried to the source. */
export interface Placements {
  readonly document: Document
  readonly run: DocumentRun
  readonly lines: LineIndex
  /** By block, in the run's order. */
  readonly blocks: readonly (readonly Placed[])[]
  /** All, in text order. */
  readonly placed: readonly Placed[]
}

/**
 * Carries the findings of a run to the source. Those in blocks that an edit left as they were, or only moved, are taken
 * from the placements before it.
 */
export function placeFindings(
  document: Document,
  run: DocumentRun,
  ruleUrl: (id: string) => string,
  last?: Placements,
): Placements {
  const lines = new LineIndex(document.source)
  const placer = new FindingPlacer(document, lines, ruleUrl)
  const fingerprints = new Fingerprints()
  const blocks: Placed[][] = []
  let heading = hashOfPlace('')
  let headingText: string | null = null
  for (let index = 0; index < run.findings.length; index++) {
    const block = document.blocks[index]
    if (block?.kind === 'heading') {
      heading = hashOfPlace(block.text)
      headingText = block.text
    }
    const findings = run.findings[index]!
    if (findings.length === 0) {
      blocks.push([])
      continue
    }
    const namer = new Namer(block?.text ?? '', run.stats[index]?.sentenceSpans ?? noSpans, heading)
    const moved = last && block && movedFrom(last, run, lines, block, index)
    const placed: Placed[] = []
    for (let at = 0; at < findings.length; at++) {
      const finding = findings[at]!
      const fingerprint = fingerprints.next(namer.nameOf(finding))
      const known = moved && finding.related.length === 0 ? moved.placed[at] : undefined
      placed.push(
        known
          ? move(known, moved!, index, fingerprint)
          : { finding: placer.place(finding, block, fingerprint, headingText), place: placeIn(index, finding) },
      )
    }
    blocks.push(placed)
  }
  return { document, run, lines, blocks, placed: blocks.flat().sort(byRange) }
}

const noSpans = new Int32Array()

function placeIn(block: number, { start, end, meta }: BlockFinding): FindingPlace {
  return { block, start, end, extent: meta.extent }
}

export function byRange({ finding: one }: Placed, { finding: other }: Placed): number {
  return one.range.start.offset - other.range.start.offset || one.range.end.offset - other.range.end.offset
}

/** The placements of a block as it stood before an edit, and how far it has moved. */
interface Moved {
  readonly placed: readonly Placed[]
  readonly characters: number
  readonly lines: number
}

/** Undefined where the block or its findings are not those of a block of the version before. */
function movedFrom(
  last: Placements,
  run: DocumentRun,
  lines: LineIndex,
  block: Block,
  index: number,
): Moved | undefined {
  const fromEnd = index + last.document.blocks.length - run.findings.length
  const at = last.document.blocks[index] === block ? index : fromEnd
  const before = last.document.blocks[at]
  if (!before || last.run.findings[at] !== run.findings[index]) return undefined
  const characters = block.map.shiftFrom(before.map)
  if (characters === undefined || block.source.start - before.source.start !== characters) return undefined
  if (before.text !== block.text || before.list?.ordered !== block.list?.ordered) return undefined
  const [old, now] = [last.lines.position(before.source.start), lines.position(block.source.start)]
  return old.column === now.column ? { placed: last.blocks[at]!, characters, lines: now.line - old.line } : undefined
}

function move(placed: Placed, by: Moved, block: number, fingerprint: string): Placed {
  const { finding, place } = placed
  if (by.characters === 0 && by.lines === 0 && place.block === block && finding.fingerprint === fingerprint)
    return placed
  return {
    finding: {
      ...finding,
      fingerprint,
      range: moveRange(finding.range, by),
      suggestions: finding.suggestions.map(({ title, safety, edits }) => ({
        title,
        safety,
        edits: edits.map(({ start, end, text }) => ({
          start: start + by.characters,
          end: end + by.characters,
          text,
        })),
      })),
    },
    place: place.block === block ? place : { ...place, block },
  }
}

function moveRange({ start, end }: Range, { characters, lines }: Moved): Range {
  return {
    start: { line: start.line + lines, column: start.column, offset: start.offset + characters },
    end: { line: end.line + lines, column: end.column, offset: end.offset + characters },
  }
}

/** Names of findings that hang on their block alone: findings are kept with blocks, and so are their names. */
const names = new WeakMap<BlockFinding, string>()

/** Names the findings of one block, in text order. */
class Namer {
  readonly #text: string
  readonly #spans: Int32Array
  readonly #heading: string
  #start = -1
  #sentence = ''

  constructor(text: string, spans: Int32Array, heading: string) {
    this.#text = text
    this.#spans = spans
    this.#heading = heading
  }

  nameOf(finding: BlockFinding): string {
    if (finding.meta.extent === 'document') return findingName(finding, this.#heading, '', '')
    let name = names.get(finding)
    if (name === undefined) {
      const { start, end } = finding
      const sentence = this.#sentenceAt(start)
      name = findingName(finding, sentence, this.#text.slice(start, end), this.#text.slice(this.#start, start))
      names.set(finding, name)
    }
    return name
  }

  #sentenceAt(offset: number): string {
    const { start, end } = sentenceAt(this.#spans, offset, this.#text.length)
    if (start !== this.#start) {
      this.#start = start
      this.#sentence = hashOfPlace(this.#text.slice(start, end))
    }
    return this.#sentence
  }
}
