export { OfficeError, type OfficeErrorCode } from './office-error.ts'
export { readOffice } from './read-office.ts'
export { annotateWord, type WordAuthor, type WordComment } from './word/annotate.ts'
