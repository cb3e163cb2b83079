import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** The bundled server: everything but its launcher. */
interface LoadedProgram extends Pick<typeof import('./program.ts'), 'start' | 'serveStreams'> {
  readonly script: Script
}

/** What V8 made of the program when it was built. The build asks for it. @public */
export const cacheName = 'program.cache'

/**
 * Loads the program in a folder. Its code need not be compiled where the cache beside it fits this version of Node;
 * where it does not fit, or is missing or damaged, V8 turns it down and compiles the code.
 */
export function loadProgram(folder: string): LoadedProgram {
  const filename = join(folder, 'program.js')
  const cache = join(folder, cacheName)
  // The build writes nothing but ASCII, which is read fastest this way.
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  })
  const module = { exports: {} as Omit<LoadedProgram, 'script'> }
  script.runInThisContext()(module, module.exports, createRequire(filename), filename)
  const { start, serveStreams } = module.exports
  return { start, serveStreams, script }
}
