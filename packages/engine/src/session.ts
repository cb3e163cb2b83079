import type { Document } from '@klarsprak/documents'
import type { FileResult } from './result.ts'

/**
 * A text that changes. Blocks that have not changed since the last time are not run again, however many the document
 * has; the kind of text is guessed once and kept, so that findings do not come and go while somebody writes.
 */
export interface LintSession {
  /**
   * @param options.guessAgain guess the kind of text anew: the text was saved
   * @throws ConfigError where the settings cannot be used
   */
  update(document: Document, options?: { guessAgain?: boolean }): FileResult
}
