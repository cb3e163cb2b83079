import { forgetCompoundEnds } from './compound/ends.ts'
import { forgetCompoundStarts } from './compound/starts.ts'
import { forgetTypes } from './type-table.ts'

/**
 * Forgets all words read so far, so that a text costs what it costs a process that never saw its words. What texts are
 * analysed as does not change.
 */
export function forgetWords(): void {
  forgetTypes()
  forgetCompoundEnds()
  forgetCompoundStarts()
}
