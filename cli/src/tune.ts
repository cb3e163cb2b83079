import { setFlagsFromString } from 'node:v8'
import { optimiseLater } from '@klarsprak/server/launching'

/** V8 is known to have the flags: an unknown one is complained of on standard error. */
const isKnown = Number.parseInt(process.versions.node, 10) <= 24

/** Fits V8 to a run that ends. Called before code caches are made or read. */
export function tune(): void {
  optimiseLater()
  if (!isKnown) return
  // Young memory that grows in one step spares a short run most of its collections.
  setFlagsFromString('--semi-space-growth-factor=16')
  // Else the heap of each thread grows to several times what is alive in it.
  setFlagsFromString('--heap-growing-percent=50')
  // V8 counts the model, which lies outside its heap, and would begin to mark the heap because of it.
  setFlagsFromString('--no-incremental-marking')
  // Young memory is collected when it is full, not in good time: a short run ends before.
  setFlagsFromString('--no-minor-gc-task')
}

/** Fits V8 to a process that stays, which must not stop for long at a time. Called after code caches have been read. */
export function tuneToStay(): void {
  if (!isKnown) return
  setFlagsFromString('--semi-space-growth-factor=2')
  setFlagsFromString('--heap-growing-percent=0')
  setFlagsFromString('--incremental-marking')
  setFlagsFromString('--minor-gc-task')
}
