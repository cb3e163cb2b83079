import { setFlagsFromString } from 'node:v8'
import { optimiseLater } from '@klarsprak/server/launching'

const major = Number.parseInt(process.versions.node, 10)

/**
 * Fits V8 to what a process is to do. Each flag is set only where V8 is known to have it: an unknown one is complained
 * of on standard error.
 *
 * @param isServer true for a process that stays, which must not stop for long at a time
 */
export function tune(isServer: boolean): void {
  optimiseLater()
  if (isServer || major > 24) return
  // Young memory that grows in one step spares a short run most of its collections.
  setFlagsFromString('--semi-space-growth-factor=16')
  // Else the heap of each thread grows to several times what is alive in it.
  setFlagsFromString('--heap-growing-percent=50')
  // V8 counts the model, which lies outside its heap, and would begin to mark the heap because of it.
  setFlagsFromString('--no-incremental-marking')
}
