export { readOffice } from './read-office.ts'
export { annotateWord, type WordAuthor, type WordComment } from './word/annotate.ts'
