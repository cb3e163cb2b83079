import type { BlockKind, DocumentFormat, FrontMatter, ListPlace, Mark, TablePlace } from '@klarsprak/documents'
import type { Analysis, Sentence, Upos, Word } from 'retext-swedish'
import type { BlockStats } from './metrics.ts'

/** Shown as förslag, varning, fel. */
export type Severity = 'suggestion' | 'warning' | 'error'

/** Kinds of text. */
export type Profile = 'webb' | 'press' | 'brev' | 'beslut' | 'rapport' | 'protokoll' | 'lattlast' | 'strikt'

/** The points of Hällefors kommun's klarspråk checklist. */
export type ChecklistPoint = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11

/** The groups of the rule catalogue. */
export type RuleGroup =
  | 'verb'
  | 'meningar'
  | 'ord'
  | 'tilltal'
  | 'termer'
  | 'struktur'
  | 'skrivregler'
  | 'vanliga-fel'
  | 'matt'
  | 'kommunens-rost'
  | 'tillganglighet'
  | 'undantag'

/** An option of a rule, with limits and default. `description` is Swedish, one sentence. */
export type OptionDefinition =
  | { type: 'integer' | 'number'; default: number; minimum?: number; maximum?: number; description: string }
  | { type: 'boolean'; default: boolean; description: string }
  | { type: 'string'; default: string; enum?: readonly string[]; description: string }
  | { type: 'strings'; default: readonly string[]; description: string }

/** Option names are Swedish camelCase: `maxOrd`. */
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>

export type OptionValue = number | boolean | string | readonly string[]

/** Values of options by name, where the rule is not known. */
export type AnyOptions = Readonly<Record<string, OptionValue>>

/** The values that belong to a set of option definitions. */
export type OptionValues<D extends OptionDefinitions> = {
  readonly [K in keyof D]: D[K]['type'] extends 'integer' | 'number'
    ? number
    : D[K]['type'] extends 'boolean'
      ? boolean
      : D[K]['type'] extends 'string'
        ? string
        : readonly string[]
}

/** An edit of a block's text. Offsets are UTF-16 code units into that text, end exclusive. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

export interface Suggestion {
  /** What happens, in the imperative: `Byt till ”får”`. */
  title: string
  /** `safe`: meaning, word order and agreement provably kept, so `--fix` may apply it. */
  safety: 'safe' | 'suggestion'
  /** Empty for advice that a person must carry out. */
  edits: readonly TextEdit[]
}

/** What a rule says of a place in a block. */
export interface Report {
  /** Offsets into the block's text, end exclusive. Words and sentences can be passed as `at`. */
  at: { readonly start: number; readonly end: number }
  /** What is the matter: one sentence, in plain Swedish, with a full stop. */
  message: string
  /** Why it matters: one sentence. The rule's own `why` where left out. */
  why?: string
  /** Where a rule has two levels: never above its own. A level set in the configuration wins. */
  severity?: Severity
  suggestions?: readonly Suggestion[]
  related?: readonly Related[]
}

export interface Related {
  /** Which block; the same block where left out. Only document rules name another. */
  block?: number
  at: { readonly start: number; readonly end: number }
  message: string
}

/** A word of the house's own glossary, or of the term table. */
export interface GlossaryEntry {
  term: string
  forms: readonly string[]
  explanation: string
  sayInstead: string
}

export interface Glossary {
  readonly entries: readonly GlossaryEntry[]
  /** By lower-cased form. */
  find(form: string): GlossaryEntry | undefined
}

/**
 * A block as block rules see it. Nothing here depends on where in the document the block stands, so
 * that results can be cached by it.
 */
export interface TextBlock {
  readonly kind: BlockKind
  readonly level: number
  readonly text: string
  readonly lang: string | undefined
  readonly marks: readonly Mark[]
  readonly quoted: boolean
  readonly tableHeader: boolean
  readonly orderedList: boolean
  readonly looksLikeHeading: boolean
  /** An image without alternative text. */
  readonly missing: boolean
  readonly analysis: Analysis
  readonly sentences: readonly Sentence[]
  readonly words: readonly Word[]
  /** True where the range stands inside quotation marks, or the whole block is a quotation. */
  inQuote(start: number, end: number): boolean
  /** The first mark of this type that covers the offset. */
  markAt(offset: number, type: Mark['type']): Mark | undefined
}

export interface RuleContext<O = unknown> {
  readonly options: O
  readonly profile: Profile
  readonly glossary: Glossary
  readonly format: DocumentFormat
}

export interface BlockContext<O = unknown> extends RuleContext<O> {
  readonly block: TextBlock
  report(report: Report): void
}

/** What a block rule wants to be shown. All rules are served by one walk over the block. */
export interface BlockListeners<O = unknown> {
  /** Before the words of the block. */
  block?(block: TextBlock, context: BlockContext<O>): void
  sentence?(sentence: Sentence, context: BlockContext<O>): void
  /** Every word of these classes. */
  word?: { readonly [K in Upos]?: (word: Word, context: BlockContext<O>) => void }
  /** Every hit of the rule's table. */
  match?(match: TableMatch, context: BlockContext<O>): void
}

