/** Why a text could not be read. Stable: surfaces and tests may switch on it. */
export type DocumentErrorCode =
  | 'binary'
  | 'encoding'
  | 'unknown-encoding'
  | 'unknown-format'
  | 'invalid-selector'
  | 'no-match'
  | 'too-deep'

/** A text that cannot be read. `message` is Swedish and meant to be shown as it is. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly code: DocumentErrorCode

  constructor(code: DocumentErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
