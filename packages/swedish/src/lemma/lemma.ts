import { ByteReader, ByteWriter } from '../model/bytes.ts'
import type { ModelFile } from '../model/file.ts'
import { mix, step } from '../tagger/features.ts'
import { HashMap, writeHashMap } from '../tagger/matrix.ts'
import { Shape, shapeOf } from '../tagger/shape.ts'

/** Name of the lemmatiser's section in the model file. */
export const lemmaSection = 'lemma'

/** Longest ending that is looked up, whole words aside. */
export const maxLemmaEnding = 9

const endingSalt = 0x243f6a88
const wholeWord = 0x13198a2e

/** How a lemma is made of a form: letters cut from its end, letters put there instead. */
export interface Script {
  /** Number of letters; {@link cutAll} for the whole form. */
  cut: number
  add: string
}

export const cutAll = 255

/** Key of an ending under a tag; a `length` above the word's means the word whole. */
export function lemmaKey(lower: string, length: number, tag: number): number {
  let h = endingSalt + Math.imul(tag + 1, 0x9e3779b1)
  const letters = Math.min(length, lower.length)
  for (let k = 1; k <= letters; k++) {
    const code = lower.charCodeAt(lower.length - k)
    h = step(h, code)
  }
  return mix(length > lower.length ? h ^ wholeWord : h)
}

export interface LemmaRows {
  scripts: Script[]
  /** Script of each key of {@link lemmaKey}. */
  rules: Map<number, number>
}

export function writeLemmas({ scripts, rules }: LemmaRows): Uint8Array {
  const writer = new ByteWriter()
  writer.varint(scripts.length)
  for (const { cut, add } of scripts) {
    writer.byte(cut)
    writer.string(add)
  }
  writeHashMap(rules, writer)
  return writer.bytes()
}

/**
 * Finds lemmas: by a rule for the whole word, by the last part of a compound that the lexicon knows, or by
 * the longest ending that a rule was learnt for.
 */
export class Lemmatiser {
  private readonly scripts: readonly Script[]
  private readonly rules: HashMap

  constructor(file: ModelFile) {
    const reader = new ByteReader(file.section(lemmaSection))
    this.scripts = Array.from({ length: reader.varint() }, () => ({ cut: reader.byte(), add: reader.string() }))
    this.rules = new HashMap(reader)
  }

  /**
   * The lemma of a form.
   *
   * @param lower the form as words are compared
   * @param tag number of the word's tag
   * @param name whether the word is a name, whose capitals are kept
   * @param tailStart where the last part begins that the lexicon knows the word by under its tag; 0 where it does not
   */
  lemma(
    form: string,
    lower: string,
    tag: number,
    { name, tailStart }: { readonly name: boolean; readonly tailStart: number },
  ): string {
    const base = lemmaBase(form, lower, name)
    const whole = this.whole(lower, tag)
    if (whole !== undefined) return applyScript(whole, base)
    if (tailStart === 0) return applyScript(this.byEnding(lower, tag), base)
    const last = lower.slice(tailStart)
    return (
      base.slice(0, tailStart) + applyScript(this.whole(last, tag) ?? this.byEnding(last, tag), base.slice(tailStart))
    )
  }

  /** The script of a word that has a rule of its own. */
  private whole(lower: string, tag: number): Script | undefined {
    const found = this.rules.get(lemmaKey(lower, lower.length + 1, tag) | 0)
    return found < 0 ? undefined : this.scripts[found]
  }

  private byEnding(lower: string, tag: number): Script | undefined {
    for (let length = Math.min(maxLemmaEnding, lower.length); length >= 0; length--) {
      const found = this.rules.get(lemmaKey(lower, length, tag) | 0)
      if (found >= 0) return this.scripts[found]
    }
    return undefined
  }
}

/** What a script works on: names and words with capitals inside (`EEC-länderna`) keep theirs. */
export function lemmaBase(form: string, lower: string, name: boolean): string {
  if (form.length !== lower.length || form === lower) return lower
  if (name) return form
  const shape = shapeOf(form)
  return shape === Shape.mixed || shape === Shape.alphanumeric ? form : lower
}

function applyScript(script: Script | undefined, base: string): string {
  if (script === undefined) return base
  if (script.cut >= base.length) return script.add === '' ? base : script.add
  return base.slice(0, base.length - script.cut) + script.add
}
