import { DocumentError } from '@klarsprak/documents'

export function damaged(
  message = 'Filen är skadad eller avkortad. Öppna den i Word, spara om den och försök igen.',
): DocumentError {
  return new DocumentError('damaged', message)
}
