import { createRequire } from 'node:module'
import type { ServeOptions, serve as serveType } from '../serve.ts'
import { tuneToStay } from '../tune.ts'

/** Starts the HTTP service. It is a program of its own beside the command. */
export async function serve(options: ServeOptions): Promise<void> {
  tuneToStay()
  const { serve: run } = createRequire(import.meta.url)('./serve.js') as { serve: typeof serveType }
  await run(options)
}
