/** Why a file could not be read. Stable: surfaces and tests may switch on it. */
export type OfficeErrorCode =
  /** Protected by a password. */
  | 'encrypted'
  /** The format of Word before 2007. */
  | 'old-format'
  /** Cut short or damaged. */
  | 'damaged'
  /** Larger than can be read, packed or unpacked. */
  | 'too-large'
  /** Another kind of file than its name says. */
  | 'other-format'
  /** Pictures of text, as a scanner makes. */
  | 'no-text'

/** A file that cannot be read. `message` is Swedish and meant to be shown as it is. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError'
  readonly code: OfficeErrorCode

  constructor(code: OfficeErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

export function damaged(
  message = 'Filen är skadad eller avkortad. Öppna den i Word, spara om den och försök igen.',
): OfficeError {
  return new OfficeError('damaged', message)
}
