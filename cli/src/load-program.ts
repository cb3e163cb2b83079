import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import type * as program from './main.ts'

/** The bundled program: everything but this launcher. */
interface LoadedProgram extends Pick<typeof program, 'main' | 'openFileLinter'> {
  readonly script: Script
}

const programName = 'program.js'
/** What V8 made of the program when it was built. The build asks for it. @public */
export const cacheName = 'program.cache'

/**
 * Loads the program in a folder. Its code need not be compiled where the cache beside it fits this version of Node;
 * where it does not fit, or is missing or damaged, V8 turns it down and compiles the code.
 */
export function loadProgram(folder: string): LoadedProgram {
  const filename = join(folder, programName)
  const cache = join(folder, cacheName)
  // The build writes nothing but ASCII, which is read fastest this way.
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  })
  const module = { exports: {} as typeof program }
  script.runInThisContext()(module, module.exports, createRequire(filename), filename)
  const { main, openFileLinter } = module.exports
  return { main, openFileLinter, script }
}
