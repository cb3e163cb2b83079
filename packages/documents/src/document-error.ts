/** Why a text could not be read. Stable: surfaces and tests may switch on it. */
export type DocumentErrorCode =
  /** The file holds no text: it is a picture, a Word document, a program. */
  | 'binary'
  /** The file holds text in an encoding that has to be named. */
  | 'encoding'
  /** The encoding that was named does not exist. */
  | 'unknown-encoding'
  /** The CSS selector is not valid. */
  | 'invalid-selector'
  /** The CSS selector matches nothing. */
  | 'no-match'
  /** Elements stand inside each other in more levels than can be read. */
  | 'too-deep'
  /** The file is larger than can be read, packed or unpacked. */
  | 'too-large'
  /** An office file that is protected by a password. */
  | 'encrypted'
  /** The format of Word before 2007. */
  | 'old-format'
  /** An office file that is cut short or damaged. */
  | 'damaged'
  /** Another kind of file than its name says. */
  | 'other-format'
  /** Pictures of text, as a scanner makes. */
  | 'no-text'

/** A text that cannot be read. `message` is Swedish and meant to be shown as it is. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly code: DocumentErrorCode

  constructor(code: DocumentErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
