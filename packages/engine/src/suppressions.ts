import type { Block, Directive, Document } from '@klarsprak/documents'
import { didYouMean, nearestName } from './config/nearest.ts'
import type { Finding, SourceEdit, SourceSuggestion } from './result.ts'

/** Knows the rules' names. */
export interface RuleNames {
  /** The id of a rule by its id or an earlier one. */
  ruleId(name: string): string | undefined
  readonly ids: readonly string[]
}

/** What is wrong with a suppression: for a finding of the engine's own. */
export interface SuppressionFault {
  readonly rule: 'onodigt-undantag' | 'ogiltigt-undantag'
  readonly message: string
  readonly start: number
  readonly end: number
  readonly suggestions: SourceSuggestion[]
}

/** A stretch of the source where one rule is silent. */
interface Stretch {
  readonly ruleId: string
  /** The id as written. */
  readonly name: string
  readonly directive: Directive
  readonly start: number
  end: number
  /** The comment that ended a stretch. */
  closedBy: Directive | undefined
  used: boolean
}

const directiveNames = ['klarsprak-ignore', 'klarsprak-ignore-start', 'klarsprak-ignore-end', 'klarsprak-ignore-file']

/**
 * The suppressions of a document: comments that silence a rule in the next block, in a stretch, or in the file. One
 * that names no rule or gives no reason silences nothing, and is a fault.
 */
export class Suppressions {
  readonly faults: readonly SuppressionFault[]
  readonly #source: string
  readonly #stretches = new Map<string, Stretch[]>()

  constructor(document: Document, names: RuleNames) {
    this.#source = document.source
    const reader = new StretchReader(document, names)
    for (const directive of document.directives) reader.read(directive)
    reader.finish()
    this.faults = reader.faults
    for (const stretch of reader.stretches) {
      const list = this.#stretches.get(stretch.ruleId)
      if (list) list.push(stretch)
      else this.#stretches.set(stretch.ruleId, [stretch])
    }
  }

  /** The reason why a finding is silent; undefined where it is not. Every suppression that covers it counts as used. */
  reasonFor({ ruleId, range }: Finding): string | undefined {
    let reason: string | undefined
    for (const stretch of this.#stretches.get(ruleId) ?? []) {
      const at = range.start.offset
      const isPoint = at === range.end.offset
      if (at < stretch.start || (isPoint ? at > stretch.end : at >= stretch.end)) continue
      stretch.used = true
      reason ??= stretch.directive.reason
    }
    return reason
  }

