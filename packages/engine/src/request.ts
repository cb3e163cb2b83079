import type { Document, Format } from '@klarsprak/documents'
import type { Config, Exception, RuleConfig } from './config/config.ts'
import type { Profile } from './types.ts'

/** Which settings hold for a text. */
export interface SettingsRequest {
  /** The file's name: decides its format and which settings hold for it. Never opened. */
  filename?: string
  /** Settings in place of those that are found for the file: given in full, or the path of a settings file. */
  config?: Config | string
  /** Weighs more than what the text or a settings file says. */
  profile?: Profile
  /** Weighs more than any settings file. */
  rules?: Readonly<Record<string, RuleConfig>>
  /** Only these rules run, at their own level where the settings turn them off. */
  only?: readonly string[]
  /** Findings to waive beside those of the settings files. */
  exceptions?: readonly Exception[]
  /** What settings of the request are called in messages: `kommandoraden`. Default: `begäran`. */
  origin?: string
}

/** A text to lint: `source`, or a `document` that has been read already. */
export interface LintRequest extends SettingsRequest {
  /** Decoded, without a byte order mark. */
  source?: string
  document?: Document
  /** By the file's name where left out; plain text where there is none. */
  format?: Format
  /** Names the file in the result: `filename` where left out. */
  path?: string
  /** HTML only: a CSS selector of the part to read. */
  main?: string
  /**
   * The text is a passage of a text that is not at hand, such as one paragraph: rules that read the whole document say
   * nothing, and the kind of text is not guessed.
   */
  passage?: boolean
}