/** A row of a word table: what to look for. */
export interface TableEntry {
  /**
   * Word sequences. Each is matched word by word, without regard to case; a part written `=lemma`
   * matches every form of that lemma, a part `*` any one word.
   */
  readonly patterns: readonly string[]
}

export interface TableMatch<E extends TableEntry = TableEntry> {
  readonly entry: E
  /** Which of the entry's patterns matched. */
  readonly pattern: number
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A block as document rules see it: what stands where, with the facts that the rule collected from it. */
export interface BlockSummary<F = unknown> {
  readonly index: number
  readonly kind: BlockKind
  readonly level: number
  readonly text: string
  readonly lang: string | undefined
  readonly marks: readonly Mark[]
  readonly list: ListPlace | undefined
  readonly table: TablePlace | undefined
  readonly quoted: boolean
  readonly looksLikeHeading: boolean
  readonly missing: boolean
  /** Something without text follows, such as a film, a form or a map. */
  readonly embeds: boolean
  /** As the catalogue counts. */
  readonly wordCount: number
  readonly sentenceCount: number
  /** What the block adds to the readability figures of the text: `sumMetrics` adds them up. */
  readonly stats: BlockStats
  /** In another language than Swedish: rules leave it alone unless they read other languages. */
  readonly foreign: boolean
  readonly facts: F | undefined
}

export interface DocumentSummary<F = unknown> {
  readonly format: DocumentFormat
  readonly fragment: boolean
  readonly title: string | undefined
  readonly lang: string | undefined
  readonly frontMatter: FrontMatter
  readonly blocks: readonly BlockSummary<F>[]
}

export interface DocumentContext<O = unknown> extends RuleContext<O> {
  /** A finding at a place in a block. */
  report(block: number, report: Report): void
}

/** What a rule stands on. */
export interface Source {
  /** The work: `Myndigheternas skrivregler`. */
  work: string
  section?: string
  url?: string
}

/** How a profile changes a rule. */
export interface ProfileSetting {
  severity?: Severity | 'off'
  options?: AnyOptions
}

export interface RuleMeta<D extends OptionDefinitions = OptionDefinitions> {
  /** A Swedish slug without å, ä, ö. Never changes. */
  readonly id: string
  /** Ids that the rule has had before. */
  readonly aliases?: readonly string[]
  /** Names the rule in lists: `Passiv form`. */
  readonly title: string
  /** What it finds, one sentence. */
  readonly description: string
  /** Why it matters, one sentence: the default `why` of its findings. */
  readonly why: string
  readonly group: RuleGroup
  readonly checklist: readonly ChecklistPoint[]
  readonly severity: Severity
  /** Whether the rule is on when neither profile nor configuration says anything. */
  readonly enabled: boolean
  readonly profiles?: { readonly [K in Profile]?: ProfileSetting }
  readonly sources: readonly Source[]
  readonly options: D
  /** The kinds of blocks it reads. */
  readonly zones: readonly BlockKind[]
  /** True for rules that also read quoted text and blocks in other languages (signs, not language). */
  readonly readsQuotes?: boolean
  readonly readsOtherLanguages?: boolean
  /** The best fix the rule can give. */
  readonly fix: 'safe' | 'suggestion' | 'none'
  /** How much a finding marks. Word and phrase findings that overlap are settled between them; larger ones stand beside. */
  readonly extent: 'word' | 'phrase' | 'sentence' | 'block' | 'document'
  /** Rules that win where both mark an overlapping place, whatever their levels. */
  readonly yieldsTo?: readonly string[]
}

/** A rule. One of `block` and `document` at least. Made with `defineRule`. */
export interface Rule<D extends OptionDefinitions = OptionDefinitions, F = unknown> {
  readonly meta: RuleMeta<D>
  /** Loads what the rule needs beside its own code. Awaited once, before the rule is first called, where it is on. */
  readonly load?: () => Promise<void>
  /** Rows for the shared matcher; hits go to `block.match`. */
  readonly table?: readonly TableEntry[]
  /** Handlers are pure: nothing is kept between calls. */
  readonly block?: BlockListeners<OptionValues<D>>
  readonly document?: {
    /**
     * What the rule needs from each block of its zones, quotations too; blocks in other languages only where it reads
     * them. Cached with the block: give plain values, no words or sentences, which would keep the whole analysis alive.
     * `matches` are the hits of the rule's
     * own table in it, in text order; empty for a rule without a table.
     */
    collect?(block: TextBlock, context: RuleContext<OptionValues<D>>, matches: readonly TableMatch[]): F | undefined
    check(document: DocumentSummary<F>, context: DocumentContext<OptionValues<D>>): void
  }
}

/** A rule with whatever options and facts: what an engine takes. */
// biome-ignore lint/suspicious/noExplicitAny: handlers take their own rule's options, which no list can name.
export type AnyRule = Rule<any, any>