  /**
   * Suppressions that have silenced nothing, one fault a comment. Ask when all findings have been shown to `reasonFor`.
   *
   * @param ran whether a rule was on: what one that was off would have said cannot be known
   */
  unused(ran: (ruleId: string) => boolean): SuppressionFault[] {
    const byDirective = new Map<Directive, Stretch[]>()
    for (const stretch of [...this.#stretches.values()].flat()) {
      const list = byDirective.get(stretch.directive)
      if (list) list.push(stretch)
      else byDirective.set(stretch.directive, [stretch])
    }
    const faults: SuppressionFault[] = []
    for (const [directive, stretches] of byDirective) {
      const idle = stretches.filter(({ used, ruleId }) => !used && ran(ruleId))
      if (idle.length === 0) continue
      const names = idle.map(({ name }) => `”${name}”`).join(' och ')
      faults.push({
        rule: 'onodigt-undantag',
        message: `Undantaget från ${names} tystar ingen träff.`,
        start: directive.start,
        end: directive.end,
        suggestions: [{ title: 'Ta bort undantaget', safety: 'safe', edits: this.#removal(directive, idle) }],
      })
    }
    return faults.sort((one, other) => one.start - other.start)
  }

  /** Takes the idle rules out of a comment, and out of the comments that end their stretches. */
  #removal(directive: Directive, idle: readonly Stretch[]): SourceEdit[] {
    const edits = [
      withoutRules(
        this.#source,
        directive,
        idle.map(({ name }) => name),
      ),
    ]
    const all = [...this.#stretches.values()].flat()
    for (const end of new Set(idle.flatMap(({ closedBy }) => closedBy ?? []))) {
      const others = all.some((stretch) => stretch.closedBy === end && !idle.includes(stretch))
      if (!others) edits.push(commentRemoval(this.#source, end))
      else if (end.rules.length > 0)
        edits.push(
          withoutRules(
            this.#source,
            end,
            idle.filter(({ closedBy }) => closedBy === end).map(({ name }) => name),
          ),
        )
    }
    return edits
  }
}

/** Reads directives in text order into stretches and faults. */
class StretchReader {
  readonly stretches: Stretch[] = []
  readonly faults: SuppressionFault[] = []
  readonly #document: Document
  readonly #names: RuleNames
  readonly #open: Stretch[] = []
  #cover: BlockCover | undefined

  constructor(document: Document, names: RuleNames) {
    this.#document = document
    this.#names = names
  }

  read(directive: Directive): void {
    const comment = this.#document.source.slice(directive.start, directive.end)
    if (comment.startsWith('<!--') && !comment.endsWith('-->')) {
      const line = comment.slice(0, /[\r\n]|$/.exec(comment)!.index)
      this.#fault(
        { ...directive, end: directive.start + line.length },
        'Kommentaren har inget slut, så resten av texten försvinner. Skriv --> efter skälet.',
      )
      return
    }
    switch (directive.type) {
      case 'unknown': {
        const nearest = nearestName(directive.name, directiveNames) ?? 'klarsprak-ignore'
        this.#fault(directive, `Kommentaren ”${directive.name}” betyder inget.${didYouMean(nearest)}`)
        break
      }
      case 'ignore-end':
        this.#close(directive)
        break
      case 'ignore-file':
        this.#add(directive, 0, this.#document.source.length)
        break
      case 'ignore-start':
        this.#open.push(...this.#add(directive, directive.end, this.#document.source.length))
        break
      case 'ignore': {
        this.#cover ??= new BlockCover(this.#document)
        const { start, end } = this.#cover.of(directive)
        this.#add(directive, start, end)
      }
    }
  }

  finish(): void {
    for (const directive of new Set(this.#open.map((stretch) => stretch.directive)))
      this.#fault(
        directive,
        'Undantaget har en början men inget slut. Skriv <!-- klarsprak-ignore-end --> där det slutar.',
      )
  }

  #add(directive: Directive, start: number, end: number): Stretch[] {
    const { rules, reason } = directive
    if (rules.length === 0) {
      this.#fault(directive, `Undantaget säger inte vilken regel det gäller. Skriv så här: ${example(directive)}`)
      return []
    }
    const known = rules.flatMap((name) => {
      const ruleId = this.#names.ruleId(name)
      if (ruleId === undefined) this.#unknownRule(directive, name)
      return ruleId === undefined ? [] : [{ name, ruleId }]
    })
    if (reason === '') {
      this.#fault(directive, `Undantaget saknar skäl. Skriv ett kolon och skälet sist: ${example(directive)}`)
      return []
    }
    const added = known.map(
      ({ name, ruleId }): Stretch => ({ ruleId, name, directive, start, end, closedBy: undefined, used: false }),
    )
    this.stretches.push(...added)
    return added
  }

  #close(directive: Directive): void {
    const { rules } = directive
    const ids = rules.map((name) => this.#names.ruleId(name) ?? name)
    const closing = this.#open.filter(({ ruleId }) => ids.length === 0 || ids.includes(ruleId))
    for (const stretch of closing) {
      stretch.end = directive.start
      stretch.closedBy = directive
      this.#open.splice(this.#open.indexOf(stretch), 1)
    }
    for (const [index, name] of rules.entries())
      if (this.#names.ruleId(name) === undefined) this.#unknownRule(directive, name)
      else if (!closing.some(({ ruleId }) => ruleId === ids[index]))
        this.#fault(directive, `Undantaget från ”${name}” slutar här utan att ha börjat.`)
    if (rules.length === 0 && closing.length === 0)
      this.#fault(directive, 'Ett undantag slutar här utan att ha börjat.')
  }

  #unknownRule(directive: Directive, name: string): void {
    const nearest = nearestName(name, this.#names.ids)
    const at = this.#document.source.indexOf(name, directive.start)
    const suggestions: SourceSuggestion[] =
      nearest === undefined || at < 0
        ? []
        : [
            {
              title: `Byt till ”${nearest}”`,
              safety: 'suggestion',
              edits: [{ start: at, end: at + name.length, text: nearest }],
            },
          ]
    this.#fault(directive, `Regeln ”${name}” finns inte.${didYouMean(nearest)}`, suggestions)
  }

  #fault({ start, end }: Directive, message: string, suggestions: SourceSuggestion[] = []): void {
    this.faults.push({ rule: 'ogiltigt-undantag', message, start, end, suggestions })
  }
}

function example({ name, rules, reason }: Directive): string {
  return `<!-- ${name} ${rules.length > 0 ? rules.join(', ') : 'lang-mening'}: ${reason === '' ? 'citat ur lagen' : reason} -->`
}

/** Finds the block that follows a comment: a whole list or table where the comment stands before it. */
class BlockCover {
  readonly #blocks: readonly Block[]

  constructor({ blocks }: Document) {
    this.#blocks = [...blocks].sort((one, other) => one.source.start - other.source.start)
  }

  /** Where the block that a comment means stands in the source; nothing where none follows. */
  of({ start, end }: Directive): { start: number; end: number } {
    const next = this.#firstFrom(end)
    const around = this.#blocks
      .slice(Math.max(0, next - 3), next)
      .find((block) => block.source.start <= start && end <= block.source.end && endsAfter(block, end))
    if (around) return around.source
    const block = this.#blocks[next]
    if (!block) return { start: end, end }
    const isFirst = !this.#blocks.slice(0, next).some((before) => belongTogether(before, block))
    let last = block.source.end
    if (isFirst && (block.list || block.table))
      for (let index = next + 1; index < this.#blocks.length && continues(block, this.#blocks[index]!); index++)
        last = Math.max(last, this.#blocks[index]!.source.end)
    return { start: block.source.start, end: last }
  }

  /** The place of the first block that starts at or after an offset. */
  #firstFrom(offset: number): number {
    let low = 0
    let high = this.#blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#blocks[middle]!.source.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The block has text after the offset. */
function endsAfter({ map, text }: Block, offset: number): boolean {
  return map.end(text.length) > offset
}

function belongTogether(one: Block, other: Block): boolean {
  return (
    (one.list !== undefined && one.list.id === other.list?.id) ||
    (one.table !== undefined && one.table.id === other.table?.id)
  )
}

/** `later` stands in the same list or table as `first`, or in a list inside it. */
function continues(first: Block, later: Block): boolean {
  return belongTogether(first, later) || (first.list !== undefined && (later.list?.depth ?? -1) > first.list.depth)
}

/** Takes rules out of a comment; the whole comment where none is left. */
function withoutRules(source: string, directive: Directive, names: readonly string[]): SourceEdit {
  const left = directive.rules.filter((name) => !names.includes(name))
  if (left.length === 0) return commentRemoval(source, directive)
  const start = source.indexOf(directive.rules[0]!, directive.start + directive.name.length)
  let end = start
  for (const name of directive.rules) end = source.indexOf(name, end) + name.length
  return { start, end, text: left.join(', ') }
}

/** Takes a comment away, and its line where it stands alone between empty lines. */
function commentRemoval(source: string, { start, end }: Directive): SourceEdit {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const lineBreak = source.indexOf('\n', end)
  const lineEnd = lineBreak < 0 ? source.length : lineBreak + 1
  const alone = source.slice(lineStart, start).trim() === '' && source.slice(end, lineEnd).trim() === ''
  if (!alone) return { start, end, text: '' }
  const emptyBefore =
    lineStart === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(source.slice(Math.max(0, lineStart - 200), lineStart))
  const emptyAfter = /^[ \t]*(?:\r?\n|$)/.exec(source.slice(lineEnd, lineEnd + 200))
  if (emptyBefore && emptyAfter) return { start: lineStart, end: lineEnd + emptyAfter[0].length, text: '' }
  if (emptyBefore || emptyAfter) return { start: lineStart, end: lineEnd, text: '' }
  return {
    start: lineStart,
    end: source.charAt(lineEnd - 1) === '\n' ? lineBreakStart(source, lineEnd) : lineEnd,
    text: '',
  }
}

function lineBreakStart(source: string, lineEnd: number): number {
  return source.charAt(lineEnd - 2) === '\r' ? lineEnd - 2 : lineEnd - 1
}
